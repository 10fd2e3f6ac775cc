#include "ui/rows/rowview.h"
#include <QEvent>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>

namespace ui::rows {

RowView::RowView(Height height, const QString& name, QWidget* parent)
    : QListView(parent), m_delegate(new RowDelegate(this)), m_kind(height) {
    setItemDelegate(m_delegate);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(height == Height::Scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setLayoutMode(height == Height::Scrolls ? Batched : SinglePass);
    setBatchSize(60);
    setTextElideMode(Qt::ElideNone);
    setWordWrap(true); // else a change of width alone lays nothing out again
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit opened(index.data(KeyRole).toString()); });
}

void RowView::setColumns(std::vector<Column> columns, const RowLayout::Metrics& metrics) {
    m_delegate->setColumns(std::move(columns));
    m_delegate->setMetrics(metrics);
    scheduleDelayedItemsLayout();
    fitHeight();
}

void RowView::setTitled(bool titled) {
    m_delegate->setTitled(titled);
    viewport()->update();
}

bool RowView::isStacked() const {
    return m_stacked;
}

void RowView::setModel(QAbstractItemModel* model) {
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_fittedWidth = -1;
        fitHeight();
    });
    fitHeight();
}

QString RowView::currentKey() const {
    return currentIndex().data(KeyRole).toString();
}

void RowView::setCurrentKey(const QString& key) {
    for (int row = 0; model() && row < model()->rowCount(); ++row)
        if (const QModelIndex index = model()->index(row, 0); index.data(KeyRole).toString() == key) {
            setCurrentIndex(index);
            showCurrent();
            return;
        }
}

// A batched list has no place yet for a row far down: asked again until it has.
void RowView::showCurrent(int patience) {
    if (m_kind == Height::Whole || !currentIndex().isValid())
        return;
    QTimer::singleShot(0, this, [this, patience] {
        const bool placed = visualRect(currentIndex()).height() > 0 && state() != ExpandingState;
        scrollTo(currentIndex());
        if (patience > 0 && (!placed || !viewport()->rect().intersects(visualRect(currentIndex()))))
            showCurrent(patience - 1);
    });
}

QSize RowView::sizeHint() const {
    return m_kind == Height::Whole ? QSize(300, height()) : QListView::sizeHint();
}

QSize RowView::minimumSizeHint() const {
    return m_kind == Height::Whole ? QSize(120, 0) : QSize(120, 80);
}

void RowView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit opened(currentKey());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    fitHeight();
    if (event->size().width() != event->oldSize().width())
        showCurrent();
    const bool stacked = RowLayout::stacks(viewport()->width(), m_delegate->columns(), m_delegate->metrics());
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    emit stackedChanged(stacked);
}

void RowView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_fittedWidth = -1;
        fitHeight();
    }
}

// Coming in by Tab with nothing current would show no focus at all.
void RowView::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(model()->index(0, 0));
}

void RowView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    emit currentKeyChanged(current.data(KeyRole).toString());
}

void RowView::fitHeight() {
    if (m_kind != Height::Whole || !model() || viewport()->width() == m_fittedWidth)
        return;
    m_fittedWidth = viewport()->width();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += m_delegate->sizeHint(option, model()->index(row, 0)).height();
    setFixedHeight(height + 1);
}

} // namespace ui::rows
