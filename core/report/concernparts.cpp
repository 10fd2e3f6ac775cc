#include "core/report/blocks.h"
#include "core/report/parts.h"

namespace core::report::parts {

namespace {

struct Question {
    const char* label;
    const char16_t *form, *field;
};

constexpr Question questions[]{
    {"Anyone in danger now", u"danger", u"danger_now"},
    {"Threat or blackmail", u"danger", u"threat"},
    {"Called because of it", u"danger", u"called"},
    {"How it came to light", u"came-to-light", u"route"},
    {"Brought by", u"came-to-light", u"told_by"},
    {"Lead told", u"came-to-light", u"lead_told"},
    {"What it is about", u"harm", u"media"},
    {"How it came about", u"harm", u"context"},
    {"Whose device", u"device-owner", u"whose"},
    {"The child knows", u"child-knows", u"knows"},
    {"Being passed on", u"child-knows", u"circulating"},
    {"A parent involved", u"involved", u"parent"},
    {"Another adult involved", u"involved", u"adult"},
    {"A member of staff involved", u"involved", u"staff"},
    {"Another child involved", u"involved", u"pupil"},
};

void addEntries(Writer& w, QStringView role, const QString& ifNone) {
    const auto entries = w.state.withRole(role);
    if (entries.empty())
        return w.add(blocks::paragraph(ifNone));
    for (const record::EntryView* entry : entries) {
        w.add(blocks::subheading(w.when(entry->occurred)));
        w.addEntry(*entry);
    }
}

void addExchange(Writer& w, const record::Words& words, const record::Exchange& exchange) {
    const QString question = exchange.asked.isEmpty()
                                 ? say("Said without a question being recorded")
                                 : say("%1 asked, or said: “%2”").arg(orNotKnown(words.to), w.words(exchange.asked));
    if (exchange.said.isEmpty())
        return w.add(blocks::paragraph(question + say("\nNo answer in words was recorded.")));
    w.add(blocks::quotation(w.words(exchange.said), question));
}

} // namespace

void concern(Writer& w) {
    std::vector<QStringList> rows;
    for (const Question& question : questions)
        rows.push_back({say(question.label), w.answer(question.form, question.field)});
    for (const record::Person& person : w.state.people)
        if (w.state.isAlleged(person))
            rows.push_back({say("Person who may be involved"),
                            say("%1, %2. Lives with the child: %3")
                                .arg(w.free(person.name), w.free(person.relation),
                                     person.household ? QStringLiteral("yes") : QStringLiteral("no"))});
    w.add(blocks::pairs(std::move(rows)));
    if (const QString account = w.answer(u"came-to-light", u"account"); account != notKnown()) {
        w.add(blocks::subheading(say("What was known at the start")));
        w.add(blocks::paragraph(account));
    }
}

void seen(Writer& w) {
    addEntries(w, u"seen", say("Not known: nothing seen has been recorded. Nobody was asked to look."));
    w.add(blocks::pairs({{say("Left where they are"), w.answer(u"images-left", u"left")},
                         {say("Opened or seen by"), w.answer(u"images-left", u"who_has_opened")}}));
}

void words(Writer& w) {
    if (w.state.words.empty())
        return w.add(blocks::paragraph(say("None recorded. Nothing in this document waits for the child to talk.")));
    w.add(blocks::small(say("As recorded: spelling, slang and half sentences are the child's.")));
    for (const record::Words& words : w.state.words) {
        w.add(blocks::subheading(w.when(words.when)));
        w.add(blocks::pairs({{say("Said to"), w.free(words.to)},
                             {say("Also there"), w.free(words.present)},
                             {say("Where"), w.free(words.place)}}));
        for (const record::Exchange& exchange : words.exchanges)
            addExchange(w, words, exchange);
        if (!words.translation.isEmpty())
            w.add(blocks::pairs({{say("In English"), w.free(words.translation)}}));
    }
}

void wishes(Writer& w) {
    addEntries(w, u"wishes", say("Not known: what the child wants has not been recorded."));
}

void observations(Writer& w) {
    addEntries(w, u"observation", say("None recorded."));
}

} // namespace core::report::parts
