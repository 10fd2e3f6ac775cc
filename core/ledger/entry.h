#pragma once
#include "core/base/id.h"
#include "core/base/occurred.h"
#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace core::ledger {

enum class ClockState { Ok, Back, Jump };

// One row of a ledger, as kept. `body` is the canonical JSON exactly as signed; nullopt once redacted.
struct Entry {
    qint64 seq = 0;
    EntryId id;
    QString kind; // "words/3": form id and version
    Occurred occurred;
    QDateTime recorded; // UTC, to the second
    ClockState clock = ClockState::Ok;
    MemberId author;
    std::optional<EntryId> amends; // the original entry, never an amendment of it
    std::optional<QByteArray> body;
    QByteArray bodySalt;   // 16; empty once redacted
    QByteArray bodyDigest; // 32
    QByteArray chain;      // 32
    QByteArray signature;  // 64
    bool permitted = true; // its author could write that kind at that seq, and the signature is theirs
    bool operator==(const Entry&) const = default;

    QJsonObject fields() const; // empty if redacted
    QString formId() const { return kind.section(QLatin1Char('/'), 0, 0); }
    int formVersion() const { return kind.section(QLatin1Char('/'), 1).toInt(); }
};

// What a caller hands in; the ledger adds seq, recorded, clock, author, salt, digests and signature.
struct NewEntry {
    QString kind;
    Occurred occurred;
    QJsonObject fields;
    std::optional<EntryId> amends;
    EntryId id = EntryId::random();
};

struct Head {
    qint64 seq = 0;
    QByteArray chain; // 32; of a ledger without entries: the genesis value
    bool operator==(const Head&) const = default;
};

QString recordMark(const QByteArray& chain, int characters = 26); // Crockford; 8 on screen, 26 on paper, in fours

// What is being typed and not yet recorded. Shown to its author only.
struct Draft {
    EntryId id = EntryId::random(); // the entry it will become
    MemberId author;
    QString kind;
    QDateTime saved;     // UTC
    QJsonObject content; // form fields as typed, and whatever the form needs to come back as it was
    bool operator==(const Draft&) const = default;
};

} // namespace core::ledger
