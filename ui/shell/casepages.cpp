#include "ui/shell/casepages.h"
#include "ui/guide/guidepage.h"
#include "ui/knows/knowspage.h"
#include "ui/papers/paperspage.h"
#include "ui/people/peoplepage.h"
#include "ui/plan/planpage.h"
#include "ui/referral/referralspage.h"
#include "ui/shell/entrypage.h"
#include "ui/shell/exporting.h"
#include "ui/timeline/timelinepage.h"
#include "ui/words/wordspage.h"

using namespace core;

namespace ui::shell {

namespace {

QJsonObject personFields(const QString& name, const QString& ref) {
    if (name.isEmpty())
        return {};
    QJsonObject person{{QStringLiteral("name"), name}};
    if (!ref.isEmpty())
        person.insert(QStringLiteral("ref"), ref);
    return {{QStringLiteral("person"), person}};
}

} // namespace

CasePages::CasePages(const CaseContext& context, const entry::EditorFactory& factory, QWidget* parent)
    : QStackedWidget(parent)
    , m_context(context)
    , m_guide(new ui::guide::GuidePage(context.guide, factory))
    , m_timeline(new timeline::TimelinePage)
    , m_words(new words::WordsPage)
    , m_knows(new knows::KnowsPage)
    , m_referrals(new referral::ReferralsPage)
    , m_plan(new plan::PlanPage)
    , m_people(new people::PeoplePage)
    , m_papers(new papers::PapersPage)
    , m_export(new exporting::ExportPage([this](const report::Wanted& wanted) {
        return report::documentFor(m_context.file, m_context.guide, m_context.office, m_context.self, wanted);
    }))
    , m_entry(new EntryPage(factory)) {
    // In the order of the enum.
    for (QWidget* page : std::initializer_list<QWidget*>{m_guide, m_timeline, m_words, m_knows, m_referrals, m_plan,
                                                         m_people, m_papers, m_export, m_entry})
        addWidget(page);
    wire();
}

void CasePages::wire() {
    const auto writeForm = [this](const QString& form) { emit writeAsked(form, {}); };
    connect(m_guide, &ui::guide::GuidePage::entryAsked, this, &CasePages::entryAsked);
    connect(m_timeline, &timeline::TimelinePage::amendAsked, this, &CasePages::amendAsked);
    connect(m_timeline, &timeline::TimelinePage::addAsked, this, &CasePages::addAsked);
    connect(m_words, &words::WordsPage::addAsked, this, writeForm);
    connect(m_words, &words::WordsPage::entryAsked, this, &CasePages::entryAsked);
    connect(m_knows, &knows::KnowsPage::entryAsked, this, &CasePages::entryAsked);
    connect(m_knows, &knows::KnowsPage::needAsked, this,
            [this](const QString& name, const QString& ref, const std::optional<EntryId>& continues) {
                QJsonObject fields = personFields(name, ref);
                if (continues) // else the line before it would stay due for ever
                    fields.insert(QStringLiteral("continues"), continues->toString());
                emit writeAsked(QStringLiteral("need-to-know"), fields);
            });
    connect(m_knows, &knows::KnowsPage::tellingAsked, this, [this](const QString& name, const QString& ref) {
        emit writeAsked(QStringLiteral("told"), personFields(name, ref));
    });
    connect(m_referrals, &referral::ReferralsPage::referAsked, this,
            [writeForm] { writeForm(QStringLiteral("referral")); });
    connect(m_referrals, &referral::ReferralsPage::notReferredAsked, this,
            [writeForm] { writeForm(QStringLiteral("not-referred")); });
    connect(m_referrals, &referral::ReferralsPage::entryAsked, this, &CasePages::entryAsked);
    connect(m_referrals, &referral::ReferralsPage::progressAsked, this, [this](const EntryId& id, const QString& step) {
        emit writeAsked(QStringLiteral("referral-progress"),
                        {{QStringLiteral("referral"), id.toString()}, {QStringLiteral("step"), step}});
    });
    connect(m_plan, &plan::PlanPage::addAsked, this, writeForm);
    connect(m_plan, &plan::PlanPage::entryAsked, this, &CasePages::entryAsked);
    connect(m_people, &people::PeoplePage::addAsked, this, writeForm);
    connect(m_people, &people::PeoplePage::entryAsked, this, &CasePages::entryAsked);
    connect(m_papers, &papers::PapersPage::addAsked, this, writeForm);
    connect(m_papers, &papers::PapersPage::entryAsked, this, &CasePages::entryAsked);
    connect(m_entry, &EntryPage::formChosen, this, writeForm);
}

void CasePages::open(Page page) {
    m_page = page;
    fill(page);
    setCurrentIndex(static_cast<int>(page));
}

void CasePages::refresh() {
    std::fill(std::begin(m_stale), std::end(m_stale), true);
    fill(Page::Timeline); // it holds pointers into the state: it never stays behind
    fill(m_page);
}

void CasePages::fill(Page page) {
    if (!std::exchange(m_stale[static_cast<size_t>(page)], false))
        return;
    const record::CaseState& state = m_context.state();
    const bool mayAdd = m_context.mayAdd();
    switch (page) {
    case Page::Guide:
        m_guide->show(state, m_context.names());
        return;
    case Page::Timeline:
        m_timeline->show(state, m_context.names(), mayAdd);
        m_timeline->setDraftsOfOthers(m_context.file.draftsOfOthers().value_or(0));
        return;
    case Page::Words:
        m_words->show(state, m_context.names(), mayAdd);
        return;
    case Page::Knows:
        m_knows->show(state, mayAdd);
        return;
    case Page::Referrals:
        m_referrals->show(state, mayAdd);
        return;
    case Page::Plan:
        m_plan->show(state, m_context.names(), mayAdd);
        return;
    case Page::People:
        m_people->show(state, m_context.office, mayAdd);
        return;
    case Page::Papers:
        m_papers->show(state, m_context.names(), mayAdd);
        return;
    case Page::Export:
        m_export->show(state);
        return;
    case Page::Entry:
        return;
    }
}

} // namespace ui::shell
