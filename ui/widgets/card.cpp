#include "ui/widgets/card.h"
#include <QLayoutItem>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

Card::Card(QWidget* parent) : QFrame(parent), m_content(new QVBoxLayout(this)) {
    m_content->setContentsMargins(1, 1, 1, 1);
    m_content->setSpacing(0);
}

void Card::addRow(QWidget* row) {
    if (m_rows++ > 0)
        m_content->addWidget(new Rule(Qt::Horizontal, this));
    m_content->addWidget(row);
}

void Card::clear() {
    while (QLayoutItem* item = m_content->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawRounded(painter, rect(), 10, colour(Colour::Surface), colour(Colour::Line));
}

Rule::Rule(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_orientation(orientation) {
    orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), colour(Colour::Line));
}

Ground::Ground(Colour colour, QWidget* parent) : QWidget(parent), m_colour(colour) {}

void Ground::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), colour(m_colour));
}

} // namespace ui
