#pragma once
#include "core/record/casefile.h"
#include <QCommandLineParser>

namespace tool {

// --as and --passphrase-file.
void addLogIn(QCommandLineParser& parser);

// What went wrong, said already: the exit code to end with.
struct Ended {
    int exitCode = 0;
};
template <class T>
using Or = tl::expected<T, Ended>;

Or<core::crypto::Secret> readPassphrase(const QString& file);
Or<std::unique_ptr<core::vault::Vault>> unlock(const QCommandLineParser& parser);
Or<core::guide::Guide> loadGuide();

// CASE is a code (K7F3, in any case of letters) or an id. Opens that one case.
Or<std::unique_ptr<core::vault::CaseLedger>> openCase(core::vault::Vault& vault, const QString& wanted);

} // namespace tool
