#pragma once
#include "ui/timeline/timelinemodel.h"
#include <QWidget>

class QStackedLayout;

namespace ui {
class Button;
class EmptyState;
class Notice;
} // namespace ui
namespace ui::rows {
class RowView;
}

namespace ui::timeline {
class EntryPane;
class FilterBar;

// Everything that happened, by when it happened. Enter opens an entry beside the list, or over it where it is narrow.
class TimelinePage : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names, bool mayAdd);
    void setDraftsOfOthers(int count);
    void openEntry(const core::EntryId& id);
    void focusFind();
    bool closeEntry(); // false: none was open

signals:
    void amendAsked(const core::EntryId& entry);
    void addAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void narrow();
    void sayCounts();
    void openKey(const QString& key);
    void arrange();

    const core::record::CaseState* m_state = nullptr;
    core::guide::ValueNames m_names;
    bool m_mayAdd = false;
    TimelineModel m_model;
    QWidget* m_listSide;
    FilterBar* m_filter;
    Notice* m_others;
    rows::RowView* m_list;
    EmptyState* m_nothing;
    EmptyState* m_noMatch;
    EntryPane* m_pane;
    bool m_open = false;
};

} // namespace ui::timeline
