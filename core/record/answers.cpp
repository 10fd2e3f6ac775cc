#include "core/record/answers.h"
#include <QJsonArray>

namespace core::record::folding {

bool isGiven(const QJsonValue& value) {
    return !value.toString().isEmpty() || !value.toObject().isEmpty() || !value.toArray().isEmpty();
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
