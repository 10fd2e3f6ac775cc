#pragma once
#include "core/base/occurred.h"
#include "core/record/casestate.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

// Reading an entry's fields, by the shapes that core/guide/form.h gives.
namespace core::record {

// Every word of the fold's own that a person reads, so that Welsh is a translation.
inline QString phrase(const char* english) {
    return QCoreApplication::translate("Record", english);
}

QString textOf(const QJsonObject& fields, QLatin1String field);
Occurred whenOf(const QJsonObject& fields, QLatin1String field);

QStringList answersOf(const QJsonValue& value); // of a choice or choices field, as a fact holds them

NamedPerson personOf(const QJsonValue& person);
QString namesOf(const QJsonValue& people); // of a person or people field, with commas

// Two ways of writing a name are one name: case, accents and spacing do not count.
QString nameKey(const QString& name);

} // namespace core::record
