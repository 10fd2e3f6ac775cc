#include "ui/style/style.h"
#include "ui/style/theme.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace ui {
namespace {

constexpr int ringMargin = 3;

void drawTick(QPainter& painter, const QRectF& box, const QColor& ink) {
    QPainterPath path;
    path.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.53);
    path.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.72);
    path.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.30);
    painter.setPen(QPen(ink, box.width() / 9.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void drawCheckBox(QPainter& painter, const QStyleOption& option) {
    const bool on = option.state & QStyle::State_On;
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(on ? colour(Colour::Accent) : colour(Colour::Edge), 2));
    painter.setBrush(on ? colour(Colour::Accent) : colour(Colour::Surface));
    painter.drawRoundedRect(box, 4, 4);
    if (on)
        drawTick(painter, box, colour(Colour::OnAccent));
}

void drawRadio(QPainter& painter, const QStyleOption& option) {
    const bool on = option.state & QStyle::State_On;
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(on ? colour(Colour::Accent) : colour(Colour::Edge), 2));
    painter.setBrush(colour(Colour::Surface));
    painter.drawEllipse(box);
    if (!on)
        return;
    const double inset = box.width() * 0.26;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Colour::Accent));
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
}

void drawChevron(QPainter& painter, const QRect& rect, const QColor& ink) {
    const QPointF c = QRectF(rect).center();
    const double r = px(4);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{c.x() - r, c.y() - r / 2}, {c.x(), c.y() + r / 2}, {c.x() + r, c.y() - r / 2}}));
}

QColor shaded(const QColor& fill, const QStyle::State state) {
    const bool toDark = fill.lightness() > 90;
    if (state & QStyle::State_Sunken)
        return toDark ? fill.darker(112) : fill.lighter(140);
    if ((state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled))
        return toDark ? fill.darker(105) : fill.lighter(120);
    return fill;
}

bool isPrimary(const QStyleOption& option, const QWidget* widget) {
    if (widget && widget->property("uiKind").isValid())
        return widget->property("uiKind").toInt() == 0;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

bool isQuiet(const QWidget* widget) {
    return widget && widget->property("uiKind").toInt() == 2;
}

void drawButton(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF rect(option.rect);
    if (isPrimary(option, widget)) {
        const QColor fill = enabled ? shaded(colour(Colour::Accent), option.state) : colour(Colour::Sunk);
        drawRounded(painter, rect, 6, fill,
                    !enabled                              ? colour(Colour::Line)
                    : currentLook() == Look::HighContrast ? colour(Colour::Edge)
                                                          : fill);
        return;
    }
    if (isQuiet(widget))
        return; // words alone; the button underlines them
    drawRounded(painter, rect, 6, shaded(colour(Colour::Surface), option.state),
                enabled ? colour(Colour::Edge) : colour(Colour::Line));
}

// A tick, and the words of a quiet button, begin at the very edge of their widget: the ring keeps away from them.
// QFocusFrame asks for its margins without a widget, and names itself in the option only.
int ringGap(const QStyleOption* option, const QWidget* widget) {
    if (!widget && option)
        widget = qobject_cast<const QWidget*>(option->styleObject);
    if (const auto* frame = qobject_cast<const QFocusFrame*>(widget))
        widget = frame->widget();
    const bool bare =
        qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget) || isQuiet(widget);
    return bare ? 5 : 0;
}

QRect sliderOf(const QStyleOptionSlider& bar) {
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    if (range <= 0)
        return bar.rect;
    const qint64 whole = qint64(range) + bar.pageStep;
    const int size = std::clamp(int(qint64(bar.pageStep) * length / whole), std::min(32, length), length);
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - size, bar.upsideDown);
    return upright ? QRect(bar.rect.x(), bar.rect.y() + at, bar.rect.width(), size)
                   : QRect(bar.rect.x() + at, bar.rect.y(), size, bar.rect.height());
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar) {
    if (bar.maximum <= bar.minimum)
        return;
    const bool lively = bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int inset = lively ? 2 : 3;
    QColor fill = colour(Colour::Edge);
    if (!lively && currentLook() != Look::HighContrast)
        fill.setAlpha(150);
    const QRectF handle = QRectF(sliderOf(bar)).adjusted(inset, inset, -inset, -inset);
    drawRounded(painter, handle, std::min(handle.width(), handle.height()) / 2, fill, QColor());
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    const QVariant type = widget->property("uiType");
    if (type.isValid())
        widget->setFont(font(static_cast<Type>(type.toInt())));
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QComboBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            drawRounded(*painter, option->rect, 6, enabled ? colour(Colour::Surface) : colour(Colour::Sunk),
                        enabled ? colour(Colour::Edge) : colour(Colour::Line));
        break;
    }
    case PE_FrameLineEdit:
        break;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit*>(widget))
            drawRounded(*painter, option->rect, 6, colour(Colour::Surface), colour(Colour::Edge));
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    case PE_FrameFocusRect:
        if (widget && widget->inherits("QAbstractItemView"))
            drawFocusRing(*painter, option->rect);
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(*painter, *option);
        break;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, *option);
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    if (element == CE_PushButtonBevel) {
        drawButton(*painter, *option, widget);
        return;
    }
    if (element == CE_PushButtonLabel) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && isPrimary(*option, widget) && (option->state & State_Enabled)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, colour(Colour::OnAccent));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_FocusFrame) {
        drawFocusRing(*painter, option->rect);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            drawScrollBar(*painter, *bar);
        return;
    }
    if (control == CC_ComboBox) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawRounded(*painter, option->rect, 6, shaded(colour(Colour::Surface), option->state), colour(Colour::Edge));
        drawChevron(*painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), colour(Colour::Text));
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar)
            return {};
        const QRect slider = sliderOf(*bar);
        const bool upright = bar->orientation == Qt::Vertical;
        QRect rect = bar->rect;
        switch (part) {
        case SC_ScrollBarSlider:
            return slider;
        case SC_ScrollBarGroove:
            return rect;
        case SC_ScrollBarSubPage:
            upright ? rect.setBottom(slider.top() - 1) : rect.setRight(slider.left() - 1);
            return rect;
        case SC_ScrollBarAddPage:
            upright ? rect.setTop(slider.bottom() + 1) : rect.setLeft(slider.right() + 1);
            return rect;
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect& r = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - px(30), r.top(), px(30), r.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(10, 2, -px(30), -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_FocusFrameHMargin:
        return ringMargin + ringGap(option, widget);
    case PM_FocusFrameVMargin:
        return ringMargin;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 10;
    case PM_ScrollBarExtent:
        return 14;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* answer) const {
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(answer)) {
            const QRect rect = option->rect;
            const int inner = ringMargin + 2;
            mask->region = QRegion(rect) - QRegion(rect.adjusted(inner + 3, inner, -inner - 3, -inner)) -
                           QRegion(rect.adjusted(inner, inner + 3, -inner, -inner - 3));
        }
        return 1;
    case SH_UnderlineShortcut:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 30, std::max(px(36), size.height() + 12)};
    case CT_ComboBox: // as subControlRect divides it
        return {std::max(wanted.width(), size.width() + 10 + px(30) + 8), std::max(px(38), wanted.height())};
    case CT_MenuItem: // its column for ticks grows with the line, and is not counted
        wanted.setWidth(wanted.width() + wanted.height());
        return wanted;
    case CT_LineEdit:
        wanted.setHeight(std::max(px(38), wanted.height()));
        return wanted;
    case CT_CheckBox:
    case CT_RadioButton:
        wanted.setHeight(std::max(px(32), wanted.height()));
        return wanted;
    default:
        return wanted;
    }
}

} // namespace ui
