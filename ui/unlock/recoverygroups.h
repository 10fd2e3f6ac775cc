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
    QString typed() const; // groups joined by spaces
    bool isWhole() const;  // eight groups, each right for its place
    // Names every group that is not right, and those in `refused` (1 to 8) as well, and moves the focus to the first.
    // What was typed stays.
    void nameWrong(const std::vector<int>& refused = {});
    void clear();
    PlainLineEdit* first() const { return m_fields.front(); }

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void groupEdited(std::size_t at);
    void takeBack(std::size_t at);
    bool dealOut(std::size_t at);
    void goOn(std::size_t at);
    void mark();
    bool isFull(std::size_t at) const;
    bool isRight(std::size_t at) const;
    void arrange(int columns);
    QString group(std::size_t at) const;
    QGridLayout* m_grid;
    std::vector<QWidget*> m_cells;
    std::vector<PlainLineEdit*> m_fields;
    std::vector<PlainLabel*> m_marks;
    std::vector<QString> m_before;  // what stood in a field before the last key
    std::vector<QString> m_refused; // right in themselves, but of another sheet
    PlainLabel* m_problem;
    int m_columns = 0;
};

} // namespace ui
