#include "ui/shell/workspace.h"
#include "ui/home/searchresults.h"
#include "ui/shell/casewindow.h"
#include "ui/shell/concernwindow.h"
#include "ui/shell/exporting.h"
#include "ui/shell/overview.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/session.h"
#include "ui/shell/unopened.h"
#include "ui/widgets/draftkeeper.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/notice.h"
#include <QApplication>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

const QString concernPlace = QStringLiteral("new");

} // namespace

Workspace::Workspace(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_notice(new Notice(Notice::Kind::Info, {}, {}))
    , m_stack(new QStackedWidget)
    , m_home(new home::HomePage(session.guide(), session.vault().office()))
    , m_found(new home::SearchResults)
    , m_later(new QTimer(this)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    m_notice->setAround({space(5), space(3), space(5), 0});
    down->addWidget(m_notice);
    down->addWidget(m_stack, 1);
    m_stack->addWidget(m_home);
    m_stack->addWidget(m_found);
    m_notice->hide();

    connect(m_home, &home::HomePage::newConcern, this, &Workspace::newConcern);
    connect(m_home, &home::HomePage::caseActivated, this, &Workspace::openCase);
    connect(m_home, &home::HomePage::unopenedActivated, this, &Workspace::sayUnopened);
    connect(m_home, &home::HomePage::dueActivated, this,
            [this](const core::CaseId& id, const core::record::DueItem& due) {
                openCase(id);
                if (m_case)
                    m_case->openDue(due);
            });
    connect(m_home, &home::HomePage::draftActivated, this, [this](const core::CaseId& id, const core::EntryId& entry) {
        openCase(id);
        if (m_case)
            m_case->openDraft(entry);
    });
    connect(m_found, &home::SearchResults::closed, this, [this] { searchAll({}); });
    connect(m_found, &home::SearchResults::hitActivated, this,
            [this](const core::CaseId& id, const core::EntryId& entry) {
                emit searchClosed();
                openCase(id);
                if (m_case)
                    m_case->openEntry(entry);
            });
    connect(&session, &Session::casesOpened, this, &Workspace::casesOpened);
    connect(&session, &Session::caseChanged, this, [this] { sayFacts(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_stack->isAncestorOf(now))
            m_focused = now;
    });
    m_later->setInterval(0);
    connect(m_later, &QTimer::timeout, this, [this] {
        if (m_session.search().prepare(20))
            m_later->stop();
    });
    showHome();
}

Workspace::~Workspace() = default;

void Workspace::casesOpened() {
    tell({});
    refreshHome();
    sayFacts();
    m_later->start();
    QStringList notices;
    if (m_session.keptDrafts() > 0)
        notices << tr(
            "What you were writing when this was locked could still not be saved to the disk. It is kept in memory "
            "while Firsthand stays open: make room on the disk, then lock and unlock again.");
    notices << shell::leftExportsText(m_session.leftExports());
    notices.removeAll(QString());
    if (!notices.isEmpty())
        tell(notices.join(QLatin1Char('\n')));
    const shell::Place wanted = std::exchange(m_wanted, shell::Place());
    const QWidget* focused = QApplication::focusWidget();
    if (!wanted.id.isEmpty())
        goTo(wanted);
    else if (m_stack->currentWidget() == m_home && (!focused || m_home->isAncestorOf(focused)))
        takeFocus(); // there is more now: a concern to carry on with
}

void Workspace::refreshHome() {
    const home::HomeContent content = shell::homeContent(m_session);
    m_home->show(content);
    if (content.opening)
        tell(tr("Opening your cases…"));
}

void Workspace::showPage(QWidget* page) {
    m_stack->setCurrentWidget(page);
    emit atHome(page == m_home);
}

void Workspace::showHome() {
    closeCase();
    refreshHome();
    showPage(m_home);
    sayFacts();
}

void Workspace::closeCase() {
    if (keepDrafts().inMemory > 0)
        tell(tr(
            "What you were writing could not be saved to the disk. It is kept in memory while Firsthand stays open."));
    dropEmptyConcern();
    for (QWidget* page : {static_cast<QWidget*>(std::exchange(m_case, nullptr)),
                          static_cast<QWidget*>(std::exchange(m_concern, nullptr))}) {
        if (page) {
            m_stack->removeWidget(page);
            page->deleteLater();
        }
    }
    m_before = nullptr;
}

// A new concern in which nothing was typed leaves no case behind.
void Workspace::dropEmptyConcern() {
    core::record::CaseFile* file = m_concern ? m_session.caseFile(m_concern->caseId()) : nullptr;
    if (!file || !m_concern->isEmpty() || !shell::ConcernWindow::isUnfinished(file->state()))
        return;
    const core::CaseId id = m_concern->caseId();
    m_stack->removeWidget(m_concern);
    delete std::exchange(m_concern, nullptr); // before its case goes
    if (const auto done = m_session.discardCase(id); !done)
        tell(errorText(done.error()));
}

void Workspace::openCase(const core::CaseId& id) {
    core::record::CaseFile* file = m_session.caseFile(id);
    if (!file)
        return;
    if (shell::ConcernWindow::isUnfinished(file->state())) {
        openConcern(id);
        return;
    }
    closeCase();
    m_case = new shell::CaseWindow(*file, m_session.guide(), m_session.vault().office(), m_session.vault().self());
    connect(m_case, &shell::CaseWindow::recorded, &m_session, &Session::changed);
    connect(m_case, &shell::CaseWindow::newConcern, this, &Workspace::newConcern);
    m_stack->addWidget(m_case);
    showPage(m_case);
    m_case->focusPage();
    sayFacts();
}

void Workspace::newConcern() {
    if (!m_session.casesReady()) {
        m_wanted = shell::Place(concernPlace);
        return;
    }
    if (const auto created = m_session.createCase())
        openConcern((*created)->state().id);
    else
        tell(errorText(created.error()));
}

void Workspace::openConcern(const core::CaseId& id) {
    closeCase();
    m_concern = new shell::ConcernWindow(*m_session.caseFile(id), m_session.guide(), m_session.vault().office());
    connect(m_concern, &shell::ConcernWindow::opened, this, [this](const core::CaseId& opened) {
        m_session.changed(opened);
        openCase(opened);
    });
    connect(
        m_concern, &shell::ConcernWindow::thrownAway, this,
        [this](const core::CaseId& gone) {
            m_stack->removeWidget(m_concern);
            delete std::exchange(m_concern, nullptr);
            if (const auto done = m_session.discardCase(gone); !done)
                tell(errorText(done.error()));
            showHome();
        },
        Qt::QueuedConnection);
    connect(m_concern, &shell::ConcernWindow::keptForLater, this, &Workspace::showHome, Qt::QueuedConnection);
    m_stack->addWidget(m_concern);
    showPage(m_concern);
    m_concern->takeFocus();
    sayFacts();
}

void Workspace::searchAll(const QString& typed) {
    if (typed.trimmed().isEmpty()) {
        if (m_stack->currentWidget() != m_found)
            return;
        showPage(m_before ? m_before : m_home);
        m_before = nullptr;
        emit searchClosed();
        return;
    }
    if (m_stack->currentWidget() != m_found)
        m_before = m_stack->currentWidget();
    const auto hits = m_session.search().find(typed);
    QHash<core::CaseId, QString> titles;
    for (const core::record::Hit& hit : hits) {
        if (const core::record::CaseFile* file = m_session.caseFile(hit.caseId); file && !titles.contains(hit.caseId))
            titles.insert(hit.caseId, file->state().title());
    }
    m_found->show(typed, hits, titles);
    m_stack->setCurrentWidget(m_found);
}

void Workspace::takeFocus() {
    if (m_stack->currentWidget() == m_home && m_home->takeFocus())
        return;
    if (const QList<QWidget*> stops = shell::readingOrder(m_stack->currentWidget()); !stops.isEmpty())
        stops.first()->setFocus(Qt::OtherFocusReason);
}

void Workspace::focusFound() {
    if (m_stack->currentWidget() == m_found)
        m_found->takeFocus();
}

bool Workspace::escape() {
    if (m_case && m_stack->currentWidget() == m_case)
        return m_case->closeSomething();
    if (m_stack->currentWidget() != m_found)
        return false;
    searchAll({});
    return true;
}

Workspace::Kept Workspace::keepDrafts() {
    Kept kept;
    if (m_concern && !m_concern->isEmpty())
        ++kept.written; // its earlier pages
    for (DraftKeeper* keeper : findChildren<DraftKeeper*>()) {
        if (keeper->flush()) {
            kept.written += keeper->isKept() ? 1 : 0;
            continue;
        }
        keeper->stop();
        const core::ledger::Draft draft = keeper->draft();
        if (draft.content.isEmpty())
            continue; // a draft that could not be taken away: nothing is lost
        m_session.keepDraft(keeper->caseId(), draft);
        ++kept.inMemory;
    }
    return kept;
}

shell::Place Workspace::place() const {
    shell::Place place;
    if (m_case)
        place = m_case->place();
    else if (m_concern) {
        place.id = m_concern->caseId().toString();
        place.page = m_concern->page();
    }
    place.spot = shell::spotOf(m_stack->currentWidget(), m_focused);
    return place;
}

void Workspace::goTo(const shell::Place& place) {
    if (!m_session.casesReady()) {
        m_wanted = place;
        return;
    }
    const auto id = core::CaseId::parse(place.id);
    if (place.id == concernPlace)
        newConcern();
    else if (id)
        openCase(*id);
    if (m_case && place.page >= 0)
        m_case->goTo(place);
    else if (m_concern && place.page >= 0)
        m_concern->openPage(place.page);
    shell::focusSpot(m_stack->currentWidget(), place.spot);
}

void Workspace::officeChanged() {
    refreshHome();
    if (m_concern)
        m_concern->askAnew();
    else if (m_case)
        goTo(place());
}

void Workspace::tell(const QString& sentence) {
    m_notice->say(Notice::Kind::Info, sentence);
}

void Workspace::sayUnopened() {
    m_notice->set(Notice::Kind::Warning, tr("What could not be opened"), shell::unopenedText(m_session.unopened()));
    m_notice->show();
}

void Workspace::sayFacts() {
    if (!m_session.casesReady())
        return;
    const core::record::CaseFile* here = m_case ? m_session.caseFile(m_case->caseId()) : nullptr;
    if (here)
        emit footFacts(shell::footFacts(here->state()));
    else if (m_concern)
        emit footFacts({tr("Nothing of this concern is recorded yet")});
    else
        emit footFacts(shell::footFacts(m_session));
}

} // namespace ui
