#pragma once
#include <QByteArray>
#include <QString>
#include <cstddef>
#include <memory>
#include <span>

namespace core::crypto {

void init(); // once, before anything else here; aborts if libsodium cannot start

// Bytes in guarded, locked memory, wiped when they go. Move-only; copying is by name.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size); // zeroed
    static Secret random(std::size_t size);
    static Secret from(std::span<const unsigned char> bytes); // copies; the caller wipes its own
    // UTF-8, NFC; wipes `typed` if nobody else holds its buffer: clear the line edit first.
    static Secret takePassphrase(QString& typed);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret copy() const;

    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    unsigned char* data() { return m_data; }
    const unsigned char* data() const { return m_data; }
    std::span<const unsigned char> view() const { return {m_data, m_size}; }
    bool equals(const Secret& other) const; // constant time

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

QByteArray randomBytes(int count);
QString toHex(const QByteArray& bytes);
QByteArray fromHex(QStringView hex);       // empty if it is not even-length lower-case hex
QString toBase64(const QByteArray& bytes); // no padding
QByteArray fromBase64(QStringView text);   // strict: re-encoding gives the same text, else empty

} // namespace core::crypto
