#include "ui/settings/officepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/telephone.h"
#include "ui/widgets/tick.h"
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

using core::vault::Authority;
using core::vault::Nation;
using core::vault::Office;

namespace ui {
namespace {

QString day(QDate date) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
}

bool sameButForTheDay(Authority one, const Authority& other) {
    one.checked = other.checked;
    return one == other;
}

QString standingOf(const Office& office, const Authority& authority) {
    if (authority.checked.isValid())
        return OfficePage::tr("Last rung on %1").arg(day(authority.checked));
    const auto entered = office.entered.constFind(authority.id);
    return entered == office.entered.cend() || !entered->on.isValid()
               ? OfficePage::tr("Not checked by a call yet")
               : OfficePage::tr("Entered on %1 and not checked by a call yet").arg(day(entered->on));
}

} // namespace

QString OfficePage::Line::text() const {
    return edit->text().simplified();
}

OfficePage::OfficePage(QWidget* parent)
    : Page(parent, 640)
    , m_notice(new Notice(Notice::Kind::Problem, {}, {}))
    , m_leave(new PlainButton(tr("Leave without recording")))
    , m_back(new QuietButton({}))
    , m_fields(new QVBoxLayout) {
    content()->addWidget(new PlainLabel(tr("The office's numbers"), Type::Heading1));
    content()->addWidget(
        new PlainLabel(tr("They stand on Home, above a case with a threat, and in referrals. What you change here is "
                          "recorded with your name and the day."),
                       Type::Body, Colour::Soft));
    m_notice->hide();
    content()->addWidget(m_notice);
    content()->addLayout(m_fields);
    content()->addStretch(1);
    auto* record = new PrimaryButton(tr("&Record these numbers"));
    auto* across = new QHBoxLayout;
    across->setSpacing(space(5));
    across->addWidget(record);
    across->addWidget(m_back);
    across->addStretch(1);
    bar()->addLayout(across);
    m_notice->addAction(m_leave);
    connect(record, &QAbstractButton::clicked, this, &OfficePage::ask);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        if (isChanged())
            sayNotRecorded();
        else
            emit left();
    });
    connect(m_leave, &QAbstractButton::clicked, this, &OfficePage::left);
}

void OfficePage::show(const Office& office) {
    m_office = office;
    m_notice->hide();
    sayWayBack(false);
    delete m_sheet;
    m_blocks.clear();
    m_sheet = new QWidget;
    auto* down = new QVBoxLayout(m_sheet);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(4));
    m_phone = addLine(down, tr("The office's own telephone"), tr("Printed on referrals."));
    m_phone.edit->setText(office.phone);
    down->addSpacing(space(2));
    down->addWidget(new PlainLabel(tr("Children's social care"), Type::Heading2));
    m_list = new QVBoxLayout;
    m_list->setSpacing(space(4));
    down->addLayout(m_list);
    for (const Authority& authority : office.authorities)
        addBlock(authority);
    auto* more = new QuietButton(tr("+ &Add a local authority"));
    down->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QAbstractButton::clicked, this, [this] {
        Authority fresh;
        fresh.nation = m_office.nation;
        for (int n = 1; fresh.id.isEmpty(); ++n) { // one that never stood for another
            const QString id = QStringLiteral("la%1").arg(n);
            const bool taken =
                std::any_of(m_blocks.begin(), m_blocks.end(), [&](const auto& block) { return block->was.id == id; });
            if (!taken && !m_office.entered.contains(id) && !m_office.authority(id))
                fresh.id = id;
        }
        addBlock(fresh);
        m_blocks.back()->name.edit->setFocus(Qt::OtherFocusReason);
        reveal(m_blocks.back()->holder);
    });
    m_fields->addWidget(m_sheet);
    m_sheet->show();
    toTop();
}

OfficePage::Line OfficePage::addLine(QVBoxLayout* to, const QString& label, const QString& help, const QString& of) {
    Line line;
    line.edit = new PlainLineEdit;
    line.edit->setAccessibleName(of.isEmpty() ? label : tr("%1: %2").arg(of, label));
    line.edit->setAccessibleDescription(help);
    line.problem = new PlainLabel({}, Type::Strong, Colour::Bad);
    auto* name = new PlainLabel(label, Type::Strong);
    name->setBuddy(line.edit);
    auto* block = new QVBoxLayout;
    block->setSpacing(space(1));
    block->addWidget(name);
    if (!help.isEmpty())
        block->addWidget(new PlainLabel(help, Type::Small, Colour::Soft));
    block->addWidget(line.problem);
    block->addWidget(line.edit);
    to->addLayout(block);
    line.problem->hide();
    connect(line.edit, &QLineEdit::textChanged, line.problem, &QWidget::hide);
    connect(line.edit, &QLineEdit::textEdited, this, [this] { sayWayBack(false); });
    return line;
}

void OfficePage::addBlock(const Authority& authority) {
    auto made = std::make_unique<Block>();
    Block& block = *made;
    block.was = authority;
    auto* card = new Card;
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(18, 16, 18, 16);
    inside->setSpacing(space(3));
    card->content()->addLayout(inside);
    block.holder = card;
    block.questions = new QWidget;
    auto* down = new QVBoxLayout(block.questions);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(3));
    const QString of = authority.name.isEmpty() ? tr("New authority") : authority.name;
    block.name = addLine(down, tr("Local authority"), {}, of);
    block.nation = new ChoiceGroup(ChoiceGroup::Kind::One,
                                   {{core::vault::nationId(Nation::England), tr("England"), {}},
                                    {core::vault::nationId(Nation::Wales), tr("Wales"), {}}},
                                   nullptr, ChoiceGroup::Direction::Across);
    block.nation->setLabel(tr("%1: Nation").arg(of));
    down->addWidget(block.nation);
    block.phone = addLine(down, tr("Telephone in office hours"), {}, of);
    block.outOfHours = addLine(down, tr("Telephone out of hours"), {}, of);
    block.places = addLine(down, tr("Towns or postcodes in it (optional)"),
                           tr("Divided by commas. A child's address then proposes the authority."), of);
    block.name.edit->setText(authority.name);
    block.nation->choose(core::vault::nationId(authority.nation));
    block.phone.edit->setText(authority.phone);
    block.outOfHours.edit->setText(authority.outOfHours);
    block.places.edit->setText(authority.places.join(QStringLiteral(", ")));
    const bool known = !authority.name.isEmpty();
    block.rung = new CheckTick(tr("I rang every number here today, and it answered"),
                               known ? standingOf(m_office, authority) : QString());
    block.rung->setAccessibleName(tr("%1: I rang every number here today, and it answered").arg(of));
    down->addWidget(block.rung);
    for (const Line* line : {&block.phone, &block.outOfHours}) // another number is not the one that was rung
        connect(line->edit, &QLineEdit::textEdited, block.rung, [rung = block.rung] { rung->setChecked(false); });
    block.takenOut = new PlainLabel({}, Type::Body, Colour::Soft);
    block.out = new QuietButton({});
    inside->addWidget(block.questions);
    inside->addWidget(block.takenOut);
    inside->addWidget(block.out, 0, Qt::AlignLeft);
    connect(block.out, &QAbstractButton::clicked, this, [this, &block] { setGone(block, !block.gone); });
    m_list->addWidget(card);
    m_blocks.push_back(std::move(made));
    setGone(block, false);
}

void OfficePage::setGone(Block& block, bool gone) {
    const QString name = block.name.text().isEmpty() ? tr("This authority") : block.name.text();
    block.gone = gone;
    block.questions->setVisible(!gone);
    block.takenOut->setText(
        tr("%1 is taken out when you record. What was recorded about it keeps its name.").arg(name));
    block.takenOut->setVisible(gone);
    block.out->setText(gone ? tr("Keep it") : tr("Take it out"));
    block.out->setAccessibleName(gone ? tr("Keep %1").arg(name) : tr("Take out %1").arg(name));
}

Authority OfficePage::read(const Block& block) const {
    Authority authority = block.was;
    authority.name = block.name.text();
    authority.nation = core::vault::nationFromId(block.nation->chosen()).value_or(block.was.nation);
    authority.phone = block.phone.text();
    authority.outOfHours = block.outOfHours.text();
    authority.places.clear();
    for (const QString& place : block.places.edit->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!place.trimmed().isEmpty())
            authority.places << place.simplified();
    if (authority.phone != block.was.phone || authority.outOfHours != block.was.outOfHours)
        authority.checked = {};
    if (block.rung->isChecked())
        authority.checked = QDate::currentDate();
    return authority;
}

Office OfficePage::wanted() const {
    Office office = m_office;
    if (!m_sheet)
        return office;
    office.phone = m_phone.text();
    office.authorities.clear();
    for (const auto& block : m_blocks) {
        const Authority authority = read(*block);
        const bool untouched = !m_office.authority(block->was.id) && sameButForTheDay(authority, block->was);
        if (!block->gone && !untouched)
            office.authorities.push_back(authority);
    }
    return office;
}

void OfficePage::takeFocus() {
    m_phone.edit->setFocus(Qt::OtherFocusReason);
}

void OfficePage::clearProblems() {
    m_notice->hide();
    m_firstFault = nullptr;
    m_phone.problem->hide();
    for (const auto& block : m_blocks)
        for (const Line* line : {&block->name, &block->phone, &block->outOfHours})
            line->problem->hide();
}

void OfficePage::fault(const Line& line, const QString& sentence) {
    line.problem->setText(sentence);
    line.problem->show();
    line.edit->setAccessibleDescription(sentence);
    if (!m_firstFault)
        m_firstFault = line.edit;
}

bool OfficePage::check() {
    clearProblems();
    if (!canBeRung(m_phone.text()))
        fault(m_phone, cannotBeRungText(m_phone.text()));
    const std::vector<Authority> asked = wanted().authorities;
    for (const auto& block : m_blocks) {
        const Authority authority = read(*block);
        const auto alike = std::count_if(asked.begin(), asked.end(), [&](const Authority& other) {
            return other.name.compare(authority.name, Qt::CaseInsensitive) == 0;
        });
        if (std::none_of(asked.begin(), asked.end(), [&](const Authority& one) { return one.id == authority.id; }))
            continue;
        if (authority.name.isEmpty())
            fault(block->name, tr("Type the name of the local authority these numbers belong to, or take it out."));
        else if (alike > 1)
            fault(block->name, tr("This name stands here twice. Change one, or take it out."));
        if (!canBeRung(authority.phone))
            fault(block->phone, cannotBeRungText(authority.phone));
        else if (block->rung->isChecked() && authority.phone.isEmpty() && authority.outOfHours.isEmpty())
            fault(block->phone, tr("Type the number that you rang, or take the tick out below."));
        if (!canBeRung(authority.outOfHours))
            fault(block->outOfHours, cannotBeRungText(authority.outOfHours));
    }
    if (!m_firstFault)
        return true;
    m_firstFault->setFocus(Qt::OtherFocusReason);
    reveal(m_firstFault);
    return false;
}

void OfficePage::ask() {
    if (check())
        emit recordAsked(wanted());
}

void OfficePage::sayWayBack(bool recorded) {
    m_back->setText(recorded ? tr("Done") : tr("Leave them as they were"));
}

void OfficePage::sayNotRecorded() {
    sayWayBack(false);
    m_leave->show();
    m_notice->say(Notice::Kind::Warning, tr("What you changed is not recorded. Record it, or leave without it."));
    reveal(m_notice);
    m_leave->setFocus(Qt::OtherFocusReason);
}

void OfficePage::sayRecorded() {
    m_leave->hide();
    m_notice->say(Notice::Kind::Good, tr("Recorded %1. Home, the threat bar and referrals show it from now on.")
                                          .arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))));
    sayWayBack(true);
    takeFocus();
    toTop();
}

void OfficePage::refuse(const QString& sentence) {
    m_leave->hide();
    m_notice->say(Notice::Kind::Problem, sentence);
    reveal(m_notice);
}

} // namespace ui
