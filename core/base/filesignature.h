#pragma once
#include <QString>
#include <cstdint>
#include <optional>

namespace core {

// Bytes that are still written as base64 or hex: a run of units of 6 or 4 bits, read where they stand.
class EncodedBytes {
public:
    EncodedBytes(const uint8_t* units, size_t count, unsigned bits) : m_units(units), m_count(count), m_bits(bits) {}
    size_t size() const { return m_count * m_bits / 8; }
    int at(size_t index) const; // 0 to 255, or -1 beyond the end
    bool has(size_t index, const char* bytes, size_t count) const;
    template <size_t N>
    bool has(size_t index, const char (&bytes)[N]) const {
        return has(index, bytes, N - 1);
    }
    uint32_t little(size_t index, size_t count) const; // the bytes must be there
    uint32_t big(size_t index, size_t count) const;

private:
    const uint8_t* m_units;
    size_t m_count;
    unsigned m_bits;
};

// What the bytes are the head of: "a JPEG picture". Every signature takes at least 30 bits to be met by chance; where
// the well-known one is shorter, the fields after it are checked too. `first` is the first four bytes, for a cheap
// look.
std::optional<QString> fileSignature(const EncodedBytes& bytes, uint32_t first);

} // namespace core
