#pragma once
#include "core/base/result.h"
#include "core/crypto/secret.h"

namespace core::crypto {

// Argon2id13. Floor 64 MiB and 3 passes, ceiling 1 GiB and 10: checked before anything is allocated.
struct KdfParameters {
    int passes = 3;
    qint64 memoryBytes = 256LL << 20;
    QByteArray salt; // 16 bytes
    bool operator==(const KdfParameters&) const = default;
};
Result<Secret> deriveFromPassphrase(const Secret& passphrase,
                                    const KdfParameters& parameters); // 32 bytes; KdfOutOfRange

// crypto_kdf: `context` is exactly 8 characters, `index` from 1.
Secret subkey(const Secret& master, quint64 index, const char (&context)[9], std::size_t size = 32);

// XChaCha20-Poly1305: nonce (24 bytes, random) in front of the sealed bytes.
QByteArray aeadSeal(const Secret& key, std::span<const unsigned char> plain, const QByteArray& associated);
Result<Secret> aeadOpen(const Secret& key, const QByteArray& sealed, const QByteArray& associated); // Damaged

// BLAKE2b-256 over parts, each with its length (64-bit little-endian) in front; keyed if `key` is not empty.
class Digest {
public:
    explicit Digest(const QByteArray& domain, const QByteArray& key = {});
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& add(const QByteArray& part);
    QByteArray result(); // 32 bytes; once

private:
    struct State;
    std::unique_ptr<State> m_state;
};

struct SignKeys {
    QByteArray publicKey; // 32
    Secret secretKey;     // 64
};
SignKeys signKeysFromSeed(const Secret& seed);
QByteArray sign(const SignKeys& keys, const QByteArray& message); // 64 bytes
bool verify(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature);

struct BoxKeys {
    QByteArray publicKey; // 32
    Secret secretKey;     // 32
};
BoxKeys boxKeysFromSeed(const Secret& seed);
// Opens with crypto_box_seal_open, but the ephemeral key comes from the sealing key and the recipient, so that
// everybody who holds the sealing key can make the same bytes again and compare: a copy that is wrong is named, not
// discovered late.
QByteArray sealFor(const QByteArray& recipient, const Secret& sealingKey, const Secret& content);
Result<Secret> openSeal(const BoxKeys& keys, const QByteArray& sealed); // Damaged

// A member's keys, all from one 32-byte seed.
struct MemberKeys {
    Secret seed;
    BoxKeys box;
    SignKeys sign;
    Secret anchorKey;
};
MemberKeys memberKeys(Secret seed);

// A case's keys, all from caseMaster (32 bytes, random per case and epoch).
struct CaseKeys {
    Secret master;
    Secret sqlKey;         // 32
    Secret sqlSalt;        // 16
    Secret backupKey;      // 32
    QByteArray commitment; // 32, published in the access record
    Secret sealingKey;     // 32
};
CaseKeys caseKeys(Secret master);

} // namespace core::crypto
