#include "core/record/samename.h"
#include "core/record/search.h"
#include <QRegularExpression>
#include <algorithm>

namespace core::record {

namespace {

using WordSet = QSet<QString>;

const QRegularExpression& possessive() {
    static const QRegularExpression mark(QStringLiteral("['\\x{2019}]s\\b"));
    return mark;
}

WordSet split(QString folded) {
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    folded.remove(QLatin1Char('\'')).remove(QChar(0x2019)); // O'Neill is one word
    const QStringList words = folded.split(between, Qt::SkipEmptyParts);
    return WordSet(words.begin(), words.end());
}

// "Step-father", "step father", "mother-in-law": one word.
QString joined(QString folded) {
    static const QRegularExpression hyphen(QStringLiteral("(?<=\\p{L})[-\\x{2010}\\x{2011}](?=\\p{L})"));
    static const QRegularExpression apart(QStringLiteral("\\b(step|grand)\\s+(?=\\p{L})"));
    return folded.remove(hyphen).replace(apart, QStringLiteral("\\1"));
}

const WordSet& articles() {
    static const WordSet words{QStringLiteral("the"), QStringLiteral("a"),     QStringLiteral("an"),
                               QStringLiteral("of"),  QStringLiteral("to"),    QStringLiteral("her"),
                               QStringLiteral("his"), QStringLiteral("their"), QStringLiteral("my"),
                               QStringLiteral("our"), QStringLiteral("your")};
    return words;
}

const WordSet& household() {
    static const WordSet words{QStringLiteral("family"), QStringLiteral("household"), QStringLiteral("home")};
    return words;
}

WordSet nameFrom(const QString& folded) {
    static const WordSet titles{QStringLiteral("mr"),   QStringLiteral("mrs"),  QStringLiteral("ms"),
                                QStringLiteral("miss"), QStringLiteral("mx"),   QStringLiteral("dr"),
                                QStringLiteral("sir"),  QStringLiteral("dame"), QStringLiteral("lady"),
                                QStringLiteral("rev"),  QStringLiteral("prof")};
    QString whole = folded;
    const WordSet words = split(whole.remove(possessive())) - titles; // "Prydderch's household"
    const WordSet name = words - household() - WordSet{QStringLiteral("the"), QStringLiteral("of")};
    return name.isEmpty() ? words : name;
}

// A double name is written with a hyphen, a space, or as one word.
std::vector<WordSet> namesOf(const QString& written) {
    const QString folded = foldedForSearch(written);
    std::vector<WordSet> readings{nameFrom(folded)};
    if (const WordSet one = nameFrom(joined(folded)); one != readings.front())
        readings.push_back(one);
    return readings;
}

// Whose stepfather it is says nothing here.
WordSet relationOf(const QString& written) {
    static const QRegularExpression owner(QStringLiteral("[\\p{L}\\p{N}]+['\\x{2019}]s\\b"));
    QString folded = joined(foldedForSearch(written));
    return split(folded.remove(owner)) - articles();
}

bool standsFor(const QString& a, const QString& b) {
    return a == b || (a.size() == 1 && b.startsWith(a)) || (b.size() == 1 && a.startsWith(b));
}

// Each word of `part` for another of `whole`; initials alone are nobody's.
bool isPartOf(const WordSet& part, const WordSet& whole) {
    if (whole.contains(part))
        return !part.isEmpty();
    WordSet left = whole - part;
    bool full = false;
    for (const QString& word : part) {
        if (whole.contains(word)) {
            full = full || word.size() > 1;
            continue;
        }
        const auto other =
            std::find_if(left.begin(), left.end(), [&](const auto& one) { return standsFor(word, one); });
        if (other == left.end())
            return false;
        left.erase(other);
    }
    return full;
}

template <class Holds>
bool anyOf(const std::vector<WordSet>& typed, const std::vector<WordSet>& recorded, Holds holds) {
    return std::any_of(typed.begin(), typed.end(), [&](const WordSet& one) {
        return std::any_of(recorded.begin(), recorded.end(), [&](const WordSet& other) { return holds(one, other); });
    });
}

} // namespace

bool namesAlike(const QString& a, const QString& b) {
    return anyOf(namesOf(a), namesOf(b),
                 [](const WordSet& one, const WordSet& other) { return isPartOf(one, other) || isPartOf(other, one); });
}

// "Gethin Prydderch, stepfather" and "Agnieszka and Gethin": each of those named, and the whole.
NamedIn::NamedIn(const QString& typed) {
    static const QRegularExpression between(QStringLiteral("[,;/&+()\\n]|\\s(?:and|for|or|a|ac)\\s"),
                                            QRegularExpression::CaseInsensitiveOption);
    for (const QString& part : QStringList{typed} + typed.split(between, Qt::SkipEmptyParts)) {
        for (const WordSet& name : namesOf(part))
            m_names.push_back(name);
        m_relations.push_back(relationOf(part));
    }
}

bool NamedIn::hasName(const QString& recorded) const {
    return anyOf(m_names, namesOf(recorded), [](const WordSet& typed, const WordSet& name) {
        return isPartOf(typed, name) || (name.size() > 1 && isPartOf(name, typed));
    });
}

bool NamedIn::hasRelation(const QString& recorded) const {
    static const WordSet makesAnother{QStringLiteral("foster"),   QStringLiteral("adoptive"), QStringLiteral("head"),
                                      QStringLiteral("deputy"),   QStringLiteral("support"),  QStringLiteral("team"),
                                      QStringLiteral("worker"),   QStringLiteral("officer"),  QStringLiteral("service"),
                                      QStringLiteral("services"), QStringLiteral("unit"),     QStringLiteral("school")};
    const WordSet relation = relationOf(recorded);
    if ((relation - household()).isEmpty())
        return false;
    return std::any_of(m_relations.begin(), m_relations.end(), [&](const WordSet& typed) {
        return typed.contains(relation) && !(typed - relation).intersects(makesAnother);
    });
}

} // namespace core::record
