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

    // The journal alone, beside the newest file: SQLite puts its pages among newer ones. Where that makes an older
    // state it opens read-only; else it is damage, and named.
    void everyStaleJournalBesideANewerFileIsNamed() {
        const auto vault = m_made->unlock();
        const std::vector<Moment> moments = recordAndCatch(*vault);
        const QByteArray newest = moments.back().file;

        int older = 0, damaged = 0, readOnly = 0, lostUnseen = 0;
        for (const Moment& moment : moments) {
            QVERIFY(putBack(newest, moment.journal));
            const Verified verified = AttackedVault::verify(*vault);
            const bool isOlder = verified.blames(m_made->id(), kOlder);
            older += isOlder ? 1 : 0;
            damaged += !isOlder && verified.blames(m_made->id()) ? 1 : 0;
            readOnly += isReadOnlyFor(*vault, m_made->id(), ReadOnlyReason::RolledBack) ? 1 : 0;
            QVERIFY(putBack(newest, moment.journal));
            lostUnseen += withoutAnchors([&] { return AttackedVault::verify(*vault).isFine(); }) ? 1 : 0;
        }

        qInfo("20 stale journals beside a newer file: verify names %d as older (%d of them open read-only) and %d as "
              "damaged; control, without the anchor: %d pass verify with entries missing",
              older, readOnly, damaged, lostUnseen);
        QCOMPARE(older + damaged, 20);
        QCOMPARE(readOnly, older);
        QVERIFY(older > 0);
        QCOMPARE(lostUnseen, older);
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
