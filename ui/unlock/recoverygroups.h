#pragma once
#include <QWidget>
#include <vector>

class QGridLayout;

namespace ui {
class PlainLabel;
class PlainLineEdit;

// The eight groups of a recovery sheet, typed: each is checked as soon as it is whole, and one that is wrong is named.
class RecoveryGroups : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryGroups(QWidget* parent = nullptr);
    QString typed() const;     // groups joined by spaces
    bool isWhole() const;      // eight groups, each right for its place
    void markWrong(int group); // 1 to 8; moves the focus there
    void clear();
    PlainLineEdit* first() const { return m_fields.front(); }

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void groupChanged(std::size_t at);
    void arrange(int columns);
    QString group(std::size_t at) const;
    QGridLayout* m_grid;
    std::vector<QWidget*> m_cells;
    std::vector<PlainLineEdit*> m_fields;
    std::vector<PlainLabel*> m_marks;
    PlainLabel* m_problem;
    int m_columns = 0;
};

} // namespace ui
