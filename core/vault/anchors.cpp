#include "core/vault/anchors.h"
#include "core/base/canonicaljson.h"
#include "core/vault/signedline.h"
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <tuple>

namespace core::vault {

namespace {

const QString type = QStringLiteral("firsthand/anchor");

bool isOlder(const Anchor& a, const Anchor& b) {
    return std::tuple(a.n, a.epoch, a.seq, a.signedTo) < std::tuple(b.n, b.epoch, b.seq, b.signedTo);
}

QByteArray bytesOf(const crypto::Secret& secret) {
    return QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size()));
}

QByteArray associated(const QString& name) {
    return (type + QLatin1Char('/') + name).toUtf8();
}

std::span<const unsigned char> viewOf(const QByteArray& bytes) {
    return {reinterpret_cast<const unsigned char*>(bytes.constData()), std::size_t(bytes.size())};
}

Result<> makeWay(const FileStore& files, const QString& folder) {
    if (QFileInfo(folder).isDir())
        return {};
    if (auto above = makeWay(files, QFileInfo(folder).path()); !above)
        return above;
    return files.makeFolder(folder);
}

} // namespace

Anchors::Anchors(FileStore files, const QString& profileFolder, const crypto::Secret& anchorKey, const VaultId& vault)
    : m_files(std::move(files))
    , m_folder(profileFolder + QStringLiteral("/anchors"))
    , m_key(crypto::subkey(anchorKey, 1, "FHANCHOR"))
    , m_nameKey(bytesOf(crypto::subkey(anchorKey, 2, "FHANCHOR")))
    , m_vault(vault) {}

QString Anchors::fileName(const CaseId& id) const {
    const QByteArray digest = crypto::Digest(QByteArrayLiteral("firsthand/anchor-name/1"), m_nameKey)
                                  .add(m_vault.bytes())
                                  .add(id.bytes())
                                  .result();
    return crypto::toHex(digest.left(16));
}

std::optional<Anchors::Read> Anchors::readFile(const QString& name) const {
    const auto sealed = m_files.read(m_folder + QLatin1Char('/') + name, 4096);
    if (!sealed)
        return std::nullopt;
    const auto plain = crypto::aeadOpen(m_key, *sealed, associated(name));
    if (!plain)
        return std::nullopt;
    const auto object = parseCanonicalJson(bytesOf(*plain));
    if (!object || object->value(QLatin1String("type")).toString() != type ||
        object->value(QLatin1String("vault")).toString() != m_vault.toString())
        return std::nullopt;
    const auto id = idField<CaseId>(*object, "case");
    const auto n = countField(*object, "n", 1);
    const auto epoch = countField(*object, "epoch", 1);
    const auto seq = countField(*object, "seq", 1);
    const auto head = bytesField(*object, "head", 32);
    const auto signedTo = countField(*object, "signedTo", 0);
    if (!id || !n || !epoch || !seq || !head || !signedTo)
        return std::nullopt;
    return Read{*id, {*n, *epoch, *seq, *head, *signedTo}};
}

std::optional<Anchor> Anchors::find(const CaseId& id) const {
    const auto read = readFile(fileName(id));
    return read && read->id == id ? std::optional(read->anchor) : std::nullopt;
}

bool Anchors::has(const CaseId& id) const {
    return QFileInfo::exists(m_folder + QLatin1Char('/') + fileName(id));
}

Result<> Anchors::move(const CaseId& id, const Anchor& anchor, FileStore::Durable durable) const {
    if (const auto there = find(id); there && !isOlder(*there, anchor))
        return {};
    if (auto way = makeWay(m_files, m_folder); !way)
        return way;
    const QString name = fileName(id);
    const QByteArray plain = canonicalJson({{"type", type},
                                            {"format", newestFormat},
                                            {"vault", m_vault.toString()},
                                            {"case", id.toString()},
                                            {"n", anchor.n},
                                            {"epoch", anchor.epoch},
                                            {"seq", anchor.seq},
                                            {"head", crypto::toBase64(anchor.head)},
                                            {"signedTo", anchor.signedTo}});
    return m_files.replace(m_folder + QLatin1Char('/') + name, crypto::aeadSeal(m_key, viewOf(plain), associated(name)),
                           durable);
}

std::vector<CaseId> Anchors::all(const std::vector<CaseId>& except) const {
    QSet<QString> known;
    for (const CaseId& id : except)
        known.insert(fileName(id));
    std::vector<CaseId> ids;
    for (const QString& name : QDir(m_folder).entryList(QDir::Files, QDir::Name)) {
        if (name.size() != 32 || known.contains(name))
            continue;
        if (const auto read = readFile(name); read && fileName(read->id) == name)
            ids.push_back(read->id);
    }
    return ids;
}

} // namespace core::vault
