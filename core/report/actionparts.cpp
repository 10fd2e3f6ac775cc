#include "core/record/answers.h"
#include "core/record/values.h"
#include "core/report/blocks.h"
#include "core/report/parts.h"
#include <algorithm>

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

const record::TellingLine* lineOf(const record::CaseState& state, const EntryId& id) {
    for (const record::TellingLine& line : state.told)
        if (line.entry == id)
            return &line;
    return nullptr;
}

QString joined(const QStringList& parts) {
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u'\n');
}

QString labelled(const Writer& w, const QString& label, const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(label, w.free(text));
}

QString toldCell(const Writer& w, const record::Knower& knower) {
    if (knower.last)
        return joined({outcomeName(knower.last->outcome), w.inTable(knower.last->when)});
    return knower.opensRecord ? say("Opens the record") : say("Nothing recorded");
}

// The reason given when they were not told, else what the list says of them.
QString whyKept(const record::Knower& knower) {
    const bool decided = knower.last && knower.last->outcome != record::Told::Told;
    return decided && !knower.last->reason.isEmpty() ? knower.last->reason : knower.why;
}

void addReferral(Writer& w, const record::Referral& referral) {
    w.add(blocks::subheading(w.free(referral.to)));
    w.add(blocks::pairs({{say("Stands at"), stepName(referral.step)},
                         {say("Taken by"), w.free(referral.takenBy)},
                         {say("Reference"), w.free(referral.reference)},
                         {say("Decision"), w.free(referral.decision)}}));
    for (const record::ReferralEvent& event : referral.events) {
        const record::EntryView* entry = w.state.entry(event.entry);
        if (!entry || !entry->form)
            continue;
        std::vector<QStringList> rows{{event.chased ? say("Chased") : stepName(event.step), w.moment(*entry)}};
        const QStringList elsewhere{QStringLiteral("referral"), QStringLiteral("confidential")};
        for (QStringList& row : w.answers(*entry->form, entry->fields, Writer::Blank::LeftOut, elsewhere))
            rows.push_back(std::move(row));
        w.add(blocks::pairs(std::move(rows)));
    }
}

// The forms that have a section of their own, and those about the record itself: all others tell what was done, those
// too that are made after this was written.
bool isOfAnotherSection(const QString& form) {
    static const QStringList forms{
        QStringLiteral("child"),      QStringLiteral("person"),        QStringLiteral("social-worker"),
        QStringLiteral("danger"),     QStringLiteral("came-to-light"), QStringLiteral("harm"),
        QStringLiteral("other-harm"), QStringLiteral("device-owner"),  QStringLiteral("child-knows"),
        QStringLiteral("involved"),   QStringLiteral("seen"),          QStringLiteral("images-left"),
        QStringLiteral("words"),      QStringLiteral("wishes"),        QStringLiteral("observation"),
        QStringLiteral("referral"),   QStringLiteral("not-referred"),  QStringLiteral("referral-progress"),
        QStringLiteral("told"),       QStringLiteral("parents"),       QStringLiteral("need-to-know"),
        QStringLiteral("opened"),     QStringLiteral("member"),        QStringLiteral("exported"),
        QStringLiteral("redaction"),  QStringLiteral("moved")};
    return forms.contains(form);
}

// The office's own working notes: not for whoever is referred to, unless the lead says more.
bool isLeftOut(const QString& form) {
    return form == QLatin1String("note") || form == QLatin1String("step-not-needed");
}

void addLeftOut(Writer& w, int notes) {
    if (notes > 0 && !w.purpose.recipientIsAlleged)
        w.add(blocks::small(
            notes == 1 ? say("One note or step that was not needed is in the record and not here.")
                       : say("%1 notes or steps that were not needed are in the record and not here.").arg(notes)));
}

} // namespace

void referrals(Writer& w) {
    for (const record::Referral& referral : w.state.referrals)
        addReferral(w, referral);
    for (const record::EntryView* entry : w.entriesOf({QStringLiteral("not-referred")})) {
        w.add(blocks::subheading(QStringLiteral("%1 · %2").arg(w.label(*entry), w.moment(*entry))));
        w.addEntry(*entry);
    }
    if (w.state.referrals.empty() && !w.state.notReferred)
        w.add(blocks::paragraph(say("No referral has been recorded before this one.")));
}

void done(Writer& w) {
    int leftOut = 0;
    bool any = false;
    for (const record::EntryView* entry : w.state.byOccurred()) {
        const QString form = entry->kind.section(u'/', 0, 0);
        if (isOfAnotherSection(form) || entry->redacted || !entry->permitted || !w.mayPrint(*entry))
            continue;
        if (isLeftOut(form)) {
            ++leftOut;
            continue;
        }
        any = true;
        w.add(blocks::subheading(QStringLiteral("%1 · %2").arg(w.moment(*entry), w.label(*entry))));
        w.addEntry(*entry);
        w.add(blocks::small(say("Recorded by %1.").arg(orNotKnown(entry->author))));
    }
    if (!any)
        w.add(blocks::paragraph(say("Nothing has been recorded yet.")));
    addLeftOut(w, leftOut);
}

void told(Writer& w) {
    std::vector<QStringList> rows;
    for (const record::EntryView* entry : w.entriesOf({QStringLiteral("told"), QStringLiteral("contact")})) {
        if (entry->role == QLatin1String("contact") && record::folding::gotThrough(*entry)) {
            rows.push_back({w.inTable(entry->occurred),
                            w.free(record::personOf(entry->fields.value(QLatin1String("with"))).name),
                            say("Spoken with"), say("What was said stands under what has been done.")});
        }
        const auto* line = lineOf(w.state, entry->id);
        if (!line)
            continue;
        QStringList said;
        const QStringList inOtherColumns{QStringLiteral("person"), QStringLiteral("outcome")};
        for (const QStringList& row : w.answers(*entry->form, entry->fields, Writer::Blank::LeftOut, inOtherColumns))
            said += QStringLiteral("%1: %2").arg(row.front(), row.back());
        rows.push_back(
            {w.inTable(line->when), w.free(line->person), outcomeName(line->outcome), orNotKnown(said.join(u'\n'))});
    }
    w.addTable({say("When"), say("Who"), say("Told or not"), say("What, and why")}, std::move(rows), {2, 2.2, 1.6, 4.2},
               std::any_of(w.state.referrals.begin(), w.state.referrals.end(),
                           [](const record::Referral& referral) { return referral.isMade(); })
                   ? say("Nobody has been recorded as told, but for whoever was referred to.")
                   : say("Not known: nobody has been recorded as told."));
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
    std::vector<QStringList> asked;
    for (const record::EntryView* entry : w.entriesOf({QStringLiteral("referral")}))
        if (const QString text = entry->fields.value(QLatin1String("confidential")).toString(); !text.isEmpty())
            asked.push_back({say("What, and from whom"), w.free(text)});
    if (asked.empty())
        asked.push_back({say("What, and from whom"), notKnown()});
    w.add(blocks::pairs(std::move(asked)));
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
    std::vector<QStringList> rows, kept;
    for (const record::Knower& knower : w.state.knows) {
        const bool onlySaw = knower.hasSeen && !knower.opensRecord && !knower.last;
        if (knower.kept) {
            kept.push_back({joined({w.free(knower.name), knower.role}), w.free(whyKept(knower)), toldCell(w, knower)});
            continue;
        }
        if ((knower.alleged || onlySaw) && !knower.needEntry)
            continue;
        rows.push_back({joined({w.free(knower.name), knower.role}), w.free(knower.why),
                        joined({w.free(knower.mayBeTold), labelled(w, say("Until"), knower.until)}),
                        toldCell(w, knower)});
    }
    w.addTable({say("Who"), say("Why they need to know"), say("What they may be told"), say("Told")}, std::move(rows),
               {2.6, 3, 2.6, 2}, say("Nobody has been named yet."));
    if (kept.empty())
        return;
    w.add(blocks::subheading(say("Not to be told")));
    w.add(blocks::table({say("Who"), say("Because"), say("Told")}, std::move(kept), {2.6, 5.6, 2}));
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
