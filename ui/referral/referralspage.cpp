#include "ui/referral/referralspage.h"
#include "ui/referral/referralcard.h"
#include "ui/rows/flow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include <QVBoxLayout>

using namespace core;

namespace ui::referral {

ReferralsPage::ReferralsPage(QWidget* parent) : QWidget(parent), m_page(new Page(this, 1040)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
}

void ReferralsPage::show(const record::CaseState& state, bool mayAdd, const QDateTime& now) {
    if (m_content)
        m_content->deleteLater();
    m_content = new QWidget;
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(space(4));
    content->addWidget(new PlainLabel(tr("Referrals"), Type::Heading1));

    const bool none = state.referrals.empty();
    if (none)
        addEmpty(content, mayAdd);
    for (const record::Referral& referral : state.referrals) {
        auto* card = new ReferralCard(referral, state, now, mayAdd);
        content->addWidget(card);
        connect(card, &ReferralCard::progressAsked, this, &ReferralsPage::progressAsked, Qt::QueuedConnection);
        connect(card, &ReferralCard::entryAsked, this, &ReferralsPage::entryAsked, Qt::QueuedConnection);
    }
    if (state.notReferred) {
        QString text = state.notReferred->reason;
        if (!state.notReferred->secondLook.isEmpty())
            text += QLatin1Char('\n') + tr("Second look: %1").arg(state.notReferred->secondLook);
        auto* notice = new Notice(Notice::Kind::Info,
                                  tr("Decided not to refer, %1").arg(occurredForPeople(state.notReferred->when)), text);
        auto* open = new QuietButton(tr("Read"));
        open->setAccessibleName(tr("Read why no referral was made"));
        notice->addAction(open);
        connect(
            open, &QAbstractButton::clicked, this, [this, id = state.notReferred->entry] { emit entryAsked(id); },
            Qt::QueuedConnection);
        content->addWidget(notice);
    }
    if (!none && mayAdd) {
        auto* more = new QuietButton(tr("+ Refer to somebody else as well"));
        content->addWidget(more, 0, Qt::AlignLeft);
        connect(more, &QAbstractButton::clicked, this, &ReferralsPage::referAsked, Qt::QueuedConnection);
    }
    content->addStretch(1);
    m_page->content()->addWidget(m_content);
}

void ReferralsPage::addEmpty(QVBoxLayout* to, bool mayAdd) {
    auto* text = new PlainLabel(tr("No referral is recorded. It need not wait for anything: not for the child to talk, "
                                   "and not for the other steps."));
    text->setWordWrap(true);
    to->addWidget(text);
    if (!mayAdd)
        return;
    auto* holder = new QWidget;
    auto* flow = new rows::Flow(holder, space(3), space(2));
    auto* refer = new PrimaryButton(tr("Make a referral"));
    auto* decided = new PlainButton(tr("Record why none is made"));
    flow->addWidget(refer);
    flow->addWidget(decided);
    to->addWidget(holder);
    connect(refer, &QAbstractButton::clicked, this, &ReferralsPage::referAsked, Qt::QueuedConnection);
    connect(decided, &QAbstractButton::clicked, this, &ReferralsPage::notReferredAsked, Qt::QueuedConnection);
}

} // namespace ui::referral
