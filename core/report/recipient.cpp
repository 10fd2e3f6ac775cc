#include "core/report/recipient.h"
#include "core/record/search.h"
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace core::report {

namespace {

using WordSet = QSet<QString>;

WordSet wordsOf(const QString& name) {
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    static const WordSet titles{QStringLiteral("mr"),   QStringLiteral("mrs"), QStringLiteral("ms"),
                                QStringLiteral("miss"), QStringLiteral("mx"),  QStringLiteral("dr")};
    QString folded = record::foldedForSearch(name);
    folded.remove(QLatin1Char('\'')).remove(QChar(0x2019)); // O'Neill is one word
    const QStringList words = folded.split(between, Qt::SkipEmptyParts);
    return WordSet(words.begin(), words.end()) - titles;
}

// "Gethin Prydderch, stepfather" and "Agnieszka and Gethin": each of those named, and the whole.
std::vector<WordSet> namedIn(const QString& typed) {
    static const QRegularExpression between(QStringLiteral("[,;/&+()\\n]|\\s(?:and|for|or|a|ac)\\s"),
                                            QRegularExpression::CaseInsensitiveOption);
    std::vector<WordSet> named{wordsOf(typed)};
    for (const QString& part : typed.split(between, Qt::SkipEmptyParts))
        named.push_back(wordsOf(part));
    return named;
}

// One word of a name in the record is somebody's only where nothing else was typed with it: "Sarah" is not every Sarah.
// One word that was typed may be anybody's whose name has it.
bool isNamed(const std::vector<WordSet>& typed, const QString& recorded) {
    const WordSet name = wordsOf(recorded);
    return std::any_of(typed.begin(), typed.end(), [&](const WordSet& words) {
        if (name.isEmpty() || words.isEmpty())
            return false;
        return name.contains(words) || (name.size() > 1 && words.contains(name));
    });
}

class Recipient {
public:
    explicit Recipient(const Purpose& purpose) : m_name(namedIn(purpose.recipient)) {
        if (!purpose.organisation.isEmpty())
            for (const WordSet& words : namedIn(purpose.organisation))
                m_organisation.push_back(words);
    }
    bool is(const QString& recorded) const { return isNamed(m_name, recorded) || isNamed(m_organisation, recorded); }
    bool is(const record::Person& person) const {
        const WordSet relation = wordsOf(person.relation); // "Stepfather", where no name was typed
        return is(person.name) ||
               (!relation.isEmpty() && std::find(m_name.begin(), m_name.end(), relation) != m_name.end());
    }

private:
    std::vector<WordSet> m_name, m_organisation;
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

// The newest decision about each parent, whether or not it was carried out.
std::optional<QString> parentNotTold(const record::CaseState& state, const Recipient& recipient) {
    std::optional<QString> found;
    for (const record::EntryView* entry : state.withRole(u"parents")) {
        const QString name =
            entry->fields.value(QLatin1String("parent")).toObject().value(QLatin1String("name")).toString();
        if (!recipient.is(name))
            continue;
        const bool tell = entry->fields.value(QLatin1String("decision")).toString() == QLatin1String("tell");
        found = tell ? std::nullopt : std::optional(name);
    }
    return found;
}

std::optional<QString> notToBeTold(const record::CaseState& state, const Recipient& recipient) {
    for (const record::Knower& knower : state.knows)
        if ((knower.kept || isStillToWait(knower)) && recipient.is(knower.name))
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
