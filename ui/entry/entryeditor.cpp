#include "ui/entry/entryeditor.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

using namespace core;

namespace ui::entry {

EntryEditor::EntryEditor(const guide::Form& form, FormNeeds needs, const Seed& seed, const CaseId& caseId, Save save,
                         QWidget* parent)
    : QWidget(parent)
    , m_seed(seed)
    , m_form(new FormView(form, std::move(needs)))
    , m_page(new Page(this))
    , m_notice(new Notice(Notice::Kind::Problem, {}, {}))
    , m_status(new StatusLine)
    , m_above(new QVBoxLayout)
    , m_below(new QVBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    m_above->setSpacing(space(3));
    m_page->content()->addLayout(m_above);
    m_page->content()->addWidget(m_form);
    m_notice->hide();
    buildAmendReason();
    m_page->content()->addWidget(m_notice);
    m_page->content()->addLayout(m_below);
    m_page->content()->addStretch(1);
    buildBar();

    m_keeper = new DraftKeeper(
        {caseId, seed.id, form.kind(), [this] { return draftContent(); }, std::move(save), !seed.draft.isEmpty()},
        this);
    if (seed.amends)
        m_form->proposeNothing();
    if (!seed.draft.isEmpty()) {
        m_form->restore(seed.draft);
        if (m_amendReason)
            m_amendReason->setWords(seed.draft.value(QLatin1String("reason")).toString());
        const QJsonObject rails = seed.draft.value(QLatin1String("rails")).toObject();
        for (auto given = rails.begin(); given != rails.end(); ++given)
            m_reasons.insert(given.key(), given.value().toString());
        if (seed.wasAway)
            m_draftSaid = tr("Your draft is back. Nothing is recorded yet.");
        sayStatus();
    } else if (!seed.fields.isEmpty() || seed.occurred.isKnown()) {
        m_form->setFields(seed.fields, seed.occurred);
    }
    m_throwAway->setVisible(!seed.draft.isEmpty());
    connect(m_form, &FormView::changed, this, &EntryEditor::typed);
    connect(m_keeper, &DraftKeeper::saved, this, &EntryEditor::saySaved);
    connect(m_keeper, &DraftKeeper::removed, this, [this] {
        m_draftSaid = tr("Nothing is written here.");
        m_draftFailed = false;
        sayStatus();
        m_throwAway->hide();
        m_sure->hide();
    });
    connect(m_keeper, &DraftKeeper::failed, this, [this](const Error& error) {
        m_draftSaid = tr("The draft could not be kept. %1").arg(errorText(error));
        m_draftFailed = true;
        sayStatus();
    });
}

void EntryEditor::buildAmendReason() {
    if (!m_seed.amends)
        return;
    auto* label = new PlainLabel(tr("&Why are you amending this?"), Type::Strong);
    auto* help = new PlainLabel(
        tr("Required. The entry as it was stays in the record. The reason is shown beside the new version."),
        Type::Small, Colour::Soft);
    help->setWordWrap(true);
    m_amendReason = new PlainTextEdit;
    m_amendReason->setLines(2, 6);
    m_amendReason->setAccessibleName(tr("Why are you amending this?"));
    m_amendReason->setAccessibleDescription(help->text());
    label->setBuddy(m_amendReason);
    connect(m_amendReason, &QPlainTextEdit::textChanged, this, &EntryEditor::typed);
    auto* block = new QVBoxLayout;
    block->setSpacing(space(1));
    for (QWidget* widget : std::initializer_list<QWidget*>{label, help, m_amendReason})
        block->addWidget(widget);
    m_page->content()->addLayout(block);
}

void EntryEditor::buildBar() {
    m_record = new PrimaryButton(m_seed.amends ? tr("&Record the amendment") : tr("&Record"));
    m_throwAway = new QuietButton(tr("Throw this draft away…"));
    m_bar = new QHBoxLayout;
    m_bar->setSpacing(space(3));
    m_bar->addWidget(m_record);
    m_status->setWordWrap(true);
    m_bar->addWidget(m_status, 1);
    m_bar->addWidget(m_throwAway);
    buildThrowAway();
    m_page->bar()->addLayout(m_bar);
    m_form->setGoOn(goOn());
    connect(m_record, &QAbstractButton::clicked, this, &EntryEditor::ask);
}

void EntryEditor::buildThrowAway() {
    m_sure = new Notice(Notice::Kind::Warning, {}, tr("Throw away what is written here? It was not recorded."));
    auto* yes = new PlainButton(tr("Throw it away"));
    auto* no = new QuietButton(tr("Keep it"));
    m_sure->addAction(yes);
    m_sure->addAction(no);
    m_sure->hide();
    m_page->bar()->addWidget(m_sure);
    connect(m_throwAway, &QAbstractButton::clicked, this, [this, no] {
        m_sure->show();
        no->setFocus();
    });
    connect(no, &QAbstractButton::clicked, this, [this] {
        m_throwAway->setFocus();
        m_sure->hide();
    });
    connect(yes, &QAbstractButton::clicked, this, [this] {
        m_sure->hide();
        emit throwAwayAsked();
    });
}

void EntryEditor::setThrowAwayOffered(bool offered) {
    m_throwAwayOffered = offered;
    m_throwAway->setVisible(offered && !m_seed.draft.isEmpty());
}

QString EntryEditor::goOn() const {
    return QString(m_record->text()).remove(QLatin1Char('&'));
}

void EntryEditor::typed() {
    if (m_form->dropped().isEmpty())
        m_droppedSaid.clear();
    if (!m_noticeStands || !m_noticeStands())
        m_notice->hide();
    m_keeper->touch();
    sayStatus();
}

QString EntryEditor::standing() const {
    if (!m_asked)
        return {};
    const bool stopped =
        std::any_of(m_railsShown.begin(), m_railsShown.end(), [](const RailShown& shown) { return shown.stop; });
    if (stopped)
        return tr("Not recorded yet. Change what the note above names, then press %1.").arg(goOn());
    if (!m_railsShown.empty() || !m_notice->isHidden())
        return tr("Not recorded yet. Read the note above, then press %1 again.").arg(goOn());
    if (m_form->hasProblems())
        return tr("Not recorded yet. Put right what is named above, then press %1 again.").arg(goOn());
    return {};
}

// What keeps it from being recorded is not talked over by a draft that was saved.
void EntryEditor::sayStatus() {
    QStringList parts{standing(), m_draftSaid};
    parts.removeAll(QString());
    const QString text = parts.join(QLatin1Char(' '));
    if (text == m_status->text())
        return;
    if (m_draftFailed)
        m_status->warn(text);
    else
        m_status->say(text);
}

const guide::Form& EntryEditor::form() const {
    return m_form->form();
}

QVBoxLayout* EntryEditor::above() const {
    return m_above;
}

QVBoxLayout* EntryEditor::below() const {
    return m_below;
}

Button* EntryEditor::addBarButton(const QString& text) {
    auto* button = new QuietButton(text);
    m_bar->addWidget(button);
    return button;
}

void EntryEditor::focusForm() {
    m_form->focusFirst();
}

void EntryEditor::setFormTitleShown(bool shown) {
    m_form->setTitleShown(shown);
}

void EntryEditor::setUnderTitle(bool titled) {
    m_form->setTitleType(Type::Heading2);
    m_form->setTitleShown(titled);
}

void EntryEditor::hideField(const QString& id) {
    m_form->hideField(id);
}

void EntryEditor::setRecordText(const QString& text) {
    m_record->setText(text);
    m_form->setGoOn(goOn());
}

bool EntryEditor::hasText() const {
    return !m_form->isEmpty();
}

void EntryEditor::tell(Notice::Kind kind, const QString& sentence, std::function<bool()> stands) {
    m_noticeStands = std::move(stands);
    m_notice->say(kind, sentence);
    sayStatus();
    reveal(m_notice);
}

void EntryEditor::ask() {
    m_notice->hide();
    m_asked = true;
    if (!m_form->check()) {
        sayStatus();
        return;
    }
    const QStringList dropped = m_form->dropped();
    if (!dropped.isEmpty() && dropped != m_droppedSaid) {
        m_droppedSaid = dropped;
        tell(Notice::Kind::Warning, tr("An answer is hidden by what was answered since, and will not be recorded: %1. "
                                       "Press %2 again to go on.")
                                        .arg(dropped.join(QStringLiteral("; ")), goOn()));
        return;
    }
    if (m_amendReason && m_amendReason->words().trimmed().isEmpty()) {
        tell(Notice::Kind::Problem, tr("Say why you are amending this entry, then press %1 again.").arg(goOn()),
             [this] { return m_amendReason->words().trimmed().isEmpty(); });
        m_amendReason->setFocus();
        return;
    }
    emit recordAsked();
}

bool EntryEditor::takeFacts(const guide::Facts& facts) {
    return m_form->takeFacts(facts);
}

bool EntryEditor::askForReason() {
    for (const RailShown& shown : m_railsShown) {
        if (!shown.reason || !shown.reason->words().trimmed().isEmpty())
            continue;
        tell(
            Notice::Kind::Problem, tr("To go on, give your reason. It becomes part of the entry."),
            [reason = QPointer<PlainTextEdit>(shown.reason)] { return reason && reason->words().trimmed().isEmpty(); });
        shown.reason->setFocus();
        return true;
    }
    return false;
}

record::Recording EntryEditor::recording() const {
    record::Recording recording;
    recording.kind = m_form->form().kind();
    recording.occurred = m_form->occurred();
    recording.fields = m_form->fields();
    recording.amends = m_seed.amends;
    recording.id = m_seed.id;
    if (m_amendReason)
        recording.amendReason = m_amendReason->words();
    for (auto reason = m_reasons.begin(); reason != m_reasons.end(); ++reason)
        recording.rails.append({reason.key(), reason.value()});
    return recording;
}

void EntryEditor::showProblems(const std::vector<guide::FieldProblem>& problems) {
    m_form->showProblems(problems);
    sayStatus();
}

// Each rail once: its text, and a field for the reason where it asks for one. Pressing Record again goes on.
bool EntryEditor::passRails(const Rails& rails, const std::function<QString(QString)>& words) {
    const auto stands = [this](const guide::GuardRail* rail) {
        return std::any_of(m_railsShown.begin(), m_railsShown.end(),
                           [&](const RailShown& shown) { return shown.id == rail->id; });
    };
    const bool stopped =
        std::any_of(rails.begin(), rails.end(), [](const guide::GuardRail* rail) { return rail->stop; });
    const bool news = !std::all_of(rails.begin(), rails.end(), stands);
    if (news || rails.size() != m_railsShown.size()) { // new ones, or some that no longer apply
        showRails(rails, words);
        m_keeper->touch(); // that they have spoken is part of the draft
    }
    if (!news && !stopped)
        return !askForReason();
    for (const RailShown& shown : m_railsShown)
        if (shown.reason) {
            shown.reason->setFocus();
            break;
        }
    announce(*this, stopped ? tr("This cannot be recorded like this.") : tr("Read this before you record."));
    reveal(m_rails);
    sayStatus();
    return false;
}

void EntryEditor::bringBackRails(const Rails& rails, const std::function<QString(QString)>& words) {
    Rails spoken;
    std::copy_if(rails.begin(), rails.end(), std::back_inserter(spoken),
                 [this](const guide::GuardRail* rail) { return m_reasons.contains(rail->id); });
    showRails(spoken, words);
}

void EntryEditor::showRails(const Rails& rails, const std::function<QString(QString)>& words) {
    delete std::exchange(m_rails, nullptr);
    m_railsShown.clear();
    if (rails.empty())
        return;
    m_rails = new QWidget;
    auto* layout = new QVBoxLayout(m_rails);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(3));
    for (const guide::GuardRail* rail : rails) {
        RailShown shown{rail->id, rail->stop};
        auto* notice = new Notice(rail->stop ? Notice::Kind::Problem : Notice::Kind::Warning,
                                  rail->stop ? tr("This cannot be recorded like this") : tr("Before you record this"),
                                  words(rail->text));
        layout->addWidget(notice);
        if (!rail->stop)
            m_reasons.insert(rail->id, m_reasons.value(rail->id));
        if (!rail->stop && rail->reasonAsked) {
            auto* label = new PlainLabel(tr("If you go on all the same, why?"), Type::Strong);
            shown.reason = new PlainTextEdit;
            shown.reason->setLines(2, 6);
            shown.reason->setWords(m_reasons.value(rail->id));
            shown.reason->setAccessibleName(tr("If you go on all the same, why? %1").arg(words(rail->text)));
            label->setBuddy(shown.reason);
            notice->body()->addWidget(label);
            notice->body()->addWidget(shown.reason);
            connect(shown.reason, &QPlainTextEdit::textChanged, this, [this, id = rail->id, reason = shown.reason] {
                m_reasons.insert(id, reason->words());
                typed();
            });
        }
        m_railsShown.push_back(shown);
    }
    auto* content = m_page->content();
    content->insertWidget(content->indexOf(m_notice), m_rails);
    m_rails->show();
}

void EntryEditor::showError(const Error& error) {
    tell(Notice::Kind::Problem, errorText(error));
}

void EntryEditor::finish() {
    m_keeper->stop();
}

Result<> EntryEditor::keep() {
    return m_keeper->flush();
}

QJsonObject EntryEditor::draftContent() const {
    const QString reason = m_amendReason ? m_amendReason->words() : QString();
    if (!hasText() && !m_form->tookOut() && reason.isEmpty())
        return {};
    QJsonObject content = m_form->draft();
    if (m_seed.amends)
        content.insert(QStringLiteral("amends"), m_seed.amends->toString());
    if (!m_seed.step.isEmpty())
        content.insert(QStringLiteral("step"), m_seed.step);
    if (!reason.isEmpty())
        content.insert(QStringLiteral("reason"), reason);
    QJsonObject rails;
    for (auto given = m_reasons.begin(); given != m_reasons.end(); ++given)
        rails.insert(given.key(), given.value());
    if (!rails.isEmpty())
        content.insert(QStringLiteral("rails"), rails);
    return content;
}

void EntryEditor::saySaved(const QDateTime& local) {
    m_draftSaid = tr("Draft saved %1").arg(local.toString(QStringLiteral("HH:mm")));
    m_draftFailed = false;
    sayStatus();
    m_throwAway->setVisible(m_throwAwayOffered);
}

} // namespace ui::entry
