#pragma once
#include "core/guide/condition.h"
#include <QJsonObject>
#include <QString>
#include <QTime>

namespace core::guide {

// Values in an entry's fields, by type:
//   text, longText, verbatim, choice, yesNo ("yes" "no" "not-known"), authority (its id), entry (an entry's id) →
//   string when → the text form of core::Occurred · duration → string as typed, checked ("20 minutes") choices → array
//   of option ids · rows → array of objects of the sub-fields person → {"name":…, "ref":"<entry id of the person or
//   member id>"} (ref may be absent) · people → array of those
// A field that is empty is absent.
enum class FieldType {
    Text,
    LongText,
    Verbatim,
    Choice,
    Choices,
    YesNo,
    When,
    Duration,
    Person,
    People,
    Authority,
    Entry,
    Rows
};

struct Option {
    QString id, label, help;
    bool alone = false; // choices: cannot be answered together with another
    bool operator==(const Option&) const = default;
};

struct Field {
    QString id;
    FieldType type = FieldType::Text;
    QString label; // may hold {child}: the child's first name, or "the child"
    QString help;  // one short line under the label, may be empty
    bool required = false;
    bool future = false; // when: a future moment is allowed
    bool day = false;    // when: a day and never a time of day, as a date of birth
    bool birth = false;  // when, of a day: the age is said back
    int suggestDays = 0; // when: proposes the first working day from today + n on
    QString sameAs;      // when: a moment that was asked for before and may be the same one: "danger.occurred"
    bool ours = false;   // verbatim: words of whoever writes, not the child's; guard-rails may read them
    QString suggest;     // text: "our-school" proposes the office's own name where the office is a school
    Condition shownWhen; // on facts and on fields above it; a hidden answer is dropped, and said before recording
    QString sensitivity; // "", "special" (masked until asked for), "address" (web address: printed defanged)
    QString fact;        // name of the fact this answer is
    QStringList stays;   // answers of that fact which no later entry takes back; amending the entry does
    QString entryForm;   // type entry: the role of the entries offered
    std::vector<Option> options;
    std::vector<Field> rows; // sub-fields of type rows: text, longText, verbatim, choice, yesNo, person
    QString short_;          // label in timeline and print where the question would be too long; empty: the label
    QString shortLabel() const { return short_.isEmpty() ? label : short_; }
};

// What a person must hear as soon as they have given an answer: below a question, while its condition holds.
struct Advice {
    QString below;  // id of the question
    Condition when; // on facts and on fields
    QString title, text;
    QStringList ring;    // whose numbers stand there as well, those that answer now: "police", "social-care"
    bool urgent = false; // before anything else is written
};

// What an entry of this form is to the fold. Fixed names; a form without one is simply shown.
//   child person words wishes seen observation told need-to-know referral referral-progress not-referred
//   parents device restriction support plan paper decision contact review step-not-needed danger note
struct Form {
    QString id;
    int version = 1;
    QString kind() const { return id + QLatin1Char('/') + QString::number(version); }
    QString title;           // "What {child} said, in their own words"
    QString intro;           // a line or two, may be empty
    QString label;           // what the timeline calls such an entry: "Child's words"
    QString group;           // filter of the timeline: words told referral decisions support other
    QString role;            // see above
    bool addable = true;     // offered under Add entry
    bool askOccurred = true; // asks when it happened
    QString occurredLabel;   // "When was this?"
    bool occurredFuture = false;
    QString occurredSameAs; // as Field::sameAs
    QString occurredAfter;  // the field after which it is asked; empty: first
    bool newest = true;     // this is the newest version: the one offered
    std::vector<Field> fields;
    std::vector<Advice> advice;
    QStringList headline; // field ids whose values make the line in bold on the timeline
    QStringList detail;   // field ids shown after it; empty: all others that are filled
    const Field* field(QStringView id) const;
};

struct FieldProblem {
    enum class Kind { Required, WhenNotUnderstood, NotAnOption, TooLong, EncodedFile, WrongShape, UnknownField };
    QString field; // id; "exchanges.0.said" inside rows, counted from 0; "occurred"
    Kind kind = Kind::Required;
    QString sentence; // what is wrong and what to do, in plain words; names the question as it is asked, so {child}
                      // and {term:…} may stand in it
};

Field occurredField(const Form& form); // the question when it happened, its id "occurred"

// Which fields show for what is filled in so far; those that are hidden but filled (to be dropped, and said); what is
// left to record: without hidden and without empty answers, empty rows too. Texts stay exactly as typed.
QStringList shownFields(const Form& form, const ConditionContext& context);
QStringList hiddenAnswers(const Form& form, const ConditionContext& context);
QJsonObject withoutHidden(const Form& form, const ConditionContext& context);

// Everything that keeps `context.fields` from being recorded. Order: as on the form. Checks types, options, required,
// lengths (text 1,000 characters, long text and verbatim 1,000,000 bytes) and encoded files, in every text of every
// field; also the reasons under "_" keys. Hidden answers are not judged: what is recorded is withoutHidden().
std::vector<FieldProblem> problems(const Form& form, const ConditionContext& context);

// Values as people read them: plain text, newlines kept. `child` stands for {child}.
struct ValueNames {
    std::function<QString(const QString& authorityId)> authority = {};
    std::function<QString(const QString& entryId)> entry = {};
    std::function<QString(const QString& text)> worded =
        {}; // puts the nation's words in labels; else the term's own name
};
QString valueText(const Field& field, const QJsonValue& value, const ValueNames& names = {});
// Puts the child's name in the place of {child}; "the child" gets its capital where a sentence begins with it.
QString filled(const QString& text, const QString& child);
QString atSentence(const QString& text, qsizetype at, QString words); // `words` as they read at that place of `text`
QString defanged(const QString& text); // web addresses made unclickable: hxxps://example[.]org

struct Line {
    QString label, text;
    FieldType type = FieldType::Text;
    bool special = false; // masked on screen until asked for
    bool operator==(const Line&) const = default;
};
// All filled fields of an entry in the form's order, as asked (label) and answered (text): timeline, entry pane and
// print.
std::vector<Line> entryLines(const Form& form, const QJsonObject& fields, const QString& child,
                             const ValueNames& names = {});
// Every question that shows, answered or not (then the text is empty), and when it happened where that is asked.
std::vector<Line> askedLines(const Form& form, const ConditionContext& context, const QString& occurred,
                             const QString& child, const ValueNames& names = {});
QString headline(const Form& form, const QJsonObject& fields, const ValueNames& names = {}); // plain text, one line
QString detailLine(const Form& form, const QJsonObject& fields, const ValueNames& names = {});

} // namespace core::guide
