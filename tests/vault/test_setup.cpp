// Set-up leaves a whole vault or nothing, whatever step of it fails or is its last.
#include "tests/base/tinydisk.h"
#include "tests/vault/madevault.h"
#include <QTest>

using namespace core;
using namespace tests;
using vault::Vault;

namespace {

QStringList content(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestSetup : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFailureAtAnyStepLeavesNothing() {
        const int steps = countSteps();
        QVERIFY(steps > 20);

        for (int failing = 1; failing <= steps; ++failing) {
            int at = 0;
            const FileStore files([&](FileStore::Step, const QString&) {
                return ++at == failing ? std::optional(ErrorCode::DiskFull) : std::nullopt;
            });
            const auto created = make(files);

            if (created) { // past the last step that matters: the mark is taken away, the anchor set
                QVERIFY(failing > steps - 10);
                startAgain();
                continue;
            }
            QCOMPARE(created.error().code, ErrorCode::DiskFull);
            QVERIFY2(content(m_dir->path()).isEmpty(), QByteArray::number(failing).constData());
        }
    }

    void aCrashAtAnyStepLeavesAWholeVaultOrNone() {
        const int steps = countSteps();
        int whole = 0;
        int none = 0;

        for (int last = 1; last <= steps; ++last) {
            startAgain();
            int at = 0;
            const FileStore files([&](FileStore::Step step, const QString&) {
                const bool reading = step == FileStore::Step::Read;
                return ++at >= last && !reading ? std::optional(ErrorCode::IoFailure) : std::nullopt;
            });
            (void)make(files);

            const auto info = Vault::inspect(folder());
            if (info) {
                ++whole;
                QVERIFY(Vault::unlock(folder(), QStringLiteral("rhian"), MadeVault::passphrase(), profile()));
                QCOMPARE(make({}).error().code, ErrorCode::AlreadyExists);
                QVERIFY(!content(folder()).contains(QStringLiteral("unfinished-set-up")));
            } else {
                ++none;
                QVERIFY(info.error().code == ErrorCode::NotAVault || info.error().code == ErrorCode::NotFound);
                const auto again = make({});
                QVERIFY2(again, QByteArray::number(last).constData());
                QCOMPARE(content(folder()), (QStringList{"cases", "keys", "office", "vault.bak.json", "vault.json"}));
            }
        }
        QVERIFY(none > 10);
        QVERIFY(whole > 3);
    }

    void whatElseLiesInAFolderIsNeverTouched() {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(overwrite(folder() + "/letter.txt", "dear"));

        QCOMPARE(make({}).error().code, ErrorCode::AlreadyExists);

        QCOMPARE(content(folder()), QStringList{"letter.txt"});
    }

    void aVaultIsNeverMadeOverAVault() {
        QVERIFY(make({}));
        const QByteArray before = bytesOf(folder() + "/vault.json");

        QCOMPARE(make({}).error().code, ErrorCode::AlreadyExists);

        QCOMPARE(bytesOf(folder() + "/vault.json"), before);
    }

    void aFolderWithCasesIsNeverClearedAway() {
        QVERIFY(make({}));
        QVERIFY(unlocked()->createCase());
        QVERIFY(QFile::remove(folder() + "/vault.json"));
        QVERIFY(QFile::remove(folder() + "/vault.bak.json"));
        QVERIFY(overwrite(folder() + "/unfinished-set-up", "x"));

        QCOMPARE(make({}).error().code, ErrorCode::AlreadyExists);

        QCOMPARE(content(folder() + "/cases").size(), 1);
        QCOMPARE(content(folder() + "/keys").size(), 1);
    }

    void tryingAFolderLeavesNothingThere() {
        QVERIFY(Vault::tryFolder(folder(), false));
        QVERIFY(content(m_dir->path()).isEmpty());
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(Vault::tryFolder(folder(), false));
        QVERIFY(content(folder()).isEmpty());

        QVERIFY(overwrite(folder() + "/letter.txt", "dear"));
        QCOMPARE(Vault::tryFolder(folder(), false).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(content(folder()), QStringList{"letter.txt"});
        const QString synced = m_dir->filePath(QStringLiteral("Dropbox/vault"));
        QCOMPARE(Vault::tryFolder(synced, false).error().code, ErrorCode::NetworkFolder);
        QVERIFY(Vault::tryFolder(synced, true));
        QVERIFY(!QFileInfo::exists(m_dir->filePath(QStringLiteral("Dropbox"))));
    }

    void aVaultOpensWithTheSheetItWasMadeFor() {
        QVERIFY(make({}));

        QVERIFY(Vault::unlockWithRecovery(folder(), m_sheet, profile()));
        QVERIFY(!Vault::unlockWithRecovery(folder(), crypto::RecoveryKey::random(), profile())); // the control
    }

    void anEmptyFolderMadeBeforehandIsFine() {
        QVERIFY(QDir().mkpath(folder()));

        QVERIFY(make({}));

        QVERIFY(unlocked());
    }

    void whatIsMissingIsNamed_data() {
        QTest::addColumn<QString>("field");
        QTest::newRow("office") << "office";
        QTest::newRow("lead") << "leadName";
        QTest::newRow("log-in name") << "logInName";
        QTest::newRow("passphrase") << "passphrase";
    }

    void whatIsMissingIsNamed() {
        QFETCH(QString, field);
        vault::Setup setup = MadeVault::setup();
        if (field == QLatin1String("office"))
            setup.office.name = QStringLiteral("  ");
        if (field == QLatin1String("leadName"))
            setup.leadName.clear();
        if (field == QLatin1String("logInName"))
            setup.logInName = QStringLiteral(" ");
        const crypto::Secret passphrase =
            field == QLatin1String("passphrase") ? crypto::Secret() : MadeVault::passphrase();

        const auto created = Vault::create(folder(), setup, passphrase, m_sheet, profile());

        QCOMPARE(created.error(), (Error{ErrorCode::FieldInvalid, field}));
        QVERIFY(content(m_dir->path()).isEmpty());
    }

    void aKdfBelowTheFloorIsRefused() {
        vault::Setup setup = MadeVault::setup();
        setup.kdf.memoryBytes = 1 << 20;

        QCOMPARE(Vault::create(folder(), setup, MadeVault::passphrase(), m_sheet, profile()).error().code,
                 ErrorCode::KdfOutOfRange);
        QVERIFY(content(m_dir->path()).isEmpty());
    }

    void aSyncFolderIsTakenOnlyOnPurposeAndThatIsRecorded() {
        const QString synced = m_dir->filePath(QStringLiteral("Dropbox/vault"));
        vault::Setup setup = MadeVault::setup();

        QCOMPARE(Vault::create(synced, setup, MadeVault::passphrase(), m_sheet, profile()).error(),
                 (Error{ErrorCode::NetworkFolder, QStringLiteral("Dropbox")}));
        QVERIFY(content(m_dir->path()).isEmpty());
        setup.remoteFolderAccepted = true;
        const auto created = Vault::create(synced, setup, MadeVault::passphrase(), m_sheet, profile());

        QVERIFY(created);
        QCOMPARE((*created)->openOffice().value()->entries()[1].fields().value("remoteFolder").toString(),
                 QStringLiteral("Dropbox"));
    }

    void aFullDiskLeavesNothing() {
        const TinyDisk disk(16 << 10);
        if (!disk.isMounted())
            QSKIP("a small disk can be mounted by root only");

        const auto created =
            Vault::create(disk.path() + "/vault", MadeVault::setup(), MadeVault::passphrase(), m_sheet, profile());

        QCOMPARE(created.error().code, ErrorCode::DiskFull);
        QVERIFY(content(disk.path()).isEmpty());
    }

    void aCaseThatCannotBeSealedLeavesNothing() {
        QVERIFY(make({}));
        for (const FileStore::Step step :
             {FileStore::Step::MakeFolder, FileStore::Step::Write, FileStore::Step::Rename}) {
            const FileStore files([&](FileStore::Step one, const QString& path) {
                return one == step && path.contains(QStringLiteral("/cases/")) ? std::optional(ErrorCode::DiskFull)
                                                                               : std::nullopt;
            });
            const auto vault =
                Vault::unlock(folder(), QStringLiteral("rhian"), MadeVault::passphrase(), profile(), files).value();

            QCOMPARE(vault->createCase().error().code, ErrorCode::DiskFull);

            QCOMPARE(content(folder() + "/cases"), QStringList());
        }
        QVERIFY(unlocked()->createCase()); // the control
    }

private:
    QString folder() const { return m_dir->filePath(QStringLiteral("office/vault")); }
    QString profile() const { return m_dir->filePath(QStringLiteral("profile")); }
    std::unique_ptr<Vault> unlocked() const {
        return std::move(*Vault::unlock(folder(), QStringLiteral("rhian"), MadeVault::passphrase(), profile()));
    }
    Result<std::unique_ptr<Vault>> make(const FileStore& files) {
        return Vault::create(folder(), MadeVault::setup(), MadeVault::passphrase(), m_sheet, profile(), files);
    }
    int countSteps() {
        int steps = 0;
        if (!make(FileStore([&](FileStore::Step, const QString&) {
                ++steps;
                return std::nullopt;
            })))
            return 0;
        startAgain();
        return steps;
    }
    void startAgain() {
        QDir(m_dir->path()).removeRecursively();
        QDir().mkpath(m_dir->path());
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    crypto::RecoveryKey m_sheet = crypto::RecoveryKey::random();
};

QTEST_GUILESS_MAIN(TestSetup)
#include "test_setup.moc"
