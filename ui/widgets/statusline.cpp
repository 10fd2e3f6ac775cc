#include "ui/widgets/statusline.h"
#include "ui/widgets/button.h"
#include <QAccessible>
#include <QVBoxLayout>

namespace ui {

StatusLine::StatusLine(QWidget* parent) : PlainLabel({}, Type::Small, Colour::Soft, parent) {}

void StatusLine::say(const QString& text) {
    setColour(Colour::Soft);
    setText(text);
    if (!text.isEmpty())
        announce(*this, text);
}

void StatusLine::warn(const QString& text) {
    setColour(Colour::Bad);
    setText(text);
    announce(*this, text);
}

void announce(QWidget& widget, const QString& text) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&widget, text);
#else
    Q_UNUSED(text); // the alert makes a screen reader read the widget, which shows the text
    QAccessibleEvent event(&widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

EmptyState::EmptyState(const QString& heading, const QString& text, QWidget* parent) : QWidget(parent) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, space(4), 0, space(4));
    down->setSpacing(space(2));
    down->addWidget(new PlainLabel(heading, Type::Heading2));
    auto* words = new PlainLabel(text, Type::Body, Colour::Soft);
    words->setMaximumWidth(px(620));
    down->addWidget(words);
    down->addStretch(1); // together, however high the page is
}

Button* EmptyState::setAction(const QString& text) {
    auto* button = new PrimaryButton(text, this);
    auto* down = static_cast<QVBoxLayout*>(layout());
    down->insertSpacing(down->count() - 1, space(2));
    down->insertWidget(down->count() - 1, button, 0, Qt::AlignLeft);
    return button;
}

} // namespace ui
