#include "core/report/blocks.h"
#include "core/report/parts.h"

namespace core::report::parts {

namespace {

// The group of its form; entries about the record itself, not about what happened, are a kind of their own.
QString kindOf(const record::EntryView& entry) {
    static const QStringList housekeeping{QStringLiteral("opened"), QStringLiteral("exported"),
                                          QStringLiteral("member"), QStringLiteral("moved"),
                                          QStringLiteral("redaction")};
    if (housekeeping.contains(entry.kind.section(u'/', 0, 0)))
        return QStringLiteral("record");
    return entry.form ? entry.form->group : QStringLiteral("other");
}

// What happened some time in a month, or between two days, belongs to each of those days.
bool isOfThoseDays(const record::EntryView& entry, const ChronologyChoice& choice) {
    const bool known = entry.occurred.isKnown();
    const QDate first = known ? entry.occurred.date() : entry.recorded.toLocalTime().date();
    const QDate last = known ? entry.occurred.end().toLocalTime().date() : first;
    return (!choice.from.isValid() || last >= choice.from) && (!choice.to.isValid() || first <= choice.to);
}

bool isChosen(const record::EntryView& entry, const ChronologyChoice& choice) {
    if (!isOfThoseDays(entry, choice))
        return false;
    return !kindsLeftOut(choice).contains(kindOf(entry));
}

std::vector<const record::EntryView*> chosen(const Writer& w, const ChronologyChoice& choice) {
    std::vector<const record::EntryView*> entries;
    for (const record::EntryView* entry : w.state.byOccurred())
        if (entry->permitted && isChosen(*entry, choice) && w.mayPrint(*entry))
            entries.push_back(entry);
    return entries;
}

QString howLate(const record::EntryView& entry) {
    const qint64 days = entry.occurred.isKnown()
                            ? entry.occurred.end().toLocalTime().date().daysTo(entry.recorded.toLocalTime().date())
                            : 0;
    if (days < 1)
        return {};
    return days == 1 ? say(", the day after") : say(", %1 days later").arg(days);
}

QString recordedLine(const Writer& w, const record::EntryView& entry) {
    QString line = say("Recorded by %1 on %2%3.").arg(orNotKnown(entry.author), w.at(entry.recorded), howLate(entry));
    if (entry.clock != ledger::ClockState::Ok)
        line += say(" The clock of the PC had been changed before this was recorded.");
    return line;
}

// What an entry said before each amendment, the newest first, and who changed it, when and why.
void addAmendments(Writer& w, const record::EntryView& entry, bool earlier) {
    for (size_t i = entry.versions.size(); i-- > 1;) {
        const record::Version& version = entry.versions[i];
        const QString reason =
            w.purpose.recipientIsAlleged ? QString() : QStringLiteral(": %1").arg(w.free(version.reason));
        w.add(blocks::small(
            say("Amended by %1 on %2%3").arg(orNotKnown(version.author), w.at(version.recorded), reason)));
        if (!earlier || entry.redacted)
            continue;
        const record::Version& before = entry.versions[i - 1];
        w.add(blocks::small((i == 1 ? say("As first recorded by %1 on %2; when it happened: %3.")
                                    : say("As amended before that by %1 on %2; when it happened: %3."))
                                .arg(orNotKnown(before.author), w.at(before.recorded), w.when(before.occurred))));
        record::EntryView as = entry;
        as.fields = before.fields;
        as.occurred = before.occurred;
        w.addEntry(as);
    }
}

} // namespace

void overview(Writer& w, const ChronologyChoice& choice) {
    std::vector<QStringList> rows;
    for (const record::EntryView* entry : chosen(w, choice)) {
        rows.push_back({entry->occurred.isKnown() ? w.inTable(entry->occurred)
                                                  : say("Recorded\n%1").arg(w.inTable(entry->recorded)),
                        w.titleLine(*entry), orNotKnown(entry->author)});
    }
    w.addTable({say("When"), say("What"), say("Recorded by")}, std::move(rows), {2.2, 5.8, 2},
               say("Nothing of these kinds and dates has been recorded."));
}

void entries(Writer& w, const ChronologyChoice& choice) {
    const auto entries = chosen(w, choice);
    if (entries.empty())
        return w.add(blocks::paragraph(say("Nothing of these kinds and dates has been recorded.")));
    for (const record::EntryView* entry : entries) {
        w.add(blocks::subheading(QStringLiteral("%1 · %2").arg(w.moment(*entry), w.label(*entry))));
        w.add(blocks::small(recordedLine(w, *entry)));
        if (entry->redacted)
            w.add(blocks::paragraph(say("Redacted: the words of this entry were removed from the record.")));
        else
            w.addEntry(*entry);
        addAmendments(w, *entry, choice.earlier);
    }
}

} // namespace core::report::parts
