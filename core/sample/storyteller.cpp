#include "core/sample/storyteller.h"
#include "core/base/workingdays.h"
#include <algorithm>

namespace core::sample {

namespace {

// How many days ago a case came to light, in turn, so that a vault shows cases at every stage.
constexpr int startsAgo[] = {2, 14, 0, 6, 40, 1, 9, 25, 4, 90, 3, 18};
constexpr int fewestTold = 9; // the first questions, so that every case has its child and its pathway

QDate workingDay(QDate day) {
    while (!isWorkingDay(day))
        day = day.addDays(-1);
    return day;
}

QDate addWorkingDays(QDate day, int count) {
    while (count > 0) {
        day = day.addDays(1);
        count -= isWorkingDay(day);
    }
    return day;
}

struct At {
    int day = 0;
    QTime time;
    int late = 0;
};

// "1 10:10 +75": working days after the start, time, and minutes until it was written up.
At readAt(const QString& text) {
    const QStringList parts = text.split(QLatin1Char(' '));
    return {parts.value(0).toInt(), QTime::fromString(parts.value(1), QStringLiteral("HH:mm")),
            parts.value(2).mid(1).toInt()};
}

} // namespace

Storyteller::Storyteller(const Storybook& book, const guide::Guide& guide, quint32 seed, int index,
                         const QDateTime& now)
    : m_book(book)
    , m_guide(guide)
    , m_random(seed * 7919u + quint32(index))
    , m_index(index)
    , m_now(now)
    , m_story(book.stories[(std::size_t(index) + seed) % book.stories.size()]) {
    castPeople();
    chooseStart();
}

QString Storyteller::pick(const QJsonArray& from) {
    return from.isEmpty() ? QString() : from.at(m_random.bounded(int(from.size()))).toString();
}

void Storyteller::castPeople() {
    const QJsonObject children = m_book.cast.value(QLatin1String("children")).toObject();
    const QJsonArray candidates = children.value(m_story.value(QLatin1String("children")).toString()).toArray();
    const QJsonObject child = candidates.at(m_random.bounded(int(candidates.size()))).toObject();
    for (auto word = child.begin(); word != child.end(); ++word)
        m_words.insert(word.key(), word.value().toString());
    m_words.insert(QStringLiteral("child"), m_words.value(QStringLiteral("first")));

    const QJsonObject others = m_book.cast.value(QLatin1String("others")).toObject();
    for (auto role = others.begin(); role != others.end(); ++role)
        m_words.insert(role.key(), pick(role.value().toArray()));
    m_words.insert(QStringLiteral("street"), pick(m_book.cast.value(QLatin1String("streets")).toArray()));
    for (const QString& key : {QStringLiteral("authority"), QStringLiteral("postcode"), QStringLiteral("town")})
        m_words.insert(key, m_story.value(key).toString());
    m_words.insert(QStringLiteral("seed3"), QString::number(m_random.bounded(100, 999)));

    const QJsonArray ages = m_story.value(QLatin1String("born")).toArray();
    const int age = m_random.bounded(ages.at(0).toInt(), ages.at(1).toInt() + 1);
    const QDate born = m_now.date().addYears(-age).addDays(-m_random.bounded(1, 330));
    m_words.insert(QStringLiteral("born"), born.toString(Qt::ISODate));
    m_words.insert(QStringLiteral("year"), QString::number(std::clamp(age - 4, 3, 13)));
}

void Storyteller::chooseStart() {
    int ago = startsAgo[std::size_t(m_index) % std::size(startsAgo)];
    const QJsonArray entries = m_story.value(QLatin1String("entries")).toArray();
    const auto told = [&] {
        return std::count_if(entries.begin(), entries.end(), [&](const QJsonValue& entry) {
            const At at = readAt(entry.toObject().value(QLatin1String("at")).toString());
            return dayOf(at.day, at.time).addSecs(at.late * 60) < m_now;
        });
    };
    do
        m_start = workingDay(m_now.date().addDays(-ago++));
    while (told() < fewestTold);
}

QDateTime Storyteller::dayOf(int day, QTime time) const {
    return QDateTime(addWorkingDays(m_start, day), time);
}

EntryId Storyteller::newId() {
    const QUuid uuid(m_random.generate(), ushort(m_random.generate()), ushort((m_random.generate() & 0x0fff) | 0x4000),
                     uchar((m_random.generate() & 0x3f) | 0x80), uchar(m_random.generate()), uchar(m_random.generate()),
                     uchar(m_random.generate()), uchar(m_random.generate()), uchar(m_random.generate()),
                     uchar(m_random.generate()), uchar(m_random.generate()));
    return EntryId::parse(uuid.toString(QUuid::WithoutBraces)).value_or(EntryId::random());
}

EntryId Storyteller::idOf(const QString& key) {
    if (key.isEmpty())
        return newId();
    if (!m_keys.contains(key))
        m_keys.insert(key, newId());
    return m_keys.value(key);
}

QString Storyteller::filledIn(QString text) const {
    for (auto word = m_words.constBegin(); word != m_words.constEnd(); ++word)
        text.replace(QLatin1Char('{') + word.key() + QLatin1Char('}'), word.value());
    return text;
}

// {"oneOf": […]} chooses · {"day": n, "time": …} and {"after": n} are days · "@key" is a person of ours · "#key" an
// entry.
QJsonValue Storyteller::written(const QJsonValue& value, const QDateTime& at) {
    if (value.isString()) {
        const QString text = value.toString();
        if (text.startsWith(QLatin1Char('@')))
            return QJsonObject{{QStringLiteral("name"), m_people.value(text.mid(1))},
                               {QStringLiteral("ref"), idOf(text.mid(1)).toString()}};
        return text.startsWith(QLatin1Char('#')) ? idOf(text.mid(1)).toString() : filledIn(text);
    }
    if (value.isArray()) {
        QJsonArray written;
        for (const QJsonValue& one : value.toArray())
            written.append(this->written(one, at));
        return written;
    }
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("oneOf"))) {
        const QJsonArray choices = object.value(QLatin1String("oneOf")).toArray();
        return written(choices.at(m_random.bounded(int(choices.size()))), at);
    }
    if (object.contains(QLatin1String("after")))
        return Occurred::on(addWorkingDays(at.date(), object.value(QLatin1String("after")).toInt())).text();
    if (object.contains(QLatin1String("day"))) {
        const int day = object.value(QLatin1String("day")).toInt();
        const QTime time = QTime::fromString(object.value(QLatin1String("time")).toString(), QStringLiteral("HH:mm"));
        return (time.isValid() ? Occurred::at(dayOf(day, time)) : Occurred::on(addWorkingDays(m_start, day))).text();
    }
    QJsonObject written;
    for (auto member = object.begin(); member != object.end(); ++member)
        written.insert(member.key(), this->written(member.value(), at));
    return written;
}

std::optional<Told> Storyteller::tellEntry(const QJsonObject& entry, const QDateTime& at, int lateMinutes) {
    const guide::Form* form = m_guide.form(entry.value(QLatin1String("form")).toString());
    if (!form)
        return std::nullopt;
    Told told;
    told.recorded = at.addSecs(lateMinutes * 60 + m_random.bounded(50));
    const QString key = entry.value(QLatin1String("key")).toString();
    told.recording.id = idOf(key);
    told.recording.kind = form->kind();
    told.recording.fields = written(entry.value(QLatin1String("fields")), at).toObject();
    const QJsonObject reasons = written(entry.value(QLatin1String("rails")), at).toObject(); // why they went on
    for (auto rail = reasons.begin(); rail != reasons.end(); ++rail)
        told.recording.rails.push_back({rail.key(), rail.value().toString()});
    if (form->askOccurred)
        told.recording.occurred = Occurred::at(at);
    if (form->role == QLatin1String("person"))
        m_people.insert(key, told.recording.fields.value(QLatin1String("name")).toString());
    return told;
}

std::vector<Told> Storyteller::tellStory() {
    std::vector<Told> story;
    for (const QJsonValue& value : m_story.value(QLatin1String("entries")).toArray()) {
        const QJsonObject entry = value.toObject();
        const At at = readAt(entry.value(QLatin1String("at")).toString());
        // What has not happened yet is written all the same and left out: the case is the same, whenever it is told.
        if (auto told = tellEntry(entry, dayOf(at.day, at.time), at.late); told && told->recorded < m_now)
            story.push_back(std::move(*told));
    }
    return story;
}

// What is missing is filled up: half a dozen a day between the end of the story and now, the rest in the weeks before
// it.
void Storyteller::addAround(std::vector<Told>& told, int missing) {
    constexpr int aDay = 4;
    const QTime morning(8, 40);
    const auto anyTime = [&] { return morning.addSecs(60 * m_random.bounded(450)); };
    const bool isTold = !told.empty() && int(told.size()) == m_story.value(QLatin1String("entries")).toArray().size();
    if (isTold) {
        const QDate last = told.back().recorded.date();
        const QDate today = m_now.date();
        std::vector<QDate> days;
        for (QDate day = addWorkingDays(last, 1); day < today; day = addWorkingDays(day, 1))
            days.push_back(day);
        const int room = std::min(missing, int(days.size()) * aDay);
        for (int i = 0; i < room; ++i) {
            const QDate day = days[std::size_t(qint64(i) * qint64(days.size()) / room)];
            const QJsonObject entry = m_book.filler.at(m_random.bounded(int(m_book.filler.size()))).toObject();
            if (auto more = tellEntry(entry, QDateTime(day, anyTime()), m_random.bounded(90)))
                told.push_back(std::move(*more));
        }
        missing -= room;
    }
    for (int i = 0; i < missing; ++i) {
        const QDate day = workingDay(m_start.addDays(-2 - i / 2 * 3));
        const QJsonObject entry = m_book.before.at(m_random.bounded(int(m_book.before.size()))).toObject();
        if (auto early = tellEntry(entry, QDateTime(day, anyTime()), m_random.bounded(200)))
            told.push_back(std::move(*early));
    }
}

std::vector<Told> Storyteller::tell(int entries) {
    std::vector<Told> told = tellStory();
    const auto byRecorded = [](const Told& a, const Told& b) { return a.recorded < b.recorded; };
    std::stable_sort(told.begin(), told.end(), byRecorded);
    if (int(told.size()) > entries)
        told.resize(std::size_t(entries));
    addAround(told, entries - int(told.size()));
    std::stable_sort(told.begin(), told.end(), byRecorded);
    return told;
}

} // namespace core::sample
