#include "core/report/blocks.h"
#include "core/report/parts.h"

namespace core::report::parts {

namespace {

void addEntries(Writer& w, QStringView role, const QString& ifNone) {
    const auto entries = w.state.withRole(role);
    if (entries.empty())
        return w.add(blocks::paragraph(ifNone));
    for (const record::EntryView* entry : entries) {
        w.add(blocks::subheading(w.when(entry->occurred)));
        w.addEntry(*entry);
    }
}

} // namespace

void concern(Writer& w) {
    w.addForms({QStringLiteral("danger"), QStringLiteral("came-to-light"), QStringLiteral("harm"),
                QStringLiteral("other-harm"), QStringLiteral("device-owner"), QStringLiteral("child-knows"),
                QStringLiteral("involved")});
    std::vector<QStringList> ofTheFamily;
    for (const record::Person& person : w.state.people) {
        if (!w.state.isAlleged(person))
            continue;
        if (placeOf(w.state, person) == PersonPlace::Concern)
            addPerson(w, person, say("May be involved: %1"));
        else
            ofTheFamily.push_back({say("May be involved"), w.free(person.name)});
    }
    if (!ofTheFamily.empty())
        w.add(blocks::pairs(std::move(ofTheFamily)));
}

void seen(Writer& w) {
    addEntries(w, u"seen", say("Not known: nothing seen has been recorded. Nobody was asked to look."));
    w.addForms({QStringLiteral("images-left")});
}

void words(Writer& w) {
    if (w.state.words.empty())
        return w.add(blocks::paragraph(say("None recorded. Nothing in this document waits for the child to talk.")));
    w.add(blocks::small(say("As recorded: spelling, slang and half sentences are the child's.")));
    addEntries(w, u"words", {});
}

void wishes(Writer& w) {
    addEntries(w, u"wishes", say("Not known: what the child wants has not been recorded."));
}

void observations(Writer& w) {
    addEntries(w, u"observation", say("None recorded."));
}

} // namespace core::report::parts
