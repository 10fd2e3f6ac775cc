#include "core/crypto/keys.h"
#include <QtEndian>
#include <sodium.h>

namespace core::crypto {

namespace {

constexpr qint64 kMemoryFloor = 64LL << 20;
constexpr qint64 kMemoryCeiling = 1LL << 30;
constexpr int kPassesFloor = 3;
constexpr int kPassesCeiling = 10;

unsigned char* raw(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned long long length(const QByteArray& bytes) {
    return static_cast<unsigned long long>(bytes.size());
}

QByteArray bytesOf(const Secret& secret) {
    return QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size()));
}

} // namespace

Result<Secret> deriveFromPassphrase(const Secret& passphrase, const KdfParameters& parameters) {
    if (parameters.memoryBytes < kMemoryFloor || parameters.memoryBytes > kMemoryCeiling ||
        parameters.passes < kPassesFloor || parameters.passes > kPassesCeiling ||
        parameters.salt.size() != qsizetype(crypto_pwhash_SALTBYTES))
        return fail(ErrorCode::KdfOutOfRange, QStringLiteral("%1 passes, %2 bytes, salt of %3")
                                                  .arg(parameters.passes)
                                                  .arg(parameters.memoryBytes)
                                                  .arg(parameters.salt.size()));
    Secret key(32);
    const char empty = 0;
    const char* text = passphrase.isEmpty() ? &empty : reinterpret_cast<const char*>(passphrase.data());
    const int done = crypto_pwhash(key.data(), key.size(), text, passphrase.size(), raw(parameters.salt),
                                   static_cast<unsigned long long>(parameters.passes),
                                   static_cast<std::size_t>(parameters.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (done != 0)
        return fail(ErrorCode::Internal, QStringLiteral("not enough memory for the key derivation"));
    return key;
}

Secret subkey(const Secret& master, quint64 index, const char (&context)[9], std::size_t size) {
    Q_ASSERT(master.size() == crypto_kdf_KEYBYTES);
    Secret key(size);
    if (master.size() != crypto_kdf_KEYBYTES ||
        crypto_kdf_derive_from_key(key.data(), size, index, context, master.data()) != 0)
        qFatal("a key of the wrong length was derived from");
    return key;
}

QByteArray aeadSeal(const Secret& key, std::span<const unsigned char> plain, const QByteArray& associated) {
    constexpr auto kNonce = qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    QByteArray sealed = randomBytes(int(kNonce));
    sealed.resize(kNonce + qsizetype(plain.size()) + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES));
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        qFatal("a sealing key of the wrong length");
    unsigned char* out = raw(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonce, nullptr, plain.data(), plain.size(), raw(associated),
                                               length(associated), nullptr, out, key.data());
    return sealed;
}

Result<Secret> aeadOpen(const Secret& key, const QByteArray& sealed, const QByteArray& associated) {
    constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t kOverhead = kNonce + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    const auto size = std::size_t(sealed.size());
    if (size < kOverhead || key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return fail(ErrorCode::Damaged, QStringLiteral("sealed bytes too short"));
    Secret plain(size - kOverhead);
    unsigned char none = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.isEmpty() ? &none : plain.data(), nullptr, nullptr,
                                                   raw(sealed) + kNonce, size - kNonce, raw(associated),
                                                   length(associated), raw(sealed), key.data()) != 0)
        return fail(ErrorCode::Damaged, QStringLiteral("sealed bytes do not verify"));
    return plain;
}

struct Digest::State {
    crypto_generichash_state hash; // aligned to 64 by its own type
};

Digest::Digest(const QByteArray& domain, const QByteArray& key) : m_state(std::make_unique<State>()) {
    Q_ASSERT(key.isEmpty() || key.size() >= qsizetype(crypto_generichash_KEYBYTES_MIN));
    crypto_generichash_init(&m_state->hash, key.isEmpty() ? nullptr : raw(key), std::size_t(key.size()), 32);
    add(domain);
}

Digest::~Digest() = default;

Digest& Digest::add(const QByteArray& part) {
    const quint64 size = qToLittleEndian(quint64(part.size()));
    crypto_generichash_update(&m_state->hash, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&m_state->hash, raw(part), length(part));
    return *this;
}

QByteArray Digest::result() {
    QByteArray digest(32, '\0');
    crypto_generichash_final(&m_state->hash, raw(digest), 32);
    return digest;
}

SignKeys signKeysFromSeed(const Secret& seed) {
    if (seed.size() != crypto_sign_SEEDBYTES)
        qFatal("a signing seed of the wrong length");
    SignKeys keys{QByteArray(qsizetype(crypto_sign_PUBLICKEYBYTES), '\0'), Secret(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_seed_keypair(raw(keys.publicKey), keys.secretKey.data(), seed.data());
    return keys;
}

QByteArray sign(const SignKeys& keys, const QByteArray& message) {
    QByteArray signature(qsizetype(crypto_sign_BYTES), '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(message), length(message), keys.secretKey.data());
    return signature;
}

bool verify(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature) {
    return publicKey.size() == qsizetype(crypto_sign_PUBLICKEYBYTES) &&
           signature.size() == qsizetype(crypto_sign_BYTES) &&
           crypto_sign_verify_detached(raw(signature), raw(message), length(message), raw(publicKey)) == 0;
}

BoxKeys boxKeysFromSeed(const Secret& seed) {
    if (seed.size() != crypto_box_SEEDBYTES)
        qFatal("a box seed of the wrong length");
    BoxKeys keys{QByteArray(qsizetype(crypto_box_PUBLICKEYBYTES), '\0'), Secret(crypto_box_SECRETKEYBYTES)};
    crypto_box_seed_keypair(raw(keys.publicKey), keys.secretKey.data(), seed.data());
    return keys;
}

// The content is part of what the ephemeral key is made from: two contents sealed for one person under one sealing key
// must never share a key stream.
QByteArray sealFor(const QByteArray& recipient, const Secret& sealingKey, const Secret& content) {
    if (recipient.size() != qsizetype(crypto_box_PUBLICKEYBYTES))
        return {};
    Secret seed(crypto_box_SEEDBYTES);
    QByteArray keyBytes = bytesOf(sealingKey);
    QByteArray contentBytes = bytesOf(content);
    QByteArray seedBytes = Digest("firsthand/seal/1", keyBytes).add(recipient).add(contentBytes).result();
    std::copy_n(raw(seedBytes), seed.size(), seed.data());
    for (QByteArray* copy : {&keyBytes, &contentBytes, &seedBytes})
        sodium_memzero(copy->data(), std::size_t(copy->size()));
    const BoxKeys ephemeral = boxKeysFromSeed(seed);

    unsigned char nonce[crypto_box_NONCEBYTES]; // as crypto_box_seal makes it
    const QByteArray both = ephemeral.publicKey + recipient;
    crypto_generichash(nonce, sizeof nonce, raw(both), length(both), nullptr, 0);
    QByteArray sealed = ephemeral.publicKey;
    sealed.resize(qsizetype(crypto_box_SEALBYTES) + qsizetype(content.size()));
    if (crypto_box_easy(raw(sealed) + crypto_box_PUBLICKEYBYTES, content.data(), content.size(), nonce, raw(recipient),
                        ephemeral.secretKey.data()) != 0)
        return {}; // a recipient key of small order
    return sealed;
}

Result<Secret> openSeal(const BoxKeys& keys, const QByteArray& sealed) {
    const auto size = std::size_t(sealed.size());
    if (size <= crypto_box_SEALBYTES)
        return fail(ErrorCode::Damaged, QStringLiteral("seal too short"));
    Secret content(size - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(content.data(), raw(sealed), size, raw(keys.publicKey), keys.secretKey.data()) != 0)
        return fail(ErrorCode::Damaged, QStringLiteral("seal does not open"));
    return content;
}

MemberKeys memberKeys(Secret seed) {
    MemberKeys keys;
    keys.box = boxKeysFromSeed(subkey(seed, 1, "FHMEMBER"));
    keys.sign = signKeysFromSeed(subkey(seed, 2, "FHMEMBER"));
    keys.anchorKey = subkey(seed, 3, "FHMEMBER");
    keys.seed = std::move(seed);
    return keys;
}

CaseKeys caseKeys(Secret master) {
    CaseKeys keys;
    keys.sqlKey = subkey(master, 1, "FHCASE01");
    keys.sqlSalt = subkey(master, 2, "FHCASE01", 16);
    keys.backupKey = subkey(master, 3, "FHCASE01");
    keys.commitment = bytesOf(subkey(master, 4, "FHCASE01"));
    keys.sealingKey = subkey(master, 5, "FHCASE01");
    keys.master = std::move(master);
    return keys;
}

} // namespace core::crypto
