#include "ui/widgets/fieldcontrol.h"
#include "ui/style/theme.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/dropdown.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/rowsedit.h"
#include "ui/widgets/whenedit.h"
#include <QAbstractButton>
#include <QCoreApplication>

namespace ui {
namespace {

QJsonValue textOrNothing(const QString& text) {
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QString tr(const char* text) {
    return QCoreApplication::translate("ui::FieldControl", text);
}

FieldControl lineControl(const QString& label, FieldRow& row) {
    auto* line = new PlainLineEdit;
    line->setAccessibleName(label);
    QObject::connect(line, &QLineEdit::textChanged, &row, &FieldRow::changed);
    QObject::connect(line, &PlainLineEdit::pasteSaid, &row, &FieldRow::sayPasted);
    return {line, line, [line] { return textOrNothing(line->text()); },
            [line](const QJsonValue& value) {
                line->setText(value.toString());
                line->setCursorPosition(0); // what is longer than the field shows its beginning
            },
            [line](const QString& problem) { line->setAccessibleDescription(problem); }};
}

FieldControl textControl(const QString& label, bool verbatim, FieldRow& row) {
    auto* text = new PlainTextEdit;
    text->setAccessibleName(label);
    text->setVerbatim(verbatim);
    QObject::connect(text, &QPlainTextEdit::textChanged, &row, &FieldRow::changed);
    QObject::connect(text, &PlainTextEdit::pasteSaid, &row, &FieldRow::sayPasted);
    return {text, text, [text] { return textOrNothing(text->words()); },
            [text](const QJsonValue& value) { text->setWords(value.toString()); },
            [text](const QString& problem) { text->setAccessibleDescription(problem); }};
}

std::vector<ChoiceOption> optionsOf(const core::guide::Field& field, const FormNeeds& needs) {
    if (field.type == core::guide::FieldType::YesNo)
        return {{QStringLiteral("yes"), tr("Yes"), {}},
                {QStringLiteral("no"), tr("No"), {}},
                {QStringLiteral("not-known"), tr("Not known"), {}}};
    std::vector<ChoiceOption> options;
    for (const core::guide::Option& option : field.options)
        options.push_back({option.id, worded(needs, option.label), worded(needs, option.help), option.alone});
    return options;
}

FieldControl choiceControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label,
                           FieldRow& row) {
    const bool several = field.type == core::guide::FieldType::Choices;
    const bool across = field.type == core::guide::FieldType::YesNo;
    auto* group =
        new ChoiceGroup(several ? ChoiceGroup::Kind::Several : ChoiceGroup::Kind::One, optionsOf(field, needs), nullptr,
                        across ? ChoiceGroup::Direction::Across : ChoiceGroup::Direction::Down);
    group->setLabel(label);
    QObject::connect(group, &ChoiceGroup::changed, &row, &FieldRow::changed);
    const auto value = [group, several]() -> QJsonValue {
        if (!several)
            return textOrNothing(group->chosen());
        const QStringList ids = group->allChosen();
        return ids.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(ids));
    };
    const auto fill = [group, several](const QJsonValue& value) {
        group->chooseAll(several ? value.toVariant().toStringList() : QStringList{value.toString()});
    };
    QAbstractButton* first = group->first();
    const QString itsHelp = first ? first->accessibleDescription() : QString();
    const auto describe = [first, itsHelp](const QString& text) {
        if (first)
            first->setAccessibleDescription(QStringLiteral("%1 %2").arg(text, itsHelp).trimmed());
    };
    return {group, first, value, fill, describe};
}

FieldControl whenControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label, FieldRow& row) {
    auto* when = new WhenEdit(field.future ? core::Future::Allowed : core::Future::Refused);
    when->setLabel(label);
    when->setDay(field.day);
    when->setBirth(field.birth);
    if (!field.day && !field.future)
        when->offerNow();
    if (const auto given = needs.momentGiven ? needs.momentGiven(field.sameAs) : std::nullopt)
        when->offerSame(given->question, given->when);
    QObject::connect(when, &WhenEdit::changed, &row, &FieldRow::changed);
    return {when, when->field(), [when] { return textOrNothing(when->value()); },
            [when](const QJsonValue& value) { when->setValue(value.toString()); },
            [when](const QString& text) { when->describe(text); }};
}

FieldControl personControl(const FormNeeds& needs, const QString& label, FieldRow& row) {
    auto* person = new PersonEdit(needs.people);
    person->setLabel(label);
    QObject::connect(person, &PersonEdit::changed, &row, &FieldRow::changed);
    QObject::connect(person->field(), &PlainLineEdit::pasteSaid, &row, &FieldRow::sayPasted);
    const auto value = [person]() -> QJsonValue {
        const QJsonObject chosen = person->value();
        return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
    };
    return {person, person->field(), value, [person](const QJsonValue& v) { person->setValue(v.toObject()); },
            [person](const QString& problem) { person->field()->setAccessibleDescription(problem); }};
}

FieldControl peopleControl(const FormNeeds& needs, const QString& label, FieldRow& row) {
    auto* people = new PeopleEdit(needs.people);
    people->setLabel(label);
    QObject::connect(people, &PeopleEdit::changed, &row, &FieldRow::changed);
    const auto value = [people]() -> QJsonValue {
        const QJsonArray all = people->value();
        return all.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(all);
    };
    return {people, people->field(), value, [people](const QJsonValue& v) { people->setValue(v.toArray()); },
            [people](const QString& problem) { people->field()->setAccessibleDescription(problem); }};
}

FieldControl listControl(const std::vector<QPair<QString, QString>>& items, const QString& label, FieldRow& row) {
    auto* box = new DropDown;
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setMaximumWidth(px(480));
    box->addItem(tr("Not chosen"), QString());
    for (const auto& [id, name] : items)
        box->addItem(name, id);
    QObject::connect(box, &QComboBox::currentIndexChanged, &row, &FieldRow::changed);
    QObject::connect(box, &QComboBox::activated, &row, &FieldRow::chosen); // also the one that stood there
    return {box, box, [box] { return textOrNothing(box->currentData().toString()); },
            [box](const QJsonValue& value) { box->setCurrentIndex(std::max(0, box->findData(value.toString()))); },
            [box](const QString& problem) { box->setAccessibleDescription(problem); }};
}

FieldControl entryControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label,
                          FieldRow& row) {
    const auto entries = needs.entries ? needs.entries(field.entryForm) : std::vector<QPair<QString, QString>>{};
    return listControl(entries, label, row);
}

FieldControl rowsControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label, FieldRow& row) {
    auto* rows = new RowsEdit(field, needs);
    rows->setAccessibleName(label);
    QObject::connect(rows, &RowsEdit::changed, &row, &FieldRow::changed);
    const auto value = [rows]() -> QJsonValue {
        const QJsonArray all = rows->value();
        return all.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(all);
    };
    return {rows, rows->first(), value, [rows](const QJsonValue& v) { rows->fill(v.toArray()); }, {}};
}

} // namespace

FieldControl makeControl(const core::guide::Field& field, const FormNeeds& needs, const QString& label, FieldRow& row) {
    using core::guide::FieldType;
    switch (field.type) {
    case FieldType::Text:
        return lineControl(label, row);
    case FieldType::Duration: {
        FieldControl control = lineControl(label, row);
        control.widget->setMaximumWidth(px(240));
        return control;
    }
    case FieldType::LongText:
        return textControl(label, false, row);
    case FieldType::Verbatim:
        return textControl(label, true, row);
    case FieldType::Choice:
    case FieldType::Choices:
    case FieldType::YesNo:
        return choiceControl(field, needs, label, row);
    case FieldType::When:
        return whenControl(field, needs, label, row);
    case FieldType::Person:
        return personControl(needs, label, row);
    case FieldType::People:
        return peopleControl(needs, label, row);
    case FieldType::Authority:
        return listControl(needs.authorities, label, row);
    case FieldType::Entry:
        return entryControl(field, needs, label, row);
    case FieldType::Rows:
        return rowsControl(field, needs, label, row);
    }
    return lineControl(label, row);
}

} // namespace ui
