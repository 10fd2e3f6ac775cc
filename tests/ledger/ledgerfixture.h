#pragma once
#include "core/ledger/ledger.h"
#include "core/ledger/row.h"
#include "tests/db/rawconnection.h"
#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

// A made-up office: Meera Anand leads on safeguarding at Bryn Awel School, Owen Pugh is her deputy, Lena Fischer
// reviews.
struct Person {
    core::MemberId id = core::MemberId::random();
    core::crypto::MemberKeys keys = core::crypto::memberKeys(core::crypto::Secret::random(32));
    core::ledger::Author author() const { return {id, keys.sign}; }
    core::ledger::Grant grant(const QString& name, core::ledger::Role role) const {
        using core::ledger::Role;
        core::ledger::Grant grant;
        grant.member = id;
        grant.name = name;
        grant.role = role;
        grant.signKey = keys.sign.publicKey;
        grant.boxKey = keys.box.publicKey;
        grant.mayAdd = role != Role::Reviewer;
        grant.mayGrant = role == Role::Lead;
        grant.mayExport = true;
        return grant;
    }
};

struct LedgerFixture {
    QTemporaryDir folder;
    core::ledger::Genesis genesis{core::VaultId::random(), core::CaseId::random()};
    core::crypto::CaseKeys keys = core::crypto::caseKeys(core::crypto::Secret::random(32));
    Person meera, owen, lena;
    QString path = folder.filePath(QStringLiteral("case.db"));

    core::ledger::Grant lead() const { return meera.grant(QStringLiteral("Meera Anand"), core::ledger::Role::Lead); }
    core::ledger::Grant deputy() const { return owen.grant(QStringLiteral("Owen Pugh"), core::ledger::Role::Deputy); }
    core::ledger::Grant reviewer() const {
        return lena.grant(QStringLiteral("Lena Fischer"), core::ledger::Role::Reviewer);
    }

    static core::ledger::NewEntry granting(const core::ledger::Grant& grant) {
        return {QStringLiteral("member/1"), {}, core::ledger::grantFields(grant), {}};
    }
    static core::ledger::NewEntry note(const QString& text) {
        return {QStringLiteral("note/1"), {}, {{QStringLiteral("text"), text}}, {}};
    }
    static core::ledger::NewEntry redacting(const core::EntryId& id) {
        return {QStringLiteral("redaction/1"),
                {},
                {{QStringLiteral("reason"), QStringLiteral("recorded in the wrong case")}},
                id};
    }

    // With its first entry, by Meera.
    std::unique_ptr<core::ledger::Ledger> create() {
        auto made = core::ledger::Ledger::create(path, keys, genesis);
        if (!made || !(*made)->append(granting(lead()), meera.author()))
            return nullptr;
        return std::move(*made);
    }
    core::Result<std::unique_ptr<core::ledger::Ledger>> open(const std::optional<core::ledger::KnownHead>& known = {}) {
        return core::ledger::Ledger::open(path, keys, genesis, core::db::Database::Mode::ReadWrite, known);
    }
    std::unique_ptr<RawConnection> raw() { return std::make_unique<RawConnection>(path, keys.sqlKey, keys.sqlSalt); }

    // The next row as anybody makes it who holds the case's key: right in the chain, signed with whatever key.
    static core::ledger::Row forgedRow(const core::ledger::Head& head, const core::ledger::NewEntry& entry,
                                       const core::MemberId& author, const core::crypto::SignKeys& signKeys) {
        core::ledger::Row row;
        const QByteArray salt = core::crypto::randomBytes(16);
        row.seq = head.seq + 1;
        row.id = entry.id.toString().toLatin1();
        row.kind = entry.kind.toLatin1();
        row.occurred = "";
        row.recorded = core::ledger::timeText(QDateTime::currentDateTimeUtc());
        row.clock = "ok";
        row.author = author.toString().toLatin1();
        row.amends = entry.amends ? entry.amends->toString().toLatin1() : QByteArray("");
        row.body = QJsonDocument(entry.fields).toJson(QJsonDocument::Compact);
        row.bodySalt = salt.toHex();
        row.bodyDigest = core::ledger::bodyDigestOf(row.body, salt).toHex();
        const QByteArray chain = core::ledger::chainOf(row, head.chain.toHex());
        row.chain = chain.toHex();
        row.signature = core::crypto::sign(signKeys, chain).toHex();
        return row;
    }
    core::Result<> insertRaw(const core::ledger::Row& row) {
        auto database =
            core::db::Database::open(path, core::db::Database::Mode::ReadWrite, {keys.sqlKey, keys.sqlSalt});
        auto statement = (*database)->prepare(core::ledger::kInsertRow);
        return statement ? core::ledger::insertRow(*statement, row) : core::fail(statement.error());
    }
};
