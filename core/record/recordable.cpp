#include "core/record/recordable.h"
#include "core/record/answers.h"
#include "core/record/folding.h"
#include "core/record/values.h"
#include <QCoreApplication>
#include <algorithm>

namespace core::record {

namespace {

constexpr int firstYear = 1900;

QString say(const char* english) {
    return QCoreApplication::translate("Recording", english);
}

guide::ConditionContext contextFor(const Recording& recording, const CaseState& state, const guide::Facts& facts) {
    const guide::ConditionContext judged = folding::conditions(state, recording.fields);
    return {facts, recording.fields, judged.personParts, judged.recorded, judged.phrases};
}

// Who may open the case, who opened it, what left it: no form's answers may look like these.
bool isWrittenByProgram(const guide::Form& form) {
    static const QStringList ids{QStringLiteral("member"), QStringLiteral("opened"), QStringLiteral("exported"),
                                 QStringLiteral("redaction"), QStringLiteral("moved")};
    return ids.contains(form.id);
}

QString timeSentence(const Occurred& when, bool future, const QDateTime& now) {
    if (!when.isKnown())
        return {};
    if (when.date().year() < firstYear)
        return say("That is too long ago. Check the year.");
    // A minute of grace: what was typed as "now" was now.
    if (!future && when.start() > now.toUTC().addSecs(60))
        return say("That lies in the future. Check the date and the time.");
    return {};
}

void addTimeProblems(std::vector<guide::FieldProblem>& problems, const guide::Form& form, const Recording& recording,
                     const QDateTime& now) {
    using Kind = guide::FieldProblem::Kind;
    const bool future = form.occurredFuture;
    if (const QString sentence = timeSentence(recording.occurred, future, now); !sentence.isEmpty())
        problems.push_back({QStringLiteral("occurred"), Kind::WhenNotUnderstood, sentence});
    for (const guide::Field& field : form.fields) {
        if (field.type != guide::FieldType::When || !recording.fields.contains(field.id))
            continue;
        const auto when = Occurred::parse(recording.fields.value(field.id).toString());
        if (!when)
            continue; // named by the form's own check
        if (const QString sentence = timeSentence(*when, field.future, now); !sentence.isEmpty())
            problems.push_back({field.id, Kind::WhenNotUnderstood, sentence});
    }
}

void addAmendProblems(std::vector<guide::FieldProblem>& problems, const guide::Form& form, const Recording& recording,
                      const CaseState& state) {
    using Kind = guide::FieldProblem::Kind;
    if (!recording.amends)
        return;
    const EntryView* original = state.entry(*recording.amends);
    const bool fits = original && folding::counts(*original) && original->form && original->form->id == form.id;
    if (!fits)
        problems.push_back(
            {QStringLiteral("_amends"), Kind::WrongShape, say("The entry to be amended is not in this case.")});
    if (recording.amendReason.trimmed().isEmpty())
        problems.push_back({QStringLiteral("_amend_reason"), Kind::Required, say("Say why this is amended.")});
}

std::optional<QString> reasonFor(const Recording& recording, const guide::GuardRail& rail) {
    for (const auto& [id, reason] : recording.rails)
        if (id == rail.id)
            return reason.trimmed();
    return std::nullopt;
}

// A guard-rail that was answered and no longer applies, since what it spoke of was changed, leaves nothing behind.
QJsonObject withNotes(QJsonObject fields, const Recording& recording,
                      const std::vector<const guide::GuardRail*>& rails) {
    if (recording.amends)
        fields.insert(QStringLiteral("_amend_reason"), recording.amendReason.trimmed());
    QJsonArray passed;
    for (const guide::GuardRail* rail : rails)
        if (const auto reason = reasonFor(recording, *rail))
            passed.append(QJsonObject{{QStringLiteral("id"), rail->id}, {QStringLiteral("reason"), *reason}});
    if (!passed.isEmpty())
        fields.insert(QStringLiteral("_rails"), passed);
    return fields;
}

// Reasons are typed as well: what no answer may hold, they may not.
void addNoteProblems(std::vector<guide::FieldProblem>& problems, const Recording& recording,
                     const std::vector<const guide::GuardRail*>& rails) {
    const guide::Facts none;
    for (guide::FieldProblem& problem : guide::problems(guide::Form(), {none, withNotes({}, recording, rails)}))
        problems.push_back(std::move(problem));
}

} // namespace

std::vector<guide::FieldProblem> recordingProblems(const Recording& recording, const CaseState& state,
                                                   const guide::Facts& facts, const QDateTime& now) {
    const guide::Form* form = state.guide->formOfKind(recording.kind);
    if (!form || isWrittenByProgram(*form))
        return {{QStringLiteral("form"), guide::FieldProblem::Kind::UnknownField,
                 say("There is no form of that name that a person fills in.")}};
    auto problems = guide::problems(*form, contextFor(recording, state, facts));
    addTimeProblems(problems, *form, recording, now);
    addAmendProblems(problems, *form, recording, state);
    addNoteProblems(problems, recording, recordingRails(recording, state, facts));
    return problems;
}

std::vector<const guide::GuardRail*> recordingRails(const Recording& recording, const CaseState& state,
                                                    const guide::Facts& facts) {
    const guide::Form* form = state.guide->formOfKind(recording.kind);
    if (!form)
        return {};
    return guide::railsFor(*state.guide, *form, contextFor(recording, state, facts));
}

Result<ledger::NewEntry> checkedEntry(const Recording& recording, const CaseState& state, const guide::Facts& facts,
                                      const QDateTime& now) {
    const guide::Form* form = state.guide->formOfKind(recording.kind);
    if (!form)
        return fail(ErrorCode::FormUnknown, recording.kind);
    const auto problems = recordingProblems(recording, state, facts, now);
    if (!problems.empty()) {
        const bool encoded = problems.front().kind == guide::FieldProblem::Kind::EncodedFile;
        return fail(encoded ? ErrorCode::EncodedFile : ErrorCode::FieldInvalid, problems.front().field);
    }
    const auto rails = recordingRails(recording, state, facts);
    for (const guide::GuardRail* rail : rails)
        if (rail->stop || (rail->reasonAsked && reasonFor(recording, *rail).value_or(QString()).isEmpty()))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("rail:") + rail->id);

    const QJsonObject fields = guide::withoutHidden(*form, contextFor(recording, state, facts));
    return ledger::NewEntry{recording.kind, recording.occurred, withNotes(fields, recording, rails), recording.amends,
                            recording.id};
}

void takeAnswers(guide::Facts& facts, const guide::Form& form, const QJsonObject& fields) {
    for (const guide::Field& field : form.fields) {
        const QJsonValue value = fields.value(field.id);
        if (field.fact.isEmpty() || value.isUndefined() || folding::stays(field, facts.value(field.fact)))
            continue;
        if (const QStringList answers = answersOf(value); answers.isEmpty())
            facts.remove(field.fact);
        else
            facts.insert(field.fact, answers);
    }
}

} // namespace core::record
