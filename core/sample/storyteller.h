#pragma once
#include "core/record/casefile.h"
#include "core/sample/storybook.h"
#include <QRandomGenerator>

namespace core::sample {

struct Told {
    record::Recording recording;
    QDateTime recorded; // local
};

// Writes one case: a story as far as it has come by now, small things noticed before it, and what goes on after it;
// exactly as many entries as are wanted, in the order in which they were recorded. Pure: the same seed and index, the
// same case.
class Storyteller {
public:
    Storyteller(const Storybook& book, const guide::Guide& guide, quint32 seed, int index, const QDateTime& now);
    std::vector<Told> tell(int entries);

private:
    QString pick(const QJsonArray& from);
    void castPeople();
    void chooseStart();
    QDateTime dayOf(int workingDay, QTime time) const;
    QJsonValue written(const QJsonValue& value, const QDateTime& at);
    QString filledIn(QString text) const;
    EntryId idOf(const QString& key);
    EntryId newId();
    std::optional<Told> tellEntry(const QJsonObject& entry, const QDateTime& at, int lateMinutes);
    std::vector<Told> tellStory();
    void addAround(std::vector<Told>& told, int missing);

    const Storybook& m_book;
    const guide::Guide& m_guide;
    QRandomGenerator m_random;
    int m_index;
    QDateTime m_now;
    QDate m_start;
    QJsonObject m_story;
    QHash<QString, QString> m_words;  // what {child}, {tutor} … stand for
    QHash<QString, EntryId> m_keys;   // entries that others name
    QHash<QString, QString> m_people; // key of a person's entry → name
};

} // namespace core::sample
