#pragma once
#include <QAbstractButton>

class QMenu;

namespace ui {
class Button;
}

namespace ui::shell {

// One page of the case: its name and a count.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& text, QWidget* parent = nullptr);
    void setCount(const QString& count);
    void setAcross(bool across); // a tab instead of a line of the rail
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_count;
    bool m_across = false;
};

// The pages of a case: a rail at the side, or a row of tabs whose last ones fold into More where there is no room.
class CaseRail : public QWidget {
    Q_OBJECT
public:
    explicit CaseRail(QWidget* parent = nullptr);
    void add(int page, const QString& text);
    void setCount(int page, const QString& count);
    void setCurrent(int page); // a page that is not in the rail: none
    void setAcross(bool across);
    bool isAcross() const { return m_across; }
    int next(int step) const; // the page after the current one, or before

signals:
    void chosen(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    struct Item {
        int page;
        RailButton* button;
    };
    std::vector<Item> m_items;
    Button* m_more;
    QMenu* m_menu;
    int m_current = -1;
    bool m_across = false;
};

} // namespace ui::shell
