#include "ui/widgets/telephone.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace ui {

bool canBeRung(const QString& number) {
    static const QRegularExpression dialled(
        QStringLiteral("^[+(]?[0-9][0-9 ()/.-]*( ?(x|ext\\.?|extension) ?[0-9]+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
    return number.isEmpty() || (digits >= 3 && dialled.match(number).hasMatch());
}

QString cannotBeRungText(const QString& typed) {
    return QCoreApplication::translate("ui::Telephone",
                                       "“%1” cannot be rung. Type the number in digits, or leave it empty.")
        .arg(typed.left(40));
}

} // namespace ui
