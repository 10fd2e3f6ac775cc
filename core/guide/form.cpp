#include "core/guide/form.h"
#include "core/guide/formreader.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace core::guide {

namespace {

bool isEmptyAnswer(const QJsonValue& value) {
    if (value.isString())
        return value.toString().trimmed().isEmpty();
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return std::all_of(list.begin(), list.end(), [](const QJsonValue& one) { return isEmptyAnswer(one); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue& one) { return isEmptyAnswer(one); });
    }
    return value.isNull() || value.isUndefined();
}

QJsonValue withoutEmptyParts(const QJsonValue& value) { // texts that are filled stay as they were typed
    if (value.isArray()) {
        QJsonArray filled;
        for (const QJsonValue& one : value.toArray()) {
            if (!isEmptyAnswer(one))
                filled.append(withoutEmptyParts(one));
        }
        return filled;
    }
    if (!value.isObject())
        return value;
    QJsonObject filled = value.toObject();
    for (const QString& key : filled.keys()) {
        if (isEmptyAnswer(filled.value(key)))
            filled.remove(key);
    }
    return filled;
}

struct Shown {
    QStringList ids;
    QJsonObject answers; // of those fields
};

// In the form's order, so that an answer that is hidden cannot show another field.
Shown shownOf(const Form& form, const ConditionContext& context) {
    Shown shown;
    ConditionContext above = context;
    above.fields = {};
    for (const Field& field : form.fields) {
        if (!field.shownWhen.holds(above))
            continue;
        shown.ids += field.id;
        const QJsonValue answer = context.fields.value(field.id);
        if (!isEmptyAnswer(answer))
            above.fields.insert(field.id, withoutEmptyParts(answer));
    }
    shown.answers = above.fields;
    return shown;
}

} // namespace

const Field* Form::field(QStringView id) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

Field occurredField(const Form& form) {
    Field field;
    field.id = QStringLiteral("occurred");
    field.type = FieldType::When;
    field.label =
        form.occurredLabel.isEmpty() ? QCoreApplication::translate("Form", "When was this?") : form.occurredLabel;
    field.future = form.occurredFuture;
    field.sameAs = form.occurredSameAs;
    return field;
}

QStringList shownFields(const Form& form, const ConditionContext& context) {
    return shownOf(form, context).ids;
}

QStringList hiddenAnswers(const Form& form, const ConditionContext& context) {
    const QStringList shown = shownFields(form, context);
    QStringList hidden;
    for (const Field& field : form.fields) {
        if (!shown.contains(field.id) && !isEmptyAnswer(context.fields.value(field.id)))
            hidden += field.id;
    }
    return hidden;
}

// Keys that are no field of the form stay: they are for problems() to name, or begin with "_".
QJsonObject withoutHidden(const Form& form, const ConditionContext& context) {
    QJsonObject kept = shownOf(form, context).answers;
    for (auto it = context.fields.begin(); it != context.fields.end(); ++it) {
        if (!form.field(it.key()))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

} // namespace core::guide
