#pragma once
#include "core/guide/condition.h"
#include <QDate>
#include <QJsonArray>
#include <QVarLengthArray>

namespace core::guide {

// Everything that is wrong in resources/, with the file and id it stands in; and the terms that texts ask for.
class Findings {
public:
    void note(const QString& where, const QString& what);
    bool isEmpty() const { return m_lines.isEmpty(); }
    Error error() const; // ResourceBroken, a line each
    // Checks the places for a name in a text: {child} and {term:…} only.
    void noteText(const QString& where, const QString& text);
    const QList<QPair<QString, QString>>& termsAsked() const { return m_terms; } // term, where

private:
    QStringList m_lines;
    QList<QPair<QString, QString>> m_terms;
};

// Reads one JSON object by key. What is missing, of the wrong type or never asked for is noted, not thrown.
class Reader {
public:
    Reader(const QJsonValue& value, const QString& where, Findings& findings);

    bool has(const char* key) const { return m_json.contains(QLatin1String(key)); }
    bool isEmpty() const { return m_json.isEmpty(); }
    void narrow(const QString& id) { m_where += QLatin1Char(' ') + id; } // from here on findings name it
    void note(const QString& what) { m_findings->note(m_where, what); }

    QString text(const char* key); // empty if absent
    QString need(const char* key); // noted if absent or empty
    QString id(const char* key);   // needed; letters, digits, dashes and underscores
    QString oneOf(const char* key, const QStringList& allowed, const QString& otherwise = {});
    QStringList texts(const char* key);
    bool flag(const char* key, bool otherwise = false);
    int number(const char* key, int otherwise, int least, int most);
    QDate date(const char* key); // needed, YYYY-MM-DD
    Condition condition(const char* key);
    Reader object(const char* key);
    std::vector<Reader> objects(const char* key);
    QJsonObject raw(const char* key);
    std::vector<std::pair<QString, QStringList>> lists(); // every key, each a list of texts
    void done();                                          // notes keys that were never asked for

private:
    QJsonValue take(const char* key);
    QStringList textsOf(const QJsonValue& value, const QString& key);
    QJsonObject m_json;
    QString m_where;
    Findings* m_findings;
    QVarLengthArray<const char*, 24> m_asked; // the literals that were handed in
};

} // namespace core::guide
