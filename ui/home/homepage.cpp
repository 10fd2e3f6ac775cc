#include "ui/home/homepage.h"
#include "core/vault/office.h"
#include "ui/entry/numbers.h"
#include "ui/entry/wording.h"
#include "ui/home/duerow.h"
#include "ui/home/numberscard.h"
#include "ui/rows/listpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statusline.h"
#include <QAbstractButton>
#include <QApplication>
#include <QBoxLayout>
#include <QLocale>
#include <algorithm>

using namespace core;

namespace ui::home {

namespace {

constexpr size_t FirstDue = 4; // more than these on request

struct DueLine {
    CaseId id;
    QString caseTitle;
    record::DueItem due;
    int rank = 0; // among what is due at the same time
};

// A threat stands above all else: first what nobody was rung about yet.
int rankOf(const record::CaseState& state, const record::DueItem& due) {
    if (!due.threat)
        return 2;
    return state.policeRung && state.socialCareRung ? 1 : 0;
}

std::vector<DueLine> allDue(const HomeContent& content) {
    std::vector<DueLine> lines;
    for (const record::CaseState* state : content.cases)
        for (const record::DueItem& due : record::dueItems(*state, content.now))
            lines.push_back({state->id, state->title(), due, rankOf(*state, due)});
    std::stable_sort(lines.begin(), lines.end(), [](const DueLine& a, const DueLine& b) {
        if (a.due.when != b.due.when)
            return a.due.when < b.due.when;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.due.due.isValid() && b.due.due.isValid() && a.due.due < b.due.due;
    });
    return lines;
}

QString dayWords(const QDate& day, const char* format) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QString::fromLatin1(format));
}

// Of all that is due, in the order in which it is: what is first to come; empty: nothing is known to.
QString nextWords(const std::vector<DueLine>& all) {
    const auto next = std::find_if(all.begin(), all.end(), [](const DueLine& line) { return line.due.due.isValid(); });
    if (next == all.end())
        return {};
    return HomePage::tr("Next: %1 (%2), %3.")
        .arg(next->due.title, next->caseTitle, dayWords(next->due.due.date(), "ddd d MMM"));
}

QDateTime lastEntry(const record::CaseState& state) {
    return state.entries.empty() ? QDateTime() : state.entries.back().recorded.toLocalTime();
}

rows::Row caseRow(const record::CaseState& state, bool bySheet, const QDateTime& now) {
    rows::Row row;
    row.key = state.id.toString();
    const QString child = state.title().section(QStringLiteral(" · "), 1);
    const QDateTime last = lastEntry(state);
    const auto adding =
        std::count_if(state.access.begin(), state.access.end(), [](const auto& grant) { return !grant.ended; });
    if (entry::isUnfinished(state)) {
        row.cells = {{rows::body(state.code)},
                     {rows::body(HomePage::tr("New concern"), false, rows::Ink::Soft)},
                     {rows::body(HomePage::tr("Not recorded yet"), false, rows::Ink::Soft)},
                     {rows::body(entry::nearly(last, now), false, rows::Ink::Soft)}};
        return row;
    }
    rows::Cell stands{rows::body(state.standing().isEmpty() ? HomePage::tr("Open") : state.standing())};
    if (state.threatened())
        stands.push_back(rows::pill(state.policeRung && state.socialCareRung ? HomePage::tr("Threat")
                                                                             : HomePage::tr("Threat: call now"),
                                    rows::Ink::Bad));
    if (adding == 1 && !bySheet && now.isValid() && state.access.size() > 1)
        stands.push_back(rows::pill(HomePage::tr("Only you can open it"), rows::Ink::Warn));
    row.cells = {{rows::body(state.code)},
                 {rows::body(child.isEmpty() ? HomePage::tr("Not identified yet") : child, false,
                             child.isEmpty() ? rows::Ink::Soft : rows::Ink::Text)},
                 stands,
                 {rows::body(entry::nearly(last, now), false, rows::Ink::Soft)}};
    return row;
}

QString unopenedWords(const QStringList& codes) {
    if (codes.isEmpty())
        return {};
    if (codes.size() == 1)
        return HomePage::tr("Case %1 could not be opened. Nothing in it was changed. Delete nothing of it.")
            .arg(codes.front());
    return HomePage::tr(
               "%1 of your cases could not be opened: %2. Nothing in them was changed. Delete nothing of them.")
        .arg(QString::number(codes.size()), codes.join(QStringLiteral(", ")));
}

} // namespace

struct HomePage::Parts {
    Page* page = nullptr;
    QBoxLayout* columns = nullptr;
    PlainLabel* today = nullptr;
    PlainLabel* ringNow = nullptr; // where the card with the numbers is out of sight
    Button* create = nullptr;
    QVBoxLayout* due = nullptr;
    QWidget* dueLists = nullptr;
    DueRow* carryOn = nullptr;
    Button* more = nullptr;
    std::vector<Line> lines;
    Notice* unopened = nullptr;
    EmptyState* empty = nullptr;
    PlainLabel* casesTitle = nullptr;
    rows::Section cases;
    QVBoxLayout* right = nullptr;
    QWidget* numbers = nullptr;
    QWidget* leftSide = nullptr;
    QWidget* rightSide = nullptr;
    bool allDue = false;
};

HomePage::HomePage(const guide::Guide& guide, const vault::Office& office, QWidget* parent)
    : QWidget(parent), m_guide(guide), m_office(office), m_parts(new Parts) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* page = new Page(this, 1240);
    m_parts->page = page;
    layout->addWidget(page);
    m_parts->columns = new QHBoxLayout;
    m_parts->columns->setSpacing(space(8));
    page->content()->addLayout(m_parts->columns);
    page->content()->addStretch(1);

    m_parts->leftSide = new QWidget;
    auto* left = new QVBoxLayout(m_parts->leftSide);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(space(2));
    auto* head = new QHBoxLayout;
    auto* title = new QVBoxLayout;
    title->setSpacing(0);
    title->addWidget(new PlainLabel(tr("Due now"), Type::Heading1));
    m_parts->today = new PlainLabel({}, Type::Body, Colour::Soft);
    m_parts->today->setWordWrap(true);
    title->addWidget(m_parts->today);
    m_parts->create = new PrimaryButton(tr("&New concern"));
    m_parts->create->setHint(QStringLiteral("Ctrl+N"));
    m_parts->create->setMinimumHeight(px(40));
    head->addLayout(title, 1);
    head->addWidget(m_parts->create, 0, Qt::AlignTop);
    m_parts->ringNow = new PlainLabel({}, Type::Strong);
    m_parts->ringNow->hide();
    left->addWidget(m_parts->ringNow);
    left->addLayout(head);
    m_parts->unopened = new Notice(Notice::Kind::Problem, {}, {});
    auto* which = new PlainButton(tr("&What to do"));
    m_parts->unopened->addAction(which);
    m_parts->unopened->hide();
    left->addWidget(m_parts->unopened);
    m_parts->due = new QVBoxLayout;
    left->addLayout(m_parts->due);
    m_parts->more = new QuietButton({});
    m_parts->more->hide();
    left->addWidget(m_parts->more, 0, Qt::AlignLeft);
    connect(m_parts->more, &QAbstractButton::clicked, this, [this] {
        m_parts->allDue = !m_parts->allDue;
        drawDue();
    });
    m_parts->empty = new EmptyState(
        tr("No case yet"), tr("When something comes to light, start with New concern. A few pages of questions "
                              "lead to the first steps, and you can refer from the first minute."));
    left->addWidget(m_parts->empty);
    buildCases(left);
    left->addStretch(1);

    m_parts->rightSide = new QWidget;
    m_parts->right = new QVBoxLayout(m_parts->rightSide);
    m_parts->right->setContentsMargins(0, 0, 0, 0);
    m_parts->columns->addWidget(m_parts->leftSide, 3);
    m_parts->columns->addWidget(m_parts->rightSide, 2);
    connect(m_parts->create, &QAbstractButton::clicked, this, &HomePage::newConcern);
    connect(which, &QAbstractButton::clicked, this, &HomePage::unopenedActivated);
}

HomePage::~HomePage() = default;

void HomePage::buildCases(QVBoxLayout* to) {
    m_parts->casesTitle = new PlainLabel(tr("Your cases"), Type::Heading2);
    m_parts->cases = rows::makeSection(
        {}, tr("Your cases"),
        {{tr("Case"), 82}, {tr("Child"), 0, 0.8}, {tr("Where it stands"), 0, 1.4}, {tr("Last entry"), 116}}, {}, 480);
    to->addSpacing(space(4));
    to->addWidget(m_parts->casesTitle);
    to->addWidget(m_parts->cases.holder);
    connect(m_parts->cases.view, &rows::RowView::opened, this, [this](const QString& key) {
        if (const auto id = CaseId::parse(key))
            emit caseActivated(*id);
    });
}

void HomePage::show(const HomeContent& content) {
    m_parts->create->setVisible(content.mayCreate);
    m_parts->unopened->say(Notice::Kind::Problem, unopenedWords(content.unopened));
    showDue(content);
    showCases(content);
    showNumbers(content);
    arrange();
}

// Enter must not begin a second concern beside one that waits.
bool HomePage::takeFocus() {
    if (m_parts->carryOn)
        m_parts->carryOn->setFocus(Qt::OtherFocusReason);
    else if (m_parts->create->isVisible())
        m_parts->create->setFocus(Qt::OtherFocusReason);
    return m_parts->carryOn || m_parts->create->isVisible();
}

void HomePage::showDue(const HomeContent& content) {
    // What cannot wait, then what somebody was writing, then by the day.
    m_parts->lines = alarms(content);
    std::vector<Line> byDay;
    const std::vector<DueLine> all = allDue(content);
    for (const DueLine& line : all) {
        if (line.due.when == record::DueWhen::Later)
            continue;
        // The first sentence says since when; the rule behind it is read where it is done.
        const QString about = line.due.detail.section(QStringLiteral(". "), 0, 0);
        const QString detail = about.isEmpty() ? line.caseTitle : line.caseTitle + QStringLiteral(" · ") + about;
        auto& lines = line.due.when == record::DueWhen::Now ? m_parts->lines : byDay;
        lines.push_back({dueKind(line.due), dueWords(line.due, content.now), line.due.title, detail,
                         [this, line] { emit dueActivated(line.id, line.due); },
                         line.due.when == record::DueWhen::ThisWeek});
    }
    for (const std::vector<Line>& lines : {waiting(content), byDay})
        m_parts->lines.insert(m_parts->lines.end(), lines.begin(), lines.end());
    const int count = static_cast<int>(
        std::count_if(m_parts->lines.begin(), m_parts->lines.end(), [](const Line& line) { return !line.later; }));
    const QString day = dayWords(content.now.date(), "dddd d MMMM");
    const QString things = entry::counted(count, tr("One thing"), tr("%1 things"));
    const int soon = static_cast<int>(m_parts->lines.size()) - count;
    const QString later =
        soon == 0 ? QString()
                  : entry::counted(soon, tr(", and one in the next seven days"), tr(", and %1 in the next seven days"));
    const QString cases =
        entry::counted(static_cast<int>(content.cases.size()), tr("your one case"), tr("your %1 cases"));
    m_parts->today->setText(content.cases.empty() ? day
                            : count == 0 ? tr("%1. Nothing is due today. %2").arg(day, nextWords(all)).trimmed()
                                         : tr("%1. %2 across %3%4.").arg(day, things, cases, later));
    drawDue();
}

// Nothing is recorded of it, so no rule knows; it is said as what it is: what was written there.
std::vector<HomePage::Line> HomePage::alarms(const HomeContent& content) {
    std::vector<Line> lines;
    for (const Alarm& alarm : content.alarms)
        for (const record::CaseState* state : content.cases)
            if (state->id == alarm.caseId) {
                lines.push_back({Pill::Kind::Overdue, tr("Now"),
                                 alarm.danger ? tr("Somebody is in danger: ring 999")
                                              : entry::worded(m_guide, *state,
                                                              tr("A child is being threatened: ring the police and "
                                                                 "{term:children's-social-care}")),
                                 tr("%1 · by what was written under Danger and is not recorded yet")
                                     .arg(entry::isUnfinished(*state) ? state->code : state->title()),
                                 [this, alarm, unfinished = entry::isUnfinished(*state)] {
                                     if (unfinished)
                                         emit caseActivated(alarm.caseId);
                                     else
                                         emit draftActivated(alarm.caseId, alarm.entry);
                                 }});
                lines.back().carryOn = entry::isUnfinished(*state);
            }
    return lines;
}

std::vector<HomePage::Line> HomePage::waiting(const HomeContent& content) {
    std::vector<Line> lines;
    for (const record::CaseState* state : content.cases)
        if (entry::isUnfinished(*state))
            lines.push_back({Pill::Kind::Due, tr("Not recorded"), tr("Finish the new concern"),
                             tr("%1 · nothing of it is recorded yet").arg(state->code),
                             [this, id = state->id] { emit caseActivated(id); }});
    for (Line& line : lines)
        line.carryOn = true;
    for (const CaseId& id : content.unreadDrafts)
        for (const record::CaseState* state : content.cases)
            if (state->id == id)
                lines.push_back({Pill::Kind::Overdue, tr("Not read"), tr("The drafts of this case could not be read"),
                                 tr("%1 · nothing was changed: lock, and unlock again").arg(state->title()),
                                 [this, id] { emit caseActivated(id); }});
    for (const WaitingDraft& draft : content.drafts) {
        const auto found = std::find_if(content.cases.begin(), content.cases.end(),
                                        [&](const auto* state) { return state->id == draft.caseId; });
        if (found == content.cases.end() || entry::isUnfinished(**found))
            continue;
        const QString detail = tr("%1 · not recorded yet · saved %2")
                                   .arg((*found)->title(), entry::nearly(draft.saved.toLocalTime(), content.now));
        lines.push_back({Pill::Kind::Due, tr("Draft waiting"), draft.title, detail,
                         [this, draft] { emit draftActivated(draft.caseId, draft.entry); }});
    }
    return lines;
}

// Drawn anew while one reads it: whoever stands on a row goes on standing on it.
void HomePage::drawDue() {
    const QWidget* focused = QApplication::focusWidget();
    const bool within = focused && m_parts->dueLists && m_parts->dueLists->isAncestorOf(focused);
    const QString standsOn = within ? focused->accessibleName() : QString();
    delete m_parts->dueLists;
    m_parts->carryOn = nullptr;
    m_parts->dueLists = new QWidget;
    auto* lists = new QVBoxLayout(m_parts->dueLists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(space(2));
    const size_t all = m_parts->lines.size();
    const size_t shown = m_parts->allDue || all == FirstDue + 1 ? all : std::min(all, FirstDue);
    Card* card = nullptr;
    for (size_t i = 0; i < shown; ++i) {
        const Line& line = m_parts->lines[i];
        const bool firstLater = line.later && (i == 0 || !m_parts->lines[i - 1].later);
        if (firstLater) { // not under the title, which says now
            lists->addSpacing(i == 0 ? 0 : space(2));
            lists->addWidget(new PlainLabel(tr("In the next seven days"), Type::Heading2));
        }
        if (!card || firstLater) {
            card = new Card;
            lists->addWidget(card);
        }
        auto* row = new DueRow(line.kind, line.when, line.title, line.detail);
        card->addRow(row);
        if (line.carryOn && !m_parts->carryOn)
            m_parts->carryOn = row;
        connect(row, &DueRow::opened, this, line.open, Qt::QueuedConnection);
    }
    m_parts->due->addWidget(m_parts->dueLists); // shown only when it has a place
    m_parts->dueLists->setVisible(all > 0);
    for (auto* button : m_parts->dueLists->findChildren<QAbstractButton*>())
        if (within && button->accessibleName() == standsOn)
            button->setFocus(Qt::OtherFocusReason);
    m_parts->more->setVisible(all > FirstDue + 1);
    m_parts->more->setText(m_parts->allDue ? tr("Show fewer") : tr("Show %1 more").arg(all - shown));
}

void HomePage::showCases(const HomeContent& content) {
    const bool none = content.cases.empty();
    m_parts->empty->setVisible(none && content.unopened.isEmpty() && !content.opening);
    m_parts->casesTitle->setVisible(!none);
    std::vector<const record::CaseState*> byLast = content.cases;
    std::stable_sort(byLast.begin(), byLast.end(),
                     [](const auto* a, const auto* b) { return lastEntry(*a) > lastEntry(*b); });
    const QString key = m_parts->cases.view->currentKey();
    std::vector<rows::Row> list;
    list.reserve(byLast.size());
    for (const record::CaseState* state : byLast)
        list.push_back(caseRow(*state, content.bySheet, content.now));
    m_parts->cases.set(std::move(list));
    if (!key.isEmpty())
        m_parts->cases.view->setCurrentKey(key);
}

void HomePage::showNumbers(const HomeContent& content) {
    const QStringList care = entry::socialCareNumbers(m_office, {}, content.now).named;
    m_parts->ringNow->setText(tr("In danger now: 999 · %1").arg(care.join(QStringLiteral(" · "))));
    delete m_parts->numbers;
    m_parts->numbers = new QWidget;
    auto* layout = new QVBoxLayout(m_parts->numbers);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(2));
    layout->addWidget(new PlainLabel(tr("Right now"), Type::Heading2));
    layout->addWidget(rightNowCard(m_office, content.now));
    layout->addSpacing(space(4));
    layout->addWidget(new PlainLabel(tr("Someone to talk to"), Type::Heading2));
    layout->addWidget(new ServicesCard(m_guide, vault::nationId(m_office.nation), content.now));
    layout->addStretch(1);
    m_parts->right->addWidget(m_parts->numbers);
}

void HomePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HomePage::arrange() {
    const bool beside = width() >= px(900);
    m_parts->ringNow->setVisible(!beside && height() < px(480));
    m_parts->columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui::home
