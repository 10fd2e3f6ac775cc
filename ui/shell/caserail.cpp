#include "ui/shell/caserail.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace ui::shell {

namespace {
constexpr int RailWidth = 208, RailPad = 12, TabPad = 12;
}

RailButton::RailButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setCount(const QString& count) {
    m_count = count;
    setAccessibleName(count.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), count));
    update();
}

void RailButton::setAcross(bool across) {
    m_across = across;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const {
    const QFontMetrics metrics(ui::font(Type::Strong));
    const int height = std::max(px(36), metrics.height() + 12);
    if (!m_across)
        return {RailWidth - 2 * RailPad, height};
    return {metrics.horizontalAdvance(text()) + 2 * TabPad, height};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRect area = rect();
    if (isChecked() && !m_across)
        drawRounded(p, QRectF(area), 6, colour(Colour::AccentSoft), QColor());
    else if (underMouse())
        drawRounded(p, QRectF(area), 6, colour(Colour::Sunk), QColor());
    p.setFont(ui::font(isChecked() ? Type::Strong : Type::Body));
    p.setPen(colour(isChecked() ? Colour::Accent : Colour::Text));
    if (m_across) {
        p.drawText(area, Qt::AlignCenter, text());
        if (isChecked())
            p.fillRect(QRect(4, height() - 3, width() - 8, 3), colour(Colour::Accent));
    } else {
        p.drawText(area.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        p.setFont(ui::font(isChecked() ? Type::SmallStrong : Type::Small));
        p.setPen(colour(isChecked() ? Colour::Accent : Colour::Soft));
        p.drawText(area.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    }
    if (hasFocus())
        drawFocusRing(p, QRectF(area));
}

CaseRail::CaseRail(QWidget* parent)
    : QWidget(parent), m_more(new QuietButton(tr("More"), this)), m_menu(new QMenu(this)) {
    setAccessibleName(tr("Pages of this case"));
    m_more->setMenu(m_menu);
    m_more->hide();
}

void CaseRail::add(int page, const QString& text) {
    auto* button = new RailButton(text, this);
    m_items.push_back({page, button});
    connect(button, &QAbstractButton::clicked, this, [this, page] { emit chosen(page); });
    button->show();
    arrange();
}

void CaseRail::setCount(int page, const QString& count) {
    for (const Item& item : m_items)
        if (item.page == page)
            item.button->setCount(count);
}

void CaseRail::setCurrent(int page) {
    m_current = page;
    for (const Item& item : m_items)
        item.button->setChecked(item.page == page);
    arrange();
}

void CaseRail::setAcross(bool across) {
    m_across = across;
    for (const Item& item : m_items)
        item.button->setAcross(across);
    setFixedWidth(across ? QWIDGETSIZE_MAX : RailWidth);
    setMinimumWidth(across ? 0 : RailWidth);
    if (across && !m_items.empty())
        setFixedHeight(m_items.front().button->sizeHint().height() + 1);
    else {
        setMinimumHeight(0);
        setMaximumHeight(QWIDGETSIZE_MAX);
    }
    arrange();
}

int CaseRail::next(int step) const {
    const int count = static_cast<int>(m_items.size());
    for (int i = 0; i < count; ++i)
        if (m_items[static_cast<size_t>(i)].page == m_current)
            return m_items[static_cast<size_t>((i + step + count) % count)].page;
    return m_items.empty() ? -1 : m_items.front().page;
}

void CaseRail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CaseRail::arrange() {
    m_menu->clear();
    if (!m_across) {
        m_more->hide();
        int y = 14;
        for (const Item& item : m_items) {
            item.button->setGeometry(QRect(QPoint(RailPad, y), item.button->sizeHint()));
            item.button->show();
            y += item.button->height() + 2;
        }
        return;
    }
    int needed = 2 * space(2);
    for (const Item& item : m_items)
        needed += item.button->sizeHint().width();
    const bool fold = needed > width();
    const QString moreText = tr("More");
    const int room =
        width() - space(2) - (fold ? QFontMetrics(ui::font(Type::Strong)).horizontalAdvance(moreText) + px(150) : 0);
    int x = space(2);
    bool folded = false;
    QString hiddenCurrent;
    for (const Item& item : m_items) {
        const QSize size = item.button->sizeHint();
        folded = folded || (fold && x + size.width() > room);
        item.button->setVisible(!folded);
        if (folded) {
            QAction* action = m_menu->addAction(item.button->text());
            action->setCheckable(true);
            action->setChecked(item.page == m_current);
            connect(action, &QAction::triggered, this, [this, page = item.page] { emit chosen(page); });
            if (item.page == m_current)
                hiddenCurrent = item.button->text();
            continue;
        }
        item.button->setGeometry(QRect(QPoint(x, 0), size));
        x += size.width();
    }
    m_more->setVisible(folded);
    m_more->setText(hiddenCurrent.isEmpty() ? moreText + QStringLiteral(" ▾") : hiddenCurrent + QStringLiteral(" ▾"));
    m_more->setAccessibleName(hiddenCurrent.isEmpty() ? tr("More pages") : tr("%1, more pages").arg(hiddenCurrent));
    x += TabPad;
    m_more->setGeometry(x, 0, std::min(m_more->sizeHint().width(), width() - x), height() - 1);
}

void CaseRail::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.fillRect(rect(), colour(Colour::Surface));
    p.fillRect(m_across ? QRect(0, height() - 1, width(), 1) : QRect(width() - 1, 0, 1, height()),
               colour(Colour::Line));
}

void CaseRail::keyPressEvent(QKeyEvent* event) {
    const bool forward = event->key() == (m_across ? Qt::Key_Right : Qt::Key_Down);
    const bool back = event->key() == (m_across ? Qt::Key_Left : Qt::Key_Up);
    if (!forward && !back) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].button->hasFocus()) {
            const size_t to = forward ? std::min(i + 1, m_items.size() - 1) : (i == 0 ? 0 : i - 1);
            if (m_items[to].button->isVisible())
                m_items[to].button->setFocus(Qt::TabFocusReason);
            else
                m_more->setFocus(Qt::TabFocusReason);
            return;
        }
}

} // namespace ui::shell
