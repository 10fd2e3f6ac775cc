#pragma once
#include "core/base/canonicaljson.h"
#include "core/base/utc.h"
#include "core/record/casestate.h"
#include <QJsonArray>

// A ledger's rows written by hand, as a ledger would hand them out: what is not folded (chain, signature) stays empty.
class MadeUpCase {
public:
    explicit MadeUpCase(const core::guide::Guide& guide) : m_guide(guide) {
        lead.member = core::MemberId::random();
        lead.name = QStringLiteral("Ruth Adeyemi");
        lead.title = QStringLiteral("Deputy head");
        lead.role = core::ledger::Role::Lead;
        lead.mayAdd = lead.mayGrant = lead.mayExport = true;
        office.nation = core::vault::Nation::England;
        office.authorities = {{QStringLiteral("harbourside"),
                               QStringLiteral("Harbourside children's social care"),
                               core::vault::Nation::England,
                               QStringLiteral("01632 960101"),
                               {},
                               {},
                               {},
                               {},
                               {}},
                              {QStringLiteral("glanyrafon"),
                               QStringLiteral("Glan-yr-afon social services"),
                               core::vault::Nation::Wales,
                               QStringLiteral("01632 960202"),
                               {},
                               {},
                               {},
                               {},
                               {}}};
        access = {lead};
    }

    core::EntryId add(const char* kind, const char* occurred, const QJsonObject& fields) {
        return push(kind, occurred, fields, {}).id;
    }
    core::EntryId amend(const core::EntryId& original, const char* kind, const char* occurred, QJsonObject fields,
                        const char* reason) {
        fields.insert(QStringLiteral("_amend_reason"), QString::fromUtf8(reason));
        return push(kind, occurred, fields, original).id;
    }
    // As the ledger does it: the entry that says so, and the bodies blanked.
    void redact(const core::EntryId& original, const char* reason) {
        push("redaction/1", "", {{QStringLiteral("reason"), QString::fromUtf8(reason)}}, original);
        for (core::ledger::Entry& entry : entries)
            if (entry.id == original || (entry.amends == original && entry.kind != QLatin1String("redaction/1")))
                entry.body.reset();
    }
    core::EntryId addByStranger(const char* kind, const QJsonObject& fields, std::optional<core::EntryId> amends = {}) {
        core::ledger::Entry& entry = push(kind, "", fields, amends);
        entry.author = core::MemberId::random();
        entry.permitted = false;
        return entry.id;
    }

    core::record::CaseState fold(std::size_t first = SIZE_MAX) const {
        const auto end = entries.begin() + std::ptrdiff_t(std::min(first, entries.size()));
        return core::record::fold({entries.begin(), end}, access, {qint64(entries.size()), {}},
                                  {m_guide, office, lead.member, caseId, QStringLiteral("K7F3")});
    }

    std::vector<core::ledger::Entry> entries;
    std::vector<core::ledger::Grant> access;
    core::vault::Office office;
    core::ledger::Grant lead;
    core::CaseId caseId = core::CaseId::random();
    QDateTime recorded = core::utc(QDate(2026, 11, 18), QTime(17, 0)); // moves on by a minute an entry

private:
    core::ledger::Entry& push(const char* kind, const char* occurred, const QJsonObject& fields,
                              std::optional<core::EntryId> amends) {
        core::ledger::Entry entry;
        entry.seq = qint64(entries.size()) + 1;
        entry.id = core::EntryId::random();
        entry.kind = QString::fromLatin1(kind);
        entry.occurred = core::Occurred::parse(QString::fromLatin1(occurred)).value_or(core::Occurred());
        entry.recorded = recorded = recorded.addSecs(60);
        entry.author = lead.member;
        entry.amends = amends;
        entry.body = core::canonicalJson(fields);
        entries.push_back(entry);
        return entries.back();
    }

    const core::guide::Guide& m_guide;
};

inline QJsonObject fieldsOf(std::initializer_list<std::pair<const char*, QJsonValue>> fields) {
    QJsonObject object;
    for (const auto& [key, value] : fields)
        object.insert(QString::fromLatin1(key), value);
    return object;
}

inline QJsonObject named(const char* name, const QString& ref = {}) {
    QJsonObject person{{QStringLiteral("name"), QString::fromUtf8(name)}};
    if (!ref.isEmpty())
        person.insert(QStringLiteral("ref"), ref);
    return person;
}
