#pragma once
#include <QLayout>

namespace ui::rows {

// Widgets one after the other, on as many lines as the width asks for.
class Flow : public QLayout {
public:
    Flow(QWidget* parent, int across, int down);
    ~Flow() override;
    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    int place(const QRect& rect, bool move) const;
    QList<QLayoutItem*> m_items;
    int m_across, m_down;
};

} // namespace ui::rows
