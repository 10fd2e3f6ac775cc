#pragma once
#include "ui/rows/rowdelegate.h"
#include <QListView>

namespace ui::rows {

// One accessible item a row; arrows move, Enter or a click opens. Either it scrolls by itself (a timeline) or it is as
// tall as its rows and the page scrolls.
class RowView : public QListView {
    Q_OBJECT
public:
    enum class Height { Scrolls, Whole };
    RowView(Height height, const QString& name, QWidget* parent = nullptr);
    void setColumns(std::vector<Column> columns, const RowLayout::Metrics& metrics = {});
    void setTitled(bool titled); // the titles of its columns stand above, in the same card
    bool isStacked() const;      // too narrow for columns
    void setModel(QAbstractItemModel* model) override;
    QString currentKey() const;
    void setCurrentKey(const QString& key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void opened(const QString& key);
    void currentKeyChanged(const QString& key);
    void stackedChanged(bool stacked);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitHeight();
    void showCurrent(int patience = 40);
    RowDelegate* m_delegate;
    Height m_kind;
    int m_fittedWidth = -1;
    bool m_stacked = false;
};

} // namespace ui::rows
