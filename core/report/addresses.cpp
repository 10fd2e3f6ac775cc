#include "core/report/addresses.h"
#include "core/guide/form.h"
#include <QRegularExpression>

namespace core::report {

namespace {

// What stands behind the name of a site that defanged() has already written with [.].
QString withoutEnds(const QString& defanged) {
    static const QRegularExpression end(QStringLiteral("((?:[\\w-]+\\[\\.\\])+[\\w-]+(?::\\d+)?)[/?#]\\S+"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    return QString(defanged).replace(end, QStringLiteral("\\1/…"));
}

bool holdsWholeAddress(const QString& text) {
    static const QRegularExpression whole(QStringLiteral("://|\\bwww\\.|[\\w-]\\.[a-z]{2,12}/"),
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
