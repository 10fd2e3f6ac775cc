#include "core/record/answers.h"
#include "core/record/values.h"
#include <QJsonArray>

namespace core::record::folding {

bool isGiven(const QJsonValue& value) {
    return !value.toString().isEmpty() || !value.toObject().isEmpty() || !value.toArray().isEmpty();
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
