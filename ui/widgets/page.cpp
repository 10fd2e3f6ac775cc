#include "ui/widgets/page.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

Page::Page(QWidget* parent, int widest) : QWidget(parent), m_area(new QScrollArea), m_content(new QVBoxLayout) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    auto* sheet = new QWidget;
    auto* across = new QHBoxLayout(sheet);
    across->setContentsMargins(space(5), space(7), space(5), space(7));
    auto* column = new QWidget;
    column->setMaximumWidth(px(widest));
    column->setLayout(m_content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(space(4));
    across->addStretch(1);
    across->addWidget(column, 1000);
    across->addStretch(1);
    m_area->setWidget(sheet);
    sheet->setAutoFillBackground(false);
    down->addWidget(m_area, 1);
}

QVBoxLayout* Page::bar() {
    if (m_bar)
        return m_bar;
    auto* ground = new Ground(Colour::Surface);
    m_bar = new QVBoxLayout(ground);
    m_bar->setContentsMargins(space(5), space(2), space(5), space(2));
    layout()->addWidget(new Rule);
    layout()->addWidget(ground);
    return m_bar;
}

void Page::toTop() {
    m_area->verticalScrollBar()->setValue(0);
}

} // namespace ui
