#include "core/ledger/ledger.h"
#include <QTextStream>
#include <cstdio>

using namespace core;
using namespace core::ledger;

// Appends to a ledger until it is killed, and prints the id of each entry as soon as it may be called recorded.
// One line on stdin: path, vault, case, caseMaster, member, member's seed, and `after` or `before`: with `before` the
// id is printed ahead of the commit, which is the mistake that the test must be able to see.
namespace {

crypto::Secret secretFrom(const QString& hex) {
    const QByteArray bytes = crypto::fromHex(hex);
    return crypto::Secret::from({reinterpret_cast<const unsigned char*>(bytes.constData()), std::size_t(bytes.size())});
}

void acknowledge(const EntryId& id) {
    std::printf("recorded %s\n", qPrintable(id.toString()));
    std::fflush(stdout);
}

} // namespace

int main() {
    const QStringList line = QTextStream(stdin).readLine().split(QLatin1Char('\t'));
    if (line.size() != 7)
        return 2;
    const auto vault = VaultId::parse(line[1]);
    const auto caseId = CaseId::parse(line[2]);
    const auto member = MemberId::parse(line[4]);
    if (!vault || !caseId || !member)
        return 2;
    const crypto::CaseKeys keys = crypto::caseKeys(secretFrom(line[3]));
    const crypto::MemberKeys memberKeys = crypto::memberKeys(secretFrom(line[5]));
    const bool before = line[6] == QLatin1String("before");
    auto ledger = Ledger::open(line[0], keys, {*vault, *caseId}, db::Database::Mode::ReadWrite);
    if (!ledger)
        return 3;
    for (int i = 0;; ++i) {
        NewEntry entry{QStringLiteral("note/1"),
                       {},
                       {{QStringLiteral("text"), QString(20 + i * 97 % 4000, QLatin1Char('n'))}},
                       {}};
        if (before)
            acknowledge(entry.id);
        if (!(*ledger)->append(entry, {*member, memberKeys.sign}))
            return 4;
        if (!before)
            acknowledge(entry.id);
    }
}
