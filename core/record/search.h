#pragma once
#include "core/record/casestate.h"
#include <memory>

namespace core::record {

struct Hit {
    CaseId caseId;
    EntryId entry;
    QString label;            // "Child's words", in the words of the case's nation
    QString excerpt;          // around the first match, one line, plain
    int from = 0, length = 0; // of the match in the excerpt
};

// Words over all cases this member is on, in memory only. Every word typed must occur (beginnings of words, without
// regard to case or accents: "sian" finds "Siân"); newest first.
class SearchIndex {
public:
    SearchIndex();
    ~SearchIndex();
    void put(const CaseState& state); // replaces that case
    void remove(const CaseId& id);
    void clear();
    // put() only takes an entry in; its text is made ready here, a few at a time while nobody types, or else by the
    // next find(). True: everything is ready.
    bool prepare(int entries);
    std::vector<Hit> find(const QString& typed, int limit = 50, const std::optional<CaseId>& within = {}) const;

private:
    struct Inner;
    std::unique_ptr<Inner> m;
};

QString foldedForSearch(QStringView text); // lower case, without accents

} // namespace core::record
