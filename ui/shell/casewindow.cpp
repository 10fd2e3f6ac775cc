#include "ui/shell/casewindow.h"
#include "ui/entry/wording.h"
#include "ui/guide/guidepage.h"
#include "ui/knows/knowspage.h"
#include "ui/papers/paperspage.h"
#include "ui/people/peoplepage.h"
#include "ui/plan/planpage.h"
#include "ui/referral/referralspage.h"
#include "ui/shell/caseheader.h"
#include "ui/shell/caseneeds.h"
#include "ui/shell/caserail.h"
#include "ui/shell/entrypage.h"
#include "ui/shell/exporting.h"
#include "ui/shell/threatbar.h"
#include "ui/timeline/timelinepage.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/notice.h"
#include "ui/words/wordspage.h"
#include <QBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

using namespace core;

namespace ui::shell {

struct CaseWindow::Inner {
    record::CaseFile& file;
    const core::guide::Guide& guide;
    const vault::Office& office;
    const vault::Member& self;
    CaseHeader* header = nullptr;
    ThreatBar* threat = nullptr;
    Notice* said = nullptr;
    QBoxLayout* middle = nullptr;
    CaseRail* rail = nullptr;
    QStackedWidget* stack = nullptr;
    ui::guide::GuidePage* guidePage = nullptr;
    timeline::TimelinePage* timeline = nullptr;
    words::WordsPage* words = nullptr;
    knows::KnowsPage* knows = nullptr;
    referral::ReferralsPage* referrals = nullptr;
    plan::PlanPage* plan = nullptr;
    people::PeoplePage* people = nullptr;
    papers::PapersPage* papers = nullptr;
    exporting::ExportPage* exportPage = nullptr;
    EntryPage* entry = nullptr;
    Page page = Page::Guide;
    Page before = Page::Guide; // where one was before Add entry or Export
    bool stale[10] = {};       // pages that do not show the newest state yet

    const record::CaseState& state() const { return file.state(); }
    const ledger::Grant* grant() const {
        for (const ledger::Grant& one : file.state().access)
            if (one.member == self.id && !one.ended)
                return &one;
        return nullptr;
    }
    bool mayAdd() const { return file.readOnly() == vault::ReadOnlyReason::None && grant() && grant()->mayAdd; }
    bool mayExport() const { return file.readOnly() == vault::ReadOnlyReason::None && grant() && grant()->mayExport; }
    core::guide::ValueNames names() const { return entry::namesFor(state(), office, guide); }
    QString words_(const QString& text) const { return entry::worded(guide, state(), text); }
};

namespace {

QWidget* pageWidget(QStackedWidget* stack, CaseWindow::Page page) {
    return stack->widget(static_cast<int>(page));
}

QString readOnlySentence(vault::ReadOnlyReason reason) {
    using Reason = vault::ReadOnlyReason;
    switch (reason) {
    case Reason::None: return {};
    case Reason::FolderReadOnly: return CaseWindow::tr("This case can be read and not added to: the folder of the vault cannot be written.");
    case Reason::RolledBack: return CaseWindow::tr("This case can be read and not added to: it is older than what you have already seen on this PC. Ask whoever looks after the backups.");
    case Reason::OfficeUnreadable: return CaseWindow::tr("This case can be read and not added to: the office’s own record could not be read.");
    case Reason::AccessRecordOld: return CaseWindow::tr("This case can be read and not added to: its list of members is older than what you have already seen.");
    case Reason::Damaged: return CaseWindow::tr("This case can be read and not added to: a part of it is damaged.");
    case Reason::OpenedWithRecovery: return CaseWindow::tr("Opened with the recovery sheet: this case can be read and not added to.");
    }
    return {};
}

QJsonObject personFields(const QString& name, const QString& ref) {
    if (name.isEmpty())
        return {};
    QJsonObject person{{QStringLiteral("name"), name}};
    if (!ref.isEmpty())
        person.insert(QStringLiteral("ref"), ref);
    return {{QStringLiteral("person"), person}};
}

} // namespace

CaseWindow::CaseWindow(record::CaseFile& file, const core::guide::Guide& guide, const vault::Office& office, const vault::Member& self,
                       QWidget* parent)
    : QWidget(parent), m(std::make_unique<Inner>(Inner{file, guide, office, self})) {
    m->header = new CaseHeader;
    m->threat = new ThreatBar;
    m->said = new Notice(Notice::Kind::Good, {}, {});
    m->said->hide();
    m->rail = new CaseRail;
    m->stack = new QStackedWidget;
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m->threat);
    right->addWidget(m->said);
    right->addWidget(m->stack, 1);
    m->middle = new QHBoxLayout;
    m->middle->setSpacing(0);
    m->middle->addWidget(m->rail);
    m->middle->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m->header);
    layout->addWidget(new Rule);
    layout->addLayout(m->middle, 1);
    makePages();
    wirePages();
    wireShortcuts();
    refresh();
    openPage(Page::Guide);
}

CaseWindow::~CaseWindow() = default;

void CaseWindow::makePages() {
    const auto factory = [this](const entry::Seed& seed, QWidget* parent) { return makeEditor(seed, parent); };
    m->guidePage = new ui::guide::GuidePage(m->guide, factory);
    m->timeline = new timeline::TimelinePage;
    m->words = new words::WordsPage;
    m->knows = new knows::KnowsPage;
    m->referrals = new referral::ReferralsPage;
    m->plan = new plan::PlanPage;
    m->people = new people::PeoplePage;
    m->papers = new papers::PapersPage;
    m->exportPage = new exporting::ExportPage([this](const exporting::Wanted& wanted) { return documentFor(m->file, m->guide, m->office, m->self, wanted); });
    m->entry = new EntryPage(factory);
    // In the order of the enum.
    for (QWidget* page : std::initializer_list<QWidget*>{m->guidePage, m->timeline, m->words, m->knows, m->referrals, m->plan,
                                                        m->people, m->papers, m->exportPage, m->entry})
        m->stack->addWidget(page);
    const std::vector<QPair<Page, QString>> rail{{Page::Guide, tr("Guide")}, {Page::Timeline, tr("Timeline")}, {Page::Words, tr("Child's words")},
                                                 {Page::Knows, tr("Who knows")}, {Page::Referrals, tr("Referrals")}, {Page::Plan, tr("Plan")},
                                                 {Page::Papers, tr("Papers")}, {Page::People, tr("People")}};
    for (const auto& [page, title] : rail)
        m->rail->add(static_cast<int>(page), title);
    connect(m->rail, &CaseRail::chosen, this, [this](int page) { openPage(static_cast<Page>(page)); });
    connect(m->header, &CaseHeader::addAsked, this, [this] { chooseEntry(); });
    connect(m->header, &CaseHeader::referAsked, this, [this] { write(QStringLiteral("referral")); });
    connect(m->header, &CaseHeader::exportAsked, this, [this] { openPage(Page::Export); });
    connect(m->threat, &ThreatBar::recordCallAsked, this, [this] { write(QStringLiteral("contact")); });
}

void CaseWindow::wirePages() {
    const auto writeForm = [this](const QString& form) { write(form); };
    connect(m->guidePage, &ui::guide::GuidePage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->guidePage, &ui::guide::GuidePage::stepNotNeeded, this, &CaseWindow::recordNotNeeded);
    connect(m->timeline, &timeline::TimelinePage::amendAsked, this, &CaseWindow::amend);
    connect(m->timeline, &timeline::TimelinePage::addAsked, this, [this] { chooseEntry(); });
    connect(m->words, &words::WordsPage::addAsked, this, writeForm);
    connect(m->words, &words::WordsPage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->knows, &knows::KnowsPage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->knows, &knows::KnowsPage::needAsked, this, [this](const QString& name, const QString& ref) {
        write(QStringLiteral("need-to-know"), personFields(name, ref));
    });
    connect(m->knows, &knows::KnowsPage::tellingAsked, this, [this](const QString& name, const QString& ref) {
        write(QStringLiteral("told"), personFields(name, ref));
    });
    connect(m->referrals, &referral::ReferralsPage::referAsked, this, [this] { write(QStringLiteral("referral")); });
    connect(m->referrals, &referral::ReferralsPage::notReferredAsked, this, [this] { write(QStringLiteral("not-referred")); });
    connect(m->referrals, &referral::ReferralsPage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->referrals, &referral::ReferralsPage::progressAsked, this, [this](const EntryId& id, const QString& step) {
        write(QStringLiteral("referral-progress"), {{QStringLiteral("referral"), id.toString()}, {QStringLiteral("step"), step}});
    });
    connect(m->plan, &plan::PlanPage::addAsked, this, writeForm);
    connect(m->plan, &plan::PlanPage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->people, &people::PeoplePage::addAsked, this, writeForm);
    connect(m->people, &people::PeoplePage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->papers, &papers::PapersPage::addAsked, this, writeForm);
    connect(m->papers, &papers::PapersPage::entryAsked, this, &CaseWindow::openEntry);
    connect(m->exportPage, &exporting::ExportPage::saveAsked, this, &CaseWindow::saveExport);
    connect(m->entry, &EntryPage::formChosen, this, writeForm);
    connect(m->entry, &EntryPage::draftChosen, this, &CaseWindow::openDraft);
    connect(m->entry, &EntryPage::left, this, [this] { openPage(m->before); });
}

void CaseWindow::wireShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        openPage(Page::Timeline);
        m->timeline->focusFind();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] {
        if (m->mayExport())
            openPage(Page::Export);
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { openPage(static_cast<Page>(m->rail->next(1))); });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { openPage(static_cast<Page>(m->rail->next(-1))); });
}

CaseId CaseWindow::caseId() const {
    return m->state().id;
}

// Pages are filled when they are looked at: only the one in sight costs anything after a change.
void CaseWindow::refresh() {
    std::fill(std::begin(m->stale), std::end(m->stale), true);
    const QDateTime now = QDateTime::currentDateTime();
    const record::CaseState& state = m->state();
    m->header->show(state, m->guide, m->mayAdd(), m->mayExport(), now);
    m->threat->show(state, m->office, m->mayAdd(), now);
    const auto count = [this](Page page, size_t n) { m->rail->setCount(static_cast<int>(page), n == 0 ? QString() : QString::number(n)); };
    if (state.stepsApplying() > 0)
        m->rail->setCount(static_cast<int>(Page::Guide), tr("%1 of %2").arg(state.stepsDone()).arg(state.stepsApplying()));
    count(Page::Timeline, state.entries.size() + state.notPermitted.size());
    count(Page::Words, state.words.size());
    count(Page::Knows, state.knows.size());
    count(Page::Referrals, state.referrals.size());
    count(Page::Plan, state.withRole(u"plan").size() + state.withRole(u"restriction").size() + state.withRole(u"support").size());
    count(Page::Papers, state.withRole(u"paper").size());
    count(Page::People, state.people.size());
    if (const QString sentence = readOnlySentence(m->file.readOnly()); !sentence.isEmpty())
        m->said->say(Notice::Kind::Warning, sentence);
    // The timeline holds pointers into the state: it never stays behind.
    fill(Page::Timeline);
    fill(m->page);
}

void CaseWindow::fill(Page page) {
    if (!m->stale[static_cast<size_t>(page)])
        return;
    m->stale[static_cast<size_t>(page)] = false;
    const record::CaseState& state = m->state();
    switch (page) {
    case Page::Guide: m->guidePage->show(state, m->names()); return;
    case Page::Timeline:
        m->timeline->show(state, m->names(), m->mayAdd());
        m->timeline->setDraftsOfOthers(m->file.draftsOfOthers().value_or(0));
        return;
    case Page::Words: m->words->show(state, m->names(), m->mayAdd()); return;
    case Page::Knows: m->knows->show(state, m->mayAdd()); return;
    case Page::Referrals: m->referrals->show(state, m->mayAdd()); return;
    case Page::Plan: m->plan->show(state, m->names(), m->mayAdd()); return;
    case Page::People: m->people->show(state, m->office, m->mayAdd()); return;
    case Page::Papers: m->papers->show(state, m->names(), m->mayAdd()); return;
    case Page::Export: m->exportPage->show(state); return;
    case Page::Entry: return;
    }
}

void CaseWindow::openPage(Page page) {
    if (page != m->page && !keepDraft())
        return; // the editor says why; the text stays on the screen
    if (m->page != Page::Entry && m->page != Page::Export)
        m->before = m->page;
    m->page = page;
    if (m->file.readOnly() == vault::ReadOnlyReason::None)
        m->said->hide();
    fill(page);
    m->rail->setCurrent(static_cast<int>(page));
    m->stack->setCurrentWidget(pageWidget(m->stack, page));
    arrangeHeight();
}

void CaseWindow::openStep(const QString& stepId) {
    openPage(Page::Guide);
    m->guidePage->openStep(stepId);
}

void CaseWindow::openEntry(const EntryId& entry) {
    openPage(Page::Timeline);
    m->timeline->openEntry(entry);
}

void CaseWindow::openDue(const record::DueItem& due) {
    const auto subject = EntryId::parse(due.subject);
    if (!due.step.isEmpty())
        openStep(due.step);
    else if (const record::EntryView* entry = subject ? m->state().entry(*subject) : nullptr; entry && entry->role == QLatin1String("referral"))
        openPage(Page::Referrals);
    else if (entry && (entry->role == QLatin1String("restriction") || entry->role == QLatin1String("plan") || entry->role == QLatin1String("review")))
        openPage(Page::Plan);
    else if (entry && entry->role == QLatin1String("need-to-know"))
        openPage(Page::Knows);
    else if (subject && m->state().entry(*subject))
        openEntry(*subject);
    else
        openPage(Page::Guide);
}

void CaseWindow::openDraft(const EntryId& id) {
    const auto drafts = m->file.drafts();
    if (!drafts) {
        tell(Notice::Kind::Problem, errorText(drafts.error()));
        return;
    }
    for (const ledger::Draft& draft : *drafts) {
        if (draft.id != id)
            continue;
        const QString step = draft.content.value(QLatin1String("step")).toString();
        if (!step.isEmpty()) {
            openPage(Page::Guide);
            m->guidePage->openStep(step, draft.kind.section(QLatin1Char('/'), 0, 0));
            return;
        }
        entry::Seed seed;
        seed.kind = draft.kind;
        seed.id = draft.id;
        seed.draft = draft.content;
        seed.amends = EntryId::parse(draft.content.value(QLatin1String("amends")).toString());
        writeSeed(seed);
        return;
    }
}

void CaseWindow::chooseEntry() {
    openPage(Page::Entry);
    std::vector<EntryPage::Waiting> waiting;
    if (const auto drafts = m->file.drafts())
        for (const ledger::Draft& draft : *drafts)
            if (const core::guide::Form* form = m->guide.formOfKind(draft.kind))
                waiting.push_back({draft.id, m->words_(form->label), draft.saved});
    m->entry->choose(m->guide, waiting, [this](const QString& text) { return m->words_(text); });
}

void CaseWindow::write(const QString& form, const QJsonObject& fields) {
    entry::Seed seed;
    seed.form = form;
    seed.fields = fields;
    writeSeed(seed);
}

void CaseWindow::writeSeed(const entry::Seed& seed) {
    if (!keepDraft())
        return;
    openPage(Page::Entry);
    if (!m->entry->write(seed, seed.amends ? tr("Amend an entry") : QString()))
        tell(Notice::Kind::Warning, tr("You can read this case and not add to it."));
}

void CaseWindow::amend(const EntryId& id) {
    const record::EntryView* entry = m->state().entry(id);
    if (!entry)
        return;
    entry::Seed seed;
    seed.kind = entry->kind;
    seed.fields = entry->fields;
    seed.occurred = entry->versions.empty() ? entry->occurred : entry->versions.back().occurred;
    seed.amends = id;
    writeSeed(seed);
}

// A draft of the same form, step and amended entry comes back by itself.
void CaseWindow::takeDraft(entry::Seed& seed, const QString& kind) const {
    if (!seed.draft.isEmpty())
        return;
    const auto drafts = m->file.drafts();
    if (!drafts)
        return;
    const QString amends = seed.amends ? seed.amends->toString() : QString();
    for (const ledger::Draft& draft : *drafts) {
        const QJsonObject& content = draft.content;
        if (draft.kind != kind || content.value(QLatin1String("amends")).toString() != amends || content.value(QLatin1String("step")).toString() != seed.step)
            continue;
        if (!seed.fields.isEmpty() && !seed.amends)
            continue; // asked for with something filled in: a new entry
        seed.id = draft.id;
        seed.draft = content;
        return;
    }
}

entry::EntryEditor* CaseWindow::makeEditor(entry::Seed seed, QWidget* parent) {
    const core::guide::Form* form = seed.kind.isEmpty() ? m->guide.form(seed.form) : m->guide.formOfKind(seed.kind);
    if (!form || !m->mayAdd())
        return nullptr;
    takeDraft(seed, form->kind());
    auto* editor = new entry::EntryEditor(*form, needsFor(m->file, m->guide, m->office), seed, caseId(),
                                          [this](const ledger::Draft& draft) { return m->file.saveDraft(draft); }, parent);
    connect(editor, &entry::EntryEditor::recordAsked, this, [this, editor] { record(*editor); });
    connect(editor, &entry::EntryEditor::throwAwayAsked, this, [this, editor] { throwAway(*editor); });
    return editor;
}

void CaseWindow::record(entry::EntryEditor& editor) {
    const record::Recording recording = editor.recording();
    if (const auto problems = m->file.problems(recording); !problems.empty()) {
        editor.showProblems(problems);
        return;
    }
    const auto rails = m->file.rails(recording);
    const auto answered = [&](const core::guide::GuardRail* rail) {
        return !rail->stop && std::any_of(recording.rails.begin(), recording.rails.end(), [&](const auto& given) { return given.first == rail->id; });
    };
    if (!std::all_of(rails.begin(), rails.end(), answered)) {
        editor.askRails(rails, [this](const QString& text) { return m->words_(text); });
        return;
    }
    const auto recorded = m->file.record(recording);
    if (!recorded) {
        editor.showError(recorded.error());
        return;
    }
    editor.finish();
    const bool inGuide = m->page == Page::Guide;
    const QString label = editor.form().label;
    // Queued: the button that was pressed belongs to the editor that goes.
    QTimer::singleShot(0, this, [this, inGuide, label, amended = recording.amends] {
        refresh();
        if (inGuide)
            m->guidePage->stepRecorded();
        else if (amended)
            openEntry(*amended);
        else
            openPage(m->before);
        tell(Notice::Kind::Good, tr("%1 recorded %2").arg(m->words_(label), QTime::currentTime().toString(QStringLiteral("HH:mm"))));
        emit this->recorded(caseId());
    });
}

void CaseWindow::recordNotNeeded(const QString& stepId, const QString& reason) {
    const core::guide::Form* form = m->guide.form(u"step-not-needed");
    if (!form)
        return;
    record::Recording recording;
    recording.kind = form->kind();
    recording.fields = {{QStringLiteral("step"), stepId}, {QStringLiteral("reason"), reason}};
    if (const auto problems = m->file.problems(recording); !problems.empty()) {
        m->guidePage->notNeededFailed(problems.front().sentence);
        return;
    }
    if (const auto done = m->file.record(recording); !done) {
        m->guidePage->notNeededFailed(errorText(done.error()));
        return;
    }
    refresh();
    m->guidePage->stepRecorded();
    emit recorded(caseId());
}

void CaseWindow::throwAway(entry::EntryEditor& editor) {
    if (const auto done = m->file.removeDraft(editor.seed().id); !done) {
        editor.showError(done.error());
        return;
    }
    editor.finish();
    const bool inGuide = m->page == Page::Guide;
    QTimer::singleShot(0, this, [this, inGuide] {
        if (inGuide)
            m->guidePage->stepRecorded();
        else
            openPage(m->before);
        tell(Notice::Kind::Info, tr("The draft is gone. Nothing was recorded."));
    });
}

void CaseWindow::saveExport(const exporting::Wanted& wanted) {
    const QString name = wanted.kind == report::ReportKind::Chronology ? tr("Chronology %1.pdf") : tr("Referral %1.pdf");
    const QString path = askWhereToSave(this, name.arg(m->state().code));
    if (path.isEmpty())
        return;
    const auto pages = shell::saveExport(m->file, m->guide, m->office, m->self, wanted, path);
    if (!pages) {
        m->exportPage->showProblem(tr("The PDF was not made. %1").arg(errorText(pages.error())));
        return;
    }
    refresh();
    m->exportPage->say(entry::counted(*pages, tr("Saved, one page, and recorded in the timeline."), tr("Saved, %1 pages, and recorded in the timeline.")));
    emit recorded(caseId());
}

void CaseWindow::tell(Notice::Kind kind, const QString& sentence) {
    m->said->say(kind, sentence);
}

Result<> CaseWindow::keepDraft() {
    if (auto kept = m->guidePage->keep(); !kept)
        return kept;
    return m->entry->keep();
}

// Only what lies beside something else: a form or a page stays, so that Esc twice hides at once.
bool CaseWindow::closeSomething() {
    return m->page == Page::Timeline && m->timeline->closeEntry();
}

// A low window keeps its height for what is read and written: no tabs above a form, and the threat in one line.
void CaseWindow::arrangeHeight() {
    const bool low = height() < px(440);
    m->threat->setLow(low);
    m->header->setLow(low);
    m->rail->setVisible(!(low && m->page == Page::Entry));
}

void CaseWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeHeight();
    const bool across = width() < px(1100);
    if (across == m->rail->isAcross() && event->oldSize().isValid())
        return;
    m->rail->setAcross(across);
    m->middle->setDirection(across ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace ui::shell
