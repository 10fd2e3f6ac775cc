#include "core/record/search.h"
#include "core/record/folding.h"
#include "core/record/searchtext.h"
#include <algorithm>
#include <functional>

namespace core::record {

namespace {

// One entry. What is searched is made when it is first needed: UTF-8, folded, every word with one space before it, so
// that a beginning of a word is found by one scan.
struct Searched {
    EntryId entry;
    const guide::Form* form = nullptr;
    QJsonObject fields;
    QString also; // found too, not shown: the case's code
    qint64 when = 0;
    qint64 seq = 0;
    QByteArray folded;
    bool ready = false;
};

struct CaseDocuments {
    CaseId id;
    std::function<QString(const QString&)> worded; // as people of the case's nation read it
    std::vector<Searched> entries;
};

struct Place {
    const CaseDocuments* documents;
    const Searched* entry;
};

void makeReady(Searched& entry) {
    if (entry.ready)
        return;
    entry.folded = wordsForSearch(searchableText(entry.form, entry.fields) + QLatin1Char(' ') + entry.also);
    entry.ready = true;
}

} // namespace

struct SearchIndex::Inner {
    QHash<CaseId, std::shared_ptr<CaseDocuments>> cases;
    std::vector<Place> newestFirst;
    bool ordered = true;
    std::vector<Searched*> waiting;

    void forget(const CaseId& id) {
        cases.remove(id);
        ordered = false;
        waiting.clear();
    }

    void order() {
        if (ordered)
            return;
        newestFirst.clear();
        waiting.clear();
        for (const auto& documents : std::as_const(cases))
            for (Searched& entry : documents->entries) {
                newestFirst.push_back({documents.get(), &entry});
                if (!entry.ready)
                    waiting.push_back(&entry);
            }
        std::sort(newestFirst.begin(), newestFirst.end(), [](const Place& a, const Place& b) {
            return a.entry->when != b.entry->when ? a.entry->when > b.entry->when : a.entry->seq > b.entry->seq;
        });
        ordered = true;
    }
};

SearchIndex::SearchIndex() : m(std::make_unique<Inner>()) {}
SearchIndex::~SearchIndex() = default;

void SearchIndex::put(const CaseState& state) {
    auto documents = std::make_shared<CaseDocuments>();
    documents->id = state.id;
    documents->worded = [guide = state.guide, nation = state.nation, child = state.childForText()](
                            const QString& text) { return guide->worded(text, nation, child); };
    documents->entries.reserve(state.entries.size());
    for (const EntryView& view : state.entries) {
        if (!folding::counts(view))
            continue;
        Searched entry;
        entry.entry = view.id;
        entry.form = view.form;
        entry.fields = view.fields;
        entry.when = folding::happened(view);
        entry.seq = view.seq;
        if (view.role == QLatin1String("child"))
            entry.also = state.code;
        documents->entries.push_back(std::move(entry));
    }
    m->cases.insert(state.id, std::move(documents));
    m->ordered = false;
}

void SearchIndex::remove(const CaseId& id) {
    m->forget(id);
}

void SearchIndex::clear() {
    m = std::make_unique<Inner>();
}

bool SearchIndex::prepare(int entries) {
    m->order();
    for (; entries > 0 && !m->waiting.empty(); --entries) {
        makeReady(*m->waiting.back());
        m->waiting.pop_back();
    }
    return m->waiting.empty();
}

std::vector<Hit> SearchIndex::find(const QString& typed, int limit, const std::optional<CaseId>& within) const {
    const std::vector<QByteArray> beginnings = beginningsOf(typed);
    std::vector<Hit> hits;
    if (beginnings.empty())
        return hits;
    m->order();
    for (Searched* entry : m->waiting)
        makeReady(*entry);
    m->waiting.clear();
    for (const Place& place : m->newestFirst) {
        if (int(hits.size()) >= limit)
            break;
        if (within && place.documents->id != *within)
            continue;
        if (!containsAll(place.entry->folded, beginnings))
            continue;
        Hit hit = excerptOf(searchableText(place.entry->form, place.entry->fields, Veiled::LeftOut), beginnings);
        hit.caseId = place.documents->id;
        hit.entry = place.entry->entry;
        hit.label = place.entry->form ? place.documents->worded(place.entry->form->label) : QString();
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace core::record
