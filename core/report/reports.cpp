#include "core/report/reports.h"
#include "core/report/blocks.h"
#include "core/report/parts.h"
#include <algorithm>

namespace core::report {

namespace {

// A section as the program knows it: `forAlleged` ones hold nothing that the person the concern is about must not read.
struct Part {
    Section section;
    bool forAlleged;
    void (*write)(Writer& w, const ChronologyChoice& choice);
};

template <void (*write)(Writer&)>
void plain(Writer& w, const ChronologyChoice&) {
    write(w);
}

Part part(const char* id, const char* title, bool removable, bool forAlleged,
          void (*write)(Writer&, const ChronologyChoice&)) {
    return {{QString::fromLatin1(id), say(title), true, removable}, forAlleged, write};
}

const std::vector<Part>& partsOf(ReportKind kind) {
    // Who may read it stands before what there is to read.
    static const std::vector<Part> referral{
        part("need-to-know", "Who needs to know", false, false, plain<parts::needToKnow>),
        part("confidential", "What must stay confidential", false, false, plain<parts::confidential>),
        part("child", "The child", false, true, plain<parts::child>),
        part("household", "Family, household and others", true, false, plain<parts::household>),
        part("professionals", "Social worker and other professionals", true, false, plain<parts::professionals>),
        part("concern", "The concern", true, false, plain<parts::concern>),
        part("seen", "What was seen, and where", true, false, plain<parts::seen>),
        part("words", "The child's own words", true, false, plain<parts::words>),
        part("wishes", "What the child wants", true, false, plain<parts::wishes>),
        part("observations", "What adults observed", true, false, plain<parts::observations>),
        part("referrals", "Referrals", true, false, plain<parts::referrals>),
        part("done", "What has been done", true, true, plain<parts::done>),
        part("told", "Who was told, and who was not", true, false, plain<parts::told>),
        part("parents", "Parents: informed, or why not", true, false, plain<parts::parents>),
        part("referrer", "Who is referring", false, true, plain<parts::referrer>),
        part("clocks", "What is due", true, false, plain<parts::clocks>),
    };
    static const std::vector<Part> chronology{
        part("need-to-know", "Who needs to know", false, false, plain<parts::needToKnow>),
        part("child", "The child", true, true, plain<parts::child>),
        part("overview", "At a glance", true, true, parts::overview),
        part("entries", "What was recorded, in order of what happened", true, true, parts::entries),
    };
    return kind == ReportKind::ReferralSummary ? referral : chronology;
}

QString titleOf(ReportKind kind) {
    return kind == ReportKind::ReferralSummary ? say("Referral summary") : say("Chronology");
}

bool isPrinted(const Part& part, const std::vector<Section>& chosen, const Purpose& purpose) {
    if (purpose.recipientIsAlleged && !part.forAlleged)
        return false;
    const auto isOn = [&](const Section& c) { return c.id == part.section.id && c.on; };
    return !part.section.removable || std::any_of(chosen.begin(), chosen.end(), isOn);
}

QString dates(const ChronologyChoice& choice) {
    const auto day = [](QDate date) { return date.isValid() ? occurredForPeople(Occurred::on(date)) : QString(); };
    if (choice.from.isValid() && choice.to.isValid())
        return say("From %1 to %2").arg(day(choice.from), day(choice.to));
    if (choice.from.isValid())
        return say("From %1").arg(day(choice.from));
    return choice.to.isValid() ? say("Up to %1").arg(day(choice.to)) : say("All");
}

// By the names that the timeline has for them: the entry about this document says the same.
QString leftOut(const Writer& w, const ChronologyChoice& choice) {
    QStringList names, left = kindsLeftOut(choice);
    if (!choice.earlier)
        left += QStringLiteral("earlier");
    for (const QString& kind : std::as_const(left))
        names += w.option(QStringLiteral("exported"), QStringLiteral("left_out"), kind);
    return names.isEmpty() ? say("None") : names.join(QStringLiteral("; "));
}

QString madeBy(const Purpose& purpose) {
    return purpose.madeByTitle.isEmpty()
               ? orNotKnown(purpose.madeBy)
               : QStringLiteral("%1, %2").arg(orNotKnown(purpose.madeBy), purpose.madeByTitle);
}

// What cannot wait for the third page.
QString urgency(const Writer& w) {
    if (w.state.facts.value(QStringLiteral("danger_now")).contains(QStringLiteral("yes")))
        return say("Somebody is in danger now, by what is recorded.");
    return w.state.threatened() ? say("There is a threat, and nothing recorded says that it has ended.") : QString();
}

void addCover(Writer& w, ReportKind kind, const ChronologyChoice& choice, const QString& mark) {
    w.add(blocks::title(w.worded(titleOf(kind))));
    w.add(blocks::notice(say(
        "Confidential: for the people who need it to keep a child safe, and nobody else. There is no image in it.")));
    if (const QString now = urgency(w); !now.isEmpty() && !w.purpose.recipientIsAlleged)
        w.add(blocks::notice(now));
    std::vector<QStringList> rows{{say("Child"), parts::fullName(w.state.child)},
                                  {say("For"), w.free(w.purpose.recipient)},
                                  {say("Organisation"), w.free(w.purpose.organisation)},
                                  {say("Why"), w.free(w.purpose.why)},
                                  {say("Made by"), madeBy(w.purpose)},
                                  {say("Made"), w.at(w.purpose.made)}};
    if (kind == ReportKind::Chronology) {
        rows.push_back({say("Dates"), dates(choice)});
        rows.push_back({say("Left out"), leftOut(w, choice)});
    }
    rows.push_back({say("Record mark"),
                    say("%1\nStands for the record as it was when this was made. The office can check it.").arg(mark)});
    w.add(blocks::pairs(std::move(rows)));
    if (w.purpose.recipientIsAlleged)
        w.add(blocks::notice(say("This is a part of the record.")));
}

} // namespace

QString reportId(ReportKind kind) {
    return kind == ReportKind::ReferralSummary ? QStringLiteral("referral") : QStringLiteral("chronology");
}

QStringList kindsLeftOut(const ChronologyChoice& choice) {
    static const QStringList all{QStringLiteral("words"),     QStringLiteral("told"),    QStringLiteral("referral"),
                                 QStringLiteral("decisions"), QStringLiteral("support"), QStringLiteral("other"),
                                 QStringLiteral("record")};
    if (choice.groups.isEmpty())
        return {all.last()};
    QStringList left = all;
    left.removeIf([&](const QString& kind) { return choice.groups.contains(kind); });
    return left;
}

QStringList printedSections(ReportKind kind, const std::vector<Section>& chosen, const Purpose& purpose) {
    QStringList ids;
    for (const Part& part : partsOf(kind))
        if (isPrinted(part, chosen, purpose))
            ids += part.section.id;
    return ids;
}

std::vector<Section> sections(ReportKind kind, const record::CaseState&) {
    std::vector<Section> all;
    for (const Part& part : partsOf(kind))
        all.push_back(part.section);
    return all;
}

Document buildReport(ReportKind kind, const record::CaseState& state, const vault::Office& office,
                     const std::vector<Section>& chosen, const ChronologyChoice& choice, const Purpose& purpose,
                     const guide::Guide& guide) {
    Writer writer(state, office, purpose, guide);
    const QString mark = ledger::recordMark(state.head.chain);
    addCover(writer, kind, choice, mark);
    for (const Part& part : partsOf(kind)) {
        if (!isPrinted(part, chosen, purpose))
            continue;
        writer.add(blocks::heading(part.section.title));
        part.write(writer, choice);
    }
    Document document;
    document.title = titleOf(kind);
    document.office = office.name;
    document.runningHead = QStringLiteral("%1 · %2 · Confidential").arg(document.title, state.code);
    document.recordMark = mark;
    document.blocks = writer.finish();
    return document;
}

} // namespace core::report
