#include "core/crypto/recoverykey.h"
#include <QRegularExpression>
#include <array>
#include <sodium.h>

namespace core::crypto {

namespace {

constexpr int groupCount = 8;
constexpr int dataInGroup = 4;
constexpr int groupSize = dataInGroup + 1;
constexpr std::size_t secretSize = 20;
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

using Group = std::array<unsigned, dataInGroup>; // values below 32

// GF(32) by x^5 + x^2 + 1.
constexpr unsigned times(unsigned a, unsigned b) {
    unsigned product = 0;
    for (int bit = 0; bit < 5; ++bit) {
        if (b & (1U << bit))
            product ^= a << bit;
    }
    for (int bit = 8; bit >= 5; --bit) {
        if (product & (1U << bit))
            product ^= 0b100101U << (bit - 5);
    }
    return product;
}

// The weights 2, 4, 8, 16 differ from each other, from 0 and from the check character's own 1: so one wrong character
// and every swap in a group change the sum. The place is added too: a group in another's place is wrong there.
constexpr unsigned checkOf(const Group& data, int place) {
    unsigned sum = unsigned(place);
    for (unsigned i = 0; i < dataInGroup; ++i)
        sum ^= times(data[i], 2U << i);
    return sum;
}

std::optional<unsigned> valueOf(QChar typed) {
    char c = typed.toUpper().toLatin1();
    if (c == 'I' || c == 'L')
        c = '1';
    if (c == 'O')
        c = '0';
    for (unsigned value = 0; value < 32; ++value) {
        if (alphabet[value] == c)
            return value;
    }
    return std::nullopt;
}

std::optional<Group> readGroup(QStringView typed, int place) {
    if (typed.size() != groupSize)
        return std::nullopt;
    Group data = {};
    for (int i = 0; i < groupSize; ++i) {
        const auto value = valueOf(typed[i]);
        if (!value)
            return std::nullopt;
        if (i < dataInGroup)
            data[size_t(i)] = *value;
        else if (*value != checkOf(data, place))
            return std::nullopt;
    }
    return data;
}

// Eight pieces as the person parted them, or, typed in another rhythm, cut after every fifth character.
QStringList piecesOf(QStringView typed) {
    static const QRegularExpression partings(QStringLiteral("[\\s\\-\u2010-\u2015.,]+"));
    const QStringList parted = typed.toString().split(partings, Qt::SkipEmptyParts);
    if (parted.size() == groupCount)
        return parted;
    const QString joined = parted.join(QString());
    QStringList cut;
    for (qsizetype at = 0; at < joined.size(); at += groupSize)
        cut += joined.mid(at, groupSize);
    return cut;
}

} // namespace

RecoveryKey RecoveryKey::random() {
    RecoveryKey key;
    key.m_secret = Secret::random(secretSize);
    return key;
}

Result<RecoveryKey> RecoveryKey::parse(QStringView typed) {
    const QStringList pieces = piecesOf(typed);
    RecoveryKey key;
    key.m_secret = Secret(secretSize);
    std::size_t bit = 0;
    for (int place = 1; place <= groupCount; ++place) {
        const auto data = readGroup(pieces.value(place - 1), place);
        if (!data)
            return fail(ErrorCode::RecoveryGroup, QString::number(place));
        for (const unsigned value : *data) {
            for (int i = 4; i >= 0; --i, ++bit)
                key.m_secret.data()[bit / 8] |= static_cast<unsigned char>(((value >> i) & 1U) << (7 - bit % 8));
        }
    }
    if (pieces.size() > groupCount)
        return fail(ErrorCode::RecoveryGroup, QString::number(groupCount));
    return key;
}

bool RecoveryKey::groupIsRight(QStringView group, int place) {
    return place >= 1 && place <= groupCount && readGroup(group.trimmed(), place).has_value();
}

QStringList RecoveryKey::groups() const {
    QStringList groups;
    std::size_t bit = 0;
    for (int place = 1; place <= groupCount && !m_secret.isEmpty(); ++place) {
        Group data = {};
        QString text;
        for (unsigned& value : data) {
            for (int i = 0; i < 5; ++i, ++bit)
                value = value << 1 | ((m_secret.data()[bit / 8] >> (7 - bit % 8)) & 1U);
            text += QLatin1Char(alphabet[value]);
        }
        groups += text + QLatin1Char(alphabet[checkOf(data, place)]);
    }
    return groups;
}

Secret RecoveryKey::master() const {
    static const QByteArray domain = QByteArrayLiteral("firsthand/recovery/1");
    Secret key(crypto_kdf_KEYBYTES);
    if (m_secret.size() != secretSize)
        qFatal("an empty recovery key was used");
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(domain.constData()),
                       static_cast<unsigned long long>(domain.size()), m_secret.data(), m_secret.size());
    return key;
}

BoxKeys RecoveryKey::boxKeys() const {
    return boxKeysFromSeed(subkey(master(), 1, "FHRECOV1"));
}

SignKeys RecoveryKey::signKeys() const {
    return signKeysFromSeed(subkey(master(), 2, "FHRECOV1"));
}

} // namespace core::crypto
