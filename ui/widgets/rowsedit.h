#pragma once
#include "core/guide/form.h"
#include <QJsonArray>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace ui {
class Button;
class FieldRow;
struct FormNeeds;

// Rows of the same few questions, one after the other as they were spoken: what was asked, what was said.
class RowsEdit : public QWidget {
    Q_OBJECT
public:
    RowsEdit(const core::guide::Field& field, const FormNeeds& needs, QWidget* parent = nullptr);
    QJsonArray value() const; // rows with nothing in them are left out
    void fill(const QJsonArray& rows);
    FieldRow* row(QStringView path) const; // "2.said": counted from 0
    void clearProblems();
    QWidget* first() const;

signals:
    void changed();

private:
    using Row = std::vector<FieldRow*>;
    void addRow();
    const core::guide::Field& m_field;
    const FormNeeds& m_needs;
    std::vector<Row> m_rows;
    QVBoxLayout* m_layout;
    Button* m_more;
};

} // namespace ui
