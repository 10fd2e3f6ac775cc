#include "ui/guide/stepdelegate.h"
#include "core/guide/guide.h"
#include "ui/guide/stepmodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/pill.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

using core::guide::StepStatus;

namespace ui::guide {

namespace {

constexpr int Pad = 14, Gap = 10, PadY = 10;

int markSize() {
    return px(20);
}

StepStatus statusOf(const QModelIndex& index) {
    return static_cast<StepStatus>(index.data(StepModel::StatusRole).toInt());
}

QString pillText(const QModelIndex& index) {
    if (index.data(StepModel::UrgentRole).toBool())
        return StepModel::tr("Now");
    return statusOf(index) == StepStatus::Waiting ? StepModel::tr("Waiting") : QString();
}

QString titleOf(const QModelIndex& index) {
    const QString reason = index.data(StepModel::ReasonRole).toString();
    const QString title = index.data(Qt::DisplayRole).toString();
    if (statusOf(index) == StepStatus::NotNeeded && !reason.isEmpty())
        return StepModel::tr("%1 · not needed: %2").arg(title, reason.simplified());
    return title;
}

int headingHeight(const QModelIndex& index) {
    if (!index.data(StepModel::FirstOfStageRole).toBool())
        return 0;
    return QFontMetrics(font(Type::SmallStrong)).height() + (index.row() == 0 ? 12 : 22);
}

int textWidth(int width, const QModelIndex& index) {
    const QString pill = pillText(index);
    return width - 2 * Pad - markSize() - Gap - (pill.isEmpty() ? 0 : Pill::sizeOf(pill).width() + Gap);
}

QRect boundsIn(Type type, int width, const QModelIndex& index) {
    return QFontMetrics(font(type))
        .boundingRect(QRect(0, 0, textWidth(width, index), 4000), Qt::TextWordWrap, titleOf(index));
}

Type restingType(const QModelIndex& index) {
    return index.data(StepModel::UrgentRole).toBool() ? Type::Strong : Type::Body;
}

QRect textBounds(int width, const QModelIndex& index) {
    return boundsIn(restingType(index), width, index);
}

// A step does not change its height when it is chosen: it is bold then only if that takes no further line.
QFont titleFont(int width, const QModelIndex& index, bool selected) {
    const bool fits = boundsIn(Type::Strong, width, index).height() <= textBounds(width, index).height() + 2;
    return font(selected && fits ? Type::Strong : restingType(index));
}

void drawMark(QPainter& p, const QRectF& r, StepStatus status) {
    p.setBrush(Qt::NoBrush);
    switch (status) {
    case StepStatus::ToDo:
        p.setPen(QPen(colour(Colour::Edge), 2));
        p.drawEllipse(r);
        return;
    case StepStatus::Waiting: {
        QPen pen(colour(Colour::Accent), 2);
        pen.setDashPattern({2.2, 1.6});
        p.setPen(pen);
        p.drawEllipse(r);
        return;
    }
    case StepStatus::Done: {
        p.setPen(Qt::NoPen);
        p.setBrush(colour(Colour::Ok));
        p.drawEllipse(r.adjusted(-1, -1, 1, 1));
        QPainterPath tick;
        tick.moveTo(r.left() + r.width() * 0.26, r.top() + r.height() * 0.52);
        tick.lineTo(r.left() + r.width() * 0.44, r.top() + r.height() * 0.70);
        tick.lineTo(r.left() + r.width() * 0.76, r.top() + r.height() * 0.32);
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(colour(Colour::Surface), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPath(tick);
        return;
    }
    case StepStatus::NotNeeded:
        p.setPen(QPen(colour(Colour::Edge), 1.2));
        p.drawEllipse(r);
        p.setPen(QPen(colour(Colour::Soft), 2, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(QPointF(r.left() + r.width() * 0.3, r.center().y()),
                   QPointF(r.right() - r.width() * 0.3, r.center().y()));
        return;
    }
}

} // namespace

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const int text = std::max(textBounds(width, index).height(), markSize());
    return {width, headingHeight(index) + std::max(text + 2 * PadY, px(40)) + 3};
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QPainter& p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const int above = headingHeight(index);
    if (above > 0) {
        p.setFont(font(Type::SmallStrong));
        p.setPen(colour(Colour::Soft));
        p.drawText(QRect(option.rect.left() + Pad, option.rect.top(), option.rect.width() - 2 * Pad, above - 5),
                   Qt::AlignLeft | Qt::AlignBottom, index.data(StepModel::StageRole).toString());
    }
    const QRect row = option.rect.adjusted(0, above, 0, -3);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        drawRounded(p, QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 8, colour(Colour::Surface), colour(Colour::Accent));
    else if (option.state & QStyle::State_MouseOver)
        drawRounded(p, QRectF(row), 8, colour(Colour::Sunk), Qt::transparent);

    const double m = markSize();
    drawMark(p, QRectF(row.left() + Pad + 1, row.top() + row.height() / 2.0 - m / 2 + 1.5, m - 2, m - 2),
             statusOf(index));

    const QRect bounds = textBounds(row.width(), index);
    const QRect text(row.left() + Pad + markSize() + Gap, row.top() + (row.height() - bounds.height()) / 2,
                     textWidth(row.width(), index), bounds.height() + 1);
    p.setFont(titleFont(row.width(), index, selected));
    p.setPen(colour(statusOf(index) == StepStatus::NotNeeded ? Colour::Soft : Colour::Text));
    p.drawText(text, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, titleOf(index));

    if (const QString pill = pillText(index); !pill.isEmpty()) {
        const QSize size = Pill::sizeOf(pill);
        const QRect at(row.right() - Pad - size.width() + 1, row.center().y() - size.height() / 2, size.width(),
                       size.height());
        Pill::paint(p, at, index.data(StepModel::UrgentRole).toBool() ? Pill::Kind::Overdue : Pill::Kind::Waiting,
                    pill);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        drawFocusRing(p, QRectF(row), 8);
    p.restore();
}

} // namespace ui::guide
