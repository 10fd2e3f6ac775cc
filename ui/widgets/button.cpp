#include "ui/widgets/button.h"
#include "ui/style/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace ui {
namespace {

constexpr int hintGap = 12;

Type typeOf(Button::Kind kind) {
    return kind == Button::Kind::Primary ? Type::Strong : Type::Body;
}

// A quiet button is words in a column of words: they begin and end where the column does.
int paddingOf(Button::Kind kind) {
    return kind == Button::Kind::Quiet ? 0 : 15;
}

Colour inkOf(Button::Kind kind) {
    switch (kind) {
    case Button::Kind::Primary:
        return Colour::OnAccent;
    case Button::Kind::Plain:
        return Colour::Text;
    case Button::Kind::Quiet:
        return Colour::Accent;
    }
    return Colour::Text;
}

} // namespace

Button::Button(Kind kind, const QString& text, QWidget* parent) : QPushButton(text, parent), m_kind(kind) {
    setProperty("uiKind", static_cast<int>(kind));
    setType(*this, typeOf(kind));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

void Button::setHint(const QString& hint) {
    m_hint = hint;
    updateGeometry();
    update();
}

void Button::setWraps(bool on) {
    m_wraps = on;
    QSizePolicy policy(on ? QSizePolicy::Preferred : QSizePolicy::Fixed,
                       on ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(on);
    setSizePolicy(policy);
}

int Button::heightForWidth(int width) const {
    const QRect room(0, 0, std::max(1, width - 2 * paddingOf(m_kind)), 1 << 20);
    return QFontMetrics(font()).boundingRect(room, Qt::TextWordWrap | Qt::TextShowMnemonic, text()).height() + 10;
}

QSize Button::sizeHint() const {
    ensurePolished();
    const QFontMetrics words(font());
    int width = words.size(Qt::TextShowMnemonic, text()).width() + 2 * paddingOf(m_kind);
    if (!m_hint.isEmpty())
        width += hintGap + QFontMetrics(ui::font(Type::Small)).horizontalAdvance(m_hint);
    return {width, std::max(px(36), words.height() + 14)};
}

QSize Button::minimumSizeHint() const {
    return m_wraps ? QSize(px(120), px(30)) : sizeHint();
}

// Outside a dialog Qt lets only the space bar press a button; people press Enter.
void Button::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

void Button::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QColor ink = isEnabled() ? colour(inkOf(m_kind)) : palette().color(QPalette::Disabled, QPalette::ButtonText);
    const int hintWidth =
        m_hint.isEmpty() ? 0 : hintGap + QFontMetrics(ui::font(Type::Small)).horizontalAdvance(m_hint);
    QRect inside = rect().adjusted(paddingOf(m_kind), 0, -paddingOf(m_kind), 0);
    painter.setPen(ink);
    if (m_kind == Kind::Quiet && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))) {
        QFont underlined(font());
        underlined.setUnderline(true);
        painter.setFont(underlined);
    }
    const int flags = m_wraps ? Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap : int(Qt::AlignCenter);
    painter.drawText(inside.adjusted(0, 0, -hintWidth, 0), flags | Qt::TextShowMnemonic, text());
    if (m_hint.isEmpty())
        return;
    painter.setFont(ui::font(Type::Small));
    painter.setPen(m_kind == Kind::Primary ? ink : colour(Colour::Soft));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_hint);
}

} // namespace ui
