#pragma once
#include <QDateTime>
#include <QString>
#include <optional>

namespace core {

// When something happened, as far as it is known. Text form (what a ledger keeps and signs):
// `YYYY[-MM[-DD[THH:MM±HH:MM]]]`, a leading `~` for about, `a/b` for between, empty for not known.
class Occurred {
public:
    enum class Precision { Unknown, Year, Month, Day, Minute };

    Occurred() = default;                                   // not known
    static std::optional<Occurred> parse(QStringView text); // the text form only; nullopt if it is not exactly that
    static Occurred at(const QDateTime& minute);            // local offset kept
    static Occurred on(QDate day);
    static Occurred about(const Occurred& when);
    static Occurred between(const Occurred& from, const Occurred& to);

    bool isKnown() const { return m_precision != Precision::Unknown; }
    bool isAbout() const { return m_about; }
    bool isBetween() const { return m_to.has_value(); }
    Precision precision() const { return m_precision; } // of the start
    QDateTime start() const;                            // UTC; the earliest moment it can mean; invalid if not known
    QDateTime end() const;                              // UTC; the latest moment it can mean
    QDate date() const;                                 // local date of the start; null if not known
    std::optional<QTime> time() const;                  // local time of the start, if minutes are known
    QString text() const;                               // the text form

    friend bool operator==(const Occurred& a, const Occurred& b) { return a.text() == b.text(); }

private:
    struct Point {
        Precision precision = Precision::Unknown;
        QDate date;
        QTime time;
        int offsetSeconds = 0;
    };
    static std::optional<Point> parsePoint(QStringView text);
    static QString pointText(const Point& p);
    Precision m_precision = Precision::Unknown;
    bool m_about = false;
    Point m_from;
    std::optional<Point> m_to;
};

// "Thursday 27 March 2025, 10:30" · "about 10:30 on Thu 27 March 2025" · "March 2025" · "not known": for people,
// English.
QString occurredForPeople(const Occurred& when);
QString occurredShort(const Occurred& when); // "Thu 27 Mar 10:30"; the year only when it is not `thisYear`'s

} // namespace core
