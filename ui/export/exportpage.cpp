#include "ui/export/exportpage.h"
#include "core/report/recipient.h"
#include "ui/export/preview.h"
#include "ui/rows/flow.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/whenedit.h"
#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace core;
using core::report::ReportKind;

namespace ui::exporting {

namespace {

constexpr int LeastPassphrase = 12;

void addLabelled(QVBoxLayout* to, const QString& text, QWidget* field, const QString& help = {}) {
    auto* label = new PlainLabel(text, Type::Strong);
    label->setBuddy(field);
    label->setWordWrap(true);
    to->addWidget(label);
    if (!help.isEmpty()) {
        auto* line = new PlainLabel(help, Type::Small, Colour::Soft);
        line->setWordWrap(true);
        to->addWidget(line);
    }
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    field->setAccessibleDescription(help);
    to->addWidget(field);
    to->addSpacing(space(2));
}

} // namespace

ExportPage::ExportPage(Build build, QWidget* parent)
    : QWidget(parent)
    , m_build(std::move(build))
    , m_page(new Page(this, 1040))
    , m_sections(new QWidget)
    , m_always(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_chronology(new QWidget)
    , m_earlier(new QCheckBox(tr("What amended entries said &before")))
    , m_from(new WhenEdit)
    , m_to(new WhenEdit(Future::Allowed))
    , m_recipient(new PlainLineEdit)
    , m_organisation(new PlainLineEdit)
    , m_why(new PlainTextEdit)
    , m_police(new QCheckBox(tr("&They are from the police")))
    , m_notToBeTold(new QWidget)
    , m_despite(new PlainTextEdit)
    , m_passphrase(new QLineEdit)
    , m_problem(new Notice(Notice::Kind::Problem, {}, {}))
    , m_status(new StatusLine)
    , m_save(new PrimaryButton(tr("&Save as PDF…")))
    , m_look(new PlainButton(tr("&Preview"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    // The column of every page of a case; in it, questions and answers of a width that can be read.
    auto* measure = new QWidget;
    measure->setMaximumWidth(px(720));
    auto* form = new QVBoxLayout(measure);
    form->setContentsMargins(0, 0, 0, 0);
    auto* across = new QHBoxLayout;
    across->addWidget(measure, 1000);
    across->addStretch(1);
    m_page->content()->addLayout(across);
    m_page->content()->addStretch(1);
    buildForm(form);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space(3));
    bar->addWidget(m_save);
    bar->addWidget(m_look);
    m_status->setWordWrap(true);
    bar->addWidget(m_status, 1);
    m_page->bar()->addLayout(bar);
    connect(m_kind, &ChoiceGroup::changed, this, [this] {
        buildSections();
        m_status->say({}); // what was saved was the other kind
        m_problem->hide();
    });
    for (const QLineEdit* of : {m_recipient, m_organisation})
        connect(of, &QLineEdit::textChanged, this, &ExportPage::recipientChanged);
    connect(m_why, &QPlainTextEdit::textChanged, this, &ExportPage::dropPreview);
    for (const QCheckBox* tick : {m_police, m_earlier})
        connect(tick, &QCheckBox::toggled, this, &ExportPage::dropPreview);
    for (const ChoiceGroup* choice : {m_alleged, m_groups})
        connect(choice, &ChoiceGroup::changed, this, &ExportPage::dropPreview);
    for (const WhenEdit* day : {m_from, m_to})
        connect(day, &WhenEdit::changed, this, &ExportPage::dropPreview);
    connect(m_look, &QAbstractButton::clicked, this, &ExportPage::preview);
    connect(m_save, &QAbstractButton::clicked, this, &ExportPage::ask);
}

void ExportPage::buildForm(QVBoxLayout* to) {
    to->setSpacing(space(1));
    auto* title = new PlainLabel(tr("Export"), Type::Heading1);
    auto* intro = new PlainLabel(
        tr("A PDF for one person, for one reason. That it was made, for whom and why, becomes part of the record."),
        Type::Body, Colour::Soft);
    intro->setWordWrap(true);
    to->addWidget(title);
    to->addWidget(intro);
    m_problem->hide();
    m_goTo = new QuietButton(tr("Go to the question"));
    m_problem->addAction(m_goTo);
    connect(m_goTo, &QAbstractButton::clicked, this, [this] {
        if (!m_asked)
            return;
        m_asked->setFocus(Qt::OtherFocusReason);
        reveal(m_asked);
    });
    to->addWidget(m_problem);
    to->addSpacing(space(3));

    m_kind = new ChoiceGroup(
        ChoiceGroup::Kind::One,
        {{QStringLiteral("referral"), tr("Referral summary"), tr("For children’s social care or the police")},
         {QStringLiteral("chronology"), tr("Chronology"), tr("Everything that happened, in its order")}});
    m_kind->setLabel(tr("What do you want to make?"));
    m_kind->choose(QStringLiteral("referral"));
    to->addWidget(new PlainLabel(tr("What do you want to make?"), Type::Strong));
    to->addWidget(m_kind);
    to->addSpacing(space(3));
    addLabelled(to, tr("Wh&o is it for?"), m_recipient);
    addLabelled(to, tr("Or&ganisation"), m_organisation);
    m_why->setLines(2, 6);
    addLabelled(to, tr("&Why do they need it?"), m_why);
    const QString policeHelp = tr("Web addresses are then printed in full. Nobody else needs them.");
    m_police->setAccessibleDescription(policeHelp);
    auto* policeLine = new PlainLabel(policeHelp, Type::Small, Colour::Soft);
    policeLine->setWordWrap(true);
    to->addWidget(m_police);
    to->addWidget(policeLine);
    to->addSpacing(space(2));
    m_alleged = new ChoiceGroup(ChoiceGroup::Kind::One, {{QStringLiteral("no"), tr("No"), {}},
                                                         {QStringLiteral("yes"), tr("Yes, or I am not sure"),
                                                          tr("The child's own account is then left out.")}});
    const QString question = tr("Is this person alleged to have done it, or do they live with somebody who is?");
    m_alleged->setLabel(question);
    auto* label = new PlainLabel(question, Type::Strong);
    label->setWordWrap(true);
    to->addWidget(label);
    to->addWidget(m_alleged);
    auto* despite = new QVBoxLayout(m_notToBeTold);
    despite->setContentsMargins(0, space(2), 0, 0);
    despite->setSpacing(space(1));
    m_despite->setLines(2, 6);
    addLabelled(despite, tr("They were not to be told. Why do they get it all the same?"), m_despite,
                tr("Kept in the record, and not printed."));
    m_notToBeTold->hide(); // until it is about somebody of whom that is recorded
    to->addWidget(m_notToBeTold);
    to->addSpacing(space(3));
    to->addWidget(new PlainLabel(tr("What is in it"), Type::Strong));
    new rows::Flow(m_sections, space(4), 0);
    to->addWidget(m_sections);
    to->addWidget(m_always);
    to->addSpacing(space(3));
    buildChronology(to);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    addLabelled(
        to, tr("Passp&hrase for the file (you may leave this empty)"), m_passphrase,
        tr("Say it by phone, never in the message that carries the file. With a passphrase the file is encrypted."));
}

void ExportPage::show(const record::CaseState& state) {
    const bool first = m_state == nullptr;
    m_state = &state;
    dropPreview();
    if (first)
        buildSections();
}

void ExportPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous())
        dropPreview();
}

ReportKind ExportPage::kind() const {
    return m_kind->chosen() == QLatin1String("chronology") ? ReportKind::Chronology : ReportKind::ReferralSummary;
}

void ExportPage::buildSections() {
    if (!m_state)
        return;
    dropPreview();
    qDeleteAll(m_ticks);
    m_ticks.clear();
    m_known = report::sections(kind(), *m_state);
    QStringList always;
    for (const report::Section& section : m_known) {
        m_ticks.push_back(nullptr);
        if (!section.removable) {
            always << section.title;
            continue;
        }
        auto* tick = new QCheckBox(QString(section.title).replace(QLatin1Char('&'), QStringLiteral("&&")));
        tick->setChecked(section.on);
        tick->setMinimumWidth(px(300));
        connect(tick, &QCheckBox::toggled, this, &ExportPage::dropPreview);
        m_sections->layout()->addWidget(tick);
        m_ticks.back() = tick;
    }
    m_always->setText(tr("Always in it: %1.").arg(always.join(QStringLiteral("; "))));
    m_always->setVisible(!always.isEmpty());
    m_chronology->setVisible(kind() == ReportKind::Chronology);
}

// Which kinds of entries, and of which days. What is left out is said in the document and in its entry.
void ExportPage::buildChronology(QVBoxLayout* to) {
    auto* layout = new QVBoxLayout(m_chronology);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(1));
    m_groups = new ChoiceGroup(
        ChoiceGroup::Kind::Several,
        {{QStringLiteral("words"), tr("Child's words"), {}},
         {QStringLiteral("told"), tr("Told"), {}},
         {QStringLiteral("referral"), tr("Referral"), {}},
         {QStringLiteral("decisions"), tr("Decisions"), {}},
         {QStringLiteral("support"), tr("Support"), {}},
         {QStringLiteral("other"), tr("Other"), {}},
         {QStringLiteral("record"), tr("The record itself: who may open it, what was made from it"), {}}},
        nullptr, ChoiceGroup::Direction::Across);
    m_groups->chooseAll({QStringLiteral("words"), QStringLiteral("told"), QStringLiteral("referral"),
                         QStringLiteral("decisions"), QStringLiteral("support"), QStringLiteral("other"),
                         QStringLiteral("record")});
    m_groups->setLabel(tr("Which kinds of entries"));
    layout->addWidget(new PlainLabel(tr("Which kinds of entries?"), Type::Strong));
    layout->addWidget(m_groups);
    m_earlier->setChecked(true);
    layout->addWidget(m_earlier);
    layout->addSpacing(space(2));
    const auto add = [&](const QString& text, WhenEdit* edit) {
        auto* label = new PlainLabel(text, Type::Strong);
        label->setBuddy(edit->field());
        edit->setLabel(text);
        layout->addWidget(label);
        layout->addWidget(edit);
    };
    add(tr("From which day? (empty: from the beginning)"), m_from);
    add(tr("Until which day? (empty: until now)"), m_to);
    layout->addSpacing(space(2));
    to->addWidget(m_chronology);
    m_chronology->hide();
}

report::Wanted ExportPage::wanted() const {
    report::Wanted wanted;
    wanted.kind = kind();
    wanted.sections = m_known;
    for (size_t i = 0; i < m_ticks.size(); ++i)
        wanted.sections[i].on = !m_ticks[i] || m_ticks[i]->isChecked();
    if (wanted.kind == ReportKind::Chronology) {
        wanted.choice.groups = m_groups->allChosen();
        wanted.choice.earlier = m_earlier->isChecked();
        wanted.choice.from = m_from->read().value.date();
        const Occurred until = m_to->read().value;
        wanted.choice.to = until.isKnown() ? until.end().toLocalTime().date() : QDate();
    }
    wanted.purpose.recipient = m_recipient->text().trimmed();
    wanted.purpose.organisation = m_organisation->text().trimmed();
    wanted.purpose.why = m_why->words().trimmed();
    wanted.purpose.recipientIsPolice = m_police->isChecked();
    wanted.purpose.recipientIsAlleged = m_alleged->chosen() == QLatin1String("yes"); // Save asks for an answer first
    wanted.purpose.despite = m_despite->words().trimmed();                           // kept only where it is asked for
    wanted.passphrase = m_passphrase->text();
    return wanted;
}

void ExportPage::preview() {
    delete m_preview;
    m_preview = previewOf(m_build(wanted()));
    auto* content = m_page->content();
    content->insertWidget(content->count() - 1, m_preview);
    // Its place is known once the sheet has been laid out with it.
    QTimer::singleShot(40, m_preview, [this] {
        m_page->area()->verticalScrollBar()->setValue(
            m_preview->mapTo(m_page->area()->widget(), QPoint(0, -space(3))).y());
    });
    m_status->say(tr("The preview stands below what you chose."));
}

void ExportPage::dropPreview() {
    if (!m_preview)
        return;
    delete std::exchange(m_preview, nullptr);
    m_status->say({});
}

// What the record says of the person it is for. A name is not shown that was not typed: who may be involved is said,
// not who else.
std::optional<ExportPage::Refusal> ExportPage::refusal(const report::Purpose& purpose) {
    const auto caution = report::cautionFor(*m_state, purpose);
    const bool askWhy = caution && caution->why == report::Caution::Why::NotToBeTold;
    m_notToBeTold->setVisible(askWhy);
    if (!caution)
        return std::nullopt;
    if (!askWhy)
        return Refusal{
            tr("%1 is recorded here as somebody who may be involved, so “No” cannot stand. Answer “Yes, or I "
               "am not sure”: the child's account is then left out. If this is somebody else of that name, "
               "write their full name and where they work.")
                .arg(caution->name),
            m_alleged->first()};
    if (purpose.despite.isEmpty())
        return Refusal{tr("It is recorded here that %1 is not told. Say why they get this all the same, or make it for "
                          "somebody else.")
                           .arg(caution->name),
                       m_despite};
    return std::nullopt;
}

void ExportPage::ask() {
    m_problem->hide();
    const report::Wanted asked = wanted();
    const auto refuse = [this](const QString& sentence, QWidget* field) {
        showProblem(sentence);
        m_asked = field;
        m_goTo->show();
        m_goTo->setFocus();
    };
    if (asked.purpose.recipient.isEmpty())
        refuse(tr("Say who it is for, then press Save again."), m_recipient);
    else if (asked.purpose.why.isEmpty())
        refuse(tr("Say why they need it, then press Save again."), m_why);
    else if (m_alleged->chosen().isEmpty())
        refuse(tr("Say whether this person is alleged to have done it, or lives with somebody who is."),
               m_alleged->first());
    else if (const auto refused = refusal(asked.purpose))
        refuse(refused->sentence, refused->field);
    else if (asked.kind == ReportKind::Chronology && asked.choice.groups.isEmpty())
        refuse(tr("Choose at least one kind of entry."), m_groups->first());
    else if (!m_from->isEmpty() && m_from->read().problem != WhenTyped::Problem::None)
        refuse(whenProblemText(m_from->read(), m_from->typed()), m_from->field());
    else if (!m_to->isEmpty() && m_to->read().problem != WhenTyped::Problem::None)
        refuse(whenProblemText(m_to->read(), m_to->typed()), m_to->field());
    else if (!asked.passphrase.isEmpty() && asked.passphrase.size() < LeastPassphrase)
        refuse(tr("The passphrase is too short: use at least %1 characters, four or five words, or leave it empty.")
                   .arg(LeastPassphrase),
               m_passphrase);
    else
        emit saveAsked(asked);
}

bool ExportPage::forgetAnswers() {
    const bool answered = m_police->isChecked() || !m_alleged->chosen().isEmpty() || !m_despite->words().isEmpty();
    m_police->setChecked(false);
    m_alleged->choose({});
    m_despite->clear();
    m_notToBeTold->hide();
    return answered;
}

// What was answered of one person does not hold for another.
void ExportPage::recipientChanged() {
    dropPreview();
    if (forgetAnswers())
        m_status->say(tr("It is for somebody else now. Answer again what is asked about them."));
}

void ExportPage::say(const QString& text) {
    m_passphrase->clear();
    forgetAnswers(); // the next one may be for somebody else
    m_status->say(text);
}

void ExportPage::showProblem(const QString& sentence) {
    m_goTo->hide();
    m_problem->say(Notice::Kind::Problem, sentence);
    m_page->toTop();
}

} // namespace ui::exporting
