#pragma once
#include <QStyledItemDelegate>

namespace ui::guide {

// A step: its mark (circle, tick, dashed circle, dash), its title, and Now or Waiting. The stage's title stands above
// its first.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui::guide
