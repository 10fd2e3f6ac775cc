#include "ui/shell/casewindow.h"
#include "ui/entry/wording.h"
#include "ui/guide/guidepage.h"
#include "ui/shell/caseheader.h"
#include "ui/shell/caserail.h"
#include "ui/shell/casewriter.h"
#include "ui/shell/exporting.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/threatbar.h"
#include "ui/shell/windowshortcut.h"
#include "ui/timeline/timelinepage.h"
#include "ui/widgets/errortext.h"
#include <QBoxLayout>
#include <QResizeEvent>

using namespace core;

namespace ui::shell {

CaseWindow::CaseWindow(record::CaseFile& file, const core::guide::Guide& guide, const vault::Office& office,
                       const vault::Member& self, QWidget* parent)
    : QWidget(parent)
    , m_context{file, guide, office, self}
    , m_writer(new CaseWriter(m_context, this))
    , m_header(new CaseHeader)
    , m_threat(new ThreatBar)
    , m_said(new Notice(Notice::Kind::Good, {}, {}))
    , m_middle(new QHBoxLayout)
    , m_rail(new CaseRail)
    , m_pages(new CasePages(m_context, [this](const entry::Seed& seed, QWidget* editorParent) {
        return m_writer->editor(seed, editorParent);
    })) {
    m_said->hide();
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_threat);
    m_said->setAround({space(5), space(2), space(5), 0});
    right->addWidget(m_said);
    right->addWidget(m_pages, 1);
    m_middle->setSpacing(0);
    m_middle->addWidget(m_rail);
    m_middle->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Rule);
    layout->addLayout(m_middle, 1);
    const std::vector<QPair<Page, QString>> rail{{Page::Guide, tr("Guide")},         {Page::Timeline, tr("Timeline")},
                                                 {Page::Words, tr("Child's words")}, {Page::Knows, tr("Who knows")},
                                                 {Page::Referrals, tr("Referrals")}, {Page::Plan, tr("Plan")},
                                                 {Page::Papers, tr("Papers")},       {Page::People, tr("People")}};
    for (const auto& [page, title] : rail)
        m_rail->add(static_cast<int>(page), title);
    wire();
    wireShortcuts();
    refresh();
    openPage(Page::Guide);
}

void CaseWindow::wire() {
    connect(m_rail, &CaseRail::chosen, this, [this](int page) { openPage(static_cast<Page>(page)); });
    connect(m_header, &CaseHeader::addAsked, this, &CaseWindow::chooseEntry);
    connect(m_header, &CaseHeader::referAsked, this, [this] { write(QStringLiteral("referral")); });
    connect(m_header, &CaseHeader::exportAsked, this, [this] { openPage(Page::Export); });
    connect(&m_minute, &QTimer::timeout, this, &CaseWindow::showThreat);
    m_minute.start(std::chrono::minutes(1));
    connect(m_threat, &ThreatBar::recordCallAsked, this, [this] { write(QStringLiteral("contact")); });
    connect(m_threat, &ThreatBar::nowAsked, this, [this] { write(QStringLiteral("danger")); });
    connect(m_pages, &CasePages::entryAsked, this, &CaseWindow::openEntry);
    connect(m_pages, &CasePages::amendAsked, this, &CaseWindow::amend);
    connect(m_pages, &CasePages::addAsked, this, &CaseWindow::chooseEntry);
    connect(m_pages, &CasePages::writeAsked, this, &CaseWindow::write);
    connect(m_pages->exportPage(), &exporting::ExportPage::saveAsked, this, &CaseWindow::saveExport);
    connect(m_pages->entry(), &EntryPage::draftChosen, this, &CaseWindow::openDraft);
    connect(m_pages->entry(), &EntryPage::left, this, [this] { openPage(m_before); });
    connect(m_pages->guide(), &ui::guide::GuidePage::arranged, this, &CaseWindow::arrangeHeight);
    connect(m_pages->guide(), &ui::guide::GuidePage::stepChanged, this, &CaseWindow::forgetSaid);
    connect(m_writer, &CaseWriter::recorded, this, &CaseWindow::sayRecorded);
    connect(m_writer, &CaseWriter::thrownAway, this, [this] {
        if (m_pages->page() == Page::Guide)
            m_pages->guide()->stepRecorded();
        else
            openPage(m_before);
        tell(Notice::Kind::Info, tr("The draft is gone. Nothing was recorded."));
    });
}

void CaseWindow::wireShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto action) {
        connect(new WindowShortcut(keys, this), &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        openPage(Page::Timeline);
        m_pages->timeline()->focusFind();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] {
        if (m_context.mayExport())
            openPage(Page::Export);
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { openPage(static_cast<Page>(m_rail->next(1))); });
    add(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { openPage(static_cast<Page>(m_rail->next(-1))); });
}

CaseId CaseWindow::caseId() const {
    return m_context.state().id;
}

// Also while nothing is recorded: which number answers depends on the hour.
void CaseWindow::showThreat() {
    m_threat->show(m_context.state(), m_context.office, m_context.mayAdd(), QDateTime::currentDateTime());
}

void CaseWindow::refresh() {
    const QDateTime now = QDateTime::currentDateTime();
    const record::CaseState& state = m_context.state();
    m_header->show(state, m_context.guide, m_context.mayAdd(), m_context.mayExport(), m_context.isBySheet(), now);
    showThreat();
    const auto count = [this](Page page, size_t n) {
        m_rail->setCount(static_cast<int>(page), n == 0 ? QString() : QString::number(n));
    };
    if (state.stepsApplying() > 0)
        m_rail->setCount(static_cast<int>(Page::Guide),
                         tr("%1 of %2").arg(state.stepsDone()).arg(state.stepsApplying()));
    count(Page::Timeline, state.entries.size() + state.notPermitted.size());
    count(Page::Words, state.words.size());
    count(Page::Knows, size_t(std::count_if(state.knows.begin(), state.knows.end(),
                                            [](const record::Knower& knower) { return !knower.kept; })));
    count(Page::Referrals, state.referrals.size());
    count(Page::Plan,
          state.withRole(u"plan").size() + state.withRole(u"restriction").size() + state.withRole(u"support").size());
    count(Page::Papers, state.withRole(u"paper").size());
    count(Page::People, state.people.size());
    if (const QString sentence = standingSentence(m_context.file); !sentence.isEmpty())
        m_said->say(Notice::Kind::Warning, sentence);
    m_pages->refresh();
}

void CaseWindow::openPage(Page page) {
    const Page from = m_pages->page();
    if (page != from && !keepDraft())
        return; // the editor says why; the text stays on the screen
    if (from != Page::Entry && from != Page::Export)
        m_before = from;
    forgetSaid();
    m_pages->open(page);
    m_rail->setCurrent(static_cast<int>(page));
    arrangeHeight();
}

Place CaseWindow::place() const {
    Place place;
    place.id = caseId().toString();
    place.page = static_cast<int>(m_pages->page());
    place.before = static_cast<int>(m_before);
    const entry::EntryEditor* editor = m_pages->entry()->editor();
    if (m_pages->page() == Page::Guide && m_pages->guide()->isStepInSight()) {
        place.step = m_pages->guide()->currentStep();
        place.form = m_pages->guide()->openForm();
    } else if (m_pages->page() == Page::Entry && editor) {
        place.form = editor->form().kind();
        place.entry = editor->seed().id;
        place.amends = editor->seed().amends;
    }
    return place;
}

void CaseWindow::goTo(const Place& place) {
    const Page page = static_cast<Page>(place.page);
    openPage(page == Page::Entry && place.before >= 0 ? static_cast<Page>(place.before) : page);
    if (!place.step.isEmpty())
        m_pages->guide()->openStep(place.step, place.form);
    if (page != Page::Entry)
        return;
    if (!place.entry) {
        chooseEntry();
        return;
    }
    const auto draft = m_writer->draft(*place.entry);
    const record::EntryView* amended = place.amends ? m_context.state().entry(*place.amends) : nullptr;
    entry::Seed seed;
    seed.kind = place.form;
    if (draft && *draft)
        openDraft(*place.entry);
    else // nothing was written yet
        writeSeed(amended ? m_writer->amendment(*amended) : seed);
}

void CaseWindow::focusPage() {
    if (const QList<QWidget*> stops = readingOrder(m_pages); !stops.isEmpty())
        stops.first()->setFocus(Qt::OtherFocusReason);
}

void CaseWindow::openStep(const QString& stepId) {
    openPage(Page::Guide);
    m_pages->guide()->openStep(stepId);
}

void CaseWindow::openEntry(const EntryId& entry) {
    openPage(Page::Timeline);
    m_pages->timeline()->openEntry(entry);
}

void CaseWindow::openDue(const record::DueItem& due) {
    const auto subject = EntryId::parse(due.subject);
    if (!due.step.isEmpty())
        openStep(due.step);
    else if (const record::EntryView* entry = subject ? m_context.state().entry(*subject) : nullptr;
             entry && entry->role == QLatin1String("referral"))
        openPage(Page::Referrals);
    else if (entry && (entry->role == QLatin1String("restriction") || entry->role == QLatin1String("plan") ||
                       entry->role == QLatin1String("review")))
        openPage(Page::Plan);
    else if (entry && entry->role == QLatin1String("need-to-know"))
        openPage(Page::Knows);
    else if (subject && m_context.state().entry(*subject))
        openEntry(*subject);
    else
        openPage(Page::Guide);
}

void CaseWindow::openDraft(const EntryId& id) {
    const auto found = m_writer->draft(id);
    if (!found) {
        tell(Notice::Kind::Problem, errorText(found.error()));
        return;
    }
    if (!*found)
        return;
    const ledger::Draft& draft = **found;
    const QString step = draft.content.value(QLatin1String("step")).toString();
    if (!step.isEmpty()) {
        openPage(Page::Guide);
        m_pages->guide()->openStep(step, draft.kind.section(QLatin1Char('/'), 0, 0));
        m_pages->guide()->focusStep();
        return;
    }
    entry::Seed seed;
    seed.kind = draft.kind;
    seed.id = draft.id;
    seed.draft = draft.content;
    seed.amends = EntryId::parse(draft.content.value(QLatin1String("amends")).toString());
    writeSeed(seed);
}

void CaseWindow::chooseEntry() {
    openPage(Page::Entry);
    m_pages->entry()->choose(m_context.guide, m_writer->waiting(),
                             [this](const QString& text) { return m_context.worded(text); });
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
    if (!m_pages->entry()->write(seed, seed.amends ? tr("Amend an entry") : QString()))
        tell(Notice::Kind::Warning, tr("You can read this case and not add to it."));
}

void CaseWindow::amend(const EntryId& id) {
    if (const record::EntryView* entry = m_context.state().entry(id))
        writeSeed(m_writer->amendment(*entry));
}

void CaseWindow::sayRecorded(const QString& label, const std::optional<EntryId>& amended) {
    const bool inGuide = m_pages->page() == Page::Guide;
    refresh();
    if (inGuide)
        m_pages->guide()->stepRecorded();
    else if (amended)
        openEntry(*amended);
    else
        openPage(m_before);
    tell(Notice::Kind::Good, tr("%1 recorded %2").arg(label, QTime::currentTime().toString(QStringLiteral("HH:mm"))));
    emit recorded(caseId());
}

void CaseWindow::saveExport(const report::Wanted& wanted) {
    const QString name =
        wanted.kind == report::ReportKind::Chronology ? tr("Chronology %1.pdf") : tr("Referral %1.pdf");
    const QString path = askWhereToSave(this, name.arg(m_context.state().code));
    if (path.isEmpty())
        return;
    const auto saved =
        report::saveExport(m_context.file, m_context.guide, m_context.office, m_context.self, wanted, path);
    refresh(); // a file that could not be put in its place is in the record too
    if (!saved) {
        m_pages->exportPage()->showProblem(notSavedText(saved.error()));
        return;
    }
    m_pages->exportPage()->say(entry::counted(saved->pages, tr("Saved, one page, and recorded in the timeline."),
                                              tr("Saved, %1 pages, and recorded in the timeline.")));
    emit recorded(caseId());
}

// "Recorded 13:41" is about what one just did, not about what one opens next.
void CaseWindow::forgetSaid() {
    if (standingSentence(m_context.file).isEmpty())
        m_said->hide();
}

void CaseWindow::tell(Notice::Kind kind, const QString& sentence) {
    m_said->say(kind, sentence);
}

Result<> CaseWindow::keepDraft() {
    if (auto kept = m_pages->guide()->keep(); !kept)
        return kept;
    return m_pages->entry()->keep();
}

// Only what lies beside something else: a form or a page stays, so that Esc twice hides at once.
bool CaseWindow::closeSomething() {
    return m_pages->page() == Page::Timeline && m_pages->timeline()->closeEntry();
}

// A low window keeps its height for what is read and written: no tabs above a form or a step, and the threat in one
// line.
void CaseWindow::arrangeHeight() {
    const bool low = height() < px(440);
    m_threat->setLow(low);
    m_header->setLow(low);
    const bool alone =
        m_pages->page() == Page::Entry || (m_pages->page() == Page::Guide && m_pages->guide()->isStepAlone());
    m_rail->setVisible(!(low && alone));
}

void CaseWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeHeight();
    const bool across = width() < px(1100);
    if (across == m_rail->isAcross() && event->oldSize().isValid())
        return;
    m_rail->setAcross(across);
    m_middle->setDirection(across ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace ui::shell
