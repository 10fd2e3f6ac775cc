// The list of bad input as far as a script can give it: one line says what happened and what to do next, the file that
// was given is as it was, and nothing recorded is lost.
#include "tests/attack/attackedvault.h"
#include "tests/base/inpieces.h"
#include "tests/base/tinydisk.h"
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <array>
#include <unistd.h>

using namespace core;
using namespace tests;

namespace {

QByteArray note(const QString& text, const char* occurred = "2026-01-05") {
    const QJsonObject line{{QStringLiteral("form"), QStringLiteral("note")},
                           {QStringLiteral("occurred"), QString::fromLatin1(occurred)},
                           {QStringLiteral("fields"), QJsonObject{{QStringLiteral("text"), text}}}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray picture() {
    QByteArray bytes("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20);
    for (int i = 0; i < 600; ++i)
        bytes += char(i * 73 + i / 7);
    return bytes;
}

void permit(const QString& root, int folders, int files) {
    QFile::setPermissions(root, QFile::Permissions(0x7777));
    QDirIterator items(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (items.hasNext()) {
        items.next();
        QFile::setPermissions(items.filePath(), QFile::Permissions(items.fileInfo().isDir() ? folders : files));
    }
    QFile::setPermissions(root, QFile::Permissions(folders));
}

} // namespace

class TestToolBadInput : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_made = std::make_unique<AttackedVault>();
        QVERIFY(m_made->isOk());
        permit(m_made->path({}), 0x7777, 0x6666);
        QCOMPARE(entries(), 60);
    }

    void wrongPassphrase() {
        QVERIFY(writeFile(m_made->path(QStringLiteral("pass")), "harbour lantern mossy quilt random\n"));
        says(m_made->runTool({"cases", m_made->folder()}), 3,
             "The passphrase is not right. Check the first line of the passphrase file.");
        QCOMPARE(entries(), 60);
    }

    void notAVault() {
        says(m_made->runTool({"cases", m_made->path(QStringLiteral("home"))}), 3,
             "This is not a records folder. Give the folder that holds vault.json.");
    }

    void vaultOfANewerVersion() {
        std::array<QByteArray, 2> kept;
        const std::array<QString, 2> paths{m_made->folder() + "/vault.json", m_made->folder() + "/vault.bak.json"};
        for (std::size_t i = 0; i < 2; ++i) {
            kept[i] = bytesOfFile(paths[i]);
            QVERIFY(writeFile(paths[i], QByteArray(kept[i]).replace("\"format\":1", "\"format\":2")));
        }

        says(m_made->runTool({"cases", m_made->folder()}), 3,
             "These records were made by a newer version of Firsthand. Install that version.");

        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(writeFile(paths[i], kept[i]));
        QCOMPARE(entries(), 60);
    }

    void unreadableFolder() {
        permit(m_made->folder(), 0, 0);
        says(asNobody({"cases", m_made->folder()}), 3, "The file or folder cannot be read. Check who may read it.");
        permit(m_made->folder(), 0x7777, 0x6666);
        QCOMPARE(entries(), 60);
    }

    void readOnlyFolder() {
        permit(m_made->folder(), 0x5555, 0x4444);
        const QByteArray given = give(note(QStringLiteral("Second day.")));

        says(asNobody({"import", m_made->folder(), m_made->id().toString(), input()}), 4,
             "line 1: This can be read but not written. Check who may write in the folder.");

        QCOMPARE(bytesOfFile(input()), given);
        QCOMPARE(asNobody({"show", m_made->folder(), m_made->id().toString()}).lines.count('\n'), 60);
        permit(m_made->folder(), 0x7777, 0x6666);
        QCOMPARE(entries(), 60);
    }

    // On a small disk that is really full where one can be mounted; else with writing refused as a full disk refuses
    // it.
    void fullDisk() {
        const TinyDisk disk(600 << 10);
        QString folder = m_made->folder();
        if (disk.isMounted()) {
            folder = disk.path() + QStringLiteral("/vault");
            copyFolder(m_made->folder(), folder);
            QFile filler(disk.path() + QStringLiteral("/in-the-way"));
            QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (filler.write(QByteArray(4096, 'x')) > 0) {
            }
        } else {
            qInfo("no small disk can be mounted here: its refusals are played instead");
#ifdef __SANITIZE_ADDRESS__
            QSKIP("nothing can be loaded before a program with a sanitizer");
#endif
            m_preload = QStringLiteral(FULL_DISK);
        }
        const QString id = m_made->id().toString();
        const QByteArray given = give(note(QString(20'000, QLatin1Char('x'))) + note(QStringLiteral("Third day.")));

        const Verified full = run({"import", folder, id, input()});

        says(full, 4, "line 1: The disk is full: nothing more was recorded. Free some space and try again.");
        QVERIFY(!full.lines.contains("recorded 0") && !full.lines.contains("line 2"));
        QCOMPARE(bytesOfFile(input()), given);
        QCOMPARE(run({"show", folder, id}).lines.count('\n'), 60);
        m_preload.clear();
        QFile::remove(disk.path() + QStringLiteral("/in-the-way"));
        QCOMPARE(run({"import", folder, id, input()}).code, 0); // with room again, the same file
        QCOMPARE(run({"show", folder, id}).lines.count('\n'), 62);
        QCOMPARE(run({"verify", folder}).code, 0);
    }

    void ledgerFileThatIsNotTheCases_data() {
        QTest::addColumn<bool>("swapped");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("0-byte ledger file")
            << false << QByteArray("The case's file is empty. Restore it from a backup; nothing was changed.");
        QTest::newRow("swapped ledger file")
            << true
            << QByteArray("The case's file does not open with this case's key: it was swapped or is damaged. Restore "
                          "it from a backup.");
    }
    void ledgerFileThatIsNotTheCases() {
        QFETCH(bool, swapped);
        QFETCH(QByteArray, sentence);
        const QByteArray whole = bytesOfFile(m_made->ledgerFile());
        const QByteArray instead = swapped ? bytesOfFile(m_made->ledgerFile(1)) : QByteArray();
        QVERIFY(writeFile(m_made->ledgerFile(), instead));

        says(m_made->runTool({"cases", m_made->folder()}), 3, sentence);

        QVERIFY(m_made->runVerify().blames(m_made->id(), sentence.constData()));
        QCOMPARE(bytesOfFile(m_made->ledgerFile()), instead); // left alone
        QVERIFY(writeFile(m_made->ledgerFile(), whole));
        QCOMPARE(entries(), 60);
    }

    void lineThatCannotBeRecorded_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray base64 = picture().toBase64();
        const QByteArray uri = "data:image/jpeg;base64," + base64;
        const QByteArray hex = picture().toHex();
        const QString text = QStringLiteral("x");
        QTest::newRow("date that cannot be") << note(text, "2025-02-29") << QByteArray("line 2, occurred:");
        QTest::newRow("time that cannot be") << note(text, "2025-02-28T25:00+00:00") << QByteArray("line 2, occurred:");
        QTest::newRow("date in the future")
            << note(text, "2199-01-01") << QByteArray("line 2, occurred: That lies in the future. Check the date");
        QTest::newRow("date too long ago")
            << note(text, "1066-10-14") << QByteArray("line 2, occurred: That is too long ago. Check the year.");
        QTest::newRow("empty required field")
            << note({})
            << QByteArray("line 2, fields.text: \u201cWhat would you like to record?\u201d is empty. Fill it in");
        QTest::newRow("more than a million bytes")
            << note(QString(1 << 20, QLatin1Char('a')))
            << QByteArray("line 2, fields.text: \u201cWhat would you like to record?\u201d is longer than one entry "
                          "can hold. Divide it");
        const QByteArray asFile = "written as text. No file is kept here. Take it out, and write in words";
        QTest::newRow("data:, one line") << note(QString::fromLatin1(uri)) << asFile;
        QTest::newRow("data:, wrapped") << note(inPieces(uri, 76, "\n")) << asFile;
        QTest::newRow("data:, spaced") << note(QString::fromLatin1(uri.left(23)) + ' ' + inPieces(base64, 4, " "))
                                       << asFile;
        QTest::newRow("base64, one line") << note(QString::fromLatin1(base64)) << asFile;
        QTest::newRow("base64, wrapped") << note(inPieces(base64, 64, "\n")) << asFile;
        QTest::newRow("base64, spaced") << note(inPieces(base64, 8, " ")) << asFile;
        QTest::newRow("hex, one line") << note(QString::fromLatin1(hex)) << asFile;
        QTest::newRow("hex, wrapped") << note(inPieces(hex, 64, "\n")) << asFile;
        QTest::newRow("hex, spaced") << note(inPieces(hex, 2, " ")) << asFile;
    }
    void lineThatCannotBeRecorded() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, sentence);
        const QByteArray good = note(QStringLiteral("Beside a line that is not."));
        const QByteArray given = give(good + line + good);

        says(m_made->runTool({"import", m_made->folder(), m_made->id().toString(), input()}), 1, sentence);

        QCOMPARE(bytesOfFile(input()), given);
        QCOMPARE(entries(), 62); // the two beside it
        QVERIFY(m_made->runVerify().isFine());
    }

    void megabyteOfText() {
        const QString much =
            QStringLiteral("so then we walked home and nobody said. ").repeated(25'000); // 1,000,000 bytes
        (void)give(note(much));

        QCOMPARE(m_made->runTool({"import", m_made->folder(), m_made->id().toString(), input()}).code, 0);

        QCOMPARE(entries(), 61);
        QVERIFY(m_made->runTool({"show", m_made->folder(), m_made->id().toString()}).names(much));
    }

private:
    QString input() const {
        return m_made->path(QStringLiteral("lines.jsonl"));
    }
    QByteArray give(const QByteArray& lines) const {
        return writeFile(input(), lines) ? lines : QByteArray();
    }

    Verified run(const QStringList& arguments, bool nobody = false) const {
        QProcess tool;
        QProcessEnvironment environment = m_made->environment();
        if (!m_preload.isEmpty())
            environment.insert(QStringLiteral("LD_PRELOAD"), m_preload);
        tool.setProcessEnvironment(environment);
        tool.setProcessChannelMode(QProcess::MergedChannels);
        if (nobody)
            tool.setChildProcessModifier([] {
                if (::setresuid(65534, 65534, 65534) != 0)
                    ::_exit(99);
            });
        // A copy, which nobody may run as well, wherever the build lies.
        const QString program = m_made->path(QStringLiteral("firsthand-tool"));
        if (!QFile::exists(program))
            QFile::copy(QStringLiteral(TOOL_PATH), program);
        QFile::setPermissions(program, QFile::Permissions(0x7755));
        tool.start(program, arguments + m_made->logIn());
        if (!tool.waitForFinished(120'000) || tool.exitStatus() != QProcess::NormalExit)
            return {};
        return {tool.exitCode(), tool.readAll()};
    }
    // Root may read and write everywhere.
    Verified asNobody(const QStringList& arguments) const {
        return run(arguments, ::geteuid() == 0);
    }
    static void says(const Verified& ran, int code, const QByteArray& sentence) {
        QVERIFY2(ran.lines.contains(sentence), ran.lines.right(600).constData());
        QCOMPARE(ran.code, code);
        for (const QByteArray& line : ran.lines.split('\n')) {
            if (line.contains(sentence))
                qInfo("exit %d: %s", ran.code, line.left(200).constData());
        }
    }
    // As a vault of its own reads and verifies them.
    int entries() const {
        const auto vault = m_made->unlock();
        const auto opened = vault ? vault->openCase(m_made->id()) : fail(ErrorCode::NotFound);
        return opened && (*opened)->verify() ? int((*opened)->entries().size()) : -1;
    }

    std::unique_ptr<AttackedVault> m_made;
    QString m_preload;
};

QTEST_GUILESS_MAIN(TestToolBadInput)
#include "test_toolbadinput.moc"
