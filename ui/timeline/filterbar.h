#pragma once
#include "ui/timeline/timelinemodel.h"
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace ui {
class Button;
class DropDown;
class PlainLabel;
class PlainLineEdit;
class WhenEdit;
} // namespace ui

namespace ui::timeline {

// Which entries are shown: kinds as a row of choices (a list where there is no room), words, person and dates, and the
// order.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);
    void setGroups(const QStringList& groups); // those that occur
    void setPeople(const QStringList& people);
    Filter filter() const;
    bool newestFirst() const { return m_newestFirst; }
    void clear();
    void setCounts(const QString& text); // "87 entries · 2 amended"
    void focusFind();
    bool isNarrowed() const { return !filter().isEmpty(); }

signals:
    void changed();
    void leaveFind(); // Down in the find field: into the list

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMore();
    void chooseGroup(const QString& group);
    void arrange();

    QWidget* m_chips;
    QButtonGroup* m_chipGroup;
    DropDown* m_kinds;
    PlainLineEdit* m_find;
    PlainLabel* m_counts;
    Button* m_order;
    Button* m_more;
    QWidget* m_moreRow;
    DropDown* m_person;
    WhenEdit* m_from;
    WhenEdit* m_to;
    QString m_group;
    bool m_newestFirst = true;
};

} // namespace ui::timeline
