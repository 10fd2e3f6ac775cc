#include "ui/timeline/timelinemodel.h"
#include "core/record/search.h"
#include "ui/entry/wording.h"
#include <QJsonArray>
#include <QSet>
#include <algorithm>

using namespace core;

namespace ui::timeline {

namespace {

void collectNames(const QJsonValue& value, QStringList& names) {
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto& one : array)
            collectNames(one, names);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (const QString name = object.value(QLatin1String("name")).toString(); !name.isEmpty())
            names << name;
        else
            for (const auto& one : object)
                collectNames(one, names);
    }
}

QString allText(const record::EntryView& entry, const guide::ValueNames& names) {
    QStringList text{entry::formLabel(entry, names), entry.author};
    if (entry.form)
        for (const guide::Field& field : entry.form->fields)
            if (entry.fields.contains(field.id))
                text << guide::valueText(field, entry.fields.value(field.id), names);
    return text.join(QLatin1Char(' '));
}

bool hasWordsBeginning(const QString& text, const QString& word) {
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    return false;
}

} // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractListModel(parent) {}

std::vector<rows::Column> TimelineModel::columns() {
    return {{{}, 110, 1, true, true}, {{}, 140, 1, false, true}, {{}, 0, 1}};
}

void TimelineModel::show(const record::CaseState& state, const guide::ValueNames& names) {
    beginResetModel();
    m_items.clear();
    m_names = names;
    const auto ordered = state.byOccurred();
    m_items.reserve(ordered.size() + state.notPermitted.size());
    for (const record::EntryView* entry : ordered) {
        m_items.push_back(itemOf(*entry));
    }
    for (const record::EntryView& entry : state.notPermitted) {
        Item item = itemOf(entry);
        const auto after =
            std::find_if(m_items.begin(), m_items.end(), [&](const Item& other) { return other.day > item.day; });
        m_items.insert(after, std::move(item));
    }
    select();
    endResetModel();
}

TimelineModel::Item TimelineModel::itemOf(const record::EntryView& entry) {
    Item item;
    item.entry = &entry;
    item.day = entry.occurred.date();
    item.month = monthOf(entry);
    return item;
}

void TimelineModel::clear() {
    beginResetModel();
    m_items.clear();
    m_shown.clear();
    m_names = {};
    endResetModel();
}

void TimelineModel::setFilter(const Filter& filter) {
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    select();
    endResetModel();
}

void TimelineModel::setNewestFirst(bool newestFirst) {
    if (newestFirst == m_newestFirst)
        return;
    beginResetModel();
    m_newestFirst = newestFirst;
    select();
    endResetModel();
}

void TimelineModel::select() {
    m_shown.clear();
    const QStringList words = record::foldedForSearch(m_filter.words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_items.size(); ++i)
        if (passes(m_items[i], words))
            m_shown.push_back(static_cast<int>(i));
    if (m_newestFirst)
        std::reverse(m_shown.begin(), m_shown.end());
}

bool TimelineModel::passes(const Item& item, const QStringList& words) const {
    if (!m_filter.group.isEmpty() && (!item.entry->form || item.entry->form->group != m_filter.group))
        return false;
    if (m_filter.from.isValid() &&
        (!item.day.isValid() || item.entry->occurred.end().toLocalTime().date() < m_filter.from))
        return false;
    if (m_filter.to.isValid() && (!item.day.isValid() || item.day > m_filter.to))
        return false;
    if (!m_filter.person.isEmpty() && !peopleOf(item).contains(m_filter.person))
        return false;
    if (words.isEmpty())
        return true;
    if (item.folded.isNull())
        item.folded = record::foldedForSearch(allText(*item.entry, m_names));
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return hasWordsBeginning(item.folded, word); });
}

const QStringList& TimelineModel::peopleOf(const Item& item) const {
    if (!item.peopleRead) {
        item.peopleRead = true;
        for (const auto& value : item.entry->fields)
            collectNames(value, item.people);
        if (item.entry->role == QLatin1String("person"))
            item.people << item.entry->fields.value(QLatin1String("name")).toString();
        item.people << item.entry->author;
        item.people.removeDuplicates();
    }
    return item.people;
}

QStringList TimelineModel::people() const {
    QSet<QString> names;
    for (const Item& item : m_items)
        for (const QString& name : peopleOf(item))
            names.insert(name);
    QStringList sorted(names.begin(), names.end());
    sorted.removeAll(QString());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

QStringList TimelineModel::groups() const {
    QStringList groups;
    for (const Item& item : m_items)
        if (item.entry->form && !groups.contains(item.entry->form->group))
            groups << item.entry->form->group;
    return groups;
}

Counts TimelineModel::counts() const {
    Counts counts;
    QSet<QString> authors;
    for (const Item& item : m_items) {
        counts.amended += item.entry->isAmended() ? 1 : 0;
        counts.notPermitted += item.entry->permitted ? 0 : 1;
        authors.insert(item.entry->author);
    }
    counts.all = static_cast<int>(m_items.size());
    counts.shown = static_cast<int>(m_shown.size());
    counts.authors = static_cast<int>(authors.size());
    return counts;
}

const record::EntryView* TimelineModel::entry(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? item(index.row()).entry : nullptr;
}

int TimelineModel::rowOf(const EntryId& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (item(row).entry->id == id)
            return row;
    return -1;
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

const rows::Row& TimelineModel::rowFor(const Item& item) const {
    if (!item.row)
        item.row = std::make_unique<rows::Row>(timelineRow(*item.entry, m_names));
    return *item.row;
}

bool TimelineModel::sameMonth(int row, int other) const {
    if (other < 0 || other >= rowCount())
        return false;
    return item(row).month == item(other).month;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const rows::Row& shown = rowFor(item(row));
        return sameMonth(row, row - 1) ? shown.spoken : shown.heading + QStringLiteral(". ") + shown.spoken;
    }
    case rows::RowRole:
        return QVariant::fromValue(&rowFor(item(row)));
    case rows::KeyRole:
        return item(row).entry->id.toString();
    case rows::FirstOfGroupRole:
        return !sameMonth(row, row - 1);
    case rows::LastOfGroupRole:
        return !sameMonth(row, row + 1);
    default:
        return {};
    }
}

} // namespace ui::timeline
