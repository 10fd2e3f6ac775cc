#pragma once
#include "core/record/search.h"

// How text is made comparable for search: pure functions over text, without the index.
namespace core::record {

// Everything in an entry's fields that a person would look for: what was written, names, and the labels of options.
// Answers that stand veiled on the screen are found by who knows them, and never shown beside another hit.
enum class Veiled { Found, LeftOut };
QString searchableText(const guide::Form* form, const QJsonObject& fields, Veiled veiled = Veiled::Found);

// Folded words in UTF-8, each with one space before it.
QByteArray wordsForSearch(QStringView text);
std::vector<QByteArray> beginningsOf(QStringView typed); // each with its space
bool containsAll(const QByteArray& words, const std::vector<QByteArray>& beginnings);

// Excerpt, from and length of a hit; the first match lies inside.
Hit excerptOf(const QString& text, const std::vector<QByteArray>& beginnings);

} // namespace core::record
