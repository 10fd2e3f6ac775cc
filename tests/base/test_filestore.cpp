#include "core/base/filestore.h"
#include "tests/base/tinydisk.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using Step = FileStore::Step;

namespace {

// Fails one step; from then on every step when `crash` is set, as if the program had ended there.
FileStore failing(Step at, ErrorCode code, bool crash = false) {
    auto dead = std::make_shared<bool>(false);
    return FileStore([=](Step step, const QString&) -> std::optional<ErrorCode> {
        if (step == at)
            *dead = true;
        return step == at || (crash && *dead) ? std::optional(code) : std::nullopt;
    });
}

} // namespace

class TestFileStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aNewFileIsReadBack() {
        const QByteArray bytes("one line\nand another\n");

        QVERIFY(FileStore().writeNew(path("a.json"), bytes));

        QCOMPARE(FileStore().read(path("a.json")).value(), bytes);
        QCOMPARE(names(), QStringList{"a.json"});
    }

    void anExistingFileIsNotWrittenOver() {
        QVERIFY(FileStore().writeNew(path("a.json"), "first"));

        const auto second = FileStore().writeNew(path("a.json"), "second");

        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(FileStore().read(path("a.json")).value(), QByteArray("first"));
        QCOMPARE(names(), QStringList{"a.json"});
    }

    void aFileInTwoHalvesHasItsNameOnlyAfterTheSecond() {
        const auto prepared = FileStore().prepare(path("a.pdf"), "whole");
        QVERIFY(prepared);
        QVERIFY(!QFile::exists(path("a.pdf")) && QFile::exists(*prepared));

        QVERIFY(FileStore().place(*prepared, path("a.pdf")));

        QCOMPARE(FileStore().read(path("a.pdf")).value(), QByteArray("whole"));
        QCOMPARE(names(), QStringList{"a.pdf"});
        QVERIFY(!(QFile::permissions(path("a.pdf")) & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(FileStore().prepare(path("a.pdf"), "other").error().code, ErrorCode::AlreadyExists);
    }

    void aNameTakenMeanwhileIsNotWrittenOver() {
        const auto prepared = FileStore().prepare(path("a.pdf"), "ours");
        QVERIFY(prepared && FileStore().writeNew(path("a.pdf"), "theirs"));

        const auto placed = FileStore().place(*prepared, path("a.pdf"));

        QCOMPARE(placed.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(FileStore().read(path("a.pdf")).value(), QByteArray("theirs"));
        QCOMPARE(names(), QStringList{"a.pdf"});
    }

    void replaceChangesTheWholeContent_data() {
        QTest::addColumn<FileStore::Durable>("durable");
        QTest::newRow("file and folder") << FileStore::Durable::FileAndFolder;
        QTest::newRow("file") << FileStore::Durable::File;
        QTest::newRow("nothing") << FileStore::Durable::Nothing;
    }

    void replaceChangesTheWholeContent() {
        QFETCH(FileStore::Durable, durable);
        QVERIFY(FileStore().replace(path("a.json"), "a long first content", durable));

        QVERIFY(FileStore().replace(path("a.json"), "short", durable));

        QCOMPARE(FileStore().read(path("a.json")).value(), QByteArray("short"));
        QCOMPARE(names(), QStringList{"a.json"});
    }

    void whatIsMissingUnreadableOrTooLargeIsNamed() {
        QVERIFY(FileStore().writeNew(path("large"), QByteArray(100, 'x')));
        QVERIFY(QDir().mkdir(path("folder")));

        QCOMPARE(FileStore().read(path("nothing")).error().code, ErrorCode::NotFound);
        QCOMPARE(FileStore().read(path("folder")).error().code, ErrorCode::Unreadable);
        QCOMPARE(FileStore().read(path("large"), 99).error().code, ErrorCode::Damaged);
        QVERIFY(FileStore().read(path("large"), 100));
        QCOMPARE(FileStore().remove(path("nothing")).error().code, ErrorCode::NotFound);
        QCOMPARE(FileStore().writeNew(path("none/a.json"), "x").error().code, ErrorCode::NotFound);
        QCOMPARE(FileStore().makeFolder(path("folder")).error().code, ErrorCode::AlreadyExists);
    }

    void behindAClosedFolderNothingIsCalledMissing() {
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("closed")));
        const QString folder = m_dir->filePath(QStringLiteral("closed"));
        QVERIFY(FileStore().writeNew(folder + QStringLiteral("/kept"), "x"));
        QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7777));
        QFile::setPermissions(folder, QFile::Permissions(0));
        const bool root = ::geteuid() == 0; // who may enter everywhere
        QCOMPARE(root ? ::seteuid(65534) : 0, 0);

        const auto kept = FileStore().read(folder + QStringLiteral("/kept"));
        const auto beside = FileStore().read(m_dir->filePath(QStringLiteral("none"))); // the control

        QCOMPARE(root ? ::seteuid(0) : 0, 0);
        QFile::setPermissions(folder, QFile::Permissions(0x7700));
        QCOMPARE(kept.error().code, ErrorCode::Unreadable);
        QCOMPARE(beside.error().code, ErrorCode::NotFound);
    }

    void aFailedStepLeavesTheOldFileAndNothingElse_data() {
        QTest::addColumn<Step>("step");
        QTest::newRow("open") << Step::OpenNew;
        QTest::newRow("write") << Step::Write;
        QTest::newRow("sync") << Step::Sync;
        QTest::newRow("read back") << Step::ReadBack;
        QTest::newRow("rename") << Step::Rename;
    }

    void aFailedStepLeavesTheOldFileAndNothingElse() {
        QFETCH(Step, step);
        QVERIFY(FileStore().writeNew(path("a.json"), "old"));

        const auto replaced = failing(step, ErrorCode::DiskFull).replace(path("a.json"), "new");

        QCOMPARE(replaced.error().code, ErrorCode::DiskFull);
        QCOMPARE(FileStore().read(path("a.json")).value(), QByteArray("old"));
        QCOMPARE(names(), QStringList{"a.json"});
    }

    void aCrashAtAnyStepLeavesTheOldFileOrTheNewOne() {
        for (const Step step :
             {Step::OpenNew, Step::Write, Step::Sync, Step::ReadBack, Step::Rename, Step::SyncFolder}) {
            QVERIFY(FileStore().replace(path("a.json"), "old"));

            QVERIFY(!failing(step, ErrorCode::IoFailure, true).replace(path("a.json"), "new"));

            const QByteArray after = FileStore().read(path("a.json")).value();
            QCOMPARE(after, step == Step::SyncFolder ? QByteArray("new") : QByteArray("old"));
        }
    }

    void withoutAFaultTheSameStepsSucceed() { // the control of the two above
        QVERIFY(FileStore().writeNew(path("a.json"), "old"));

        QVERIFY(failing(Step::Remove, ErrorCode::DiskFull).replace(path("a.json"), "new"));

        QCOMPARE(FileStore().read(path("a.json")).value(), QByteArray("new"));
    }

    void aFullDiskIsNamedAndTheOldFileStays() {
        const TinyDisk disk(64 << 10);
        if (!disk.isMounted())
            QSKIP("a small disk can be mounted by root only");
        const QString file = disk.path() + QStringLiteral("/a.json");
        QVERIFY(FileStore().writeNew(file, "old"));

        const auto replaced = FileStore().replace(file, QByteArray(1 << 20, 'x'));

        QCOMPARE(replaced.error().code, ErrorCode::DiskFull);
        QCOMPARE(FileStore().read(file).value(), QByteArray("old"));
        QCOMPARE(QDir(disk.path()).entryList(QDir::Files), QStringList{"a.json"});
        QVERIFY(FileStore().replace(file, "room again"));
    }

    void filesShareThePermissionsOfTheirFolder() {
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7700)));
        QVERIFY(FileStore().writeNew(path("private.json"), "x"));
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7777)));
        QVERIFY(FileStore().writeNew(path("shared.json"), "x"));

        QVERIFY(!(QFile::permissions(path("private.json")) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(QFile::permissions(path("shared.json")) & QFile::WriteOther);
        QVERIFY(!(QFile::permissions(path("shared.json")) & QFile::ExeOther));
    }

private:
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    QStringList names() const {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "test_filestore.moc"
