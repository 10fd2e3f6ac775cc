#include "core/report/recipient.h"
#include "core/record/folding.h"
#include "core/record/samename.h"
#include "core/record/values.h"
#include <QMap>

namespace core::report {

namespace {

class Recipient {
public:
    explicit Recipient(const Purpose& purpose) : m_name(purpose.recipient), m_organisation(purpose.organisation) {}
    bool is(const QString& recorded) const { return m_name.hasName(recorded) || m_organisation.hasName(recorded); }
    // "The stepfather", where no name was typed.
    bool is(const record::Person& person) const { return is(person.name) || m_name.hasRelation(person.relation); }

private:
    record::NamedIn m_name, m_organisation;
};

std::optional<QString> possiblyInvolved(const record::CaseState& state, const Recipient& recipient) {
    for (const record::Person& person : state.people)
        if (state.isAlleged(person) && recipient.is(person))
            return person.name;
    for (const record::NamedPerson& person : state.mayBeInvolved)
        if (recipient.is(person.name))
            return person.name;
    return std::nullopt;
}

bool isStillToWait(const record::Knower& knower) {
    return !knower.opensRecord && knower.last && knower.last->outcome == record::Told::NotYet;
}

// Under the name that was written then, or as they are under People now.
bool names(const record::CaseState& state, const Recipient& recipient, const QString& written, const QString& ref) {
    const record::Person* known = state.person(ref);
    return recipient.is(written) || (known && recipient.is(*known));
}

// The newest decision about each parent, whether or not it was carried out: what was decided of one says nothing of the
// other.
std::optional<QString> parentNotTold(const record::CaseState& state, const Recipient& recipient) {
    QMap<QString, QString> notTold;
    for (const record::EntryView* entry : state.withRole(u"parents")) {
        const QJsonValue parent = entry->fields.value(QLatin1String("parent"));
        const record::Person* known = record::folding::resolved(state, parent);
        auto [name, ref] = record::personOf(parent);
        if (known)
            ref = known->ref;
        const QString who = ref.isEmpty() ? record::nameKey(name) : ref;
        if (entry->fields.value(QLatin1String("decision")).toString() == QLatin1String("tell"))
            notTold.remove(who);
        else if (names(state, recipient, name, ref))
            notTold.insert(who, name);
    }
    return notTold.isEmpty() ? std::nullopt : std::optional(notTold.first());
}

std::optional<QString> notToBeTold(const record::CaseState& state, const Recipient& recipient) {
    for (const record::Knower& knower : state.knows)
        if ((knower.kept || isStillToWait(knower)) && names(state, recipient, knower.name, knower.ref))
            return knower.name;
    return parentNotTold(state, recipient);
}

} // namespace

std::optional<Caution> cautionFor(const record::CaseState& state, const Purpose& purpose) {
    if (purpose.recipientIsAlleged)
        return std::nullopt;
    const Recipient recipient(purpose);
    if (const auto name = possiblyInvolved(state, recipient))
        return Caution{Caution::Why::MayBeInvolved, *name};
    if (const auto name = notToBeTold(state, recipient))
        return Caution{Caution::Why::NotToBeTold, *name};
    return std::nullopt;
}

Result<> mayGoTo(const record::CaseState& state, const Purpose& purpose) {
    const auto caution = cautionFor(state, purpose);
    if (!caution)
        return {};
    if (caution->why == Caution::Why::MayBeInvolved)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("recipient_is"));
    return purpose.despite.trimmed().isEmpty() ? fail(ErrorCode::FieldInvalid, QStringLiteral("despite")) : Result<>();
}

} // namespace core::report
