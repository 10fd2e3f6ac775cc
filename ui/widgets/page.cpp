#include "ui/widgets/page.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include <QCoreApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

// Content of a readable width in the middle of whatever there is.
QHBoxLayout* column(QWidget* ground, QVBoxLayout* content, int widest) {
    auto* across = new QHBoxLayout(ground);
    auto* middle = new QWidget;
    middle->setMaximumWidth(px(widest));
    middle->setLayout(content);
    content->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    across->addWidget(middle, 1000);
    across->addStretch(1);
    return across;
}

} // namespace

Page::Page(QWidget* parent, int widest)
    : QWidget(parent), m_area(new QScrollArea), m_content(new QVBoxLayout), m_widest(widest) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    auto* sheet = new QWidget;
    m_margins = column(sheet, m_content, widest);
    m_margins->setContentsMargins(space(5), space(7), space(5), space(7));
    m_content->setSpacing(space(4));
    m_area->setWidget(sheet);
    sheet->setAutoFillBackground(false);
    down->addWidget(m_area, 1);
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this, &Page::setMargins);
}

QVBoxLayout* Page::bar() {
    if (m_bar)
        return m_bar;
    auto* ground = new Ground(Colour::Surface);
    m_bar = new QVBoxLayout;
    m_barMargins = column(ground, m_bar, m_widest);
    layout()->addWidget(new Rule);
    layout()->addWidget(ground);
    setMargins();
    return m_bar;
}

// A low window keeps its height for what is asked, not for the margins.
void Page::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setMargins();
}

// The scroll bar takes its width from the margin: what scrolls keeps its place above the bar with the buttons.
void Page::setMargins() {
    const QScrollBar* scroll = m_area->verticalScrollBar();
    const int taken = scroll->maximum() > 0 ? scroll->sizeHint().width() : 0;
    const bool low = height() < 480;
    const int upright = low ? space(3) : space(7);
    m_margins->setContentsMargins(space(5), upright, std::max(0, space(5) - taken), upright);
    if (m_barMargins)
        m_barMargins->setContentsMargins(space(5), low ? space(1) : space(2), space(5), low ? space(1) : space(2));
}

void Page::toTop() {
    m_area->verticalScrollBar()->setValue(0);
}

namespace {

QScrollArea* areaOf(const QWidget* widget) {
    QScrollArea* area = nullptr;
    for (QWidget* parent = widget->parentWidget(); parent && !area; parent = parent->parentWidget())
        area = qobject_cast<QScrollArea*>(parent);
    return area;
}

} // namespace

void revealBelow(const QWidget* kept, const QWidget* widget) {
    QScrollArea* area = areaOf(widget);
    if (!area)
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const int end = widget->mapTo(area->viewport(), QPoint(0, widget->height())).y() + space(3);
    const int top = kept->mapTo(area->viewport(), QPoint()).y();
    const int by = std::min(end - area->viewport()->height(), top - space(3));
    if (by > 0 || top < 0)
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->value() + by);
}

void holdStill(const QWidget* widget, const std::function<void()>& change) {
    QScrollArea* area = areaOf(widget);
    const auto height = [&] { return widget->mapTo(area->viewport(), QPoint()).y(); };
    const int before = area ? height() : 0;
    change();
    if (!area || !widget->isVisible())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QScrollBar* bar = area->verticalScrollBar();
    bar->setValue(bar->value() + height() - before);
}

void keepRoom(QWidget& widget, bool keep) {
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    widget.setSizePolicy(policy);
}

void reveal(QWidget* widget) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget, 0, px(40));
}

} // namespace ui
