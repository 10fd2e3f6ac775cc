#include "core/record/casefile.h"
#include "core/base/canonicaljson.h"
#include "core/record/folding.h"
#include "core/record/recordable.h"
#include "core/record/values.h"
#include <QCoreApplication>
#include <algorithm>

namespace core::record {

namespace {

const QString underWay = QStringLiteral("export-under-way/1");

bool isThat(const ledger::Entry& entry, const ledger::NewEntry& wanted, const MemberId& author) {
    return entry.id == wanted.id && entry.author == author && entry.kind == wanted.kind &&
           entry.occurred == wanted.occurred && entry.body == canonicalJson(wanted.fields);
}

Result<> checkedExport(const guide::Guide& guide, const QJsonObject& exported) {
    using Kind = guide::FieldProblem::Kind;
    const guide::Facts none;
    const auto problems = guide::problems(*guide.form(u"exported"), {none, exported});
    if (problems.empty())
        return {};
    const auto& [field, kind, sentence] = problems.front();
    if (kind == Kind::EncodedFile)
        return fail(ErrorCode::EncodedFile, field);
    return fail(kind == Kind::TooLong ? ErrorCode::TooLong : ErrorCode::FieldInvalid, field);
}

} // namespace

struct CaseFile::Inner {
    std::unique_ptr<vault::CaseLedger> ledger;
    const guide::Guide& guide;
    const vault::Vault& vault;
    CaseState state;

    void foldAgain() {
        state = fold(ledger->entries(), ledger->rights().current(), ledger->head(),
                     {guide, vault.office(), vault.self().id, ledger->id(), ledger->code()});
    }
};

CaseFile::CaseFile(std::unique_ptr<vault::CaseLedger> ledger, const guide::Guide& guide, const vault::Vault& vault)
    : m(new Inner{std::move(ledger), guide, vault, {}}) {
    m->foldAgain();
}

CaseFile::~CaseFile() = default;

const CaseState& CaseFile::state() const {
    return m->state;
}

vault::CaseLedger& CaseFile::ledger() {
    return *m->ledger;
}

std::unique_ptr<vault::CaseLedger> CaseFile::releaseLedger() {
    return std::move(m->ledger);
}

vault::ReadOnlyReason CaseFile::readOnly() const {
    return m->ledger->readOnly();
}

guide::Facts CaseFile::factsAfter(const std::vector<Recording>& before) const {
    guide::Facts facts = m->state.facts;
    for (const Recording& recording : before)
        if (const guide::Form* form = m->guide.formOfKind(recording.kind))
            takeAnswers(facts, *form, recording.fields);
    folding::conclude(facts, m->state);
    return facts;
}

std::vector<guide::FieldProblem> CaseFile::problems(const Recording& recording,
                                                    const std::vector<Recording>& before) const {
    return recordingProblems(recording, m->state, factsAfter(before), QDateTime::currentDateTime());
}

std::vector<const guide::GuardRail*> CaseFile::rails(const Recording& recording,
                                                     const std::vector<Recording>& before) const {
    return recordingRails(recording, m->state, factsAfter(before));
}

Result<EntryId> CaseFile::record(const Recording& recording) {
    const auto checked = checkedEntry(recording, m->state, m->state.facts, QDateTime::currentDateTime());
    if (!checked)
        return fail(checked.error());
    return append(*checked);
}

Result<> CaseFile::recordAll(const std::vector<Recording>& recordings) {
    std::vector<ledger::NewEntry> entries;
    guide::Facts facts = m->state.facts;
    const QDateTime now = QDateTime::currentDateTime();
    for (const Recording& recording : recordings) {
        auto checked = checkedEntry(recording, m->state, facts, now);
        if (!checked)
            return fail(checked.error());
        // A question may ask on the strength of an answer given just before it.
        takeAnswers(facts, *m->guide.formOfKind(recording.kind), checked->fields);
        folding::conclude(facts, m->state);
        entries.push_back(std::move(*checked));
    }
    if (const auto recorded = m->ledger->appendAll(entries); !recorded)
        return entries.empty() ? fail(recorded.error()) : lookFor(entries, recorded.error());
    m->foldAgain();
    return {};
}

Result<EntryId> CaseFile::recordExport(const QJsonObject& exported, const EntryId& id) {
    if (const auto fine = checkedExport(m->guide, exported); !fine)
        return fail(fine.error());
    return append({QStringLiteral("exported/1"), Occurred::at(QDateTime::currentDateTime()), exported, {}, id});
}

Result<EntryId> CaseFile::recordExportNotSaved(const EntryId& entry, QJsonObject exported) {
    exported.insert(QStringLiteral("outcome"), QStringLiteral("not-saved"));
    exported.insert(QStringLiteral("_amend_reason"),
                    QCoreApplication::translate("Recording", "The file could not be put in its place."));
    const EntryView* made = m->state.entry(entry);
    return append({QStringLiteral("exported/1"), made ? made->occurred : Occurred(), exported, entry});
}

Result<EntryId> CaseFile::append(const ledger::NewEntry& entry) {
    const auto recorded = m->ledger->append(entry);
    if (!recorded) {
        const auto found = lookFor({entry}, recorded.error());
        return found ? Result<EntryId>(entry.id) : fail(found.error());
    }
    m->foldAgain();
    return recorded->id;
}

// A commit of which it was not clear whether it happened: read again, the entry is there or it is not. Whoever then
// presses Record once more hears that it is there already: with the same answers, it is recorded.
Result<> CaseFile::lookFor(const std::vector<ledger::NewEntry>& entries, const Error& failure) {
    if (failure.code != ErrorCode::CommitUnclear && failure.code != ErrorCode::AlreadyExists)
        return fail(failure);
    if (!m->ledger->refresh())
        return fail(failure);
    m->foldAgain();
    const auto& recorded = m->ledger->entries();
    const MemberId self = m->vault.self().id;
    const bool there = std::all_of(entries.begin(), entries.end(), [&](const ledger::NewEntry& wanted) {
        return std::any_of(recorded.begin(), recorded.end(),
                           [&](const ledger::Entry& entry) { return isThat(entry, wanted, self); });
    });
    if (there) {
        for (const ledger::NewEntry& entry : entries)
            (void)m->ledger->removeDraft(
                entry.id); // it may have been kept again since; at worst it is offered once more
        return {};
    }
    return failure.code == ErrorCode::AlreadyExists ? fail(failure) : fail(ErrorCode::IoFailure, failure.detail);
}

Result<bool> CaseFile::refresh() {
    const auto changed = m->ledger->refresh();
    if (changed && *changed)
        m->foldAgain();
    return changed;
}

Result<> CaseFile::saveDraft(const ledger::Draft& draft) {
    return m->ledger->saveDraft(draft);
}

Result<> CaseFile::removeDraft(const EntryId& id) {
    return m->ledger->removeDraft(id);
}

Result<std::vector<ledger::Draft>> CaseFile::drafts() {
    auto drafts = m->ledger->drafts();
    if (drafts)
        std::erase_if(*drafts, [](const ledger::Draft& draft) { return draft.kind == underWay; });
    return drafts;
}

Result<> CaseFile::beginExport(const EntryId& entry, const QString& path, const QDateTime& now) {
    ledger::Draft note;
    note.kind = underWay;
    note.saved = now.toUTC();
    note.content = {{QStringLiteral("entry"), entry.toString()}, {QStringLiteral("path"), path}};
    return m->ledger->saveDraft(note);
}

Result<std::vector<CaseFile::ExportUnderWay>> CaseFile::exportsUnderWay() {
    const auto drafts = m->ledger->drafts();
    if (!drafts)
        return fail(drafts.error());
    std::vector<ExportUnderWay> found;
    for (const ledger::Draft& draft : *drafts)
        if (const auto entry = EntryId::parse(textOf(draft.content, QLatin1String("entry")));
            entry && draft.kind == underWay)
            found.push_back({*entry, textOf(draft.content, QLatin1String("path")), draft.saved, draft.id});
    return found;
}

Result<> CaseFile::endExport(const EntryId& entry) {
    const auto found = exportsUnderWay();
    if (!found)
        return fail(found.error());
    for (const ExportUnderWay& one : *found)
        if (one.entry == entry)
            return m->ledger->removeDraft(one.note);
    return {};
}

// A note of an export is none that anybody is writing.
Result<int> CaseFile::draftsOfOthers() {
    const auto kinds = m->ledger->draftsOfOthers();
    if (!kinds)
        return fail(kinds.error());
    return int(std::count_if(kinds->begin(), kinds->end(), [](const QString& kind) { return kind != underWay; }));
}

} // namespace core::record
