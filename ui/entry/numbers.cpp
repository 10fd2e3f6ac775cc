#include "ui/entry/numbers.h"
#include "core/base/workingdays.h"
#include <QCoreApplication>

namespace ui::entry {

namespace {
QString tr(const char* text) {
    return QCoreApplication::translate("ui::entry", text);
}
QString hour(QTime time) {
    return time.toString(QStringLiteral("HH:mm"));
}
} // namespace

NumberNow numberNow(const core::vault::Office& office, const core::vault::Authority& authority,
                    const QDateTime& local) {
    NumberNow now;
    now.name = authority.name;
    now.outOfHours = !core::isOfficeHours(local, office.opens, office.closes);
    if (!now.outOfHours || authority.outOfHours.isEmpty()) {
        now.number = authority.phone;
        if (now.outOfHours)
            now.then = tr("no out-of-hours number is set");
        else
            now.until = tr("until %1").arg(hour(office.closes));
        if (!now.outOfHours && !authority.outOfHours.isEmpty())
            now.then = tr("then out of hours %1").arg(authority.outOfHours);
        return now;
    }
    now.number = authority.outOfHours;
    now.until = tr("out of hours");
    if (!authority.phone.isEmpty())
        now.then = tr("%1 in office hours, from %2").arg(authority.phone, hour(office.opens));
    return now;
}

QString numberLine(const NumberNow& number) {
    QStringList parts{number.name};
    if (number.number.isEmpty())
        parts << tr("no number is set");
    else
        parts << number.number << number.until;
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

} // namespace ui::entry
