#pragma once
#include <QListView>

namespace ui::guide {

// The task list: arrows look at a step, Enter or a click goes into it.
class StepList : public QListView {
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);
    void doItemsLayout() override;

signals:
    void stepOpened(const QString& id);
    void stepShown(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

} // namespace ui::guide
