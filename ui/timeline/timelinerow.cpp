#include "ui/timeline/timelinerow.h"
#include "ui/entry/wording.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace core;
using namespace ui::rows;

namespace ui::timeline {

namespace {

constexpr qsizetype Most = 420; // characters of a paragraph; Enter shows all
constexpr int MostAnswers = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("ui::timeline", text);
}

QString dateText(const QDateTime& local, const char* format) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(local, QString::fromLatin1(format));
}

Cell dateCell(const Occurred& when) {
    if (!when.isKnown())
        return {body(tr("Not known"), false, Ink::Soft)};
    const QDateTime start(when.date(), when.time().value_or(QTime(0, 0)));
    const auto about = [&](const QString& text) { return when.isAbout() ? tr("about %1").arg(text) : text; };
    Cell cell;
    switch (when.precision()) {
    case Occurred::Precision::Unknown:
        break;
    case Occurred::Precision::Year:
        cell = {body(about(dateText(start, "yyyy")), false, Ink::Soft)};
        break;
    case Occurred::Precision::Month:
        cell = {body(about(dateText(start, "MMM")), false, Ink::Soft)};
        break;
    case Occurred::Precision::Day:
        cell = {body(about(dateText(start, "ddd d")), false, Ink::Soft)};
        break;
    case Occurred::Precision::Minute:
        cell = {body(dateText(start, "ddd d"), false, Ink::Soft),
                body(about(dateText(start, "HH:mm")), false, Ink::Soft)};
        break;
    }
    if (when.isBetween())
        cell.push_back(small(tr("to %1").arg(dateText(when.end().toLocalTime(), "d MMM"))));
    return cell;
}

// Some entries say what is so, not what happened: they stand on the day on which they were recorded.
Cell dayCell(const record::EntryView& entry) {
    const bool asked = !entry.form || entry.form->askOccurred;
    return entry.occurred.isKnown() || asked
               ? dateCell(entry.occurred)
               : Cell{body(dateText(entry.recorded.toLocalTime(), "ddd d"), false, Ink::Soft)};
}

// The child's own words: each question softly, each answer beside its bar.
void addExchanges(Cell& cell, const QJsonArray& exchanges) {
    int shown = 0;
    for (const auto& value : exchanges) {
        if (++shown > MostAnswers) {
            cell.push_back(small(tr("and %1 more: open to read all").arg(exchanges.size() - MostAnswers)));
            return;
        }
        const QJsonObject exchange = value.toObject();
        if (const QString asked = exchange.value(QLatin1String("asked")).toString(); !asked.isEmpty())
            cell.push_back(body(tr("Asked: “%1”").arg(shortened(asked, Most)), false, Ink::Soft));
        if (const QString said = exchange.value(QLatin1String("said")).toString(); !said.isEmpty())
            cell.push_back(quote(shortened(said, Most)));
    }
}

void addVerbatimFields(Cell& cell, const record::EntryView& entry) {
    for (const guide::Field& field : entry.form->fields)
        if (field.type == guide::FieldType::Verbatim)
            if (const QString said = entry.fields.value(field.id).toString(); !said.isEmpty())
                cell.push_back(quote(shortened(said, Most)));
}

void addHeadline(Cell& cell, const record::EntryView& entry, const guide::ValueNames& names) {
    const QString head = shortened(guide::headline(*entry.form, entry.fields, names), Most);
    const QString detail = shortened(guide::detailLine(*entry.form, entry.fields, names), Most);
    Paragraph paragraph;
    if (!head.isEmpty())
        paragraph.runs.push_back({detail.isEmpty() ? head : head + QStringLiteral("  "), true});
    if (!detail.isEmpty())
        paragraph.runs.push_back({detail});
    if (paragraph.runs.empty())
        paragraph.runs.push_back({entry::formLabel(entry, names), true});
    cell.push_back(paragraph);
}

QString byline(const record::EntryView& entry, const guide::ValueNames& names) {
    QStringList parts;
    if (entry.role == QLatin1String("words")) {
        const QString to = entry::fieldText(entry, "to", names), with = entry::fieldText(entry, "present", names);
        if (!to.isEmpty())
            parts << (with.isEmpty() ? tr("To %1").arg(to) : tr("To %1, with %2").arg(to, with));
        parts << entry::fieldText(entry, "place", names);
    }
    parts << entry.author << entry::lateness(entry.occurred, entry.recorded);
    parts.removeAll(QString());
    return shortened(entry::oneLine(parts.join(QStringLiteral(" · "))), Most);
}

void addNotes(Cell& cell, const record::EntryView& entry) {
    if (!entry.permitted)
        cell.push_back(pill(tr("Not permitted: kept, and not part of the record"), Ink::Bad));
    if (entry.isAmended() && !entry.redacted) {
        const record::Version& last = entry.versions.back();
        const QString day = dateText(last.recorded.toLocalTime(), "d MMM");
        cell.push_back(pill(last.reason.isEmpty()
                                ? tr("Amended %1").arg(day)
                                : tr("Amended %1: %2").arg(day, shortened(entry::oneLine(last.reason), 60)),
                            Ink::Warn));
    }
    if (entry.clock == ledger::ClockState::Back)
        cell.push_back(
            small(tr("The PC’s clock was wrong when this was written: it stood earlier than at the entry before."),
                  Ink::Warn));
    if (entry.clock == ledger::ClockState::Jump)
        cell.push_back(small(tr("The PC’s clock was changed shortly before this was written."), Ink::Warn));
}

Cell textCell(const record::EntryView& entry, const guide::ValueNames& names) {
    Cell cell;
    if (entry.redacted)
        cell.push_back(body(tr("Redacted: what stood here was removed, with a reason."), false, Ink::Soft));
    else if (!entry.form)
        cell.push_back(
            body(tr("Written by a newer version of Firsthand. Open it to read it field by field."), false, Ink::Soft));
    else if (const QJsonArray exchanges = entry.fields.value(QLatin1String("exchanges")).toArray();
             !exchanges.isEmpty())
        addExchanges(cell, exchanges);
    else if (entry.role == QLatin1String("wishes"))
        addVerbatimFields(cell, entry);
    else
        addHeadline(cell, entry, names);
    if (cell.empty())
        addHeadline(cell, entry, names);
    cell.push_back(small(byline(entry, names)));
    addNotes(cell, entry);
    return cell;
}

} // namespace

Month monthOf(const record::EntryView& entry) {
    const Occurred& when = entry.occurred;
    const QDate day = when.isKnown() ? when.date() : entry.recorded.toLocalTime().date();
    return {day.year(), when.isKnown() && when.precision() == Occurred::Precision::Year ? 0 : day.month()};
}

QString monthHeading(Month month) {
    if (month.month == 0)
        return QString::number(month.year);
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(QDate(month.year, month.month, 1), QStringLiteral("MMMM yyyy"));
}

Row timelineRow(const record::EntryView& entry, const guide::ValueNames& names) {
    Row row;
    row.key = entry.id.toString();
    row.heading = monthHeading(monthOf(entry));
    row.cells = {dayCell(entry), {body(entry::formLabel(entry, names), true)}, textCell(entry, names)};
    QStringList said{entry::formLabel(entry, names), occurredForPeople(entry.occurred)};
    for (const Paragraph& paragraph : row.cells.back())
        said << paragraph.text();
    row.spoken = said.join(QStringLiteral(". "));
    return row;
}

} // namespace ui::timeline
