#pragma once
#include "core/base/filestore.h"
#include "core/record/casefile.h"
#include "core/report/reports.h"

namespace core::report {

// What is to be made, for whom and why. `purpose.madeBy` and `made` are filled in when it is made.
struct Wanted {
    ReportKind kind = ReportKind::ReferralSummary;
    std::vector<Section> sections;
    ChronologyChoice choice;
    Purpose purpose;
    QString passphrase; // empty: not encrypted
};

struct Saved {
    EntryId entry;
    int pages = 0;
    QByteArray sha256; // of the file
};

// There is then no file. What the record says of it: nothing; that it could not be saved; if even that could not be
// recorded, that one was made; or nobody can say, because the record could not be read again after a commit that
// failed.
struct NotSaved {
    enum class Record { Nothing, SaysNotSaved, SaysSaved, Unclear };
    Error error;
    Record record = Record::Nothing;
};

Document documentFor(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                     const vault::Member& self, const Wanted& wanted);

// The one way a document leaves a case; to whom it may not go is refused first (FieldInvalid, core/report/recipient.h).
// The finished PDF is written whole beside `path`; then the entry is recorded, with the file's SHA-256; then the file
// gets its name. So no document has its name that the record does not know of, and an entry whose file could not be put
// in place is amended to say so. An existing file is left as it is (AlreadyExists). What is under way is noted in the
// case, so that settleExports() finds what a crash left.
tl::expected<Saved, NotSaved> saveExport(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                                         const vault::Member& self, const Wanted& wanted, const QString& path,
                                         const FileStore& files = {});

// What a program that ended in the middle of an export has left, when its author next opens the case: the unencrypted
// copy beside the document's place is taken away, and an entry that speaks of a file which is not there is amended to
// say so. What cannot be reached now (a stick that is not in) is left for the next time and named.
struct LeftExport {
    enum class Outcome {
        Finished,  // the file stands in its place as the entry says
        TakenAway, // there is no file; the entry, if there is one, says so
        NotKnown,  // neither the file nor a copy of it is where it was to stand: the entry is left as it is
        OutOfReach // its folder cannot be looked at, or the copy not be taken away, or nothing be recorded
    };
    EntryId entry;
    QString folder, file; // where the document was to stand
    Outcome outcome = Outcome::TakenAway;
};
// `now`: one that began a moment ago may be another window's and is left alone.
std::vector<LeftExport> settleExports(record::CaseFile& file, const vault::Member& self, const QDateTime& now,
                                      const FileStore& files = {});

} // namespace core::report
