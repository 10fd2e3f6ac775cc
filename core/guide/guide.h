#pragma once
#include "core/guide/clock.h"
#include "core/guide/form.h"
#include <QDate>

namespace core::guide {

struct Source {
    QString document, section;
    QDate checked;
};

struct Step {
    QString id, title; // may hold {child}
    QStringList why;   // short paragraphs
    QStringList say, doNotSay;
    QStringList forms;     // form ids it offers, the first is the main one
    Condition appliesWhen; // else the step is not shown
    Condition doneWhen;    // default: any of its forms is recorded
    Condition waitingWhen; // done by us, waiting for somebody else
    Condition urgentWhen;  // shown with Now
    Condition entriesWhen; // on the fields of an entry of its forms: whether it belongs to this step
    bool hasDoneWhen = false, hasWaiting = false, hasUrgent = false;
    Source source;
    QStringList demands; // rows of resources/guide/demands.json it answers
};

struct Stage {
    QString id, title;
    std::vector<Step> steps;
};

struct Pathway {
    QString id;
    int version = 1;
    QString title;
    Condition chosenWhen; // over the facts that the first questions set
    std::vector<Stage> stages;
    const Step* step(QStringView id) const;
};

enum class StepStatus { ToDo, Waiting, Done, NotNeeded };

// A rule over an entry before it is recorded. Never on the child's own words: the loader refuses one that names such a
// field.
struct GuardRail {
    QString id;
    QStringList forms;
    Condition when;
    QString text;             // what to think of
    bool reasonAsked = false; // going on asks for a reason, which is recorded
    bool stop = false;        // no going on
    QString demand;
};

// What follows from several answers and is asked for in more than one place: a fact that is "yes" while the condition
// holds, else "no". resources/guide/conclusions.json
struct Conclusion {
    QString fact;
    Condition when;
};

// A service a child, a parent or a professional can turn to.
struct Service {
    QString id, name, forWhom, phone, hours, how, source;
    QStringList nations;
    QDate checked;
    // {"mon":[["09:00","21:00"]], …, "bankHoliday":[…]}; empty: no hours known; "always": day and night.
    // On a bank holiday only "bankHoliday" counts: without it the hours of that day are not known.
    QJsonObject open;
    bool always = false;
    std::optional<QDateTime> openUntil(const QDateTime& local) const; // nullopt: closed or not known
};

// Words that differ by nation: "children's social care" / "social services". resources/language/terms.json
using Terms = QHash<QString, QString>;

// A row of what the source documents ask for, and where the program answers it. resources/guide/demands.json
struct Demand {
    QString id;                         // "S2-22"
    bool must = false, pathway = false; // a must; of the pathway "images of this child have come to light"
    QString where; // "step:…", "form:…", "guard-rail:…", "clock:…", "screen:…", "report:…" or "not yet"
    QString how;
};

// All of resources/, read once and checked: an id that does not resolve is ResourceBroken with its name.
class Guide {
public:
    static Result<Guide>
    load(const QString& root = QStringLiteral(":/firsthand")); // the compiled-in resources, or a folder

    const std::vector<Pathway>& pathways() const { return m_pathways; }
    const Pathway* pathway(QStringView id) const;
    const Pathway* choose(const Facts& facts) const;           // the first whose condition holds
    const std::vector<Form>& forms() const { return m_forms; } // every version
    const Form* form(QStringView id) const;                    // the newest version
    const Form* form(QStringView id, int version) const;
    const Form* formOfKind(QStringView kind) const; // "words/3"
    const std::vector<Clock>& clocks() const { return m_clocks; }
    const std::vector<GuardRail>& guardRails() const { return m_rails; }
    const std::vector<Conclusion>& conclusions() const { return m_conclusions; }
    const std::vector<Service>& services() const { return m_services; }
    const QStringList* phrases(const QString& list) const;
    Terms terms(const QString& nation) const;
    // A text as people of that nation read it: {term:…} first, then {child}.
    QString worded(const QString& text, const QString& nation, const QString& child) const;
    const std::vector<Demand>& demands() const { return m_demands; }
    const QStringList& factNames() const { return m_factNames; } // set by a form or computed by the record
    // First questions of New concern: form ids, in order, one page each.
    const QStringList& firstQuestions() const { return m_firstQuestions; }

private:
    std::vector<Pathway> m_pathways;
    std::vector<Form> m_forms;
    std::vector<Clock> m_clocks;
    std::vector<GuardRail> m_rails;
    std::vector<Conclusion> m_conclusions;
    std::vector<Service> m_services;
    std::vector<Demand> m_demands;
    QHash<QString, QStringList> m_phrases;
    QHash<QString, Terms> m_terms;
    QStringList m_factNames, m_firstQuestions;
    friend class GuideLoader;
};

std::vector<const GuardRail*> railsFor(const Guide& guide, const Form& form, const ConditionContext& context);

} // namespace core::guide
