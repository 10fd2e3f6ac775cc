#include "core/vault/accessrecord.h"
#include <QDir>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>

namespace core::vault {

namespace {

const QString type = QStringLiteral("firsthand/access");
constexpr qsizetype sealSize = 48 + 32;
constexpr std::size_t sealLimit = 1000;

bool isLedgerName(const QString& name) {
    static const QRegularExpression shape(QStringLiteral("^[0-9a-f]{32}\\.db$"));
    return shape.match(name).hasMatch();
}

Result<std::vector<QByteArray>> readSeals(const QJsonObject& object) {
    std::vector<QByteArray> seals;
    for (const QJsonValue& value : object.value(QLatin1String("seals")).toArray())
        seals.push_back(crypto::fromBase64(value.toString()));
    const bool wrongSize = std::any_of(seals.begin(), seals.end(), [](const auto& s) { return s.size() != sealSize; });
    if (seals.empty() || seals.size() > sealLimit || wrongSize)
        return fail(ErrorCode::Damaged, QStringLiteral("seals"));
    return seals;
}

} // namespace

QByteArray AccessRecord::digest() const {
    return crypto::Digest(QByteArrayLiteral("firsthand/access/1")).add(source.line).result();
}

void sealRecord(AccessRecord& record, const crypto::CaseKeys& keys, const std::vector<QByteArray>& recipients,
                const QByteArray& recoveryBox) {
    record.commitment = keys.commitment;
    record.seals = {crypto::sealFor(recoveryBox, keys.sealingKey, keys.master)};
    for (const QByteArray& recipient : recipients)
        record.seals.push_back(crypto::sealFor(recipient, keys.sealingKey, keys.master));
    std::shuffle(record.seals.begin(), record.seals.end(), *QRandomGenerator::system());
}

QByteArray writeAccessRecord(const AccessRecord& record, const crypto::SignKeys& signer) {
    QJsonArray seals;
    for (const QByteArray& seal : record.seals)
        seals.append(crypto::toBase64(seal));
    return writeSigned({{"type", type},
                        {"format", newestFormat},
                        {"vault", record.vault.toString()},
                        {"case", record.caseId.toString()},
                        {"n", record.n},
                        {"epoch", record.epoch},
                        {"file", record.file},
                        {"commitment", crypto::toBase64(record.commitment)},
                        {"previous", crypto::toBase64(record.previous)},
                        {"seals", seals}},
                       signer);
}

Result<AccessRecord> parseAccessRecord(const QByteArray& bytes) {
    const auto read = readSigned(
        bytes, type, {"type", "format", "vault", "case", "n", "epoch", "file", "commitment", "previous", "seals"});
    if (!read)
        return fail(read.error());
    const auto vault = idField<VaultId>(read->object, "vault");
    const auto caseId = idField<CaseId>(read->object, "case");
    const auto n = countField(read->object, "n", 1);
    const auto epoch = countField(read->object, "epoch", 1);
    const auto commitment = bytesField(read->object, "commitment", 32);
    const auto previous = bytesField(read->object, "previous", n && *n == 1 ? 0 : 32);
    const auto seals = readSeals(read->object);
    const QString file = read->object.value(QLatin1String("file")).toString();
    if (!vault || !caseId || !n || !epoch || !commitment || !previous || !seals || !isLedgerName(file))
        return fail(ErrorCode::Damaged, QStringLiteral("access record: a field"));
    return AccessRecord{*vault, *caseId, *n, *epoch, file, *commitment, *previous, *seals, *read};
}

QString accessPath(const QString& folder, qint64 n) {
    return folder + QStringLiteral("/access.%1.json").arg(n);
}

std::vector<qint64> accessNumbers(const QString& folder) {
    static const QRegularExpression shape(QStringLiteral("^access\\.([1-9][0-9]{0,8})\\.json$"));
    std::vector<qint64> numbers;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("access.*.json")}, QDir::Files)) {
        if (const auto match = shape.match(name); match.hasMatch())
            numbers.push_back(match.captured(1).toLongLong());
    }
    std::sort(numbers.rbegin(), numbers.rend());
    return numbers;
}

std::optional<crypto::CaseKeys> openRecord(const AccessRecord& record, const crypto::BoxKeys& box) {
    for (const QByteArray& seal : record.seals) {
        auto master = crypto::openSeal(box, seal);
        if (!master)
            continue;
        auto keys = crypto::caseKeys(std::move(*master));
        if (keys.commitment == record.commitment)
            return keys;
    }
    return std::nullopt;
}

QString newLedgerName() {
    return crypto::toHex(crypto::randomBytes(16)) + QStringLiteral(".db");
}

} // namespace core::vault
