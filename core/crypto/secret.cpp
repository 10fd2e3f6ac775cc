#include "core/crypto/secret.h"
#include <cstring>
#include <sodium.h>
#include <utility>

namespace core::crypto {

void init() {
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium cannot start");
}

Secret::Secret(std::size_t size) : m_size(size) {
    if (size == 0)
        return;
    init();
    m_data = static_cast<unsigned char*>(sodium_malloc(size));
    if (!m_data)
        qFatal("no memory for a key");
    std::memset(m_data, 0, size);
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    if (size > 0)
        randombytes_buf(secret.m_data, size);
    return secret;
}

Secret Secret::from(std::span<const unsigned char> bytes) {
    Secret secret(bytes.size());
    if (!bytes.empty())
        std::memcpy(secret.m_data, bytes.data(), bytes.size());
    return secret;
}

namespace {

// A buffer that somebody else holds too, or a literal, is let go of but not written to: that would change their text.
void wipe(QString& text) {
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), std::size_t(text.size()) * sizeof(QChar));
    text.truncate(0);
}

} // namespace

Secret Secret::takePassphrase(QString& typed) {
    QString composed = typed.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    Secret secret = from({reinterpret_cast<const unsigned char*>(utf8.constData()), std::size_t(utf8.size())});
    if (!utf8.isEmpty())
        sodium_memzero(utf8.data(), std::size_t(utf8.size()));
    wipe(composed); // it may be `typed` itself, shared: then this only lets go of it
    wipe(typed);
    return secret;
}

Secret::~Secret() {
    sodium_free(m_data); // wipes first
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret Secret::copy() const {
    return from(view());
}

bool Secret::equals(const Secret& other) const {
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

QByteArray randomBytes(int count) {
    init();
    QByteArray bytes(count, '\0');
    randombytes_buf(bytes.data(), std::size_t(count));
    return bytes;
}

QString toHex(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(QStringView hex) {
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return toHex(bytes) == hex ? bytes : QByteArray();
}

QString toBase64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray fromBase64(QStringView text) {
    const QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
    return toBase64(bytes) == text ? bytes : QByteArray();
}

} // namespace core::crypto
