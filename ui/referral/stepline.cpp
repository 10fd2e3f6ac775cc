#include "ui/referral/stepline.h"
#include "ui/style/theme.h"
#include <QPainter>
#include <algorithm>

using core::record::ReferralStep;

namespace ui::referral {

QString stepTitle(ReferralStep step) {
    switch (step) {
    case ReferralStep::Drafted:
        return StepLine::tr("Drafted");
    case ReferralStep::Made:
        return StepLine::tr("Made");
    case ReferralStep::ConfirmedInWriting:
        return StepLine::tr("In writing");
    case ReferralStep::Acknowledged:
        return StepLine::tr("Acknowledged");
    case ReferralStep::Decided:
        return StepLine::tr("Decided");
    case ReferralStep::Escalated:
        return StepLine::tr("Taken further");
    case ReferralStep::Closed:
        return StepLine::tr("Closed");
    }
    return {};
}

StepLine::StepLine(const core::record::Referral& referral, QWidget* parent) : QWidget(parent) {
    const auto happened = [&](ReferralStep step) {
        return std::any_of(referral.events.begin(), referral.events.end(),
                           [&](const auto& event) { return event.step == step && !event.chased; });
    };
    QStringList said;
    for (ReferralStep step :
         {ReferralStep::Drafted, ReferralStep::Made, ReferralStep::ConfirmedInWriting, ReferralStep::Acknowledged,
          ReferralStep::Decided, ReferralStep::Escalated, ReferralStep::Closed}) {
        // Only what happened: one made by phone was never drafted.
        const bool reached = happened(step) || referral.step == step;
        const bool isPassedOver = step == ReferralStep::Drafted || step >= ReferralStep::Escalated;
        if (isPassedOver && !reached)
            continue;
        m_marks.push_back({stepTitle(step), reached});
        said << (reached ? tr("%1: yes") : tr("%1: not yet")).arg(stepTitle(step));
    }
    setAccessibleName(said.join(QStringLiteral(", ")));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StepLine::sizeHint() const {
    return {300, px(22) + QFontMetrics(ui::font(Type::Small)).height() + 4};
}

void StepLine::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double each = double(width()) / double(m_marks.size());
    const double r = px(6), y = r + 2;
    const QFontMetrics metrics(ui::font(Type::Small));
    for (size_t i = 0; i < m_marks.size(); ++i) {
        const double x = each * double(i) + r + 1;
        if (i + 1 < m_marks.size()) {
            p.setPen(QPen(colour(m_marks[i + 1].reached ? Colour::Ok : Colour::Line), 2));
            p.drawLine(QPointF(x + r + 3, y), QPointF(x + each - r - 3, y));
        }
        p.setPen(QPen(colour(m_marks[i].reached ? Colour::Ok : Colour::Edge), 2));
        p.setBrush(m_marks[i].reached ? colour(Colour::Ok) : QBrush(Qt::NoBrush));
        p.drawEllipse(QPointF(x, y), r, r);
        p.setFont(ui::font(m_marks[i].reached ? Type::SmallStrong : Type::Small));
        p.setPen(colour(m_marks[i].reached ? Colour::Text : Colour::Soft));
        const QString text = metrics.elidedText(m_marks[i].title, Qt::ElideRight, int(each) - 6);
        p.drawText(QRectF(each * double(i), y + r + 4, each - 4, height()), Qt::AlignLeft | Qt::AlignTop, text);
    }
}

} // namespace ui::referral
