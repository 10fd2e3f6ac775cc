#include "ui/guide/steplist.h"
#include "ui/guide/stepdelegate.h"
#include "ui/guide/stepmodel.h"
#include <QKeyEvent>

namespace ui::guide {

StepList::StepList(QWidget* parent) : QListView(parent) {
    setAccessibleName(tr("Steps"));
    setItemDelegate(new StepDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit stepOpened(index.data(StepModel::IdRole).toString()); });
}

// Where the current step stands is known only now: before, it was scrolled to where it would have been in another
// width.
void StepList::doItemsLayout() {
    QListView::doItemsLayout();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void StepList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit stepOpened(currentIndex().data(StepModel::IdRole).toString());
        return;
    }
    QListView::keyPressEvent(event);
}

void StepList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit stepShown(current.data(StepModel::IdRole).toString());
}

} // namespace ui::guide
