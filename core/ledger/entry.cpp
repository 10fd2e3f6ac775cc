#include "core/ledger/entry.h"
#include <QJsonDocument>

namespace core::ledger {

QJsonObject Entry::fields() const {
    return body ? QJsonDocument::fromJson(*body).object() : QJsonObject();
}

QString recordMark(const QByteArray& chain, int characters) {
    constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString mark;
    quint32 bits = 0;
    int held = 0;
    qsizetype next = 0;
    for (int i = 0; i < characters; ++i) {
        if (held < 5 && next < chain.size()) {
            bits = (bits << 8) | static_cast<unsigned char>(chain[next++]);
            held += 8;
        }
        if (held < 5)
            break; // the digest is used up
        if (i > 0 && i % 4 == 0)
            mark += QLatin1Char('-');
        held -= 5;
        mark += QLatin1Char(alphabet[(bits >> held) & 31]);
    }
    return mark;
}

} // namespace core::ledger
