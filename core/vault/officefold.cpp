#include "core/vault/officefold.h"
#include <QJsonArray>
#include <algorithm>

namespace core::vault {

namespace {

const QString clockFormat = QStringLiteral("HH:mm");

QString textOf(const QJsonObject& fields, const char* key) {
    return fields.value(QLatin1String(key)).toString();
}

QTime timeOf(const QJsonObject& fields, const char* key, QTime otherwise) {
    const QTime time = QTime::fromString(textOf(fields, key), clockFormat);
    return time.isValid() ? time : otherwise;
}

void takeOffice(Office& office, const QJsonObject& fields) {
    office.name = textOf(fields, "name");
    office.nation = nationFromId(textOf(fields, "nation")).value_or(office.nation);
    office.phone = textOf(fields, "phone");
    office.address = textOf(fields, "address");
    office.leadTitle = textOf(fields, "leadTitle");
    if (office.leadTitle.isEmpty())
        office.leadTitle = defaultLeadTitle(office.nation);
    office.opens = timeOf(fields, "opens", office.opens);
    office.closes = timeOf(fields, "closes", office.closes);
}

QJsonObject fieldsOf(const Authority& authority) {
    return {{"id", authority.id},
            {"name", authority.name},
            {"nation", nationId(authority.nation)},
            {"phone", authority.phone},
            {"outOfHours", authority.outOfHours},
            {"email", authority.email},
            {"portal", authority.portal},
            {"checked", authority.checked.toString(Qt::ISODate)},
            {"places", QJsonArray::fromStringList(authority.places)}};
}

Authority authorityOf(const QJsonObject& fields) {
    Authority authority;
    authority.id = textOf(fields, "id");
    authority.name = textOf(fields, "name");
    authority.nation = nationFromId(textOf(fields, "nation")).value_or(Nation::England);
    authority.phone = textOf(fields, "phone");
    authority.outOfHours = textOf(fields, "outOfHours");
    authority.email = textOf(fields, "email");
    authority.portal = textOf(fields, "portal");
    authority.checked = QDate::fromString(textOf(fields, "checked"), Qt::ISODate);
    for (const QJsonValue& place : fields.value(QLatin1String("places")).toArray())
        authority.places += place.toString();
    return authority;
}

QJsonObject fieldsOf(const ClockOverride& clock) {
    QJsonObject fields{{"clock", clock.clock}, {"on", clock.on}, {"unit", clock.unit}};
    if (clock.length)
        fields.insert("length", *clock.length);
    return fields;
}

ClockOverride clockOf(const QJsonObject& fields) {
    ClockOverride clock;
    clock.clock = textOf(fields, "clock");
    clock.on = fields.value(QLatin1String("on")).toBool(true);
    if (fields.contains(QLatin1String("length")))
        clock.length = fields.value(QLatin1String("length")).toInt();
    clock.unit = textOf(fields, "unit");
    clock.why = textOf(fields, "why");
    return clock;
}

Member memberOf(const ledger::Grant& grant, const QHash<MemberId, QString>& logIns) {
    return {grant.member, grant.name,    grant.title,  logIns.value(grant.member),
            grant.role,   grant.signKey, grant.boxKey, grant.ended};
}

// Newest wins, in the place of the first; `removed` takes it out.
template <class List, class Value, class Key>
void put(List& list, const Value& value, Key Value::*key, bool removed) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.*key == value.*key; });
    if (removed) {
        if (found != list.end())
            list.erase(found);
    } else if (found != list.end()) {
        *found = value;
    } else {
        list.push_back(value);
    }
}

void take(Office& office, const ledger::Entry& entry, const QHash<MemberId, QString>& logIns) {
    const QJsonObject fields = entry.fields();
    const bool removed = fields.value(QLatin1String("removed")).toBool();
    if (entry.kind == QLatin1String("office/1"))
        takeOffice(office, fields);
    else if (entry.kind == QLatin1String("authority/1")) {
        const Authority authority = authorityOf(fields);
        put(office.authorities, authority, &Authority::id, removed);
        put(office.former, authority, &Authority::id, !removed);
        const Member* author = office.member(entry.author);
        office.entered.insert(authority.id, {entry.recorded.toLocalTime().date(), author ? author->name : QString()});
    } else if (entry.kind == QLatin1String("clock-setting/1"))
        put(office.clocks, clockOf(fields), &ClockOverride::clock, removed);
    else if (entry.kind == QLatin1String("member/1")) {
        if (const auto grant = ledger::grantFromFields(fields))
            put(office.members, memberOf(*grant, logIns), &Member::id, false);
    }
}

ledger::NewEntry entryOf(const char* kind, QJsonObject fields, const QString& why) {
    if (!why.isEmpty())
        fields.insert("why", why);
    ledger::NewEntry entry;
    entry.kind = QString::fromLatin1(kind);
    entry.fields = std::move(fields);
    return entry;
}

template <class List, class Value, class Key>
const Value* same(const List& list, const Value& value, Key Value::*key) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.*key == value.*key; });
    return found == list.end() ? nullptr : &*found;
}

template <class List, class Key>
void addListChanges(std::vector<ledger::NewEntry>& entries, const char* kind, const List& from, const List& to, Key key,
                    const QString& why) {
    for (const auto& value : to) {
        const auto* before = same(from, value, key);
        if (!before || !(*before == value))
            entries.push_back(entryOf(kind, fieldsOf(value), why));
    }
    for (const auto& value : from) {
        if (same(to, value, key))
            continue;
        QJsonObject fields = fieldsOf(value);
        fields.insert("removed", true);
        entries.push_back(entryOf(kind, fields, why));
    }
}

} // namespace

Office foldOffice(const std::vector<ledger::Entry>& entries, const QHash<MemberId, QString>& logIns) {
    Office office;
    for (const ledger::Entry& entry : entries) {
        if (entry.permitted && entry.body)
            take(office, entry, logIns);
    }
    return office;
}

ledger::NewEntry officeEntry(const Office& office, const QString& remoteFolder, const QString& why) {
    QJsonObject fields{{"name", office.name},
                       {"nation", nationId(office.nation)},
                       {"phone", office.phone},
                       {"address", office.address},
                       {"leadTitle", office.leadTitle.isEmpty() ? defaultLeadTitle(office.nation) : office.leadTitle},
                       {"opens", office.opens.toString(clockFormat)},
                       {"closes", office.closes.toString(clockFormat)}};
    if (!remoteFolder.isEmpty())
        fields.insert("remoteFolder", remoteFolder);
    return entryOf("office/1", fields, why);
}

std::vector<ledger::NewEntry> officeChanges(const Office& from, const Office& to, const QString& why) {
    std::vector<ledger::NewEntry> entries;
    const ledger::NewEntry before = officeEntry(from, {}, why);
    const ledger::NewEntry after = officeEntry(to, {}, why);
    if (before.fields != after.fields)
        entries.push_back(after);
    addListChanges(entries, "authority/1", from.authorities, to.authorities, &Authority::id, why);
    // The reason of an override is its own; that of the change stands beside it only when it has none.
    std::vector<ledger::NewEntry> clocks;
    addListChanges(clocks, "clock-setting/1", from.clocks, to.clocks, &ClockOverride::clock, QString());
    for (ledger::NewEntry& entry : clocks) {
        const auto* wanted = same(to.clocks, clockOf(entry.fields), &ClockOverride::clock);
        const QString own = wanted ? wanted->why : QString();
        entry.fields.insert("why", own.isEmpty() ? why : own);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace core::vault
