#include "app/tool/verify.h"
#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/session.h"

namespace tool {

namespace {

void addOptions(QCommandLineParser& parser) {
    addLogIn(parser);
    parser.addOption({QStringLiteral("mark"),
                      QStringLiteral("A record mark, as printed on a document: finds the entry it stands for."),
                      QStringLiteral("MARK")});
}

QString withoutDashes(QString mark) {
    mark.remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    return mark.toUpper();
}

// Checks the ledgers of one vault and says a line about each.
class Check {
public:
    explicit Check(const QString& mark) : m_mark(withoutDashes(mark)) {}

    void check(const QString& name, core::vault::CaseLedger& ledger) {
        QStringList wrong;
        const auto verified = ledger.verify();
        if (!verified)
            wrong << sentence(verified.error());
        else if (verified->notPermitted > 0)
            wrong << notPermitted(ledger);
        for (const QString& seal : ledger.seals().wrong)
            wrong << QStringLiteral("the sealed copy of the key for %1 is not what it must be").arg(seal);
        if (const QString reason = readOnlyReason(ledger); !reason.isEmpty())
            wrong << reason;
        if (ledger.anchorProblem())
            say(QStringLiteral(
                    "%1  note  what this PC remembers of it is damaged: an older copy would not be known for "
                    "one. Compare its record mark with that of a printed document.")
                    .arg(name));
        lookForMark(name, ledger);
        if (!wrong.isEmpty())
            return complainAbout(name, wrong.join(QStringLiteral("; ")));
        say(QStringLiteral("%1  ok  %2 entries, %3 redacted  mark %4")
                .arg(name)
                .arg(verified->entries)
                .arg(verified->redacted)
                .arg(core::ledger::recordMark(verified->head.chain)));
    }

    void complainAbout(const QString& name, const QString& what) {
        say(QStringLiteral("%1  WRONG  %2").arg(name, what.simplified()));
        ++m_wrong;
    }

    int finish() {
        if (!m_mark.isEmpty() && !m_markFound) {
            say(QStringLiteral("mark  WRONG  no entry of these cases carries it"));
            ++m_wrong;
        }
        return m_wrong == 0
                   ? Done
                   : complain(QStringLiteral("%1 of the checks failed; the lines above say which.").arg(m_wrong),
                              Wrong);
    }

private:
    static QString notPermitted(core::vault::CaseLedger& ledger) {
        QStringList seqs;
        for (const core::ledger::Entry& entry : ledger.entries())
            if (!entry.permitted)
                seqs << QString::number(entry.seq);
        return QStringLiteral("entries that their author was not permitted to write: %1")
            .arg(seqs.join(QStringLiteral(", ")));
    }

    static QString readOnlyReason(const core::vault::CaseLedger& ledger) {
        using Reason = core::vault::ReadOnlyReason;
        switch (ledger.readOnly()) {
        case Reason::None:
        case Reason::FolderReadOnly:
        case Reason::OpenedWithRecovery:
            return {};
        case Reason::RolledBack:
            return QStringLiteral("older than what this person has already seen (%1)").arg(ledger.readOnlyDetail());
        case Reason::StaleJournal:
            return QStringLiteral("a journal from another moment lies beside its file (%1)")
                .arg(ledger.readOnlyDetail());
        case Reason::OfficeUnreadable:
            return QStringLiteral("the office's own file cannot be read");
        case Reason::AccessRecordOld:
            return QStringLiteral("its access record is older than one already seen");
        case Reason::Damaged:
            return QStringLiteral("damaged (%1)").arg(ledger.readOnlyDetail());
        }
        return {};
    }

    void lookForMark(const QString& name, const core::vault::CaseLedger& ledger) {
        for (const core::ledger::Entry& entry : ledger.entries()) {
            const QString mark = withoutDashes(core::ledger::recordMark(entry.chain));
            if (m_mark.isEmpty() || !mark.startsWith(m_mark))
                continue;
            m_markFound = true;
            say(QStringLiteral("mark  ok  %1, as it stood after entry %2").arg(name).arg(entry.seq));
        }
    }

    QString m_mark;
    bool m_markFound = false;
    int m_wrong = 0;
};

void checkCases(core::vault::Vault& vault, Check& check) {
    std::vector<core::vault::Vault::Unopened> unopened;
    for (const auto& ledger : vault.openAll(unopened))
        check.check(QStringLiteral("%1  %2").arg(ledger->code(), ledger->id().toString()), *ledger);
    for (const auto& failed : unopened)
        check.complainAbout(QStringLiteral("case  ") + failed.id.toString(), sentence(failed.error));
}

int run(const QCommandLineParser& parser) {
    const QString mark = withoutDashes(parser.value(QStringLiteral("mark")));
    if (parser.isSet(QStringLiteral("mark")) && mark.size() < 8)
        return complain(QStringLiteral("A record mark has at least eight characters."), Usage);
    const auto vault = unlock(parser);
    if (!vault)
        return vault.error().exitCode;
    return verifyVault(**vault, mark);
}

} // namespace

int verifyVault(core::vault::Vault& vault, const QString& mark) {
    Check check(mark);
    if (const auto office = vault.openOffice())
        check.check(QStringLiteral("office"), **office);
    else
        check.complainAbout(QStringLiteral("office"), sentence(office.error()));
    checkCases(vault, check);
    return check.finish();
}

int verifyCases(core::vault::Vault& vault) {
    Check check({});
    checkCases(vault, check);
    return check.finish();
}

const Command verifyCommand{
    "verify", "DIR",
    "Checks every entry of every case that this person can open: a line each, and what is wrong where.", addOptions,
    run};

} // namespace tool
