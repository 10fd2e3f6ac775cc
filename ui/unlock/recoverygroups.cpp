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

QString significant(QString typed) {
    return typed.remove(QLatin1Char(' ')).remove(QLatin1Char('-')).toUpper();
}

// "3", "3 and 6", "3, 4 and 6"
QString listed(const QStringList& numbers) {
    return numbers.size() < 2 ? numbers.value(0)
                              : RecoveryGroups::tr("%1 and %2")
                                    .arg(numbers.mid(0, numbers.size() - 1).join(QStringLiteral(", ")), numbers.last());
}

QString wrongWords(const QStringList& numbers) {
    if (numbers.isEmpty())
        return {};
    return numbers.size() == 1
               ? RecoveryGroups::tr("Group %1 is not right. Compare it with the sheet and correct it.").arg(numbers[0])
               : RecoveryGroups::tr("Groups %1 are not right. Compare them with the sheet and correct them.")
                     .arg(listed(numbers));
}

QString unfinishedWords(const QStringList& numbers) {
    if (numbers.isEmpty())
        return {};
    return numbers.size() == 1 ? RecoveryGroups::tr("Group %1 is not whole yet.").arg(numbers[0])
                               : RecoveryGroups::tr("Groups %1 are not whole yet.").arg(listed(numbers));
}

} // namespace

RecoveryGroups::RecoveryGroups(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_before(groups)
    , m_refused(groups)
    , m_problem(new PlainLabel({}, Type::Strong, Colour::Bad)) {
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
        connect(field, &QLineEdit::textEdited, this, [this, i] { groupEdited(i); });
    }
    arrange(4);
}

QString RecoveryGroups::group(std::size_t at) const {
    return significant(m_fields[at]->text());
}

bool RecoveryGroups::isFull(std::size_t at) const {
    return group(at).size() == groupLength;
}

bool RecoveryGroups::isRight(std::size_t at) const {
    return group(at) != m_refused[at] && core::crypto::RecoveryKey::groupIsRight(group(at), int(at) + 1);
}

void RecoveryGroups::groupEdited(std::size_t at) {
    const bool isKey = group(at).size() == significant(m_before[at]).size() + 1;
    const bool tooMuch = group(at).size() > groupLength && (isKey || !dealOut(at));
    if (tooMuch)
        takeBack(at);
    for (std::size_t i = 0; i < groups; ++i)
        m_before[i] = m_fields[i]->text();
    mark();
    if (tooMuch && !isKey)
        m_problem->setText(
            tr("What was pasted is more than group %1. Paste the whole sheet, or one group at a time.").arg(at + 1));
    else if (tooMuch && isRight(at))
        m_problem->setText(tr("Group %1 is whole. Press Tab for the next one.").arg(at + 1));
    m_problem->setVisible(m_problem->isVisibleTo(this) || tooMuch);
    if (m_problem->isVisibleTo(this))
        announce(*m_problem, m_problem->text());
    if (!tooMuch)
        goOn(at);
    emit changed();
}

// Somebody who looks at the paper types on: what is too much for a group belongs to no other one.
void RecoveryGroups::takeBack(std::size_t at) {
    const auto added = m_fields[at]->text().size() - m_before[at].size();
    const auto cursor = m_fields[at]->cursorPosition() - added;
    m_fields[at]->setText(m_before[at]);
    m_fields[at]->setCursorPosition(int(std::max<qsizetype>(0, cursor)));
}

// The whole sheet pasted into one field is dealt out over all, a part of it over those that follow and are empty.
bool RecoveryGroups::dealOut(std::size_t at) {
    constexpr auto sheetLength = qsizetype(groups) * groupLength;
    QString all = group(at);
    if (const QString before = significant(m_before[at]); all.size() > sheetLength && all.startsWith(before))
        all.remove(0, before.size());
    const std::size_t from = all.size() == sheetLength ? 0 : at;
    const std::size_t end = from + std::size_t(all.size() + groupLength - 1) / groupLength;
    if (end > groups)
        return false;
    for (std::size_t i = at + 1; i < end; ++i) {
        if (all.size() != sheetLength && !group(i).isEmpty())
            return false;
    }
    for (std::size_t i = from; i < end; ++i)
        m_fields[i]->setText(all.mid(qsizetype(i - from) * groupLength, groupLength));
    return true;
}

// From a group that is right into the next one, if nothing stands there that the next key would take away.
void RecoveryGroups::goOn(std::size_t at) {
    const PlainLineEdit* field = m_fields[at];
    if (isRight(at) && at + 1 < groups && group(at + 1).isEmpty() && field->hasFocus() &&
        field->cursorPosition() == field->text().size())
        m_fields[at + 1]->setFocus(Qt::TabFocusReason);
}

void RecoveryGroups::mark() {
    QStringList wrong;
    for (std::size_t i = 0; i < groups; ++i) {
        const bool full = isFull(i), right = isRight(i);
        m_marks[i]->setText(!full   ? tr("Group %1").arg(i + 1)
                            : right ? tr("Group %1 ✓").arg(i + 1)
                                    : tr("Group %1 is not right").arg(i + 1));
        m_marks[i]->setColour(!full ? Colour::Soft : right ? Colour::Ok : Colour::Bad);
        m_fields[i]->setAccessibleDescription(full && !right ? tr("Not right: compare it with the sheet") : QString());
        if (full && !right)
            wrong << QString::number(i + 1);
    }
    m_problem->setText(wrongWords(wrong));
    m_problem->setVisible(!wrong.isEmpty());
}

QString RecoveryGroups::typed() const {
    QStringList all;
    for (std::size_t i = 0; i < groups; ++i)
        all << group(i);
    return all.join(QLatin1Char(' '));
}

bool RecoveryGroups::isWhole() const {
    for (std::size_t i = 0; i < groups; ++i) {
        if (!isRight(i))
            return false;
    }
    return true;
}

void RecoveryGroups::nameWrong(const std::vector<int>& refused) {
    for (const int number : refused)
        m_refused[std::size_t(number) - 1] = group(std::size_t(number) - 1);
    mark();
    QStringList wrong, unfinished;
    for (std::size_t i = groups; i-- > 0;) {
        if (isRight(i))
            continue;
        (isFull(i) ? wrong : unfinished).prepend(QString::number(i + 1));
        m_fields[i]->setFocus(Qt::OtherFocusReason); // nothing selected: the next key takes nothing away
        m_fields[i]->end(false);
    }
    QStringList said{wrongWords(wrong), unfinishedWords(unfinished)};
    said.removeAll(QString());
    m_problem->setText(said.join(QLatin1Char(' ')));
    m_problem->setVisible(!said.isEmpty());
    if (!said.isEmpty())
        announce(*m_problem, m_problem->text());
}

void RecoveryGroups::clear() {
    for (std::size_t i = 0; i < groups; ++i) {
        m_fields[i]->clear();
        m_before[i].clear();
        m_refused[i].clear();
    }
    mark();
    emit changed();
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
