#include "core/record/places.h"
#include "core/record/search.h"
#include <QRegularExpression>

namespace core::record {

namespace {

QString compact(const QString& postcode) {
    return QString(postcode).remove(QLatin1Char(' ')).toUpper();
}

// "CF10 1AA", also at the end of an address; empty if there is no whole one and `typed` is none.
QString postcodeFrom(const QString& typed, const QString& address) {
    static const QRegularExpression whole(QStringLiteral("\\b([A-Z]{1,2}[0-9][A-Z0-9]?) *([0-9][A-Z]{2})\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (!typed.trimmed().isEmpty())
        return compact(typed);
    const auto found = whole.match(address);
    return found.hasMatch() ? compact(found.captured()) : QString();
}

bool isDistrict(const QString& place) {
    static const QRegularExpression district(QStringLiteral("^[A-Z]{1,2}[0-9][A-Z0-9]?$"));
    return district.match(compact(place)).hasMatch();
}

// The last three characters of a whole postcode lie within the district: "CF1" is not that of "CF10 1AA".
bool isDistrictOf(const QString& place, const QString& postcode) {
    const QString district = postcode.size() > 4 ? postcode.chopped(3) : postcode;
    return isDistrict(place) && compact(place) == district;
}

// Words in their order, whatever stands between them.
QString words(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return QLatin1Char(' ') + foldedForSearch(text).replace(between, QStringLiteral(" ")).trimmed() + QLatin1Char(' ');
}

template <class Fits>
QStringList authoritiesWhere(const vault::Office& office, const Fits& fits) {
    QStringList ids;
    for (const vault::Authority& authority : office.authorities)
        if (std::any_of(authority.places.begin(), authority.places.end(), fits))
            ids += authority.id;
    return ids;
}

} // namespace

QString authorityAt(const vault::Office& office, const QString& address, const QString& typed) {
    const QString postcode = postcodeFrom(typed, address);
    QStringList ids = authoritiesWhere(office, [&](const QString& place) { return isDistrictOf(place, postcode); });
    if (ids.isEmpty()) {
        const QString where = words(address);
        ids = authoritiesWhere(office, [&](const QString& place) {
            const QString town = words(place);
            return !isDistrict(place) && town.size() > 2 && where.contains(town);
        });
    }
    return ids.size() == 1 ? ids.first() : QString();
}

} // namespace core::record
