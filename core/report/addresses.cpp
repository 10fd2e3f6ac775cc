#include "core/report/addresses.h"
#include "core/guide/form.h"
#include <QRegularExpression>

namespace core::report {

namespace {

// Behind the name of a site, whether or not a scheme stands before it.
const QString& stops() {
    static const QString stops = QStringLiteral("[/?#%\\\\\\x{FF0F}]");
    return stops;
}

// The name of the site, without whoever logs in to it: of a scheme that names no site, all of it is the address.
QString siteOf(const QString& scheme, const QString& rest) {
    static const QRegularExpression web(QStringLiteral("^(?:h(?:tt|xx)ps?|ftps?|wss?)$"),
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression stop(stops());
    if (!web.match(scheme).hasMatch())
        return {};
    const QString site = rest.left(rest.indexOf(stop));
    return site.mid(site.lastIndexOf(QLatin1Char('@')) + 1);
}

QString withoutEndsOfSchemes(const QString& defanged) {
    static const QRegularExpression address(
        QStringLiteral("\\b([a-z][a-z0-9+.-]{0,20})(:[/\\\\]{2}|(?<=magnet):)(\\S+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString result;
    qsizetype from = 0;
    for (auto it = address.globalMatch(defanged); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString site = siteOf(match.captured(1), match.captured(3));
        const bool whole = site.size() == match.captured(3).size();
        result += defanged.mid(from, match.capturedStart(3) - from) + site +
                  (whole            ? QString()
                   : site.isEmpty() ? QStringLiteral("…")
                                    : QStringLiteral("/…"));
        from = match.capturedEnd();
    }
    return result + defanged.mid(from);
}

// What stands behind the name of a site that defanged() has already written with [.], or that has another dot.
QString withoutEnds(const QString& defanged) {
    static const QRegularExpression end(
        QStringLiteral("((?:[\\w-]+(?:\\[\\.\\]|[\\x{3002}\\x{FF0E}\\x{FF61}]))+[\\w-]+(?::\\d+)?)\\.?") + stops() +
            QStringLiteral("(?!…)\\S+"),
        QRegularExpression::UseUnicodePropertiesOption);
    return withoutEndsOfSchemes(defanged).replace(end, QStringLiteral("\\1/…"));
}

bool holdsWholeAddress(const QString& text) {
    static const QRegularExpression whole(
        QStringLiteral("://|:\\\\\\\\|\\bwww\\.|\\bmagnet:|[\\w-]\\.[a-z]{2,12}\\.?[/\\\\]|"
                       "[\\w-][\\x{3002}\\x{FF0E}\\x{FF61}][\\w-]+[/\\\\]"),
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(whole);
}

} // namespace

QString printedText(const QString& recorded, bool forPolice) {
    // What the guide has put into words is defanged already.
    const QString defanged = guide::defanged(recorded).replace(QStringLiteral("[[.]]"), QStringLiteral("[.]"));
    return forPolice ? defanged : withoutEnds(defanged);
}

QString printedWords(const QString& recorded, bool forPolice) {
    return holdsWholeAddress(recorded) ? printedText(recorded, forPolice) : recorded;
}

} // namespace core::report
