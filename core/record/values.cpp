#include "core/record/values.h"
#include "core/record/search.h"

namespace core::record {

QString textOf(const QJsonObject& fields, QLatin1String field) {
    return fields.value(field).toString();
}

Occurred whenOf(const QJsonObject& fields, QLatin1String field) {
    return Occurred::parse(textOf(fields, field)).value_or(Occurred());
}

QStringList answersOf(const QJsonValue& value) {
    if (value.isString())
        return {value.toString()};
    QStringList answers;
    for (const QJsonValue& one : value.toArray())
        answers << one.toString();
    return answers;
}

NamedPerson personOf(const QJsonValue& person) {
    const QJsonObject object = person.toObject();
    return {textOf(object, QLatin1String("name")), textOf(object, QLatin1String("ref"))};
}

QString namesOf(const QJsonValue& people) {
    if (!people.isArray())
        return personOf(people).name;
    QStringList names;
    for (const QJsonValue& person : people.toArray())
        names << personOf(person).name;
    return names.join(QStringLiteral(", "));
}

QString nameKey(const QString& name) {
    return foldedForSearch(name).simplified();
}

} // namespace core::record
