// What happens to a folder while nobody looks: files emptied, swapped, put back as they were, made read-only.
#include "core/base/platform.h"
#include "core/vault/accessrecord.h"
#include "tests/attack/journalcatcher.h"
#include "tests/base/tinydisk.h"
#include "tests/vault/copyfolder.h"
#include "tests/vault/madevault.h"
#include <QDirIterator>
#include <QTest>

using namespace core;
using namespace tests;
using vault::ReadOnlyReason;
using vault::Vault;

namespace {

void putBack(const QString& kept, const QString& folder) {
    QDir(folder).removeRecursively();
    copyFolder(kept, folder);
}

} // namespace

class TestOpening : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(db::Database::libraryVersion());
        JournalCatcher::install();
    }
    void init() {
        m_made = std::make_unique<MadeVault>();
        m_kept = std::make_unique<QTemporaryDir>();
        QVERIFY(m_made->isOk());
        const auto vault = m_made->unlock().value();
        for (CaseId* id : {&m_one, &m_two}) {
            const auto made = vault->createCase().value();
            *id = made->id();
            QVERIFY(made->append(note(QStringLiteral("First day."))));
        }
        m_code = vault->openCase(m_one).value()->code();
        m_ledger = ledgerIn(m_made->caseFolder(m_one));
    }

    void untouchedBothOpenForWriting() { // the control of everything below
        const auto vault = m_made->unlock().value();
        std::vector<Vault::Unopened> unopened;

        const auto cases = vault->openAll(unopened);

        QCOMPARE(unopened.size(), 0U);
        QCOMPARE(cases.size(), 2U);
        for (const auto& one : cases)
            QCOMPARE(one->readOnly(), ReadOnlyReason::None);
    }

    void aLedgerThatIsNotWhatItWasIsNamedAndTheOthersOpen_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("emptied") << "empty" << ErrorCode::EmptyLedger;
        QTest::newRow("gone") << "gone" << ErrorCode::LedgerMissing;
        QTest::newRow("another case's") << "swapped" << ErrorCode::NotThisKey;
        QTest::newRow("plain text") << "text" << ErrorCode::NotThisKey;
        QTest::newRow("its folder gone") << "folder" << ErrorCode::NotFound;
        QTest::newRow("its access record gone") << "record" << ErrorCode::NotFound;
        QTest::newRow("its access record emptied") << "emptyrecord" << ErrorCode::Damaged;
        QTest::newRow("another case's folder content") << "content" << ErrorCode::Foreign;
    }

    void aLedgerThatIsNotWhatItWasIsNamedAndTheOthersOpen() {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        spoil(what);
        const auto vault = m_made->unlock().value();
        std::vector<Vault::Unopened> unopened;

        const auto cases = vault->openAll(unopened);

        QCOMPARE(cases.size(), 1U);
        QCOMPARE(cases[0]->id(), m_two);
        QCOMPARE(unopened.size(), 1U);
        QCOMPARE(unopened[0].id, m_one);
        QCOMPARE(unopened[0].code, m_code); // by what it was always called
        QCOMPARE(unopened[0].error.code, code);
        QVERIFY(!vault->openCase(m_one));
        if (what == QLatin1String("empty"))
            QCOMPARE(QFileInfo(m_ledger).size(), 0); // not filled again either
    }

    void anOldCopyOpensForReadingAndSaysSo() {
        copyFolder(m_made->caseFolder(m_one), m_kept->filePath("one"));
        QVERIFY(m_made->unlock().value()->openCase(m_one).value()->append(note(QStringLiteral("Second day."))));
        putBack(m_kept->filePath("one"), m_made->caseFolder(m_one));

        const auto vault = m_made->unlock().value();
        const auto opened = vault->openCase(m_one).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::RolledBack);
        QCOMPARE(opened->entries().size(), 2U);
        QCOMPARE(opened->append(note(QStringLiteral("x"))).error().code, ErrorCode::ReadOnly);
        // It is remembered: opening it does not make the old state the known one.
        QCOMPARE(vault->openCase(m_one).value()->readOnly(), ReadOnlyReason::RolledBack);
    }

    void withoutItsAnchorAnOldCopyCannotBeKnownForOne() { // the control: the anchor is what sees it
        copyFolder(m_made->caseFolder(m_one), m_kept->filePath("one"));
        QVERIFY(m_made->unlock().value()->openCase(m_one).value()->append(note(QStringLiteral("Second day."))));
        putBack(m_kept->filePath("one"), m_made->caseFolder(m_one));
        QVERIFY(QDir(m_made->profile()).removeRecursively());

        QCOMPARE(m_made->unlock().value()->openCase(m_one).value()->readOnly(), ReadOnlyReason::None);
    }

    void aDamagedAnchorIsNamedUntilSomethingIsRecorded() {
        QVERIFY(!m_made->unlock().value()->openCase(m_one).value()->anchorProblem()); // the control
        copyFolder(m_made->caseFolder(m_one), m_kept->filePath("one"));
        QVERIFY(m_made->unlock().value()->openCase(m_one).value()->append(note(QStringLiteral("Second day."))));
        putBack(m_kept->filePath("one"), m_made->caseFolder(m_one));
        QCOMPARE(m_made->unlock().value()->openCase(m_one).value()->readOnly(), ReadOnlyReason::RolledBack); // and this
        const QDir anchors(m_made->profile() + QStringLiteral("/anchors"));
        for (const QString& name : anchors.entryList(QDir::Files)) {
            QByteArray bytes = bytesOf(anchors.filePath(name));
            bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4);
            QVERIFY(overwrite(anchors.filePath(name), bytes));
        }

        for (int opening = 0; opening < 2; ++opening) { // the first has not made it good
            const auto vault = m_made->unlock().value();
            const auto opened = vault->openCase(m_one).value();
            QCOMPARE(opened->readOnly(), ReadOnlyReason::None);
            QVERIFY(opened->anchorProblem());
            QCOMPARE(opened->anchorProblem()->code, ErrorCode::Damaged);
            QVERIFY(vault->openOffice().value()->anchorProblem());
        }
        const auto vault = m_made->unlock().value();
        const auto opened = vault->openCase(m_one).value();
        QVERIFY(opened->append(note(QStringLiteral("Compared with the printed mark."))));

        QVERIFY(!opened->anchorProblem());
        QVERIFY(!m_made->unlock().value()->openCase(m_one).value()->anchorProblem());
        QVERIFY(m_made->unlock().value()->openCase(m_two).value()->anchorProblem()); // each for itself
    }

    void anotherHistoryOfTheSameLengthIsKnownForOne() {
        copyFolder(m_made->caseFolder(m_one), m_kept->filePath("one"));
        const QTemporaryDir otherProfile;
        QVERIFY(m_made->unlock().value()->openCase(m_one).value()->append(note(QStringLiteral("As it was."))));
        putBack(m_kept->filePath("one"), m_made->caseFolder(m_one));
        {
            const auto elsewhere =
                Vault::unlock(m_made->folder(), QStringLiteral("rhian"), MadeVault::passphrase(), otherProfile.path());
            QVERIFY(elsewhere.value()->openCase(m_one).value()->append(note(QStringLiteral("As it was not."))));
        }

        QCOMPARE(m_made->unlock().value()->openCase(m_one).value()->readOnly(), ReadOnlyReason::RolledBack);
    }

    // Who may only read finds the case as it was before the commit that a crash cut off, and leaves the crash's journal
    // to somebody who may write.
    void aHalfWrittenCaseIsReadWithTheSheetAndUndoneByTheLead() {
        constexpr qsizetype page = 4096;
        const QByteArray was = bytesOf(m_ledger);
        const auto first = m_made->unlock().value()->openCase(m_one).value()->entries();
        copyFolder(m_made->profile(), m_kept->filePath("profile"));
        QVERIFY(m_made->unlock().value()->openCase(m_one).value()->append(note(QString(9000, QLatin1Char('n')))));
        const QByteArray is = bytesOf(m_ledger), journal = JournalCatcher::last();
        putBack(m_kept->filePath("profile"), m_made->profile()); // what was cut off was never called recorded
        const QByteArray half = QByteArray(was).replace(page, page, is.mid(page, page));
        QVERIFY(half != was && half != is);
        QVERIFY(overwrite(m_ledger, half) && overwrite(m_ledger + QStringLiteral("-journal"), journal));

        {
            const auto vault = Vault::unlockWithRecovery(m_made->folder(), m_made->sheet(), m_made->profile()).value();
            const auto read = vault->openCase(m_one);
            QVERIFY2(read, read ? "" : qPrintable(errorName(read.error().code)));
            QCOMPARE((*read)->readOnly(), ReadOnlyReason::OpenedWithRecovery);
            QCOMPARE((*read)->entries(), first);
        }
        QCOMPARE(bytesOf(m_ledger), half);
        QCOMPARE(bytesOf(m_ledger + QStringLiteral("-journal")), journal);
        const auto undone = m_made->unlock().value()->openCase(m_one).value();

        QCOMPARE(undone->readOnly(), ReadOnlyReason::None);
        QCOMPARE(undone->entries(), first);
        QVERIFY(undone->append(note(QStringLiteral("Goes on."))));
    }

    void anOldCopyOfTheOfficeTakesNoChange() {
        copyFolder(m_made->file("office"), m_kept->filePath("office"));
        {
            const auto vault = m_made->unlock().value();
            vault::Office changed = vault->office();
            changed.phone = QStringLiteral("01632 960155");
            QVERIFY(vault->changeOffice(changed, QStringLiteral("New number")));
        }
        putBack(m_kept->filePath("office"), m_made->file("office"));

        const auto vault = m_made->unlock().value();

        QVERIFY(vault->officeReadable());
        QCOMPARE(vault->officeReadOnly(), ReadOnlyReason::RolledBack);
        QCOMPARE(vault->changeOffice(vault::Office(), {}).error().code, ErrorCode::ReadOnly);
        QCOMPARE(vault->openCase(m_one).value()->readOnly(), ReadOnlyReason::None);
    }

    void withTheOfficeUnreadableCasesStillOpenForReading_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("ledger emptied") << "empty";
        QTest::newRow("folder gone") << "folder";
        QTest::newRow("access record emptied") << "emptyrecord";
        QTest::newRow("a case's content in its place") << "content";
    }

    void withTheOfficeUnreadableCasesStillOpenForReading() {
        QFETCH(QString, what);
        spoilFolder(m_made->file("office"), what);

        const auto vault = m_made->unlock().value();
        std::vector<Vault::Unopened> unopened;
        const auto cases = vault->openAll(unopened);

        QVERIFY(!vault->officeReadable());
        QVERIFY(vault->officeProblem().has_value());
        QVERIFY(!vault->openOffice());
        QCOMPARE(cases.size(), 2U);
        QCOMPARE(cases[0]->readOnly(), ReadOnlyReason::OfficeUnreadable);
        QCOMPARE(cases[0]->entries().size(), 2U);
        QVERIFY(!vault->createCase());
        QVERIFY(Vault::unlockWithRecovery(m_made->folder(), m_made->sheet(), m_made->profile()));
    }

    void aReadOnlyDiskOpensForReadingAndStaysAsItIs() {
        const TinyDisk disk(8 << 20);
        if (!disk.isMounted())
            QSKIP("a small disk can be mounted by root only");
        const QString folder = disk.path() + QStringLiteral("/vault");
        copyFolder(m_made->folder(), folder);
        QVERIFY(disk.makeReadOnly());

        const auto vault =
            Vault::unlock(folder, QStringLiteral("rhian"), MadeVault::passphrase(), m_made->profile()).value();
        const auto opened = vault->openCase(m_one).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::FolderReadOnly);
        QCOMPARE(opened->entries().size(), 2U);
        QCOMPARE(opened->append(note(QStringLiteral("x"))).error().code, ErrorCode::ReadOnly);
        QCOMPARE(vault->createCase().error().code, ErrorCode::ReadOnly);
        QCOMPARE(vault->officeReadOnly(), ReadOnlyReason::FolderReadOnly);
    }

    void aFolderThatIsOnlyReadableOpensForReading() {
        if (::geteuid() != 0)
            QSKIP("takes away its own rights by becoming another user, as root only");
        for (const QString& root : {m_made->folder(), m_made->profile()})
            openToAll(root);
        QFile::setPermissions(QFileInfo(m_made->folder()).path(), QFile::Permissions(0x5755));
        QCOMPARE(::seteuid(65534), 0);

        const auto vault = m_made->unlock();
        const auto opened = vault ? (*vault)->openCase(m_one) : fail(vault.error());

        QCOMPARE(::seteuid(0), 0);
        QVERIFY(opened);
        QCOMPARE((*opened)->readOnly(), ReadOnlyReason::FolderReadOnly);
        QCOMPARE((*opened)->entries().size(), 2U);
    }

    void aProfileThatCannotBeWrittenIsSaidAndTheEntryIsRecorded() {
        const auto vault = m_made
                               ->unlock(FileStore([&](FileStore::Step step, const QString& path) {
                                   const bool profile = path.startsWith(m_made->profile());
                                   return profile && step == FileStore::Step::Write ? std::optional(ErrorCode::DiskFull)
                                                                                    : std::nullopt;
                               }))
                               .value();
        const auto opened = vault->openCase(m_one).value();

        QVERIFY(opened->append(note(QStringLiteral("Second day."))));

        QCOMPARE(opened->anchorProblem()->code, ErrorCode::DiskFull);
        QCOMPARE(m_made->unlock().value()->openCase(m_one).value()->entries().size(), 3U);
    }

    void aFullDiskLosesNothingThatIsRecorded() {
        const TinyDisk disk(300 << 10);
        if (!disk.isMounted())
            QSKIP("a small disk can be mounted by root only");
        const QString folder = disk.path() + QStringLiteral("/vault");
        copyFolder(m_made->folder(), folder);
        const auto vault =
            Vault::unlock(folder, QStringLiteral("rhian"), MadeVault::passphrase(), m_made->profile()).value();
        const auto opened = vault->openCase(m_one).value();
        size_t recorded = opened->entries().size();

        Result<ledger::Entry> last = opened->append(note(QString(20'000, QLatin1Char('x'))));
        for (int i = 0; i < 100 && last; ++i, ++recorded)
            last = opened->append(note(QString(20'000, QLatin1Char('x'))));

        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        QVERIFY(recorded > 2U);
        const auto after =
            Vault::unlock(folder, QStringLiteral("rhian"), MadeVault::passphrase(), m_made->profile()).value();
        QCOMPARE(after->openCase(m_one).value()->entries().size(), recorded);
        QVERIFY(!after->createCase()); // no room, and nothing half-made stays
        QCOMPARE(QDir(folder + "/cases").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    }

private:
    void spoil(const QString& what) { spoilFolder(m_made->caseFolder(m_one), what); }

    void spoilFolder(const QString& folder, const QString& what) {
        const QString ledger = ledgerIn(folder);
        if (what == QLatin1String("empty"))
            QVERIFY(overwrite(ledger, {}));
        else if (what == QLatin1String("gone"))
            QVERIFY(QFile::remove(ledger));
        else if (what == QLatin1String("swapped"))
            QVERIFY(overwrite(ledger, bytesOf(ledgerIn(m_made->caseFolder(m_two)))));
        else if (what == QLatin1String("text"))
            QVERIFY(overwrite(ledger, QByteArray(8192, 'x')));
        else if (what == QLatin1String("folder"))
            QVERIFY(QDir(folder).removeRecursively());
        else if (what == QLatin1String("record"))
            QVERIFY(QFile::remove(vault::accessPath(folder, 1)));
        else if (what == QLatin1String("emptyrecord"))
            QVERIFY(overwrite(vault::accessPath(folder, 1), {}));
        else if (what == QLatin1String("content"))
            putBack(m_made->caseFolder(m_two), folder);
    }

    static void openToAll(const QString& root) {
        const QFile::Permissions all(0x5555);
        QDirIterator items(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (items.hasNext())
            QFile::setPermissions(items.next(), all);
        QFile::setPermissions(root, all);
    }

    std::unique_ptr<MadeVault> m_made;
    std::unique_ptr<QTemporaryDir> m_kept;
    CaseId m_one, m_two;
    QString m_code; // of the first
    QString m_ledger;
};

QTEST_GUILESS_MAIN(TestOpening)
#include "test_opening.moc"
