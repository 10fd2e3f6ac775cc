#include "ui/shell/firstquestions.h"
#include "ui/shell/caseneeds.h"
#include <algorithm>

using namespace core;

namespace ui::shell {

namespace {

// What a draft will record; nothing where only a proposal stands in it, or was taken out.
std::optional<record::Recording> answerIn(const ledger::Draft& draft) {
    const auto part = [&](const char* key) { return draft.content.value(QLatin1String(key)); };
    record::Recording answer;
    answer.kind = draft.kind;
    answer.id = draft.id;
    answer.fields = part("fields").toObject();
    answer.occurred = Occurred::parse(part("occurred").toString()).value_or(Occurred());
    const QJsonObject rails = part("rails").toObject();
    for (auto given = rails.begin(); given != rails.end(); ++given)
        answer.rails.append({given.key(), given.value().toString()});
    QJsonObject typed = answer.fields;
    const QStringList proposed = part("proposed").toObject().keys();
    for (const QString& id : proposed)
        typed.remove(id);
    return typed.isEmpty() && part("occurred").toString().isEmpty() ? std::nullopt : std::optional(answer);
}

} // namespace

FirstQuestions::FirstQuestions(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office)
    : m_file(file), m_guide(guide), m_office(office) {
    for (const QString& id : guide.firstQuestions())
        if (const guide::Form* form = guide.form(id))
            m_questions.push_back(Question(form));
}

bool FirstQuestions::takeDrafts() {
    const auto drafts = m_file.drafts();
    if (!drafts)
        return false;
    for (Question& question : m_questions) {
        const auto newest = std::find_if(drafts->begin(), drafts->end(), [&](const ledger::Draft& draft) {
            return draft.kind == question.form->kind();
        });
        if (newest == drafts->end())
            continue;
        question.id = newest->id;
        question.draft = newest->content;
        question.answer = answerIn(*newest);
        question.seen = true;
        question.wasAway = true;
    }
    return true;
}

size_t FirstQuestions::lastSeen() const {
    size_t last = 0;
    for (size_t i = 0; i < m_questions.size(); ++i)
        if (m_questions[i].seen)
            last = i;
    return last;
}

size_t FirstQuestions::indexOf(const QString& form) const {
    const auto found = std::find_if(m_questions.begin(), m_questions.end(),
                                    [&](const Question& question) { return question.form->id == form; });
    return found == m_questions.end() ? 0 : static_cast<size_t>(found - m_questions.begin());
}

std::vector<record::Recording> FirstQuestions::answers() const {
    std::vector<record::Recording> given;
    for (const Question& question : m_questions)
        if (question.answer)
            given.push_back(*question.answer);
    return given;
}

bool FirstQuestions::isUntouched() const {
    return std::all_of(m_questions.begin(), m_questions.end(),
                       [](const Question& question) { return question.draft.isEmpty(); });
}

QString FirstQuestions::child() const {
    for (const Question& question : m_questions) {
        if (question.form->role != QLatin1String("child") || !question.answer)
            continue;
        const QJsonObject& fields = question.answer->fields;
        const QString known = fields.value(QLatin1String("known_as")).toString();
        return known.isEmpty() ? fields.value(QLatin1String("first_name")).toString() : known;
    }
    return {};
}

QString FirstQuestions::words(const QString& text) const {
    const QString name = child();
    return m_guide.worded(text, m_file.state().nation, name.isEmpty() ? m_file.state().childForText() : name);
}

FormNeeds FirstQuestions::needs(const Question& question) const {
    FormNeeds needs = needsFor(m_file, m_guide, m_office);
    needs.facts = m_file.factsAfter(answersBefore(question));
    if (const QString name = child(); !name.isEmpty())
        needs.child = name;
    needs.wording = [this](const QString& text) { return words(text); };
    needs.momentGiven = [this](const QString& path) { return moment(path); };
    return needs;
}

std::vector<record::Recording> FirstQuestions::answersBefore(const Question& question) const {
    std::vector<record::Recording> before;
    for (const Question* other = m_questions.data(); other != &question; ++other)
        if (other->answer)
            before.push_back(*other->answer);
    return before;
}

std::vector<const guide::GuardRail*> FirstQuestions::rails(const Question& question,
                                                           const record::Recording& recording) const {
    return m_file.rails(recording, answersBefore(question));
}

QStringList FirstQuestions::hiddenAnswers(const Question& question) const {
    QJsonObject given = question.draft.value(QLatin1String("fields")).toObject();
    const QStringList proposed = question.draft.value(QLatin1String("proposed")).toObject().keys();
    for (const QString& id : proposed)
        given.remove(id);
    return guide::hiddenAnswers(*question.form, conditionsOf(needs(question), given));
}

bool FirstQuestions::isSettled(const Question& question) const {
    if (!question.answer)
        return true;
    const record::Recording& answer = *question.answer;
    if (!Occurred::parse(question.draft.value(QLatin1String("occurred")).toString()))
        return false; // typed, and not understood
    const auto passed = [&](const guide::GuardRail* rail) {
        return !rail->stop && std::any_of(answer.rails.begin(), answer.rails.end(), [&](const auto& given) {
            return given.first == rail->id && !(rail->reasonAsked && given.second.trimmed().isEmpty());
        });
    };
    const auto speaking = rails(question, answer);
    return m_file.problems(answer, answersBefore(question)).empty() &&
           std::all_of(speaking.begin(), speaking.end(), passed) && hiddenAnswers(question) == question.hiddenSaid;
}

std::optional<size_t> FirstQuestions::firstUnsettled() const {
    const auto found = std::find_if(m_questions.begin(), m_questions.end(),
                                    [this](const Question& question) { return !isSettled(question); });
    return found == m_questions.end() ? std::nullopt : std::optional<size_t>(found - m_questions.begin());
}

std::optional<MomentGiven> FirstQuestions::moment(const QString& path) const {
    for (const Question& question : m_questions) {
        if (!question.answer || question.form->id != path.section(QLatin1Char('.'), 0, 0))
            continue;
        const QString id = path.section(QLatin1Char('.'), 1);
        const guide::Field* field = question.form->field(id);
        const guide::Field asked = field ? *field : guide::occurredField(*question.form);
        const auto when = field ? Occurred::parse(question.answer->fields.value(id).toString())
                                : std::optional(question.answer->occurred);
        if (when && when->isKnown())
            return MomentGiven{words(asked.label), *when};
    }
    return std::nullopt;
}

} // namespace ui::shell
