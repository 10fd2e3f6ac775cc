#include "core/report/writer.h"
#include "core/record/folding.h"
#include "core/record/naming.h"
#include "core/report/addresses.h"
#include "core/report/blocks.h"
#include <QJsonArray>
#include <QLocale>
#include <algorithm>

namespace core::report {

namespace {

// What the person the concern is about may see that there is an entry of. Everything else says what the child told, who
// knows of it, or what is done to keep the child safe; a form that is made later is left out until it is named here.
bool mayBeSeenByAlleged(const QString& role) {
    return role == QLatin1String("decision");
}

QString toldLine(const QJsonObject& fields) {
    const QString outcome = fields.value(QLatin1String("outcome")).toString();
    const QString person = fields.value(QLatin1String("person")).toObject().value(QLatin1String("name")).toString();
    const QString what = outcome == QLatin1String("told")       ? say("told")
                         : outcome == QLatin1String("not-told") ? say("not told")
                                                                : say("not yet told");
    return QStringLiteral("%1: %2").arg(orNotKnown(person), what);
}

bool isFreeText(guide::FieldType type) {
    switch (type) {
    case guide::FieldType::Text:
    case guide::FieldType::LongText:
    case guide::FieldType::Verbatim:
    case guide::FieldType::Rows:
    case guide::FieldType::Person:
    case guide::FieldType::People:
    case guide::FieldType::Entry:
        return true;
    case guide::FieldType::Choice:
    case guide::FieldType::Choices:
    case guide::FieldType::YesNo:
    case guide::FieldType::When:
    case guide::FieldType::Duration:
    case guide::FieldType::Authority:
        return false;
    }
    return true;
}

} // namespace

QString notKnown() {
    return say("Not known");
}

QString orNotKnown(const QString& text) {
    return text.trimmed().isEmpty() ? notKnown() : text;
}

QString yesNo(const QString& id) {
    if (id == QLatin1String("yes"))
        return say("Yes");
    return id == QLatin1String("no") ? say("No") : notKnown();
}

Writer::Writer(const record::CaseState& s, const vault::Office& o, const Purpose& p, const guide::Guide& g)
    : state(s), office(o), purpose(p), guide(g) {}

void Writer::addTable(const QStringList& header, std::vector<QStringList> rows, std::vector<double> shares,
                      const QString& ifEmpty) {
    if (rows.empty())
        return add(blocks::paragraph(ifEmpty));
    add(blocks::table(header, std::move(rows), std::move(shares)));
}

std::vector<Block> Writer::finish() {
    if (m_addressesCut)
        add(blocks::small(purpose.recipientIsPolice
                              ? say("Web addresses are written so that they do not open.")
                              : say("Web addresses are written so that they do not open, and end after the "
                                    "name of the site. The rest "
                                    "is in the record and is given to the police only.")));
    return std::move(m_blocks);
}

QString Writer::worded(const QString& text) const {
    return guide.worded(text, state.nation, state.childForText());
}

QString Writer::free(const QString& recorded) const {
    const QString printed = printedText(recorded, purpose.recipientIsPolice);
    m_addressesCut = m_addressesCut || printed != recorded;
    return orNotKnown(printed);
}

QString Writer::words(const QString& said) const {
    const QString printed = printedWords(said, purpose.recipientIsPolice);
    m_addressesCut = m_addressesCut || printed != said;
    return printed;
}

QString Writer::when(const Occurred& occurred) const {
    return occurred.isKnown() ? occurredForPeople(occurred) : notKnown();
}

QString Writer::inTable(const Occurred& occurred) const {
    const bool plain =
        occurred.precision() == Occurred::Precision::Day || occurred.precision() == Occurred::Precision::Minute;
    if (!plain || occurred.isAbout() || occurred.isBetween())
        return when(occurred);
    const QString day =
        QLocale(QLocale::English, QLocale::UnitedKingdom).toString(occurred.date(), QStringLiteral("ddd d MMM yyyy"));
    const auto time = occurred.time();
    return time ? QStringLiteral("%1\n%2").arg(day, time->toString(QStringLiteral("HH:mm"))) : day;
}

QString Writer::inTable(const QDateTime& moment) const {
    return moment.isValid() ? inTable(Occurred::at(moment.toLocalTime())) : notKnown();
}

QString Writer::at(const QDateTime& moment) const {
    return moment.isValid() ? occurredForPeople(Occurred::at(moment.toLocalTime())) : notKnown();
}

guide::ValueNames Writer::names() const {
    guide::ValueNames names;
    names.authority = [this](const QString& id) { return authority(id); };
    names.entry = [this](const QString& id) {
        const auto parsed = EntryId::parse(id);
        const record::EntryView* entry = parsed ? state.entry(*parsed) : nullptr;
        return entry ? record::nameOfEntry(state, *entry) : QString();
    };
    names.worded = [this](const QString& text) { return worded(text); };
    return names;
}

QString Writer::authority(const QString& id) const {
    const vault::Authority* known = office.authority(id);
    return known ? known->name : QString();
}

QString Writer::value(const guide::Field& field, const QJsonValue& value) const {
    const QString text = guide::valueText(field, value, names());
    return field.type == guide::FieldType::Verbatim ? words(text)
                                                    : orNotKnown(printedText(text, purpose.recipientIsPolice));
}

QString Writer::option(const QString& form, const QString& field, const QString& id) const {
    const guide::Form* known = guide.form(form);
    const guide::Field* asked = known ? known->field(field) : nullptr;
    if (id.isEmpty() || !asked)
        return orNotKnown(id);
    return value(*asked, asked->type == guide::FieldType::Choices ? QJsonValue(QJsonArray{id}) : QJsonValue(id));
}

QString Writer::label(const record::EntryView& entry) const {
    return entry.form ? worded(entry.form->label) : entry.kind;
}

QJsonObject Writer::printable(const record::EntryView& entry) const {
    QJsonObject fields;
    for (auto it = entry.fields.constBegin(); it != entry.fields.constEnd(); ++it) {
        const guide::Field* field = entry.form ? entry.form->field(it.key()) : nullptr;
        if (field && mayPrint(*field))
            fields.insert(it.key(), it.value());
    }
    return fields;
}

QString Writer::titleLine(const record::EntryView& entry) const {
    const QString name = label(entry);
    const QString line = headline(entry);
    if (entry.redacted)
        return QStringLiteral("%1: redacted").arg(name);
    // The child's words are not cut to fit a line: they stand whole, further on.
    if (entry.role == QLatin1String("words") || entry.role == QLatin1String("wishes") || line.isEmpty())
        return name;
    if (entry.role == QLatin1String("told"))
        return toldLine(entry.fields);
    return QStringLiteral("%1 · %2").arg(name, line);
}

QString Writer::headline(const record::EntryView& entry) const {
    return entry.form ? printedText(guide::headline(*entry.form, printable(entry), names()), purpose.recipientIsPolice)
                      : QString();
}

bool Writer::mayPrint(const record::EntryView& entry) const {
    return !purpose.recipientIsAlleged || (entry.form && mayBeSeenByAlleged(entry.role));
}

bool Writer::mayPrint(const guide::Field& field) const {
    return !isKeptForThePolice(field) && (!purpose.recipientIsAlleged || !isFreeText(field.type));
}

bool Writer::isKeptForThePolice(const guide::Field& field) const {
    return field.sensitivity == QLatin1String("address") && !purpose.recipientIsPolice;
}

QString Writer::moment(const record::EntryView& entry) const {
    if (entry.occurred.isKnown())
        return when(entry.occurred);
    // Some entries say what is so, not what happened: they stand where they were recorded.
    const bool asked = !entry.form || entry.form->askOccurred;
    return asked ? say("When is not known") : say("Recorded %1").arg(at(entry.recorded));
}

std::vector<QStringList> Writer::answers(const guide::Form& form, const QJsonObject& fields, Blank blank,
                                         const QStringList& but) const {
    const QStringList shown =
        blank == Blank::NotKnown ? guide::shownFields(form, record::folding::conditions(state, fields)) : QStringList();
    std::vector<QStringList> rows;
    for (const guide::Field& field : form.fields) {
        const bool filled = fields.contains(field.id);
        if (but.contains(field.id) || field.type == guide::FieldType::Verbatim ||
            field.id == QLatin1String("exchanges"))
            continue;
        if (filled && isKeptForThePolice(field) && !purpose.recipientIsAlleged)
            rows.push_back({worded(field.shortLabel()), say("In the record. It is given to the police only.")});
        else if (mayPrint(field) && filled)
            rows.push_back(
                {worded(field.shortLabel()), free(guide::valueText(field, fields.value(field.id), names()))});
        else if (mayPrint(field) && shown.contains(field.id))
            rows.push_back({worded(field.shortLabel()), notKnown()});
    }
    return rows;
}

void Writer::addEntry(const record::EntryView& entry, Blank blank, const QStringList& but) {
    if (!entry.form)
        return addUnknownForm(entry);
    if (auto rows = answers(*entry.form, entry.fields, blank, but); !rows.empty())
        add(blocks::pairs(std::move(rows)));
    const QJsonObject fields = printable(entry);
    if (fields.contains(QLatin1String("exchanges")))
        addExchanges(entry);
    for (const guide::Field& field : entry.form->fields)
        if (field.type == guide::FieldType::Verbatim && fields.contains(field.id))
            add(blocks::quotation(words(guide::valueText(field, fields.value(field.id), names())),
                                  worded(field.label)));
    addReasons(entry);
}

// What a guard-rail asked, and the answer: without it a decision reads as if nobody had thought about it.
void Writer::addReasons(const record::EntryView& entry) {
    if (purpose.recipientIsAlleged)
        return;
    const QJsonArray gone = entry.fields.value(QLatin1String("_rails")).toArray();
    for (const QJsonValue& one : gone) {
        const QString id = one.toObject().value(QLatin1String("id")).toString(),
                      reason = one.toObject().value(QLatin1String("reason")).toString();
        if (reason.isEmpty())
            continue;
        std::vector<QStringList> rows;
        for (const guide::GuardRail& rail : guide.guardRails())
            if (rail.id == id)
                rows.push_back({say("Asked before it was recorded"), worded(rail.text)});
        rows.push_back({say("Gone on, because"), free(reason)});
        add(blocks::pairs(std::move(rows)));
    }
}

std::vector<const record::EntryView*> Writer::entriesOf(const QStringList& forms) const {
    std::vector<const record::EntryView*> entries;
    for (const record::EntryView* entry : state.byOccurred())
        if (entry->form && entry->permitted && !entry->redacted && forms.contains(entry->form->id))
            entries.push_back(entry);
    return entries;
}

void Writer::addForms(const QStringList& forms) {
    std::vector<QStringList> missing;
    for (const QString& id : forms) {
        const guide::Form* form = guide.form(id);
        auto entries = entriesOf({id});
        if (entries.empty() && form)
            missing.push_back({worded(form->label), say("Not known: nothing is recorded")});
        std::reverse(entries.begin(), entries.end());
        for (const record::EntryView* entry : entries) {
            add(blocks::subheading(QStringLiteral("%1 · %2").arg(label(*entry), moment(*entry))));
            addEntry(*entry, entry == entries.front() ? Blank::NotKnown : Blank::LeftOut);
        }
    }
    if (!missing.empty())
        add(blocks::pairs(std::move(missing)));
}

void Writer::addExchanges(const record::EntryView& entry) {
    for (const QJsonValue& row : entry.fields.value(QLatin1String("exchanges")).toArray()) {
        const QString asked = row.toObject().value(QLatin1String("asked")).toString();
        const QString said = row.toObject().value(QLatin1String("said")).toString();
        const QString by =
            orNotKnown(entry.fields.value(QLatin1String("to")).toObject().value(QLatin1String("name")).toString());
        const QString question = asked.isEmpty() ? say("Said without a question being recorded")
                                                 : say("%1 asked, or said: “%2”").arg(by, words(asked));
        if (said.isEmpty())
            add(blocks::paragraph(question + say("\nNo answer in words was recorded.")));
        else
            add(blocks::quotation(words(said), question));
    }
}

// Made by a newer version of the program: its questions are not known here, its answers are printed all the same.
void Writer::addUnknownForm(const record::EntryView& entry) {
    std::vector<QStringList> rows;
    for (auto it = entry.fields.constBegin(); it != entry.fields.constEnd(); ++it)
        if (!it.key().startsWith(u'_') && it.value().isString())
            rows.push_back({it.key(), free(it.value().toString())});
    if (!rows.empty())
        add(blocks::pairs(std::move(rows)));
}

} // namespace core::report
