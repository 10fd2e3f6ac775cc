#pragma once
#include "core/base/result.h"
#include "core/crypto/keys.h"
#include <QStringList>

namespace core::crypto {

// 160 bits on paper: eight groups of four Crockford characters and a check character over GF(32) that catches every
// single wrong character and every neighbouring swap in a group.
class RecoveryKey {
public:
    static RecoveryKey random();
    // Lower case, spaces and dashes are fine; I and L read as 1, O as 0. RecoveryGroup: detail is the first wrong
    // group, 1–8.
    static Result<RecoveryKey> parse(QStringView typed);
    // For checking while typing: is this one group (five characters) right for this place, 1–8?
    static bool groupIsRight(QStringView group, int place);

    QStringList groups() const; // eight of five characters: shown once, printed, never stored
    BoxKeys boxKeys() const;    // the public half stands in vault.json
    SignKeys signKeys() const;

private:
    Secret master() const; // 32 bytes: BLAKE2b-256 of "firsthand/recovery/1", keyed with the secret
    Secret m_secret;       // 20 bytes
};

} // namespace core::crypto
