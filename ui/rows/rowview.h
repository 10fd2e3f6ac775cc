#pragma once
#include "ui/rows/rowdelegate.h"
#include <QListView>
#include <QTimer>

namespace ui::rows {

// One accessible item a row; arrows move, Enter or a click opens. Either it scrolls by itself (a timeline) or it is as
// tall as its rows and the page scrolls. A list that scrolls stands there at once: rows are measured as they come into
// sight and the others while nothing else is to do; what one looks at stays where it is.
class RowView : public QListView {
    Q_OBJECT
public:
    enum class Height { Scrolls, Whole };
    RowView(Height height, const QString& name, QWidget* parent = nullptr);
    void setColumns(std::vector<Column> columns, const RowLayout::Metrics& metrics = {});
    void setTitled(bool titled); // the titles of its columns stand above, in the same card
    bool isStacked() const;      // too narrow for columns
    void setModel(QAbstractItemModel* model) override;
    QString currentKey() const;
    void setCurrentKey(const QString& key);
    void doItemsLayout() override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    const RowHeights& heights() const { return m_heights; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void opened(const QString& key);
    void currentKeyChanged(const QString& key);
    void stackedChanged(bool stacked);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Anchor {
        QPersistentModelIndex row;
        int top = 0; // within the viewport
    };
    Anchor anchor() const;
    void layOutAround(const Anchor& kept);
    void forgetHeights();
    void measure(int row);
    void measureInSight();
    void measureSome();
    void fitHeight();
    void showCurrent();
    RowDelegate* m_delegate;
    Height m_kind;
    RowHeights m_heights;
    QTimer m_idle;
    bool m_laying = false, m_currentWanted = false;
    bool m_stale = false; // a row has turned out taller or shorter than it was laid out
    bool m_stacked = false;
};

} // namespace ui::rows
