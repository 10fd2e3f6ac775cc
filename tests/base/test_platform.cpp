#include "core/base/platform.h"
#include "tests/base/tinydisk.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace core;
using platform::Reach;

namespace {

const QByteArray mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                          "30 22 0:26 / /mnt/office rw,relatime - cifs //server/office rw,vers=3.0\n"
                          "31 22 0:27 / /mnt/staff\\040share rw - nfs4 server:/staff rw\n"
                          "32 22 0:28 / /home/rhian/far rw - fuse.sshfs rhian@far: rw\n"
                          "33 30 8:2 / /mnt/office/local rw - ext4 /dev/sdb1 rw\n"
                          "34 22 0:30 / /mnt/stick rw - vfat /dev/sdc1 rw\n"
                          "a line that is not understood\n";

} // namespace

class TestPlatform : public QObject {
    Q_OBJECT

private slots:
    void networkMountsAreNamed_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::newRow("local") << "/home/rhian/vault"
                               << "";
        QTest::newRow("SMB share") << "/mnt/office/vault"
                                   << "SMB";
        QTest::newRow("the share itself") << "/mnt/office"
                                          << "SMB";
        QTest::newRow("a name that only begins alike") << "/mnt/officers/vault"
                                                       << "";
        QTest::newRow("a space in the name") << "/mnt/staff share/vault"
                                             << "NFS";
        QTest::newRow("over SSH") << "/home/rhian/far/vault"
                                  << "SSHFS";
        QTest::newRow("a local disk below a share") << "/mnt/office/local/vault"
                                                    << "";
        QTest::newRow("a stick") << "/mnt/stick/vault"
                                 << "";
    }

    void networkMountsAreNamed() {
        QFETCH(QString, path);
        QFETCH(QString, kind);

        QCOMPARE(platform::networkMountOf(path, mounts), kind);
    }

    void syncFoldersAreNamed_data() {
        QTest::addColumn<QString>("below");
        QTest::addColumn<QString>("kind");
        QTest::newRow("plain") << "vault"
                               << "";
        QTest::newRow("Dropbox") << "Dropbox/vault"
                                 << "Dropbox";
        QTest::newRow("OneDrive of a school") << "OneDrive - Ysgol Brynteg/vault"
                                              << "OneDrive";
        QTest::newRow("Nextcloud") << "Nextcloud/deep/er/vault"
                                   << "Nextcloud";
        QTest::newRow("a name that only begins alike") << "onedrivers/vault"
                                                       << "";
    }

    void syncFoldersAreNamed() {
        QFETCH(QString, below);
        QFETCH(QString, kind);
        const QTemporaryDir dir;

        QCOMPARE(platform::remoteKind(dir.filePath(below)), kind);
    }

    void aFolderMarkedBySyncthingIsNamed() {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("shared/vault")));
        QCOMPARE(platform::remoteKind(dir.filePath(QStringLiteral("shared/vault"))), QString());

        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("shared/.stfolder")));

        QCOMPARE(platform::remoteKind(dir.filePath(QStringLiteral("shared/vault"))), QStringLiteral("Syncthing"));
    }

    void aReadOnlyDiskIsNotWritable() {
        const TinyDisk disk(64 << 10);
        if (!disk.isMounted())
            QSKIP("a small disk can be mounted by root only");
        QVERIFY(platform::isWritableFolder(disk.path()));

        QVERIFY(disk.makeReadOnly());

        QVERIFY(!platform::isWritableFolder(disk.path()));
    }

    void onlyFoldersAreWritableFolders() {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));

        QVERIFY(platform::isWritableFolder(dir.path()));
        QVERIFY(!platform::isWritableFolder(file.fileName()));
        QVERIFY(!platform::isWritableFolder(dir.filePath(QStringLiteral("nothing"))));
    }

    void whoReachesAFolderFollowsFromTheNearestOneThatIsThere_data() {
        QTest::addColumn<int>("above");
        QTest::addColumn<int>("place");
        QTest::addColumn<Reach::Who>("who");
        QTest::newRow("a home of one's own") << 0700 << 0755 << Reach::Who::OwnAccount;
        QTest::newRow("read by all, written by one") << 0755 << 0755 << Reach::Who::OwnAccount;
        QTest::newRow("written by all") << 0755 << 0777 << Reach::Who::Everybody;
        QTest::newRow("written by all, behind a closed door") << 0750 << 0777 << Reach::Who::OwnAccount;
    }

    void whoReachesAFolderFollowsFromTheNearestOneThatIsThere() {
        QFETCH(int, above);
        QFETCH(int, place);
        QFETCH(Reach::Who, who);
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("Documents")));
        const QString documents = dir.filePath(QStringLiteral("Documents"));
        QCOMPARE(::chmod(QFile::encodeName(documents).constData(), mode_t(place)), 0);
        QCOMPARE(::chmod(QFile::encodeName(dir.path()).constData(), mode_t(above)), 0);

        QCOMPARE(platform::reachOf(documents + QStringLiteral("/Firsthand records")).who, who);
        QCOMPARE(platform::reachOf(documents).who, who);
    }

    void theGroupThatReachesAFolderIsNamed() {
        const ::group* staff = ::getgrnam("staff");
        const QTemporaryDir dir;
        const QByteArray path = QFile::encodeName(dir.path());
        if (!staff || ::chown(path.constData(), uid_t(-1), staff->gr_gid) != 0)
            QSKIP("only root may give a folder to another group");
        QCOMPARE(::chmod(path.constData(), 02770), 0);

        QCOMPARE(platform::reachOf(dir.filePath(QStringLiteral("records"))),
                 (Reach{Reach::Who::Group, QStringLiteral("staff")}));
    }

    void aFileIsNoPlaceForAFolder() {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("letter.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));

        QCOMPARE(platform::reachOf(file.fileName()).who, Reach::Who::Nobody);
    }

    void theMonotonicClockGoesOn() {
        const qint64 before = platform::monotonicMs();
        QTest::qSleep(20);
        const qint64 passed = platform::monotonicMs() - before;

        QVERIFY(passed >= 20 && passed < 20'000);
        QVERIFY(!platform::bootId().isEmpty());
        QCOMPARE(platform::bootId(), platform::bootId());
    }

    void theProfileLiesInTheUsersOwnData() {
        qputenv("XDG_DATA_HOME", "/home/rhian/.data");

        QCOMPARE(platform::profileFolder(), QStringLiteral("/home/rhian/.data/firsthand"));
    }

    void theRecordsAreProposedInTheUsersDocumentsUnlessTheseAreSynced() {
        if (QFileInfo::exists(QStringLiteral("/var/lib/firsthand")))
            QSKIP("this PC has a folder for everybody");
        const QTemporaryDir home;
        const auto before = std::array{qgetenv("HOME"), qgetenv("XDG_CONFIG_HOME"), qgetenv("XDG_DATA_HOME")};
        qputenv("HOME", home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral(".config")).toUtf8());
        qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
        const QString data = home.filePath(QStringLiteral("data/firsthand/records"));

        QCOMPARE(platform::proposedVaultFolder(), data); // no documents yet
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral("Documents")));
        QCOMPARE(platform::proposedVaultFolder(), home.filePath(QStringLiteral("Documents/Firsthand records")));
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral("Documents/.dropbox.cache")));
        QCOMPARE(platform::proposedVaultFolder(), data);

        qputenv("HOME", before[0]);
        qputenv("XDG_CONFIG_HOME", before[1]);
        qputenv("XDG_DATA_HOME", before[2]);
    }

    void aHardenedProcessLeavesNoCore() {
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);

        platform::hardenProcess();

        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    }
};

QTEST_GUILESS_MAIN(TestPlatform)
#include "test_platform.moc"
