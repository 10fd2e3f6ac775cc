#include "core/record/answers.h"
#include "core/record/values.h"
#include <QJsonArray>
#include <algorithm>

namespace core::record::folding {

bool isGiven(const QJsonValue& value) {
    return !value.toString().isEmpty() || !value.toObject().isEmpty() || !value.toArray().isEmpty();
}

bool stays(const guide::Field& field, const QStringList& answers) {
    return std::any_of(answers.begin(), answers.end(),
                       [&](const QString& answer) { return field.stays.contains(answer); });
}

bool gotThrough(const EntryView& contact) {
    const QString reached = textOf(contact.fields, QLatin1String("reached"));
    return reached != QLatin1String("no") && reached != QLatin1String("message");
}

QStringList yesOrNo(bool yes) {
    return {yes ? QStringLiteral("yes") : QStringLiteral("no")};
}

const guide::Field* asking(const EntryView& view, const char* fact) {
    if (!counts(view) || !view.form)
        return nullptr;
    for (const guide::Field& field : view.form->fields)
        if (field.fact == QLatin1String(fact) && view.fields.contains(field.id))
            return &field;
    return nullptr;
}

} // namespace core::record::folding
