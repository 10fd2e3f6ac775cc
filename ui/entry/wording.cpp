#include "ui/entry/wording.h"
#include "core/record/naming.h"
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

using namespace core;

namespace ui::entry {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ui::entry", text);
}

QString laterBy(qint64 minutes) {
    if (minutes < 60)
        return minutes == 1 ? tr("written 1 minute later") : tr("written %1 minutes later").arg(minutes);
    const qint64 hours = (minutes + 30) / 60;
    if (hours < 24)
        return hours == 1 ? tr("written 1 hour later") : tr("written %1 hours later").arg(hours);
    const qint64 days = (hours + 12) / 24;
    return days == 1 ? tr("written 1 day later") : tr("written %1 days later").arg(days);
}

} // namespace

QString worded(const guide::Guide& guide, const record::CaseState& state, const QString& text) {
    return guide.worded(text, state.nation, state.childForText());
}

guide::ValueNames namesFor(const record::CaseState& state, const vault::Office& office, const guide::Guide& guide) {
    guide::ValueNames names;
    names.authority = [&office](const QString& id) {
        const vault::Authority* authority = office.authority(id);
        return authority ? authority->name : id;
    };
    names.entry = [&state](const QString& id) {
        const auto parsed = EntryId::parse(id);
        const record::EntryView* entry = parsed ? state.entry(*parsed) : nullptr;
        return entry ? record::nameOfEntry(state, *entry) : tr("an entry that is not here");
    };
    names.worded = [&state, &guide](const QString& text) { return worded(guide, state, text); };
    return names;
}

QString formLabel(const record::EntryView& entry, const guide::ValueNames& names) {
    if (!entry.form)
        return entry.kind;
    return names.worded ? names.worded(entry.form->label) : entry.form->label;
}

QString entryTitle(const record::EntryView& entry, const guide::ValueNames& names) {
    const QString head = entry.form ? guide::headline(*entry.form, entry.fields, names) : QString();
    return head.isEmpty() ? formLabel(entry, names) : formLabel(entry, names) + QStringLiteral(" · ") + head;
}

bool isUnfinished(const record::CaseState& state) {
    return std::all_of(state.entries.begin(), state.entries.end(), [](const record::EntryView& entry) {
        const QString form = entry.kind.section(QLatin1Char('/'), 0, 0);
        return form == QLatin1String("member") || form == QLatin1String("opened");
    });
}

QString nearly(const QDateTime& local, const QDateTime& now) {
    if (!local.isValid())
        return {};
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const qint64 days = local.date().daysTo(now.date());
    if (days == 0)
        return tr("Today %1").arg(local.toString(QStringLiteral("HH:mm")));
    if (days == 1)
        return tr("Yesterday %1").arg(local.toString(QStringLiteral("HH:mm")));
    if (days > 1 && days < 7)
        return english.toString(local.date(), QStringLiteral("dddd"));
    const bool thisYear = local.date().year() == now.date().year();
    return english.toString(local.date(), thisYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString lateness(const Occurred& occurred, const QDateTime& recordedUtc) {
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QDateTime recorded = recordedUtc.toLocalTime();
    if (!occurred.isKnown() || occurred.start() > recordedUtc.addSecs(60))
        return tr("written %1").arg(english.toString(recorded, QStringLiteral("d MMM yyyy HH:mm")));
    if (occurred.precision() == Occurred::Precision::Minute) {
        const qint64 minutes = (occurred.isBetween() ? occurred.end() : occurred.start()).secsTo(recordedUtc) / 60;
        return minutes < 2 ? tr("written at once") : laterBy(minutes);
    }
    if (occurred.end() >= recordedUtc)
        return occurred.precision() == Occurred::Precision::Day
                   ? tr("written the same day")
                   : tr("written %1").arg(english.toString(recorded, QStringLiteral("d MMM yyyy")));
    const qint64 days = occurred.end().toLocalTime().date().daysTo(recorded.date());
    return days <= 1 ? tr("written the next day") : tr("written %1 days later").arg(days);
}

QString counted(int n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(n);
}

QString oneLine(const QString& text) {
    return text.simplified();
}

QString fieldText(const record::EntryView& entry, const char* field, const guide::ValueNames& names) {
    const QString id = QString::fromLatin1(field);
    const QJsonValue value = entry.fields.value(id);
    if (value.isUndefined() || value.isNull())
        return {};
    const guide::Field* known = entry.form ? entry.form->field(id) : nullptr;
    return known ? guide::valueText(*known, value, names) : value.toString();
}

} // namespace ui::entry
