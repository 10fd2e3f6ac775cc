#include "ui/widgets/tick.h"
#include "ui/style/theme.h"
#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace ui {
namespace {

constexpr int gap = 10;
constexpr int above = 6;

QRect laidOut(const QFont& font, int width, const QString& text) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, std::max(width, 1), 1 << 20),
                                           Qt::TextWordWrap | Qt::TextShowMnemonic, text);
}

} // namespace

template <class Base>
Tick<Base>::Tick(const QString& label, const QString& help, QWidget* parent) : Base(label, parent), m_help(help) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    this->setSizePolicy(policy);
    this->setAttribute(Qt::WA_Hover);
    if (!help.isEmpty())
        this->setAccessibleDescription(help);
}

template <class Base>
QSize Tick<Base>::sizeHint() const {
    const int words = QFontMetrics(this->font()).size(Qt::TextShowMnemonic, this->text()).width();
    const int help = m_help.isEmpty() ? 0 : QFontMetrics(font(Type::Small)).horizontalAdvance(m_help);
    const int width = std::min(px(20) + gap + std::max(words, help) + 2, px(640));
    return {width, heightForWidth(width)};
}

template <class Base>
QSize Tick<Base>::minimumSizeHint() const {
    return {std::min(px(110), sizeHint().width()), px(32)};
}

template <class Base>
int Tick<Base>::heightForWidth(int width) const {
    const int room = width - px(20) - gap;
    int height = std::max(laidOut(this->font(), room, this->text()).height(), px(20));
    if (!m_help.isEmpty())
        height += laidOut(font(Type::Small), room, m_help).height();
    return height + 2 * above;
}

template <class Base>
bool Tick<Base>::hitButton(const QPoint& at) const {
    return this->rect().contains(at) && at.x() < sizeHint().width() + gap;
}

template <class Base>
void Tick<Base>::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOptionButton option;
    this->initStyleOption(&option);
    option.rect = QRect(0, above, px(20), px(20));
    constexpr bool radio = std::is_same_v<Base, QRadioButton>;
    this->style()->drawPrimitive(radio ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox, &option,
                                 &painter, this);
    const QRect room = this->rect().adjusted(px(20) + gap, above, 0, 0);
    QRect words = laidOut(this->font(), room.width(), this->text());
    words.moveTo(room.left(), room.top() + std::max(0, (px(20) - QFontMetrics(this->font()).height()) / 2));
    words.setWidth(room.width());
    painter.setPen(this->isEnabled() ? colour(Colour::Text)
                                     : this->palette().color(QPalette::Disabled, QPalette::Text));
    painter.setFont(this->font());
    painter.drawText(words, Qt::TextWordWrap | Qt::TextShowMnemonic, this->text());
    if (m_help.isEmpty())
        return;
    painter.setFont(font(Type::Small));
    painter.setPen(colour(Colour::Soft));
    painter.drawText(QRect(room.left(), words.bottom() + 1, room.width(), room.height()), Qt::TextWordWrap, m_help);
}

template <class Base>
bool Tick<Base>::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        this->updateGeometry();
    return Base::event(event);
}

template class Tick<QRadioButton>;
template class Tick<QCheckBox>;

} // namespace ui
