#include "ui/entry/numbers.h"
#include "core/base/workingdays.h"
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace ui::entry {

namespace {
QString tr(const char* text) {
    return QCoreApplication::translate("ui::entry", text);
}
QString hour(QTime time) {
    return time.toString(QStringLiteral("HH:mm"));
}

// When the office is there again: the hour, and the day where it is not today.
QString opening(const core::vault::Office& office, const QDateTime& local) {
    const QDate today = local.date();
    const QDate next = core::workingDayFrom(local.time() < office.opens ? today : today.addDays(1));
    if (next == today)
        return hour(office.opens);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QString day =
        english.toString(next, today.daysTo(next) < 7 ? QStringLiteral("dddd") : QStringLiteral("dddd d MMMM"));
    return tr("%1 %2").arg(day, hour(office.opens));
}

bool answersNow(const NumberNow& number, const core::vault::Authority& authority) {
    return !number.number.isEmpty() && (!number.outOfHours || !authority.outOfHours.isEmpty());
}

// The number that answers at this moment, and when it does; where none does, when it will and whom to ring until then.
QString socialCareLine(const core::vault::Office& office, const core::vault::Authority& authority,
                       const NumberNow& number) {
    if (answersNow(number, authority) || authority.phone.isEmpty())
        return numberLine(number);
    return tr("%1 does not answer now: until then the police, 999 or 101 (%2 on working days, %3 to %4)")
        .arg(authority.name, unbroken(authority.phone), hour(office.opens), hour(office.closes));
}
} // namespace

QString unbroken(const QString& number) {
    return QString(number).replace(QLatin1Char(' '), QChar::Nbsp).replace(QLatin1Char('-'), QChar(0x2011));
}

NumberNow numberNow(const core::vault::Office& office, const core::vault::Authority& asSet, const QDateTime& local) {
    core::vault::Authority authority = asSet;
    authority.phone = unbroken(asSet.phone);
    authority.outOfHours = unbroken(asSet.outOfHours);
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
        now.then = tr("%1 in office hours, from %2").arg(authority.phone, opening(office, local));
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

SocialCareNumbers socialCareNumbers(const core::vault::Office& office, const QString& id, const QDateTime& local) {
    SocialCareNumbers care;
    const bool known = std::any_of(office.authorities.begin(), office.authorities.end(),
                                   [&](const core::vault::Authority& authority) { return authority.id == id; });
    for (const core::vault::Authority& authority : office.authorities) {
        if (known && authority.id != id)
            continue;
        const NumberNow number = numberNow(office, authority, local);
        care.full << socialCareLine(office, authority, number);
        if (answersNow(number, authority)) {
            care.named << number.name + QLatin1Char(' ') + number.number;
            care.bare << number.number;
        } else {
            care.named << tr("%1: 999 or 101 until it answers").arg(number.name);
            care.bare << tr("999 or 101");
        }
    }
    if (care.full.isEmpty())
        care.full = care.named =
            care.bare = {tr("no number of theirs is set: ring 999 or 101 and ask for their out-of-hours team")};
    care.bare.removeDuplicates();
    return care;
}

QString policeLine() {
    return tr("Police 999, or 101 when nobody is in danger now");
}

} // namespace ui::entry
