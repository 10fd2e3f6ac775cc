#include "core/record/casefile.h"
#include "core/record/folding.h"
#include "core/record/recordable.h"
#include <QCoreApplication>

namespace core::record {

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

std::vector<guide::FieldProblem> CaseFile::problems(const Recording& recording) const {
    return recordingProblems(recording, m->state, m->state.facts, QDateTime::currentDateTime());
}

std::vector<const guide::GuardRail*> CaseFile::rails(const Recording& recording) const {
    return recordingRails(recording, m->state, m->state.facts);
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
        entries.push_back(std::move(*checked));
    }
    if (const auto recorded = m->ledger->appendAll(entries); !recorded)
        return fail(recorded.error());
    m->foldAgain();
    return {};
}

Result<EntryId> CaseFile::recordExport(const QJsonObject& exported) {
    return append({QStringLiteral("exported/1"), {}, exported, {}});
}

Result<EntryId> CaseFile::recordExportNotSaved(const EntryId& entry, QJsonObject exported) {
    exported.insert(QStringLiteral("outcome"), QStringLiteral("not-saved"));
    exported.insert(QStringLiteral("_amend_reason"),
                    QCoreApplication::translate("Recording", "The file could not be put in its place."));
    return append({QStringLiteral("exported/1"), {}, exported, entry});
}

Result<EntryId> CaseFile::append(const ledger::NewEntry& entry) {
    const auto recorded = m->ledger->append(entry);
    if (!recorded)
        return fail(recorded.error());
    m->foldAgain();
    return recorded->id;
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
    return m->ledger->drafts();
}

Result<int> CaseFile::draftsOfOthers() {
    return m->ledger->draftsOfOthers();
}

} // namespace core::record
