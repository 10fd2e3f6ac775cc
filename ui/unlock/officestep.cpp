#include "ui/unlock/officestep.h"
#include "core/record/search.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/telephone.h"
#include <QAbstractButton>
#include <QEvent>
#include <QRegularExpression>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

QString typed(const PlainLineEdit* line) {
    return line->text().simplified();
}

std::vector<ChoiceOption> nations() {
    return {{core::vault::nationId(core::vault::Nation::England), OfficeStep::tr("England"), {}},
            {core::vault::nationId(core::vault::Nation::Wales), OfficeStep::tr("Wales"), {}}};
}

} // namespace

OfficeStep::OfficeStep(QWidget* parent)
    : SetupStep(tr("Your office"), tr("The school or agency whose records these will be."), parent) {
    m_name = addLine(tr("Name of the school or agency"));
    m_nation = new ChoiceGroup(ChoiceGroup::Kind::One, nations(), nullptr, ChoiceGroup::Direction::Across);
    m_nation->setLabel(tr("Nation"));
    addField(tr("Nation"),
             tr("Time limits and the words for services follow it. A case follows where its child lives."), m_nation);
    m_phone = addLine(tr("Office telephone (optional)"), tr("Printed on referrals."));
}

QWidget* OfficeStep::firstField() const {
    return m_name;
}

void OfficeStep::take(SetupAnswers& answers) {
    core::vault::Office& office = answers.setup.office;
    office.name = typed(m_name);
    office.phone = typed(m_phone);
    if (office.name.isEmpty())
        fault(m_name, tr("Type the name of the school or agency."));
    const auto nation = core::vault::nationFromId(m_nation->chosen());
    if (!nation)
        fault(m_nation, tr("Choose England or Wales."));
    if (!canBeRung(office.phone))
        fault(m_phone, cannotBeRungText(office.phone));
    office.nation = nation.value_or(office.nation);
    office.leadTitle = office.nation == core::vault::Nation::Wales ? tr("Designated safeguarding person")
                                                                   : tr("Designated safeguarding lead");
}

AuthoritiesStep::AuthoritiesStep(QWidget* parent)
    : SetupStep(tr("Children's social care"),
                tr("The local authorities your children live in, with the numbers you would call. They stand on Home "
                   "and in every referral. "
                   "You can leave this for later."),
                parent)
    , m_list(new QVBoxLayout) {
    m_list->setSpacing(space(4));
    layoutOf()->addLayout(m_list);
    auto* more = new QuietButton(tr("+ &Add another local authority"));
    layoutOf()->addWidget(more, 0, Qt::AlignLeft);
    addAuthority();
    connect(more, &QPushButton::clicked, this, [this] {
        addAuthority();
        m_lines.back().name->setFocus(Qt::OtherFocusReason);
        QTimer::singleShot(0, this, [this] { // once it has its place
            reveal(m_lines.back().places);   // all of it, if the window holds it
            reveal(m_lines.back().name);
        });
    });
}

void AuthoritiesStep::addAuthority() {
    const int number = int(m_lines.size()) + 1;
    if (number > 1)
        m_list->addWidget(new Rule);
    const auto line = [&](const QString& label, const QString& help) {
        PlainLineEdit* edit = addLine(label, help, m_list);
        if (number > 1)
            edit->setAccessibleName(tr("%1, authority %2").arg(label).arg(number));
        return edit;
    };
    Lines lines;
    lines.name = line(tr("Local authority"), {});
    lines.nation = new ChoiceGroup(ChoiceGroup::Kind::One, nations(), nullptr, ChoiceGroup::Direction::Across);
    addField(tr("Nation"), {}, lines.nation, m_list);
    lines.nation->setLabel(number > 1 ? tr("Nation of local authority %1").arg(number)
                                      : tr("Nation of the local authority"));
    lines.nation->choose(core::vault::nationId(m_nation));
    lines.phone = line(tr("Telephone in office hours"), {});
    lines.outOfHours = line(tr("Telephone out of hours"), {});
    lines.places = line(tr("Towns or postcodes in it (optional)"),
                        tr("Divided by commas. A child's address then proposes the authority."));
    m_lines.push_back(lines);
}

void AuthoritiesStep::enter(SetupAnswers& answers) {
    const auto before = std::exchange(m_nation, answers.setup.office.nation);
    if (before == m_nation)
        return;
    for (const Lines& lines : m_lines) // one that is named already keeps what stands beside it
        if (lines.nation->chosen() == core::vault::nationId(before) && typed(lines.name).isEmpty())
            lines.nation->choose(core::vault::nationId(m_nation));
}

void AuthoritiesStep::take(SetupAnswers& answers) {
    answers.setup.office.authorities.clear();
    for (const Lines& lines : m_lines) {
        core::vault::Authority authority;
        authority.name = typed(lines.name);
        authority.phone = typed(lines.phone);
        authority.outOfHours = typed(lines.outOfHours);
        authority.nation = core::vault::nationFromId(lines.nation->chosen()).value_or(m_nation);
        for (const QString& place : lines.places->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            authority.places << place.simplified();
        if (authority.name.isEmpty() && authority.phone.isEmpty() && authority.outOfHours.isEmpty())
            continue;
        if (authority.name.isEmpty())
            fault(lines.name, tr("Type the name of the local authority these numbers belong to."));
        for (PlainLineEdit* number : {lines.phone, lines.outOfHours})
            if (!canBeRung(typed(number)))
                fault(number, cannotBeRungText(typed(number)));
        authority.id = QStringLiteral("la%1").arg(answers.setup.office.authorities.size() + 1);
        answers.setup.office.authorities.push_back(authority);
    }
}

QWidget* AuthoritiesStep::firstField() const {
    return m_lines.front().name;
}

QString suggestedLogIn(const QString& name) {
    QString plain = core::record::foldedForSearch(name);
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    plain = plain.replace(others, QStringLiteral(" ")).simplified();
    return plain.replace(QLatin1Char(' '), QLatin1Char('.'));
}

YouStep::YouStep(QWidget* parent)
    : SetupStep(tr("You"), tr("You will be the first lead: you open cases, add to them and export from them."),
                parent) {
    m_name = addLine(tr("Your name"), tr("As it should stand beside what you record."));
    m_title = addLine(tr("Your title"));
    m_logIn = addLine(tr("Log-in name"),
                      tr("You type it to unlock. It can be seen on the disk, so it need not be your name."));
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
        if (!m_logIn->isModified())
            m_logIn->setText(suggestedLogIn(name));
    });
    m_logIn->installEventFilter(this);
}

// What was proposed is replaced by what is typed, also after a click into it.
bool YouStep::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_logIn && event->type() == QEvent::FocusIn && !m_logIn->isModified())
        QTimer::singleShot(0, m_logIn, &QLineEdit::selectAll);
    return SetupStep::eventFilter(watched, event);
}

void YouStep::enter(SetupAnswers& answers) {
    if (!m_title->isModified())
        m_title->setText(answers.setup.office.leadTitle);
}

void YouStep::take(SetupAnswers& answers) {
    answers.setup.leadName = typed(m_name);
    answers.setup.leadTitle = typed(m_title);
    answers.setup.logInName = m_logIn->text().trimmed();
    if (answers.setup.leadName.isEmpty())
        fault(m_name, tr("Type your name."));
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$"));
    if (!allowed.match(answers.setup.logInName).hasMatch())
        fault(m_logIn, tr("A log-in name has 2 to 40 letters, numbers, dots or dashes. Change it."));
}

QWidget* YouStep::firstField() const {
    return m_name;
}

} // namespace ui
