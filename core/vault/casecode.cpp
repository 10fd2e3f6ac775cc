#include "core/vault/casecode.h"
#include <algorithm>

namespace core::vault {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype shortest = 4;

QString fullCode(const CaseId& id) {
    const QByteArray bytes = id.bytes();
    QString code;
    for (qsizetype bit = 0; bit + 5 <= bytes.size() * 8; bit += 5) {
        unsigned value = 0;
        for (qsizetype i = bit; i < bit + 5; ++i)
            value = value << 1 | ((static_cast<unsigned char>(bytes[i / 8]) >> (7 - i % 8)) & 1U);
        code += QLatin1Char(alphabet[value]);
    }
    return code;
}

qsizetype alikeCharacters(const QString& a, const QString& b) {
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

} // namespace

void CaseCodes::add(const CaseId& id) {
    if (std::none_of(m_known.begin(), m_known.end(), [&](const Known& known) { return known.id == id; }))
        m_known.push_back({id, fullCode(id)});
}

void CaseCodes::remove(const CaseId& id) {
    std::erase_if(m_known, [&](const Known& known) { return known.id == id; });
}

QString CaseCodes::of(const CaseId& id) const {
    const QString full = fullCode(id);
    qsizetype length = shortest;
    for (const Known& known : m_known) {
        if (!(known.id == id))
            length = std::max(length, alikeCharacters(full, known.full) + 1);
    }
    return full.left(length);
}

} // namespace core::vault
