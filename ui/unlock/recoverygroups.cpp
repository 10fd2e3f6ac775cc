#include "ui/unlock/recoverygroups.h"
#include "core/crypto/recoverykey.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QGridLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr std::size_t groups = 8;
constexpr int groupLength = 5;

} // namespace

RecoveryGroups::RecoveryGroups(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout), m_problem(new PlainLabel({}, Type::Strong, Colour::Bad)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space(3));
    down->addLayout(m_grid);
    down->addWidget(m_problem);
    m_problem->hide();
    for (std::size_t i = 0; i < groups; ++i) {
        auto* cell = new QWidget;
        auto* inside = new QVBoxLayout(cell);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(2);
        auto* field = new PlainLineEdit;
        auto* mark = new PlainLabel(tr("Group %1").arg(i + 1), Type::Small, Colour::Soft);
        setType(*field, Type::Mono);
        field->setMinimumWidth(px(84));
        field->setAccessibleName(tr("Group %1 of 8").arg(i + 1));
        inside->addWidget(mark);
        inside->addWidget(field);
        m_cells.push_back(cell);
        m_fields.push_back(field);
        m_marks.push_back(mark);
        connect(field, &QLineEdit::textEdited, this, [this, i] { groupChanged(i); });
    }
    arrange(4);
}

QString RecoveryGroups::group(std::size_t at) const {
    return m_fields[at]->text().remove(QLatin1Char(' ')).remove(QLatin1Char('-')).toUpper();
}

void RecoveryGroups::groupChanged(std::size_t at) {
    // The whole sheet pasted into one field is dealt out over those that follow.
    const QString all = group(at);
    for (std::size_t i = at; i < groups && all.size() > groupLength; ++i)
        m_fields[i]->setText(all.mid(qsizetype(i - at) * groupLength, groupLength));
    bool whole = group(at).size() == groupLength;
    m_problem->hide();
    for (std::size_t i = 0; i < groups; ++i) {
        const bool full = group(i).size() == groupLength;
        const bool right = full && core::crypto::RecoveryKey::groupIsRight(group(i), int(i) + 1);
        m_marks[i]->setText(!full   ? tr("Group %1").arg(i + 1)
                            : right ? tr("Group %1 ✓").arg(i + 1)
                                    : tr("Group %1 is not right").arg(i + 1));
        m_marks[i]->setColour(!full ? Colour::Soft : right ? Colour::Ok : Colour::Bad);
        m_fields[i]->setAccessibleDescription(full && !right ? tr("Not right: compare it with the sheet") : QString());
        if (i == at && full && !right) {
            whole = false;
            announce(*m_marks[i], m_marks[i]->text());
        }
    }
    if (whole && at + 1 < groups && m_fields[at]->hasFocus() && m_fields[at]->cursorPosition() >= groupLength)
        m_fields[at + 1]->setFocus(Qt::TabFocusReason);
    emit changed();
}

QString RecoveryGroups::typed() const {
    QStringList all;
    for (std::size_t i = 0; i < groups; ++i)
        all << group(i);
    return all.join(QLatin1Char(' '));
}

bool RecoveryGroups::isWhole() const {
    for (std::size_t i = 0; i < groups; ++i) {
        if (!core::crypto::RecoveryKey::groupIsRight(group(i), int(i) + 1))
            return false;
    }
    return true;
}

void RecoveryGroups::markWrong(int group) {
    if (group < 1 || group > int(groups))
        return;
    m_problem->setText(tr("Group %1 is not right. Compare it with the sheet and type it again.").arg(group));
    m_problem->show();
    PlainLineEdit* field = m_fields[std::size_t(group) - 1];
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void RecoveryGroups::clear() {
    for (std::size_t i = 0; i < groups; ++i)
        m_fields[i]->clear();
    groupChanged(0);
}

void RecoveryGroups::arrange(int columns) {
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < groups; ++i)
        m_grid->addWidget(m_cells[i], int(i) / columns, int(i) % columns);
}

void RecoveryGroups::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange(event->size().width() >= 4 * px(100) ? 4 : 2);
}

} // namespace ui
