#include "core/guide/guideloader.h"
#include <algorithm>

namespace core::guide {

namespace {

using Use = Condition::Use;
using Test = Condition::Test;

// What the record works out by itself, and what such a fact can be; empty: a number.
const QHash<QString, QStringList>& computedFacts() {
    static const QStringList yesNo{QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("not-known")};
    static const QHash<QString, QStringList> facts{
        {QStringLiteral("nation"), {QStringLiteral("england"), QStringLiteral("wales")}},
        {QStringLiteral("child_age"), {}},
        {QStringLiteral("child_identified"), yesNo},
        {QStringLiteral("has_alleged"), yesNo},
        {QStringLiteral("home_suspected"), yesNo},
        {QStringLiteral("referral_made"), yesNo},
        {QStringLiteral("social_care_referred"), yesNo},
        {QStringLiteral("referral_open"), yesNo},
        {QStringLiteral("lead_told"), yesNo},
        {QStringLiteral("home_known"), yesNo},
        {QStringLiteral("talk_planned"), yesNo},
        {QStringLiteral("device_kept"), yesNo},
        {QStringLiteral("institution_device"), yesNo},
        {QStringLiteral("institution_device_kept"), yesNo},
        {QStringLiteral("social_worker_reached"), yesNo},
        {QStringLiteral("child_informed"), yesNo},
        {QStringLiteral("parents_decided"), yesNo},
        {QStringLiteral("police_called"), yesNo},
        {QStringLiteral("police_rung"), yesNo},
        {QStringLiteral("police_told"), yesNo},
        {QStringLiteral("threatened"), yesNo}};
    return facts;
}

const QStringList& personParts() {
    static const QStringList parts{
        QStringLiteral("family"),       QStringLiteral("household"), QStringLiteral("alleged"),
        QStringLiteral("professional"), QStringLiteral("staff"),     QStringLiteral("child"),
        QStringLiteral("self"),         // whoever is writing
        QStringLiteral("unknown"),      // nobody of that name is under People
        QStringLiteral("named-alike")}; // has the name, or a part, of one who may be involved
    return parts;
}

const QStringList& screens() {
    static const QStringList names =
        QStringLiteral("welcome set-up unlock home new-concern case guide timeline words knows "
                       "referrals plan people papers export settings hide search")
            .split(QLatin1Char(' '));
    return names;
}

const Field* fieldIn(const std::vector<Field>& fields, const QString& id) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

// "exchanges.asked": a column of the rows.
const Field* fieldAt(const std::vector<Field>& fields, const QString& name) {
    const Field* field = fieldIn(fields, name.section(QLatin1Char('.'), 0, 0));
    const QString column = name.section(QLatin1Char('.'), 1);
    return field && !column.isEmpty() ? fieldIn(field->rows, column) : field;
}

bool comparesAnswers(Test test) {
    return test == Test::Is || test == Test::IsNot || test == Test::In;
}

bool fits(Test test, const Field& field) {
    switch (test) {
    case Test::Is:
    case Test::IsNot:
    case Test::In:
        return !answerIds(field).isEmpty();
    case Test::Known:
        return true;
    case Test::Below:
        return false;
    case Test::PersonIs:
        return field.type == FieldType::Person || field.type == FieldType::People;
    case Test::Phrases:
        return isText(field.type) || field.type == FieldType::Rows;
    }
    return false;
}

template <class T>
QStringList idsOf(const std::vector<T>& all) {
    QStringList ids;
    for (const T& one : all)
        ids += one.id;
    return ids;
}

} // namespace

void GuideLoader::check() {
    for (const Form& form : m_guide.m_forms) {
        for (const Field& field : form.fields) {
            if (!field.fact.isEmpty() && !m_guide.m_factNames.contains(field.fact))
                m_guide.m_factNames += field.fact;
        }
    }
    for (const QString& fact : computedFacts().keys()) {
        if (!m_guide.m_factNames.contains(fact))
            m_guide.m_factNames += fact;
    }
    for (const Conclusion& conclusion : m_guide.m_conclusions) {
        const QString where = QStringLiteral("guide/conclusions.json ") + conclusion.fact;
        if (m_guide.m_factNames.contains(conclusion.fact))
            m_findings.note(where, QStringLiteral("the fact \"%1\" is answered or worked out").arg(conclusion.fact));
        checkCondition(conclusion.when, where, nullptr); // on answers, and on conclusions above it
        m_guide.m_factNames += conclusion.fact;
    }
    checkTerms();
    for (const Form& form : m_guide.m_forms)
        checkForm(form);
    for (const Pathway& pathway : m_guide.m_pathways)
        checkPathway(pathway);
    for (const Clock& clock : m_guide.m_clocks)
        checkClock(clock);
    for (const GuardRail& rail : m_guide.m_rails)
        checkRail(rail);
    for (const Demand& demand : m_guide.m_demands)
        checkDemand(demand);
    checkFirstQuestions();
    checkUnique(idsOf(m_guide.m_pathways), QStringLiteral("guide"));
    checkUnique(idsOf(m_guide.m_clocks), QStringLiteral("clocks/clocks.json"));
    checkUnique(idsOf(m_guide.m_rails), QStringLiteral("guide/guard-rails.json"));
    checkUnique(idsOf(m_guide.m_services), QStringLiteral("directory/services.json"));
    checkUnique(idsOf(m_guide.m_demands), QStringLiteral("guide/demands.json"));
}

void GuideLoader::checkUnique(const QStringList& ids, const QString& where) {
    QSet<QString> seen;
    for (const QString& id : ids) {
        if (seen.contains(id))
            m_findings.note(where, QStringLiteral("\"%1\" stands here twice").arg(id));
        seen.insert(id);
    }
}

void GuideLoader::checkTerms() {
    for (auto nation = m_guide.m_terms.constBegin(); nation != m_guide.m_terms.constEnd(); ++nation) {
        for (const auto& [term, where] : m_findings.termsAsked()) {
            if (!nation->contains(term))
                m_findings.note(where, QStringLiteral("no words in %1 for {term:%2}").arg(nation.key(), term));
        }
    }
}

void GuideLoader::checkForms(const QStringList& ids, const QString& where) {
    for (const QString& id : ids) {
        if (!m_guide.form(id))
            m_findings.note(where, QStringLiteral("no form \"%1\"").arg(id));
    }
}

void GuideLoader::checkDemands(const QStringList& ids, const QString& where) {
    for (const QString& id : ids) {
        const auto isThis = [&](const Demand& demand) { return demand.id == id; };
        if (std::none_of(m_guide.m_demands.begin(), m_guide.m_demands.end(), isThis))
            m_findings.note(where, QStringLiteral("no demand \"%1\"").arg(id));
    }
}

void GuideLoader::checkCondition(const Condition& condition, const QString& where, const std::vector<Field>* fields) {
    for (const Use& use : condition.uses()) {
        if (use.kind == Condition::Kind::Fact)
            checkFact(use, where);
        else if (use.kind == Condition::Kind::Recorded)
            checkForms({use.name}, where);
        else if (fields)
            checkField(use, where, *fields);
        else
            m_findings.note(where, QStringLiteral("no entry here to ask for the field \"%1\"").arg(use.name));
    }
}

void GuideLoader::checkFact(const Use& use, const QString& where) {
    if (!m_guide.m_factNames.contains(use.name))
        return m_findings.note(where, QStringLiteral("no fact \"%1\"").arg(use.name));
    QStringList possible = computedFacts().value(use.name);
    for (const Conclusion& conclusion : m_guide.m_conclusions) {
        if (conclusion.fact == use.name)
            possible = QStringList{QStringLiteral("yes"), QStringLiteral("no")};
    }
    const bool isNumber = computedFacts().contains(use.name) && possible.isEmpty();
    for (const Form& form : m_guide.m_forms) {
        for (const Field& field : form.fields)
            possible += field.fact == use.name ? answerIds(field) : QStringList();
    }
    if ((use.test == Test::Below) != isNumber && use.test != Test::Known)
        return m_findings.note(where, QStringLiteral("the fact \"%1\" cannot be tested so").arg(use.name));
    for (const QString& value : use.values) {
        if (!possible.contains(value))
            m_findings.note(where, QStringLiteral("the fact \"%1\" is never \"%2\"").arg(use.name, value));
    }
}

void GuideLoader::checkField(const Use& use, const QString& where, const std::vector<Field>& fields) {
    const Field* field = fieldAt(fields, use.name);
    if (!field)
        return m_findings.note(where, QStringLiteral("no field \"%1\"").arg(use.name));
    if (!fits(use.test, *field))
        return m_findings.note(where, QStringLiteral("the field \"%1\" cannot be tested so").arg(use.name));
    for (const QString& value : use.values) {
        const bool known = comparesAnswers(use.test)    ? answerIds(*field).contains(value)
                           : use.test == Test::PersonIs ? personParts().contains(value)
                                                        : m_guide.m_phrases.contains(value);
        if (!known)
            m_findings.note(where, QStringLiteral("the field \"%1\" knows no \"%2\"").arg(use.name, value));
    }
}

// "danger.occurred": a moment that another form asks for.
void GuideLoader::checkSameAs(const QString& path, const QString& where) {
    if (path.isEmpty())
        return;
    const Form* form = m_guide.form(path.section(QLatin1Char('.'), 0, 0));
    const QString id = path.section(QLatin1Char('.'), 1);
    const Field* field = form ? form->field(id) : nullptr;
    const bool asked =
        form && (id == QLatin1String("occurred") ? form->askOccurred : field && field->type == FieldType::When);
    if (!asked)
        m_findings.note(where, QStringLiteral("no moment \"%1\"").arg(path));
}

void GuideLoader::checkForm(const Form& form) {
    std::vector<Field> above;
    checkSameAs(form.occurredSameAs, QStringLiteral("forms/%1.%2.json").arg(form.id).arg(form.version));
    for (const Field& field : form.fields) {
        const QString where = QStringLiteral("forms/%1.%2.json field %3").arg(form.id).arg(form.version).arg(field.id);
        checkCondition(field.shownWhen, where, &above);
        checkSameAs(field.sameAs, where);
        above.push_back(field);
    }
    for (const Advice& advice : form.advice)
        checkCondition(
            advice.when,
            QStringLiteral("forms/%1.%2.json advice below %3").arg(form.id).arg(form.version).arg(advice.below),
            &form.fields);
}

void GuideLoader::checkPathway(const Pathway& pathway) {
    const QString where = QStringLiteral("guide/%1.json").arg(pathway.id);
    QStringList steps;
    checkCondition(pathway.chosenWhen, where, nullptr);
    checkUnique(idsOf(pathway.stages), where);
    for (const Stage& stage : pathway.stages) {
        steps += idsOf(stage.steps);
        for (const Step& step : stage.steps)
            checkStep(step, where + QStringLiteral(" step ") + step.id);
    }
    checkUnique(steps, where);
}

void GuideLoader::checkStep(const Step& step, const QString& where) {
    checkForms(step.forms, where);
    checkDemands(step.demands, where);
    for (const Condition* condition : {&step.appliesWhen, &step.doneWhen, &step.waitingWhen, &step.urgentWhen})
        checkCondition(*condition, where, nullptr);
    std::vector<Field> asked; // by any of its forms
    for (const QString& id : step.forms)
        if (const Form* form = m_guide.form(id))
            asked.insert(asked.end(), form->fields.begin(), form->fields.end());
    checkCondition(step.entriesWhen, where, &asked);
}

void GuideLoader::checkTrigger(const Clock::Trigger& trigger, const QString& where) {
    const Form* form = m_guide.form(trigger.form);
    if (!form)
        return m_findings.note(where, QStringLiteral("no form \"%1\"").arg(trigger.form));
    checkCondition(trigger.when, where, &form->fields);
    const Field* subject = form->field(trigger.subjectField);
    if (!trigger.subjectField.isEmpty() && (!subject || subject->type != FieldType::Entry))
        m_findings.note(where, QStringLiteral("no entry field \"%1\" in %2").arg(trigger.subjectField, form->id));
    checkSubject(trigger, where, subject);
}

// What is asked of the entry that a trigger names: a form of the role that its field is about asks for it.
void GuideLoader::checkSubject(const Clock::Trigger& trigger, const QString& where, const Field* subject) {
    if (trigger.subjectWhen.isAlways())
        return;
    for (const Form& form : m_guide.m_forms) {
        if (subject && form.role == subject->entryForm)
            return checkCondition(trigger.subjectWhen, where, &form.fields);
    }
    m_findings.note(where, QStringLiteral("\"subjectWhen\" asks about no entry"));
}

void GuideLoader::checkClock(const Clock& clock) {
    const QString where = QStringLiteral("clocks/clocks.json clock ") + clock.id;
    if (clock.starts.empty() || clock.stops.empty())
        m_findings.note(where, QStringLiteral("a clock has what starts it and what stops it"));
    for (const Clock::Trigger& trigger : clock.starts)
        checkTrigger(trigger, where);
    for (const Clock::Trigger& trigger : clock.stops)
        checkTrigger(trigger, where);
    if ((clock.unit == Clock::Unit::Field) == clock.dueField.isEmpty())
        m_findings.note(where, QStringLiteral("the unit \"field\", and no other, has a dueField"));
    for (const Clock::Trigger& trigger : clock.starts) {
        const Form* form = m_guide.form(trigger.form);
        const Field* due = form ? form->field(clock.dueField) : nullptr;
        if (!clock.dueField.isEmpty() && (!due || due->type != FieldType::When))
            m_findings.note(where, QStringLiteral("no date field \"%1\" in %2").arg(clock.dueField, trigger.form));
    }
}

// A field may be missing in one of a rail's forms, not in all of them. The child's own words are read in none.
void GuideLoader::checkRailField(const GuardRail& rail, const Use& use) {
    const QString where = QStringLiteral("guide/guard-rails.json guard-rail ") + rail.id;
    std::vector<Field> named;
    for (const QString& id : rail.forms) {
        const Form* form = m_guide.form(id);
        const Field* field = form ? fieldAt(form->fields, use.name) : nullptr;
        if (field && holdsVerbatim(*field))
            return m_findings.note(where, QStringLiteral("reads the child's own words, field \"%1\"").arg(use.name));
        if (field)
            named.push_back(*form->field(use.name.section(QLatin1Char('.'), 0, 0)));
    }
    checkField(use, where, named);
}

void GuideLoader::checkRail(const GuardRail& rail) {
    const QString where = QStringLiteral("guide/guard-rails.json guard-rail ") + rail.id;
    if (rail.forms.isEmpty())
        m_findings.note(where, QStringLiteral("stands over no form"));
    checkForms(rail.forms, where);
    if (!rail.demand.isEmpty())
        checkDemands({rail.demand}, where);
    for (const Use& use : rail.when.uses()) {
        if (use.kind == Condition::Kind::Fact)
            checkFact(use, where);
        else if (use.kind == Condition::Kind::Recorded)
            checkForms({use.name}, where);
        else
            checkRailField(rail, use);
    }
}

void GuideLoader::checkDemand(const Demand& demand) {
    if (demand.where == QLatin1String("not yet"))
        return;
    const QString kind = demand.where.section(QLatin1Char(':'), 0, 0);
    const QString id = demand.where.section(QLatin1Char(':'), 1);
    const bool isStep = std::any_of(m_guide.m_pathways.begin(), m_guide.m_pathways.end(),
                                    [&](const Pathway& pathway) { return pathway.step(id); });
    const bool resolves =
        (kind == QLatin1String("step") && isStep) || (kind == QLatin1String("form") && m_guide.form(id)) ||
        (kind == QLatin1String("guard-rail") && idsOf(m_guide.m_rails).contains(id)) ||
        (kind == QLatin1String("clock") && idsOf(m_guide.m_clocks).contains(id)) ||
        (kind == QLatin1String("screen") && screens().contains(id)) ||
        (kind == QLatin1String("report") && (id == QLatin1String("referral") || id == QLatin1String("chronology")));
    if (!resolves)
        m_findings.note(QStringLiteral("guide/demands.json ") + demand.id,
                        QStringLiteral("no \"%1\"").arg(demand.where));
}

void GuideLoader::checkFirstQuestions() {
    const QString where = QStringLiteral("guide/first-questions.json");
    checkForms(m_guide.m_firstQuestions, where);
    checkUnique(m_guide.m_firstQuestions, where);
    if (m_guide.m_firstQuestions.isEmpty())
        m_findings.note(where, QStringLiteral("\"forms\" is empty"));
}

} // namespace core::guide
