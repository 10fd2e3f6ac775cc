#include "core/record/folding.h"
#include "core/record/values.h"

namespace core::record::folding {

namespace {

Words wordsFrom(const EntryView& view) {
    Words words;
    words.entry = view.id;
    words.when = view.occurred;
    words.to = namesOf(view.fields.value(QLatin1String("to")));
    words.present = namesOf(view.fields.value(QLatin1String("present")));
    words.place = textOf(view.fields, QLatin1String("place"));
    words.translation = textOf(view.fields, QLatin1String("translation"));
    words.notNow = textOf(view.fields, QLatin1String("outcome")) == QLatin1String("not-now");
    for (const QJsonValue& row : view.fields.value(QLatin1String("exchanges")).toArray()) {
        const QJsonObject exchange = row.toObject();
        words.exchanges.push_back({textOf(exchange, QLatin1String("asked")), textOf(exchange, QLatin1String("said"))});
    }
    return words;
}

Told outcomeOf(const QString& id) {
    if (id == QLatin1String("not-told"))
        return Told::NotTold;
    return id == QLatin1String("not-yet") ? Told::NotYet : Told::Told;
}

TellingLine tellingFrom(const CaseState& state, const EntryView& view) {
    const QJsonValue value = view.fields.value(QLatin1String("person"));
    const NamedPerson named = personOf(value);
    const Person* known = resolved(state, value);
    const auto text = [&](const char* field) { return textOf(view.fields, QLatin1String(field)); };
    TellingLine line;
    line.entry = view.id;
    line.person = known && named.name.isEmpty() ? known->name : named.name;
    line.ref = known ? known->ref : named.ref;
    line.outcome = outcomeOf(text("outcome"));
    line.when = view.occurred;
    line.what = text("what");
    line.withheld = text("withheld");
    line.reason = text("reason");
    line.how = text("how");
    line.childKnows = text("child_knows");
    return line;
}

} // namespace

void gatherWords(CaseState& state) {
    for (const EntryView* view : state.withRole(u"words"))
        state.words.push_back(wordsFrom(*view));
    for (const EntryView* view : state.withRole(u"told"))
        state.told.push_back(tellingFrom(state, *view));
}

} // namespace core::record::folding
