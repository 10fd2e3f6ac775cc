#include "tests/attack/attackedvault.h"
#include "tests/attack/journalcatcher.h"
#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace tests;
using vault::ReadOnlyReason;

namespace {

bool append(vault::Vault& vault, const CaseId& id, const QString& text) {
    const auto opened = vault.openCase(id);
    return opened && (*opened)->append(LedgerFixture::note(text));
}

// Opens for reading, says why, and takes nothing.
bool isReadOnlyFor(vault::Vault& vault, const CaseId& id, ReadOnlyReason reason) {
    const auto opened = vault.openCase(id);
    if (!opened || (*opened)->entries().size() < 60 || (*opened)->readOnly() != reason)
        return false;
    const auto refused = (*opened)->append(LedgerFixture::note(QStringLiteral("x")));
    return !refused && refused.error().code == ErrorCode::ReadOnly;
}

constexpr char kOlder[] = "older than what this person has already seen";
constexpr char kStale[] = "a journal from another moment lies beside its file";
constexpr char kOldRecord[] = "its access record is older than one already seen";

} // namespace

// What was once true, put back into a real vault, and `firsthand-tool verify`. The control: a PC, or a profile, that
// has not seen the newer state.
class TestVaultReplay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(db::Database::libraryVersion());
        JournalCatcher::install();
    }
    void init() {
        m_made = std::make_unique<AttackedVault>();
        QVERIFY(m_made->isOk());
    }

    void everyOldCopyPutBackIsReadOnlyAndNamed() {
        const auto vault = m_made->unlock();
        std::vector<QByteArray> copies;
        for (int i = 0; i < 20; ++i) {
            copies.push_back(bytesOfFile(m_made->ledgerFile()));
            QVERIFY(append(*vault, m_made->id(), QString(700, QLatin1Char('n'))));
        }
        const QString ledger = m_made->ledgerFile();
        QVERIFY(AttackedVault::verify(*vault).isFine());

        int named = 0, readOnly = 0, fineWithoutAnchor = 0;
        for (const QByteArray& copy : copies) {
            QVERIFY(writeFile(ledger, copy));
            named += AttackedVault::verify(*vault).blames(m_made->id(), kOlder) ? 1 : 0;
            readOnly += isReadOnlyFor(*vault, m_made->id(), ReadOnlyReason::RolledBack) ? 1 : 0;
            fineWithoutAnchor += withoutAnchors([&] { return AttackedVault::verify(*vault).isFine(); }) ? 1 : 0;
        }
        const Verified tool = m_made->runVerify();

        qInfo("20 old copies put back: verify names %d, %d open read-only; control, without the anchor: %d pass verify",
              named, readOnly, fineWithoutAnchor);
        qInfo("firsthand-tool: exit %d: %s", tool.code, tool.lines.constData());
        QCOMPARE(named, 20);
        QCOMPARE(readOnly, 20);
        QCOMPARE(fineWithoutAnchor, 20);
        QVERIFY(tool.blames(m_made->id(), kOlder));
        QVERIFY(!tool.blames(m_made->id(1)));
    }

    void anOldCopyOfTheWholeVaultIsReadOnlyAndNamed() {
        copyFolder(m_made->folder(), m_made->path(QStringLiteral("kept")));
        QVERIFY(append(*m_made->unlock(), m_made->id(), QStringLiteral("Second day.")));
        copyFolder(m_made->path(QStringLiteral("kept")), m_made->folder());

        const Verified tool = m_made->runVerify();

        QVERIFY2(tool.blames(m_made->id(), kOlder), tool.lines.constData());
        QVERIFY(isReadOnlyFor(*m_made->unlock(), m_made->id(), ReadOnlyReason::RolledBack));
        const bool fine = withoutAnchors([&] { return m_made->runVerify().isFine(); });
        qInfo("the whole vault put back: exit %d; control, without the anchors: %s", tool.code,
              fine ? "passes verify" : "is seen");
        QVERIFY(fine);
    }

    void anOldAccessRecordIsReadOnlyAndNamed() {
        const auto vault = m_made->unlock();
        vault::AccessRecord next = m_made->record();
        next.n = 2;
        next.previous = m_made->record().digest();
        QVERIFY(writeFile(m_made->accessFile(2), writeAccessRecord(next, m_made->memberKeys().sign)));
        QVERIFY(append(*vault, m_made->id(), QStringLiteral("After the list changed.")));
        QVERIFY(AttackedVault::verify(*vault).isFine());

        QVERIFY(QFile::remove(m_made->accessFile(2)));
        const Verified tool = m_made->runVerify();

        QVERIFY2(tool.blames(m_made->id(), kOldRecord), tool.lines.constData());
        QVERIFY(AttackedVault::verify(*vault).blames(m_made->id(), kOldRecord));
        QVERIFY(isReadOnlyFor(*vault, m_made->id(), ReadOnlyReason::AccessRecordOld));
        const bool fine = withoutAnchors([&] { return m_made->runVerify().isFine(); });
        qInfo("old access record put back: exit %d; control, without what was seen before: %s", tool.code,
              fine ? "passes verify" : "is seen");
        QVERIFY(fine);
    }

    // A copy of the folder taken while somebody recorded, put back: a file and the journal that belongs to it.
    void everyStaleJournalIsReadOnlyAndNamed() {
        const auto vault = m_made->unlock();
        const std::vector<Moment> moments = recordAndCatch(*vault);
        QVERIFY(append(*vault, m_made->id(), QStringLiteral("After all of them.")));

        int older = 0, readOnly = 0, lostUnseen = 0;
        for (const Moment& moment : moments) {
            QVERIFY(putBack(moment.file, moment.journal));
            older += AttackedVault::verify(*vault).blames(m_made->id(), kOlder) ? 1 : 0;
            readOnly += isReadOnlyFor(*vault, m_made->id(), ReadOnlyReason::RolledBack) ? 1 : 0;
            QVERIFY(putBack(moment.file, moment.journal));
            lostUnseen += withoutAnchors([&] { return AttackedVault::verify(*vault).isFine(); }) ? 1 : 0;
        }
        QVERIFY(putBack(moments.front().file, moments.front().journal));
        const Verified tool = m_made->runVerify();

        qInfo("20 stale journals with their file: verify names %d, %d open read-only; control, without the anchor: %d "
              "pass verify with entries missing",
              older, readOnly, lostUnseen);
        QCOMPARE(older, 20);
        QCOMPARE(readOnly, 20);
        QCOMPARE(lostUnseen, 20);
        QVERIFY2(tool.blames(m_made->id(), kOlder), tool.lines.constData());
    }

    // The journal alone, beside the newest file. SQLite would put its pages among newer ones, or take entries away, by
    // merely opening: the control opens it as any program does that holds the key.
    void everyStaleJournalBesideANewerFileIsReadOnlyAndNamed() {
        const auto vault = m_made->unlock();
        const std::vector<Moment> moments = recordAndCatch(*vault);
        const QByteArray newest = moments.back().file;
        const QString file = m_made->ledgerFile();

        int named = 0, readOnly = 0, untouched = 0, wholeWithoutAnchor = 0, alteredByOthers = 0;
        for (const Moment& moment : moments) {
            QVERIFY(putBack(newest, moment.journal));
            named += AttackedVault::verify(*vault).blames(m_made->id(), kStale) ? 1 : 0;
            readOnly += isReadOnlyFor(*vault, m_made->id(), ReadOnlyReason::StaleJournal) ? 1 : 0;
            untouched += stands(newest, moment.journal) ? 1 : 0;
            (void)withoutAnchors([&] { return AttackedVault::verify(*vault).isFine(); });
            wholeWithoutAnchor += bytesOfFile(file) == newest ? 1 : 0;
            QVERIFY(putBack(newest, moment.journal));
            m_made->raw()->value("SELECT count(*) FROM entry");
            alteredByOthers += bytesOfFile(file) != newest ? 1 : 0;
        }
        QVERIFY(putBack(newest, moments.front().journal));
        const Verified tool = m_made->runVerify();

        qInfo("20 stale journals beside a newer file: verify names %d, %d open read-only, %d times neither file is "
              "touched, %d times not even where the newer state was never seen; control, opened without the look: %d "
              "files altered",
              named, readOnly, untouched, wholeWithoutAnchor, alteredByOthers);
        QCOMPARE(named, 20);
        QCOMPARE(readOnly, 20);
        QCOMPARE(untouched, 20);
        QCOMPARE(wholeWithoutAnchor, 20);
        QCOMPARE(alteredByOthers, 20);
        QVERIFY2(tool.blames(m_made->id(), kStale), tool.lines.constData());
        QVERIFY(!tool.blames(m_made->id(1)));
        QVERIFY(stands(newest, moments.front().journal));
        QVERIFY(QFile::remove(file + QStringLiteral("-journal"))); // what the sentence asks for
        QVERIFY(append(*vault, m_made->id(), QStringLiteral("Goes on.")));
    }

    void aStaleJournalBesideTheOfficeIsNamedAndNothingIsTouched() {
        const QString file = m_made->officeFile();
        std::vector<QByteArray> journals;
        for (int i = 0; i < 5; ++i) {
            const auto vault = m_made->unlock();
            vault::Office changed = vault->office();
            changed.phone = QStringLiteral("01632 96010%1").arg(i);
            QVERIFY(vault->changeOffice(changed, QStringLiteral("New number")));
            journals.push_back(JournalCatcher::last());
        }
        const QByteArray newest = bytesOfFile(file);
        const QString journalFile = file + QStringLiteral("-journal");

        int named = 0, untouched = 0, alteredByOthers = 0;
        for (const QByteArray& journal : journals) {
            QVERIFY(writeFile(file, newest) && writeFile(journalFile, journal));
            const auto vault = m_made->unlock();
            QVERIFY(vault->officeReadable());
            named += vault->officeReadOnly() == ReadOnlyReason::StaleJournal &&
                             vault->office().phone == QStringLiteral("01632 960104") &&
                             AttackedVault::verify(*vault).lines.contains(kStale)
                         ? 1
                         : 0;
            const auto refused = vault->changeOffice(vault->office(), QStringLiteral("x"));
            QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
            untouched += bytesOfFile(file) == newest && bytesOfFile(journalFile) == journal ? 1 : 0;
            m_made->rawOffice()->value("SELECT count(*) FROM entry");
            alteredByOthers += bytesOfFile(file) != newest ? 1 : 0;
        }

        qInfo("5 stale journals beside the office's newer file: %d named and read-only, %d times neither is touched; "
              "control, opened without the look: %d files altered",
              named, untouched, alteredByOthers);
        QCOMPARE(named, 5);
        QCOMPARE(untouched, 5);
        QCOMPARE(alteredByOthers, 5);
    }

    // While the case is open: the next thing done in it must not let SQLite play the journal back either.
    void aStaleJournalPutBesideAnOpenCaseIsNotPlayedBack() {
        const auto vault = m_made->unlock();
        const std::vector<Moment> moments = recordAndCatch(*vault);
        const auto opened = vault->openCase(m_made->id());
        QVERIFY(opened);
        QVERIFY(putBack(moments.back().file, moments.back().journal));

        const auto refused = (*opened)->append(LedgerFixture::note(QStringLiteral("x")));
        const auto refreshed = (*opened)->refresh();

        QVERIFY(!refused && refused.error().code == ErrorCode::StaleJournal);
        QVERIFY(!refreshed && refreshed.error().code == ErrorCode::StaleJournal);
        QVERIFY(stands(moments.back().file, moments.back().journal));
        QVERIFY(QFile::remove(m_made->ledgerFile() + QStringLiteral("-journal")));
        QVERIFY((*opened)->append(LedgerFixture::note(QStringLiteral("Goes on."))));
    }

private:
    struct Moment {
        QByteArray file, journal;
    };
    std::vector<Moment> recordAndCatch(vault::Vault& vault) const {
        std::vector<Moment> moments;
        for (int i = 0; i < 20 && append(vault, m_made->id(), QStringLiteral("no. %1").arg(i)); ++i)
            moments.push_back({bytesOfFile(m_made->ledgerFile()), JournalCatcher::last()});
        return moments;
    }
    bool putBack(const QByteArray& file, const QByteArray& journal) const {
        const QString path = m_made->ledgerFile();
        return writeFile(path, file) && writeFile(path + QStringLiteral("-journal"), journal);
    }
    bool stands(const QByteArray& file, const QByteArray& journal) const {
        const QString path = m_made->ledgerFile();
        return bytesOfFile(path) == file && bytesOfFile(path + QStringLiteral("-journal")) == journal;
    }
    template <class Check>
    bool withoutAnchors(Check check) {
        const QString anchors = m_made->profile() + QStringLiteral("/anchors");
        const QString aside = m_made->path(QStringLiteral("anchors-aside"));
        if (!QDir().rename(anchors, aside))
            return false;
        const bool passed = check();
        QDir(anchors).removeRecursively(); // made anew by the check
        return QDir().rename(aside, anchors) && passed;
    }
    std::unique_ptr<AttackedVault> m_made;
};

QTEST_GUILESS_MAIN(TestVaultReplay)
#include "test_vaultreplay.moc"
