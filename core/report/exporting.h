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

// There is then no file. What the record says of it: nothing; that it could not be saved; or, if even that could not be
// recorded, that one was made.
struct NotSaved {
    enum class Record { Nothing, SaysNotSaved, SaysSaved };
    Error error;
    Record record = Record::Nothing;
};

Document documentFor(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                     const vault::Member& self, const Wanted& wanted);

// The one way a document leaves a case. The finished PDF is written whole beside `path`; then the entry is recorded,
// with the file's SHA-256; then the file gets its name. So no document has its name that the record does not know of,
// and an entry whose file could not be put in place is amended to say so. An existing file is left as it is
// (AlreadyExists).
tl::expected<Saved, NotSaved> saveExport(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                                         const vault::Member& self, const Wanted& wanted, const QString& path,
                                         const FileStore& files = {});

} // namespace core::report
