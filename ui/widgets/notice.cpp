#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int barWidth = 4;

Colour groundOf(Notice::Kind kind) {
    switch (kind) {
    case Notice::Kind::Info:
        return Colour::AccentSoft;
    case Notice::Kind::Warning:
        return Colour::WarnSoft;
    case Notice::Kind::Problem:
        return Colour::BadSoft;
    case Notice::Kind::Good:
        return Colour::OkSoft;
    }
    return Colour::AccentSoft;
}

Colour barOf(Notice::Kind kind) {
    switch (kind) {
    case Notice::Kind::Info:
        return Colour::Accent;
    case Notice::Kind::Warning:
        return Colour::Warn;
    case Notice::Kind::Problem:
        return Colour::Bad;
    case Notice::Kind::Good:
        return Colour::Ok;
    }
    return Colour::Accent;
}

} // namespace

Notice::Notice(Kind kind, const QString& heading, const QString& text, QWidget* parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_body(new QVBoxLayout)
    , m_across(new QHBoxLayout(this))
    , m_actions(new QHBoxLayout)
    , m_heading(new PlainLabel(heading, Type::Strong))
    , m_text(new PlainLabel(text)) {
    setInner();
    m_across->setSpacing(space(4));
    m_across->addLayout(m_body, 1);
    m_across->addLayout(m_actions);
    m_actions->setSpacing(space(3));
    m_body->setSpacing(2);
    m_body->addWidget(m_heading);
    m_body->addWidget(m_text);
    set(kind, heading, text);
}

void Notice::set(Kind kind, const QString& heading, const QString& text) {
    m_kind = kind;
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    update();
}

void Notice::say(Kind kind, const QString& text) {
    set(kind, {}, text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(*this, text);
}

void Notice::setAround(const QMargins& around) {
    m_around = around;
    setInner();
}

void Notice::setTight(bool tight) {
    m_tight = tight;
    setInner();
    arrange();
}

void Notice::setInner() {
    const int upright = m_tight ? 3 : 10;
    m_across->setContentsMargins(QMargins(space(4) + 2, upright, space(4), upright) + m_around);
}

void Notice::addAction(QWidget* button) {
    m_actions->addWidget(button, 0, Qt::AlignLeft | Qt::AlignVCenter);
}

void Notice::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
}

void Notice::arrange() {
    const bool beside = m_tight || width() >= px(340) + m_actions->sizeHint().width();
    m_across->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_across->setSpacing(beside ? space(4) : space(1));
}

QString Notice::text() const {
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool edged = currentLook() == Look::HighContrast;
    const QRect area = rect().marginsRemoved(m_around);
    drawRounded(painter, area, 6, colour(groundOf(m_kind)), edged ? colour(barOf(m_kind)) : QColor());
    painter.fillRect(area.left(), area.top(), barWidth, area.height(), colour(barOf(m_kind)));
}

} // namespace ui
