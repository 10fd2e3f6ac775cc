#pragma once
#include "core/guide/guide.h"
#include "core/ledger/ledger.h"
#include "core/vault/office.h"
#include <QHash>

namespace core::record {

// One version of an entry: the first, or an amendment of it.
struct Version {
    EntryId id;
    qint64 seq = 0;
    QDateTime recorded; // UTC
    QString author;     // name
    Occurred occurred;
    QJsonObject fields;
    QString reason; // why it was amended; empty for the first
    bool operator==(const Version&) const = default;
};

// An entry as people meet it: the newest permitted version, with all of them behind it. Of a redacted one the fields
// are gone; its last version is then the redaction itself, with its reason.
struct EntryView {
    EntryId id; // of the original
    qint64 seq = 0;
    QString kind;
    const guide::Form* form = nullptr; // nullptr: made by a newer version of the program; shown field by field
    QString role;
    Occurred occurred;
    QDateTime recorded; // UTC, of the original
    ledger::ClockState clock = ledger::ClockState::Ok;
    MemberId authorId;
    QString author;
    QJsonObject fields;
    std::vector<Version> versions; // oldest first, at least one
    bool permitted = true;
    bool redacted = false;
    bool isAmended() const { return versions.size() > 1; }
    bool operator==(const EntryView&) const = default;
};

struct NamedPerson {
    QString name, ref;
    bool isEmpty() const { return name.isEmpty() && ref.isEmpty(); }
};

enum class Involvement { NotKnown, NotConsidered, Suspected };
enum class PersonPart { Child, Parent, Sibling, OtherFamily, Professional, Staff, Alleged, OtherChild, Other };

struct Person {
    QString ref; // entry id of the person, or member id
    QString name, relation, title, organisation, phone;
    PersonPart part = PersonPart::Other;
    bool household = false;
    bool elsewhere = false;         // said not to live with the child; neither: not known
    QString parentalResponsibility; // "yes" "no" "not-known" ""
    Involvement involvement = Involvement::NotKnown;
    QStringList parts() const; // for conditions: family household alleged professional staff child
    bool operator==(const Person&) const = default;
};

struct Child {
    bool identified = false;
    QString firstName, lastName, knownAs, sex, address, postcode, school, gp, nhs, ethnicity, religion, disability;
    QString language, interpreterNeeded, communication;
    Occurred born;
    QString authority;   // id of the local authority
    QJsonObject answers; // the newest to each question of the child's form, by the id of the field
    std::optional<int> ageAt(QDate day) const; // whole years
    QString called() const;                    // known as, else first name, else ""
    bool operator==(const Child&) const = default;
};

// One question and answer of a conversation with the child.
struct Exchange {
    QString asked, said;
    bool operator==(const Exchange&) const = default;
};
struct Words {
    EntryId entry;
    Occurred when;
    QString to, present, place;
    std::vector<Exchange> exchanges;
    QString translation;
    bool notNow = false; // the child did not want to talk: a complete answer
    bool operator==(const Words&) const = default;
};

enum class Told { Told, NotTold, NotYet };
struct TellingLine {
    EntryId entry;
    QString person, ref;
    Told outcome = Told::Told;
    Occurred when;
    QString what, withheld, reason, how, childKnows;
    bool operator==(const TellingLine&) const = default;
};

// A row of Who knows: a person, why they need to know, what they may be told, and whether they were.
struct Knower {
    QString ref, name, role, why, mayBeTold, until;
    bool opensRecord = false; // holds a sealed copy of the key
    bool isYou = false;
    bool alleged = false;
    bool kept = false;    // on purpose not told, or not to be told: no part of who needs to know
    bool hasSeen = false; // what came to light, on purpose or by accident
    QString rights;       // "Read, add, grant, export"
    std::optional<TellingLine> last;
    std::optional<EntryId> needEntry; // the need-to-know entry, if there is one
    bool operator==(const Knower&) const = default;
};

enum class ReferralStep { Drafted, Made, ConfirmedInWriting, Acknowledged, Decided, Escalated, Closed };
struct ReferralEvent {
    EntryId entry;
    ReferralStep step = ReferralStep::Made;
    Occurred when;
    QString how, with, reference, note;
    bool chased = false; // we asked and there was no decision: no step forward, `step` says nothing
    bool operator==(const ReferralEvent&) const = default;
};
struct Referral {
    EntryId id;        // the first entry
    QString kind;      // social-care, police, ceop, other
    QString to;        // name of the local authority or police force
    QString authority; // id, empty for the police
    QString level;     // immediate-danger, significant-harm, advice …
    QString reference, takenBy, decision;
    ReferralStep step = ReferralStep::Drafted; // the furthest reached
    std::vector<ReferralEvent> events;         // in order of what happened
    bool isMade() const;                       // they heard of it: a draft that was closed was never made
    bool operator==(const Referral&) const = default;
};
struct NotReferred {
    EntryId entry;
    Occurred when;
    QString reason, secondLook;
    bool operator==(const NotReferred&) const = default;
};

struct StepState {
    const guide::Step* step = nullptr;
    guide::StepStatus status = guide::StepStatus::ToDo;
    bool urgent = false;
    QString reason;               // why not needed
    std::vector<EntryId> entries; // recorded under it
};
struct StageState {
    const guide::Stage* stage = nullptr;
    std::vector<StepState> steps; // only those that apply
};

enum class DueWhen { Now, Overdue, Today, ThisWeek, Later };
struct DueItem {
    QString title, detail;
    QDateTime due; // local; invalid: now
    DueWhen when = DueWhen::Later;
    QString clock;   // "T7"; empty: a step marked urgent, or a draft waiting
    QString subject; // entry id
    QString step;    // the step to open, if any
    bool checkLocally = false;
    bool threat = false; // the threat itself, for as long as it lasts
};

// That somebody was rung about the present threat, and the entry that says so.
struct ThreatCall {
    EntryId entry;
    Occurred when;
    QString to; // the person or desk, if it is known
    QString by; // who recorded it
    bool operator==(const ThreatCall&) const = default;
};

// Everything about a case that screens, timeline and print show. A pure function of its entries: fold().
struct CaseState {
    CaseId id;
    QString code;
    std::vector<EntryView> entries;      // by seq; only originals
    std::vector<EntryView> notPermitted; // kept and shown, not in the fold
    guide::Facts facts;
    Child child;
    std::vector<Person> people;
    std::vector<NamedPerson> mayBeInvolved; // named in any answer as it stands now, in people or not
    std::vector<Words> words;
    std::vector<TellingLine> told;
    std::vector<Knower> knows;
    std::vector<Referral> referrals;
    std::optional<NotReferred> notReferred;
    qint64 threatSince = 0;        // the entry or amendment, by number, that told of the present threat
    std::optional<EntryId> threat; // what made the present threat or blackmail known; none: none, or it has ended
    std::optional<ThreatCall> policeRung, socialCareRung; // first since the present threat became known
    std::vector<ledger::Grant> access;                    // who can open it now
    const guide::Pathway* pathway = nullptr;
    std::vector<StageState> stages;
    std::vector<guide::ClockState> clocks;
    QString nation; // of the case: that of the child's local authority, else the office's
    ledger::Head head;
    const guide::Guide* guide = nullptr; // that it was folded with; outlives the state
    QHash<EntryId, std::size_t> places;  // in `entries`, by the id of the original

    QString title() const;        // "K7F3 · Aisha B., 13": inside the window only
    QString childForText() const; // what {child} becomes: the first name, or "the child"
    QString standing() const;     // "Referred · waiting for a decision", "Referral decided · next: …": one line
    int stepsDone() const;
    int stepsApplying() const;
    const EntryView* entry(const EntryId& id) const;
    const Person* person(QStringView ref) const;
    std::vector<const EntryView*> withRole(QStringView role) const; // by what happened, then seq
    std::vector<const EntryView*> byOccurred() const;               // every entry, oldest first
    bool threatened() const { return threat.has_value(); }
    QStringList personParts(const QJsonValue& person) const;
    bool isAlleged(const Person& person) const; // by what is said of them, or named as possibly involved
    QString alreadyTold() const; // to whom the child has talked, and when: a line a conversation; empty: nobody
};

// What the fold needs besides the entries.
struct FoldContext {
    const guide::Guide& guide;
    const vault::Office& office;
    MemberId self;
    CaseId id;
    QString code;
};

// `now` decides nothing here: the fold of the same entries is always the same.
CaseState fold(const std::vector<ledger::Entry>& entries, const std::vector<ledger::Grant>& access,
               const ledger::Head& head, const FoldContext& context);

// What is due, by the clocks (a date that somebody set has one too), the urgent steps and the drafts that wait; most
// pressing first. `now` local.
std::vector<DueItem> dueItems(const CaseState& state, const QDateTime& now,
                              const std::vector<ledger::Draft>& drafts = {});

} // namespace core::record
