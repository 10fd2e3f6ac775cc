#include "core/report/blocks.h"
#include "core/report/parts.h"

namespace core::report::parts {

namespace {

using record::ReferralStep;
using record::Told;

QString stepName(ReferralStep step) {
    switch (step) {
    case ReferralStep::Drafted:
        return say("Drafted");
    case ReferralStep::Made:
        return say("Made");
    case ReferralStep::ConfirmedInWriting:
        return say("Confirmed in writing");
    case ReferralStep::Acknowledged:
        return say("Acknowledged");
    case ReferralStep::Decided:
        return say("Decision received");
    case ReferralStep::Escalated:
        return say("Escalated");
    case ReferralStep::Closed:
        return say("Closed");
    }
    return {};
}

QString outcomeName(Told outcome) {
    switch (outcome) {
    case Told::Told:
        return say("Told");
    case Told::NotTold:
        return say("Not told");
    case Told::NotYet:
        return say("Not yet told");
    }
    return {};
}

QString joined(const QStringList& parts) {
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u'\n');
}

QString labelled(const Writer& w, const QString& label, const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(label, w.free(text));
}

void addReferral(Writer& w, const record::Referral& referral) {
    w.add(blocks::subheading(w.free(referral.to)));
    w.add(blocks::pairs(
        {{say("Level of concern"), w.option(QStringLiteral("referral"), QStringLiteral("level"), referral.level)},
         {say("Stands at"), stepName(referral.step)},
         {say("Taken by"), w.free(referral.takenBy)},
         {say("Reference"), w.free(referral.reference)},
         {say("Decision"), w.free(referral.decision)}}));
    std::vector<QStringList> rows;
    for (const record::ReferralEvent& event : referral.events) {
        const QString how =
            event.how.isEmpty() ? QString() : w.option(QStringLiteral("referral"), QStringLiteral("how"), event.how);
        rows.push_back(
            {w.inTable(event.when), joined({event.chased ? say("Chased") : stepName(event.step), how}),
             joined({labelled(w, say("With"), event.with), event.note.isEmpty() ? QString() : w.free(event.note)})});
    }
    if (!rows.empty())
        w.add(blocks::table({say("When"), say("Step"), say("With whom, and what was said")}, std::move(rows),
                            {2.2, 2.3, 5.5}));
}

} // namespace

void referrals(Writer& w) {
    for (const record::Referral& referral : w.state.referrals)
        addReferral(w, referral);
    if (w.state.notReferred)
        w.add(blocks::pairs({{say("Not referred, because"), w.free(w.state.notReferred->reason)},
                             {say("Decided"), w.when(w.state.notReferred->when)},
                             {say("Second look by"), w.free(w.state.notReferred->secondLook)}}));
    if (w.state.referrals.empty() && !w.state.notReferred)
        w.add(blocks::paragraph(say("No referral has been recorded before this one.")));
}

void done(Writer& w) {
    static const QStringList roles{QStringLiteral("device"), QStringLiteral("restriction"), QStringLiteral("support"),
                                   QStringLiteral("plan"),   QStringLiteral("decision"),    QStringLiteral("contact"),
                                   QStringLiteral("review")};
    std::vector<QStringList> rows;
    for (const record::EntryView* entry : w.state.byOccurred()) {
        if (!roles.contains(entry->role) || entry->redacted || !entry->permitted || !w.mayPrint(*entry))
            continue;
        rows.push_back(
            {w.inTable(entry->occurred), joined({w.titleLine(*entry), w.details(*entry)}), orNotKnown(entry->author)});
    }
    w.addTable({say("When"), say("What"), say("Recorded by")}, std::move(rows), {2.2, 5.8, 2},
               say("Nothing has been recorded yet."));
}

void told(Writer& w) {
    std::vector<QStringList> rows;
    for (const record::TellingLine& line : w.state.told) {
        const QString how =
            line.how.isEmpty() ? QString() : w.option(QStringLiteral("told"), QStringLiteral("how"), line.how);
        rows.push_back(
            {w.inTable(line.when), w.free(line.person), joined({outcomeName(line.outcome), how}),
             joined({labelled(w, say("Told"), line.what), labelled(w, say("Not told"), line.withheld),
                     labelled(w, say("Because"), line.reason),
                     line.childKnows.isEmpty() ? QString()
                                               : say("The child knows of this: %1").arg(yesNo(line.childKnows))})});
    }
    w.addTable({say("When"), say("Who"), say("Told or not"), say("What, and why")}, std::move(rows), {2, 2.2, 1.6, 4.2},
               say("Not known: nobody has been recorded as told."));
}

void parents(Writer& w) {
    const auto decisions = w.state.withRole(u"parents");
    if (decisions.empty())
        w.add(blocks::paragraph(
            say("Not known: whether parents are told has not been decided, or the decision has not been recorded.")));
    for (const record::EntryView* entry : decisions) {
        w.add(blocks::subheading(w.when(entry->occurred)));
        w.addEntry(*entry);
    }
}

void confidential(Writer& w) {
    const QString asked = w.answer(u"referral", u"confidential");
    w.add(blocks::pairs({{say("What, and from whom"), asked}}));
    std::vector<QStringList> rows;
    for (const record::TellingLine& line : w.state.told)
        if (line.outcome != Told::Told || !line.withheld.isEmpty())
            rows.push_back({w.free(line.person),
                            line.outcome == Told::Told ? w.free(line.withheld)
                                                       : say("Anything: %1").arg(outcomeName(line.outcome).toLower()),
                            w.free(line.reason)});
    QStringList alleged;
    for (const record::Person& person : w.state.people)
        if (w.state.isAlleged(person))
            alleged << person.name;
    for (const record::NamedPerson& person : w.state.mayBeInvolved)
        alleged << person.name;
    alleged.removeDuplicates();
    for (const QString& name : alleged)
        rows.push_back({w.free(name), say("Anything the child has said"), say("May be involved in the harm")});
    if (!rows.empty())
        w.add(blocks::table({say("From whom"), say("What they have not been told"), say("Because")}, std::move(rows),
                            {2.5, 4, 3.5}));
}

void needToKnow(Writer& w) {
    std::vector<QStringList> rows;
    for (const record::Knower& knower : w.state.knows) {
        const bool onlySaw = knower.hasSeen && !knower.opensRecord && !knower.last;
        if ((knower.alleged || onlySaw) && !knower.needEntry)
            continue;
        const QString told = knower.last ? joined({outcomeName(knower.last->outcome), w.inTable(knower.last->when)})
                             : knower.opensRecord ? say("Opens the record")
                                                  : say("Nothing recorded");
        rows.push_back({joined({w.free(knower.name), knower.role}), w.free(knower.why),
                        joined({w.free(knower.mayBeTold), labelled(w, say("Until"), knower.until)}), told});
    }
    w.addTable({say("Who"), say("Why they need to know"), say("What they may be told"), say("Told")}, std::move(rows),
               {2.6, 3, 2.6, 2}, say("Nobody has been named yet."));
}

void referrer(Writer& w) {
    w.add(blocks::pairs({{say("Name"), orNotKnown(w.purpose.madeBy)},
                         {say("Role"), orNotKnown(w.purpose.madeByTitle)},
                         {say("School or agency"), orNotKnown(w.office.name)},
                         {say("Address"), orNotKnown(w.office.address)},
                         {say("Phone"), orNotKnown(w.office.phone)}}));
}

void clocks(Writer& w) {
    std::vector<QStringList> rows;
    for (const guide::ClockState& clock : w.state.clocks) {
        const bool late = clock.running() && clock.due.isValid() && clock.due < w.purpose.made;
        const QString standing = clock.stopped ? say("Done\n%1").arg(w.inTable(*clock.stopped))
                                 : late        ? say("Overdue")
                                               : say("Open");
        rows.push_back({w.worded(clock.title), clock.due.isValid() ? w.inTable(clock.due) : say("Now"), standing,
                        clock.checkLocally ? say("%1 (check locally)").arg(clock.source) : clock.source});
    }
    w.addTable({say("What"), say("Due"), say("Stands at"), say("By which rule")}, std::move(rows), {2.8, 2.2, 2.2, 2.8},
               say("No time limit is running."));
}

} // namespace core::report::parts
