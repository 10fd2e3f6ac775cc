#include "ui/rows/rowview.h"
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace ui::rows {

namespace {

constexpr qint64 MeasuringMs = 8; // at a time, then what waits has its turn

}

RowView::RowView(Height height, const QString& name, QWidget* parent)
    : QListView(parent), m_delegate(new RowDelegate(this)), m_kind(height) {
    setItemDelegate(m_delegate);
    m_delegate->setHeights(&m_heights);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(height == Height::Scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &RowView::measureSome);
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
    forgetHeights();
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
    connect(model, &QAbstractItemModel::modelReset, this, &RowView::forgetHeights);
    connect(model, &QAbstractItemModel::dataChanged, this, &RowView::forgetHeights);
    forgetHeights();
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

// A list that nobody sees has no size to scroll in: done when it is shown.
void RowView::showCurrent() {
    m_currentWanted = !isVisible();
    if (m_kind == Height::Scrolls && currentIndex().isValid() && isVisible())
        scrollTo(currentIndex());
}

void RowView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    QListView::scrollTo(index, hint);
    if (m_kind == Height::Whole || !index.isValid())
        return;
    measureInSight();
    QListView::scrollTo(index, hint); // the rows around it may have turned out taller
}

// What one looks at: the chosen row while it is in sight, else the topmost.
RowView::Anchor RowView::anchor() const {
    QModelIndex row = currentIndex();
    if (!row.isValid() || !viewport()->rect().contains(visualRect(row)))
        row = indexAt({viewport()->width() / 2, 0});
    return {row, row.isValid() ? visualRect(row).top() : 0};
}

void RowView::layOutAround(const Anchor& kept) {
    m_heights.settleTypical();
    m_stale = false;
    QListView::doItemsLayout();
    if (!kept.row.isValid())
        return;
    if (verticalScrollBar()->value() > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(kept.row).top() - kept.top);
    if (kept.row == currentIndex())
        QListView::scrollTo(kept.row);
}

void RowView::doItemsLayout() {
    if (m_heights.width() != viewport()->width() || (model() && m_heights.rows() != model()->rowCount()))
        m_heights.reset(model() ? model()->rowCount() : 0, viewport()->width());
    if (m_kind == Height::Whole)
        for (int row = 0; row < m_heights.rows(); ++row)
            measure(row);
    if (m_kind == Height::Whole || m_laying) {
        QListView::doItemsLayout();
        return;
    }
    {
        const QScopedValueRollback laying(m_laying, true);
        layOutAround(anchor());
    }
    measureInSight();
}

void RowView::forgetHeights() {
    m_heights.reset(model() ? model()->rowCount() : 0, viewport()->width());
    scheduleDelayedItemsLayout();
    fitHeight();
}

void RowView::measure(int row) {
    if (m_heights.measured(row))
        return;
    const int counted = m_heights.height(row);
    m_heights.set(row, m_delegate->measure(font(), viewport()->width(), model()->index(row, 0)));
    m_stale = m_stale || m_heights.height(row) != counted;
}

// No row is drawn at a height that it only counts as.
void RowView::measureInSight() {
    if (m_laying || m_kind == Height::Whole || m_heights.rows() == 0)
        return;
    const QScopedValueRollback laying(m_laying, true);
    do {
        const Anchor kept = anchor();
        const QModelIndex top = indexAt({viewport()->width() / 2, 0});
        int y = top.isValid() ? visualRect(top).top() : 0;
        for (int row = top.isValid() ? top.row() : 0; row < m_heights.rows() && y < viewport()->height(); ++row) {
            measure(row);
            y += m_heights.height(row);
        }
        if (!m_stale)
            break;
        layOutAround(kept);
    } while (true);
    if (m_heights.firstUnmeasured() >= 0)
        m_idle.start(0);
}

void RowView::measureSome() {
    if (!isVisible())
        return; // measured when it is shown
    QElapsedTimer taken;
    taken.start();
    int row = m_heights.firstUnmeasured();
    for (; row >= 0 && taken.elapsed() < MeasuringMs; row = m_heights.firstUnmeasured(row))
        measure(row);
    if (row >= 0)
        m_idle.start(0);
    else
        doItemsLayout();
}

void RowView::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    if (m_currentWanted)
        showCurrent();
    measureInSight();
}

void RowView::scrollContentsBy(int dx, int dy) {
    QListView::scrollContentsBy(dx, dy);
    measureInSight();
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
    const bool stacked = RowLayout::stacks(viewport()->width(), m_delegate->columns(), m_delegate->metrics());
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    emit stackedChanged(stacked);
}

void RowView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        forgetHeights();
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
    if (m_kind != Height::Whole || !model())
        return;
    if (m_heights.width() != viewport()->width() || m_heights.rows() != model()->rowCount())
        m_heights.reset(model()->rowCount(), viewport()->width());
    int height = 0;
    for (int row = 0; row < m_heights.rows(); ++row) {
        measure(row);
        height += m_heights.height(row);
    }
    setFixedHeight(height + 1);
}

} // namespace ui::rows
