#include "ui/rows/flow.h"
#include <QWidget>

namespace ui::rows {

Flow::Flow(QWidget* parent, int across, int down) : QLayout(parent), m_across(across), m_down(down) {
    setContentsMargins(0, 0, 0, 0);
}

Flow::~Flow() {
    qDeleteAll(m_items);
}

// What comes to a line that is shown already is placed too.
void Flow::addItem(QLayoutItem* item) {
    m_items.append(item);
    invalidate();
}

QLayoutItem* Flow::takeAt(int index) {
    invalidate();
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void Flow::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize Flow::sizeHint() const {
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + (size.width() > 0 ? m_across : 0),
                    std::max(size.height(), item->sizeHint().height())};
    return size;
}

QSize Flow::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

int Flow::place(const QRect& rect, bool move) const {
    int x = rect.left(), y = rect.top(), line = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += line + m_down;
            line = 0;
        }
        if (move)
            item->setGeometry({{x, y}, QSize(std::min(size.width(), rect.width()), size.height())});
        x += size.width() + m_across;
        line = std::max(line, size.height());
    }
    return y + line - rect.top();
}

} // namespace ui::rows
