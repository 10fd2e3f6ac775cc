#include "ui/widgets/rowsedit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/formview.h"
#include <QVBoxLayout>
#include <algorithm>

namespace ui {
namespace {

bool holdsWords(const core::guide::Field& field) {
    return std::any_of(field.rows.begin(), field.rows.end(),
                       [](const core::guide::Field& f) { return f.type == core::guide::FieldType::Verbatim; });
}

} // namespace

RowsEdit::RowsEdit(const core::guide::Field& field, const FormNeeds& needs, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_needs(needs)
    , m_layout(new QVBoxLayout(this))
    , m_more(new QuietButton(holdsWords(field) ? tr("+ Add the next thing that was said") : tr("+ Add another"))) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space(4));
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    addRow();
    connect(m_more, &QPushButton::clicked, this, [this] {
        addRow();
        if (!m_rows.back().empty())
            m_rows.back().front()->focusField();
    });
}

void RowsEdit::addRow() {
    auto* block = new QWidget(this);
    auto* down = new QVBoxLayout(block);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(3));
    if (!m_rows.empty()) {
        down->addWidget(new Rule);
        down->addSpacing(space(1));
    }
    Row row;
    for (const core::guide::Field& field : m_field.rows) {
        auto* inner = new FieldRow(field, m_needs);
        connect(inner, &FieldRow::changed, this, &RowsEdit::changed);
        down->addWidget(inner);
        row.push_back(inner);
    }
    m_layout->insertWidget(static_cast<int>(m_rows.size()), block);
    m_rows.push_back(row);
    if (!row.empty() && row.back()->focusTarget())
        setTabOrder(row.back()->focusTarget(), m_more);
}

QJsonArray RowsEdit::value() const {
    QJsonArray rows;
    for (const Row& row : m_rows) {
        QJsonObject object;
        for (const FieldRow* inner : row) {
            if (const QJsonValue value = inner->value(); !value.isUndefined())
                object.insert(inner->field().id, value);
        }
        if (!object.isEmpty())
            rows.append(object);
    }
    return rows;
}

void RowsEdit::fill(const QJsonArray& rows) {
    while (m_rows.size() < static_cast<std::size_t>(rows.size()))
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QJsonObject object = rows.at(static_cast<qsizetype>(i)).toObject();
        for (FieldRow* inner : m_rows[i])
            inner->fill(object.value(inner->field().id));
    }
}

FieldRow* RowsEdit::row(QStringView path) const {
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    const int at = path.left(dot).toInt();
    if (dot < 0 || at < 0 || static_cast<std::size_t>(at) >= m_rows.size())
        return nullptr;
    for (FieldRow* inner : m_rows[static_cast<std::size_t>(at)]) {
        if (inner->field().id == path.mid(dot + 1))
            return inner;
    }
    return nullptr;
}

void RowsEdit::clearProblems() {
    for (const Row& row : m_rows) {
        for (FieldRow* inner : row)
            inner->clearProblems();
    }
}

QWidget* RowsEdit::first() const {
    return m_rows.front().empty() ? nullptr : m_rows.front().front()->focusTarget();
}

} // namespace ui
