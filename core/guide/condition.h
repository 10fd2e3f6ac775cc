#pragma once
#include "core/base/result.h"
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <functional>
#include <vector>

namespace core::guide {

// What is known of a case, by name: "threat" → {"yes"}. A fact with several values at once holds several. Absent: not
// known.
using Facts = QHash<QString, QStringList>;

// What a condition is judged by. `personParts` answers what a person field's person is to the case
// ("family", "household", "alleged", "professional", "staff", "child", "self").
struct ConditionContext {
    const Facts& facts;
    QJsonObject fields = {}; // of the entry being written
    std::function<QStringList(const QJsonValue& person)> personParts = {};
    std::function<bool(const QString& formId)> recorded = {};            // has such an entry been recorded
    std::function<const QStringList*(const QString& list)> phrases = {}; // resources/language/phrases.json
};

// {"all":[…]} · {"any":[…]} · {"not":{…}} · {"fact":"threat","is":"yes"} (also "isNot", "in":[…], "known":true,
// "below":13)
// {"field":"outcome","is":"told"} (also "isNot", "in", "known", "personIs":["family"], "phrases":"deletion-promise")
// {"field":"exchanges.asked", …}: one column of rows · {"recorded":"referral"} · {} is always true.
// What is not known is nothing: "is", "in", "below" do not hold for it, "isNot" does. An answer "not-known" is not
// "known". "phrases" holds when a phrase of the list begins at the beginning of a word: "delete" is found in "it will
// be deleted".
class Condition {
public:
    Condition() = default;                                                        // always true
    static Result<Condition> parse(const QJsonValue& json, const QString& where); // ResourceBroken, detail: where
    bool holds(const ConditionContext& context) const;
    bool isAlways() const { return m_kind == Kind::Always; }
    QStringList factNames() const; // for the test that every id resolves
    QStringList fieldNames() const;
    QStringList formNames() const;
    QStringList phraseLists() const;

    enum class Kind { Always, All, Any, Not, Fact, Field, Recorded };
    enum class Test { Is, IsNot, In, Known, Below, PersonIs, Phrases };
    // Every fact, field or form that is asked about, with what it is compared to: for the check that all of it exists.
    struct Use {
        Kind kind = Kind::Fact;
        Test test = Test::Is;
        QString name;
        QStringList values;
    };
    std::vector<Use> uses() const;

private:
    friend class ConditionParser;
    bool holdsFor(const QStringList& answers) const;
    bool holdsForField(const ConditionContext& context) const;
    Kind m_kind = Kind::Always;
    Test m_test = Test::Is;
    QString m_name;
    QStringList m_values;
    int m_number = 0;
    bool m_wanted = true;
    std::vector<Condition> m_parts;
};

} // namespace core::guide
