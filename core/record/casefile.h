#pragma once
#include "core/record/casestate.h"
#include "core/vault/vault.h"

namespace core::record {

// What a page asks to be recorded.
struct Recording {
    QString kind; // "words/1"
    Occurred occurred;
    QJsonObject fields;
    std::optional<EntryId> amends;
    QString amendReason;                  // asked for when amending
    QList<QPair<QString, QString>> rails; // guard-rails gone past: id and the reason given
    EntryId id = EntryId::random();       // the draft's, so that a draft becomes its entry
};

// One open case: its ledger, kept folded. Not a QObject; the window refreshes after what it does.
class CaseFile {
public:
    CaseFile(std::unique_ptr<vault::CaseLedger> ledger, const guide::Guide& guide, const vault::Vault& vault);
    ~CaseFile();

    const CaseState& state() const;
    vault::CaseLedger& ledger();
    std::unique_ptr<vault::CaseLedger> releaseLedger(); // to discard the case; nothing but destroying this may follow
    vault::ReadOnlyReason readOnly() const;

    // What conditions know when these are answered too, in this order: of questions asked one after the other.
    guide::Facts factsAfter(const std::vector<Recording>& before) const;
    // Problems of form, fields and time; empty: it can be recorded. Guard-rails are asked for apart. `before`: what is
    // to be recorded together with it and ahead of it.
    std::vector<guide::FieldProblem> problems(const Recording& recording,
                                              const std::vector<Recording>& before = {}) const;
    std::vector<const guide::GuardRail*> rails(const Recording& recording,
                                               const std::vector<Recording>& before = {}) const;
    // Durable when it returns; the draft of the same id is gone. FieldInvalid if problems() is not empty: detail is the
    // field.
    Result<EntryId> record(const Recording& recording);
    // A step that is not needed, with its reason; several entries at once for the first questions.
    Result<> recordAll(const std::vector<Recording>& recordings);
    // The entry that says what left the case: the fields of the form `exported`. The second amends it when the file
    // could not be put in its place after all. EncodedFile, TooLong, FieldInvalid with the field: what was typed for it
    // is checked as any answer is.
    Result<EntryId> recordExport(const QJsonObject& exported, const EntryId& id = EntryId::random());
    Result<EntryId> recordExportNotSaved(const EntryId& entry, QJsonObject exported);
    // What is being put on the disk, kept beside the record like a draft and by its author only: a program that ends in
    // the middle is tidied up after.
    struct ExportUnderWay {
        EntryId entry; // that will say so, or does
        QString path;  // where the document was to stand
        QDateTime since;
        EntryId note; // of this itself
    };
    Result<> beginExport(const EntryId& entry, const QString& path, const QDateTime& now);
    Result<> endExport(const EntryId& entry);
    Result<std::vector<ExportUnderWay>> exportsUnderWay();
    Result<bool> refresh();

    Result<> saveDraft(const ledger::Draft& draft);
    Result<> removeDraft(const EntryId& id);
    Result<std::vector<ledger::Draft>> drafts(); // without exports under way
    Result<int> draftsOfOthers();

private:
    Result<EntryId> append(const ledger::NewEntry& entry);
    Result<> lookFor(const std::vector<ledger::NewEntry>& entries, const Error& failure);
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace core::record
