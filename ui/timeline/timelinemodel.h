#pragma once
#include "core/record/casestate.h"
#include "ui/timeline/timelinerow.h"
#include <QAbstractListModel>
#include <QDate>

namespace ui::timeline {

// What of the timeline is wanted. Empty: everything.
struct Filter {
    QString group;  // of the form: words told referral decisions support other
    QString person; // a name
    QDate from, to; // by when it happened
    QString words;  // every one must occur, beginnings of words, whatever the case or accents
    bool operator==(const Filter&) const = default;
    bool isEmpty() const { return *this == Filter(); }
};

struct Counts {
    int all = 0, shown = 0, amended = 0, authors = 0, notPermitted = 0;
};

// Everything that happened, one row an entry, grouped by month. Rows are made when they are first looked at: a case of
// 5,000 entries shows at once.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit TimelineModel(QObject* parent = nullptr);
    // The state outlives the model's use of it: call again, or clear(), when it changes.
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names);
    void clear();
    void setFilter(const Filter& filter);
    void setNewestFirst(bool newestFirst);
    const Filter& filter() const { return m_filter; }
    bool newestFirst() const { return m_newestFirst; }
    Counts counts() const;
    QStringList people() const; // names that occur, for the filter
    QStringList groups() const; // that occur
    const core::record::EntryView* entry(const QModelIndex& index) const;
    int rowOf(const core::EntryId& id) const; // -1: not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static std::vector<rows::Column> columns();

private:
    struct Item {
        const core::record::EntryView* entry = nullptr;
        QDate day;
        Month month;
        mutable std::unique_ptr<rows::Row> row;
        mutable QStringList people;
        mutable QString folded; // for finding; made when first searched
        mutable bool peopleRead = false;
    };
    static Item itemOf(const core::record::EntryView& entry);
    const Item& item(int row) const { return m_items[static_cast<size_t>(m_shown[static_cast<size_t>(row)])]; }
    const rows::Row& rowFor(const Item& item) const;
    bool sameMonth(int row, int other) const;
    bool passes(const Item& item, const QStringList& words) const;
    const QStringList& peopleOf(const Item& item) const;
    void select();

    std::vector<Item> m_items; // oldest first
    std::vector<int> m_shown;  // into m_items, in the order shown
    core::guide::ValueNames m_names;
    Filter m_filter;
    bool m_newestFirst = true;
};

} // namespace ui::timeline
