#include "core/report/structure.h"
#include <algorithm>

namespace core::report {

namespace {

bool hasOneOf(QStringView text, QStringView letters) {
    return std::any_of(text.begin(), text.end(), [&](QChar c) { return letters.contains(c); });
}

QString arabicScriptLanguage(QStringView text) {
    if (hasOneOf(text, u"ټډړږښګ"))
        return QStringLiteral("ps");
    if (hasOneOf(text, u"ٹڈڑںےہھ"))
        return QStringLiteral("ur");
    if (hasOneOf(text, u"پچژگ"))
        return QStringLiteral("fa");
    return QStringLiteral("ar");
}

} // namespace

Element* Element::add(const QString& childType) {
    children.push_back(std::make_unique<Element>());
    children.back()->type = childType;
    return children.back().get();
}

QString languageOf(QStringView text) {
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    const auto arabic = std::count_if(text.begin(), text.end(),
                                      [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Arabic; });
    return letters > 0 && arabic * 2 > letters ? arabicScriptLanguage(text) : QString();
}

} // namespace core::report
