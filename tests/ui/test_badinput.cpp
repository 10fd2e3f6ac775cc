// The list of bad input, a test for each, in the real window: one plain sentence says what happened and what to do
// next, what was typed is still there, and nothing recorded is lost.
#include "core/record/casefile.h"
#include "tests/base/inpieces.h"
#include "tests/base/tinydisk.h"
#include "tests/ledger/faultyfiles.h"
#include "tests/vault/copyfolder.h"
#include "tests/vault/madevault.h"
#include "ui/entry/entryeditor.h"
#include "ui/shell/casepages.h"
#include "ui/shell/casewindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/unlock/recoverygroups.h"
#include "ui/unlock/recoverypage.h"
#include "ui/unlock/unlockpage.h"
#include "ui/unlock/welcomepage.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QUrl>

using namespace core;
using tests::inPieces;
using tests::MadeVault;
using ui::MainWindow;
using ui::PlainLineEdit;
using ui::PlainTextEdit;

namespace {

constexpr char kBefore[] = "Seen at the gate, with his sister.";

QString without(QString text, QChar mark) {
    return text.remove(mark);
}

// A PNG as far as its head goes.
QByteArray picture() {
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x02\0\0\0", 26);
    for (int i = 0; i < 600; ++i)
        bytes += char(i * 73 + i / 7);
    return bytes;
}

void permit(const QString& root, QFile::Permissions folders, QFile::Permissions files) {
    QFile::setPermissions(root, QFile::Permissions(0x7777));
    QDirIterator items(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (items.hasNext()) {
        items.next();
        QFile::setPermissions(items.filePath(), items.fileInfo().isDir() ? folders : files);
    }
    QFile::setPermissions(root, folders);
}

// Root may write everywhere: while this lives, the process is nobody.
class AsNobody {
public:
    AsNobody() : m_wasRoot(::geteuid() == 0) {
        if (m_wasRoot)
            m_ok = ::seteuid(65534) == 0;
    }
    ~AsNobody() {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    bool isOk() const { return m_ok; }

private:
    bool m_wasRoot, m_ok = true;
};

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(db::Database::libraryVersion());
        FaultyFiles::install();
        ui::applyTheme(*qApp, ui::Look::Light);
        qInfo("a small disk of its own: %s",
              TinyDisk(64 << 10).isMounted() ? "yes" : "no, its refusals are played instead");
    }
    void init();
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_made.reset();
    }

    void wrongPassphrase();
    void wrongRecoveryGroup();
    void recoverySheetOfAnotherVault();
    void notAVault();
    void vaultOfANewerVersion();
    void unreadableFolder();
    void readOnlyFolder();
    void folderThatBecomesReadOnlyWhileWriting();
    void fullDisk();
    void ledgerFileThatIsNotTheCases_data();
    void ledgerFileThatIsNotTheCases();
    void dateThatCannotBe_data();
    void dateThatCannotBe();
    void emptyRequiredField();
    void megabyteOfPastedText();
    void moreThanAnEntryHolds();
    void clipboardWithImageOnly();
    void clipboardWithHtmlAndText();
    void droppedFile();
    void encodedImageAsText_data();
    void encodedImageAsText();

private:
    void openWindow(const QString& folder = {});
    void fill(const char* name, const char* passphrase);
    void unlock();
    void openCase();
    void startNote();
    void record() { button("Record")->click(); }
    QWidget* page(const char* className) const;
    ui::shell::CaseWindow* caseWindow() const { return m_window->findChild<ui::shell::CaseWindow*>(); }
    ui::entry::EntryEditor* editor() const;
    PlainTextEdit* text() const;
    PlainLineEdit* line(const char* name) const;
    QAbstractButton* button(const char* words) const;
    bool says(const QString& part) const;
    bool stillTyped() const { return text()->words() == m_typed && line("When was this?")->text() == m_typedWhen; }
    bool nothingRecordedIsLost(const QString& folder = {}, size_t more = 0);
    void paste(QMimeData* data);

    std::unique_ptr<MadeVault> m_made;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    CaseId m_id, m_other;
    QString m_typed, m_typedWhen;
};

void TestBadInput::init() {
    m_made = std::make_unique<MadeVault>();
    QVERIFY(m_made->isOk());
    qputenv("XDG_DATA_HOME", m_made->profile().toUtf8());
    m_settings = std::make_unique<QSettings>(m_made->file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
    auto guide = guide::Guide::load();
    QVERIFY(guide);
    const auto vault = vault::Vault::unlock(m_made->folder(), QStringLiteral("rhian"), MadeVault::passphrase(),
                                            m_made->profile() + QStringLiteral("/firsthand"));
    QVERIFY(vault);
    for (CaseId* id : {&m_id, &m_other}) {
        auto ledger = (*vault)->createCase();
        QVERIFY(ledger);
        *id = (*ledger)->id();
        record::CaseFile file(std::move(*ledger), *guide, **vault);
        const auto recorded = [&](const char* kind, const char* when, const QJsonObject& fields) {
            record::Recording recording;
            recording.kind = QString::fromLatin1(kind);
            recording.occurred = Occurred::parse(QString::fromLatin1(when)).value_or(Occurred());
            recording.fields = fields;
            return bool(file.record(recording));
        };
        QVERIFY(recorded("danger/1", "2026-01-05T09:00+00:00", {{"danger_now", "no"}, {"threat", "no"}}));
        QVERIFY(recorded("child/1", "", {{"identified", "yes"}, {"first_name", "Aled"}, {"authority", "glanfor"}}));
        QVERIFY(recorded("note/1", "2026-01-05", {{"text", kBefore}}));
    }
}

void TestBadInput::openWindow(const QString& folder) {
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_settings, folder.isEmpty() ? m_made->folder() : folder);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestBadInput::fill(const char* name, const char* passphrase) {
    line("Log-in name")->setText(QString::fromUtf8(name));
    line("Passphrase")->setText(QString::fromUtf8(passphrase));
    QTest::keyClick(line("Passphrase"), Qt::Key_Return);
}

void TestBadInput::unlock() {
    QSignalSpy opened(&m_window->session(), &ui::Session::casesOpened);
    fill("rhian", "harbour lantern mossy quilt tandem");
    QVERIFY(opened.wait(60'000));
}

void TestBadInput::openCase() {
    m_window->findChild<ui::Workspace*>()->goTo(ui::shell::Place(m_id.toString()));
    QVERIFY(caseWindow() && caseWindow()->isVisible());
}

// A note with a day and the beginning of a sentence, not recorded yet.
void TestBadInput::startNote() {
    openWindow();
    unlock();
    openCase();
    emit caseWindow()->findChild<ui::shell::CasePages*>()->writeAsked(QStringLiteral("note"), {});
    QVERIFY(editor());
    m_typedWhen = QStringLiteral("6 January 2026");
    m_typed = QStringLiteral("He said \u201cplease");
    line("When was this?")->setText(m_typedWhen);
    text()->setWords(m_typed);
    text()->moveCursor(QTextCursor::End);
}

ui::entry::EntryEditor* TestBadInput::editor() const {
    for (auto* found : m_window->findChildren<ui::entry::EntryEditor*>())
        if (found->isVisible())
            return found;
    return nullptr;
}

PlainTextEdit* TestBadInput::text() const {
    return editor()->findChild<ui::FormView*>()->findChild<PlainTextEdit*>();
}

PlainLineEdit* TestBadInput::line(const char* name) const {
    for (auto* found : m_window->findChildren<PlainLineEdit*>())
        if (found->isVisible() && found->accessibleName() == QString::fromUtf8(name))
            return found;
    return nullptr;
}

QAbstractButton* TestBadInput::button(const char* words) const {
    for (auto* found : m_window->findChildren<QAbstractButton*>())
        if (found->isVisible() && without(found->text(), QLatin1Char('&')) == QString::fromUtf8(words))
            return found;
    return nullptr;
}

// In a label that can be seen.
bool TestBadInput::says(const QString& part) const {
    for (auto* label : m_window->findChildren<ui::PlainLabel*>()) {
        if (!label->isVisible() || !label->text().contains(part))
            continue;
        qInfo("it says: %s", qPrintable(label->text()));
        return true;
    }
    return false;
}

// Read again by a vault of its own: the note of before, whole and verified, and what was recorded since.
bool TestBadInput::nothingRecordedIsLost(const QString& folder, size_t more) {
    m_window.reset();
    const auto vault = vault::Vault::unlock(folder.isEmpty() ? m_made->folder() : folder, QStringLiteral("rhian"),
                                            MadeVault::passphrase(), m_made->profile() + QStringLiteral("/firsthand"));
    const auto opened = vault ? (*vault)->openCase(m_id) : fail(vault.error());
    if (!opened || !(*opened)->verify())
        return false;
    const auto& entries = (*opened)->entries();
    return entries.size() == 4 + more && entries[3].fields().value(QLatin1String("text")).toString() == kBefore;
}

void TestBadInput::paste(QMimeData* data) {
    QGuiApplication::clipboard()->setMimeData(data);
    text()->setFocus();
    QTest::keySequence(text(), QKeySequence::Paste);
}

void TestBadInput::wrongPassphrase() {
    openWindow();

    fill("rhian", "harbour lantern mossy quilt random");

    QTRY_VERIFY_WITH_TIMEOUT(
        says(QStringLiteral("The passphrase is not right. Check that Caps Lock is off and type it again.")), 60'000);
    QCOMPARE(line("Log-in name")->text(), QStringLiteral("rhian"));
    unlock();
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::wrongRecoveryGroup() {
    openWindow();
    button("Use the recovery sheet")->click();
    auto* groups = m_window->findChild<ui::RecoveryGroups*>();
    const auto fields = groups->findChildren<PlainLineEdit*>();
    for (qsizetype i = 0; i < 8; ++i)
        QTest::keyClicks(fields[i], m_made->groups[i]);
    const QString right = fields[5]->text();
    fields[5]->clear();
    QTest::keyClicks(fields[5], right.left(4) + (right[4] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7')));

    button("Unlock with the sheet")->click();

    QVERIFY(says(QStringLiteral("Group 6 is not right. Compare it with the sheet and correct it.")));
    for (qsizetype i = 0; i < 8; ++i)
        QCOMPARE(fields[i]->text() == m_made->groups[i], i != 5);
    QSignalSpy opened(&m_window->session(), &ui::Session::casesOpened);
    fields[5]->clear();
    QTest::keyClicks(fields[5], right);
    button("Unlock with the sheet")->click();
    QVERIFY(opened.wait(60'000));
    openCase();
    QVERIFY(says(QStringLiteral("Opened with the recovery sheet: this case can be read and not added to.")));
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::recoverySheetOfAnotherVault() {
    openWindow();
    button("Use the recovery sheet")->click();
    const QStringList other = crypto::RecoveryKey::random().groups();
    const auto fields = m_window->findChild<ui::RecoveryGroups*>()->findChildren<PlainLineEdit*>();
    for (qsizetype i = 0; i < 8; ++i)
        QTest::keyClicks(fields[i], other[i]);

    button("Unlock with the sheet")->click();

    QTRY_VERIFY_WITH_TIMEOUT(
        says(QStringLiteral("The sheet was typed correctly, but it is not the recovery sheet of these records. "
                            "Look for the sheet with this office's name.")),
        60'000);
    for (qsizetype i = 0; i < 8; ++i)
        QCOMPARE(fields[i]->text(), other[i]);
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::notAVault() {
    openWindow(m_made->file(QStringLiteral("cases")));

    QVERIFY(m_window->findChild<ui::WelcomePage*>()->isVisible());
    QVERIFY(says(QStringLiteral(
        "There are no Firsthand records in this folder. Choose the folder that holds the file vault.json.")));
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::vaultOfANewerVersion() {
    QHash<QString, QByteArray> kept;
    for (const char* name : {"vault.json", "vault.bak.json"}) {
        const QString path = m_made->file(QString::fromLatin1(name));
        kept.insert(path, tests::bytesOf(path));
        QVERIFY(tests::overwrite(path, QByteArray(kept.value(path)).replace("\"format\":1", "\"format\":2")));
    }

    openWindow();

    QVERIFY(says(QStringLiteral(
        "These records were made by a newer version of Firsthand. Update the program on this PC, then open "
        "them again.")));
    for (auto file = kept.constBegin(); file != kept.constEnd(); ++file) {
        QVERIFY(tests::bytesOf(file.key()).contains("\"format\":2")); // it was left alone
        QVERIFY(tests::overwrite(file.key(), file.value()));
    }
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::unreadableFolder() {
    permit(m_made->folder(), QFile::Permissions(0), QFile::Permissions(0));
    QFile::setPermissions(QFileInfo(m_made->folder()).path(), QFile::Permissions(0x7777));
    {
        const AsNobody nobody;
        QVERIFY(nobody.isOk());

        openWindow();

        QVERIFY(says(
            QStringLiteral("The folder is there but cannot be read. Ask whoever looks after this PC to let you read "
                           "it.")));
        m_window.reset();
    }
    permit(m_made->folder(), QFile::Permissions(0x7777), QFile::Permissions(0x6666));
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::readOnlyFolder() {
    permit(m_made->folder(), QFile::Permissions(0x5555), QFile::Permissions(0x4444));
    permit(QFileInfo(m_made->profile()).absoluteFilePath(), QFile::Permissions(0x7777), QFile::Permissions(0x6666));
    QFile::setPermissions(QFileInfo(m_made->folder()).path(), QFile::Permissions(0x7777));
    {
        const AsNobody nobody;
        QVERIFY(nobody.isOk());
        openWindow();
        unlock();

        openCase();

        QVERIFY(says(QStringLiteral("This case can be read and not added to: the records folder cannot be written. Ask "
                                    "whoever looks after this PC to let you write there.")));
        QVERIFY(!button("Add entry"));
        m_window.reset();
    }
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::folderThatBecomesReadOnlyWhileWriting() {
    permit(m_made->folder(), QFile::Permissions(0x7777), QFile::Permissions(0x6666));
    permit(m_made->profile(), QFile::Permissions(0x7777), QFile::Permissions(0x6666));
    QFile::setPermissions(QFileInfo(m_made->folder()).path(), QFile::Permissions(0x7777));
    startNote();
    permit(m_made->folder(), QFile::Permissions(0x5555), QFile::Permissions(0x4444));
    {
        const AsNobody nobody;
        QVERIFY(nobody.isOk());

        record();

        QVERIFY(says(
            QStringLiteral("The folder can be read but not written. Ask whoever looks after this PC to let you write "
                           "there.")));
        QVERIFY(stillTyped());
    }
    permit(m_made->folder(), QFile::Permissions(0x7777), QFile::Permissions(0x6666));
    record();
    QTRY_VERIFY(says(QStringLiteral("Note recorded")));
    QVERIFY(nothingRecordedIsLost({}, 1));
}

// On a small disk that is really full where one can be mounted; else with every write refused as a full disk refuses
// it.
void TestBadInput::fullDisk() {
    const TinyDisk disk(600 << 10);
    QString folder = m_made->folder();
    if (disk.isMounted()) {
        folder = disk.path() + QStringLiteral("/vault");
        tests::copyFolder(m_made->folder(), folder);
    }
    const QString inTheWay = disk.path() + QStringLiteral("/in-the-way");
    openWindow(folder);
    unlock();
    openCase();
    emit caseWindow()->findChild<ui::shell::CasePages*>()->writeAsked(QStringLiteral("note"), {});
    m_typed = QStringLiteral("He said that ").repeated(2000);
    m_typedWhen = QStringLiteral("6 January 2026");
    line("When was this?")->setText(m_typedWhen);
    text()->setWords(m_typed);
    if (disk.isMounted()) {
        QFile filler(inTheWay);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) > 0) {
        }
    } else {
        FaultyFiles::arm(FaultyFiles::Write, 1, SQLITE_FULL, true);
    }

    QVERIFY(!caseWindow()->keepDraft());
    QVERIFY(says(QStringLiteral("The draft could not be kept. The disk is full")));
    record();

    QVERIFY(
        says(QStringLiteral("The disk is full, so this was not saved. Make room and try again; what you typed is still "
                            "here.")));
    QVERIFY(stillTyped());
    FaultyFiles::disarm();
    QFile::remove(inTheWay);
    record();
    QTRY_VERIFY(says(QStringLiteral("Note recorded")));
    QVERIFY(nothingRecordedIsLost(folder, 1));
}

void TestBadInput::ledgerFileThatIsNotTheCases_data() {
    QTest::addColumn<bool>("swapped");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("0-byte ledger file") << false
                                        << "The file of this case is empty, which should never be. Do not write in it: "
                                           "restore it from a backup.";
    QTest::newRow("swapped ledger file")
        << true << "The file of this case does not open with its key. Restore it from a backup.";
}

void TestBadInput::ledgerFileThatIsNotTheCases() {
    QFETCH(bool, swapped);
    QFETCH(QString, sentence);
    const QString path = tests::ledgerIn(m_made->caseFolder(m_id));
    const QByteArray whole = tests::bytesOf(path);
    const QByteArray instead = swapped ? tests::bytesOf(tests::ledgerIn(m_made->caseFolder(m_other))) : QByteArray();
    QVERIFY(tests::overwrite(path, instead));

    openWindow();
    unlock();
    const QString code = m_window->session().unopened().at(0).code;
    QVERIFY(says(QStringLiteral("Case %1 could not be opened. Nothing in it was changed").arg(code)));
    button("What to do")->click();

    QVERIFY(says(QStringLiteral("Case %1: %2 Delete nothing of it").arg(code, sentence)));
    QVERIFY(m_window->session().caseFile(m_other)); // the other one is there
    m_window.reset();
    QCOMPARE(tests::bytesOf(path), instead); // it was left alone
    QVERIFY(tests::overwrite(path, whole));
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::dateThatCannotBe_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no such day") << "29/2/2023"
                                 << "There is no 29 February in 2023. Check the date.";
    QTest::newRow("no such time") << "5 January 2026 25:10"
                                  << "There is no such time of day. Write it like 10:30 or 4pm.";
    QTest::newRow("in the future") << "1 January 2190"
                                   << "This lies in the future. Check the date and the time.";
    QTest::newRow("too long ago") << "14 October 1066"
                                  << "This lies before 1900. Check the year.";
    QTest::newRow("the end before the start") << "between 5/1/26 and 3/1/26"
                                              << "The second date is earlier than the first. Check both.";
    QTest::newRow("no date at all") << "the day of the trip"
                                    << QString::fromUtf8("“the day of the trip” was not understood as a date. Write it "
                                                         "like 14/2/2025, today 10:30 or March 2025.");
}

void TestBadInput::dateThatCannotBe() {
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    startNote();
    m_typedWhen = typed;
    line("When was this?")->setText(typed);

    record();

    QVERIFY(says(QStringLiteral("One thing to put right, then press Record")));
    QVERIFY(says(sentence));
    QVERIFY(stillTyped());
    line("When was this?")->setText(QStringLiteral("6 January 2026"));
    record();
    QTRY_VERIFY(says(QStringLiteral("Note recorded")));
    QVERIFY(nothingRecordedIsLost({}, 1));
}

void TestBadInput::emptyRequiredField() {
    startNote();
    m_typed.clear();
    text()->setWords(m_typed);

    record();

    QVERIFY(says(QStringLiteral("One thing to put right, then press Record")));
    QVERIFY(says(QString::fromUtf8("“What would you like to record?” is empty. Fill it in.")));
    QVERIFY(stillTyped());
    text()->setWords(QStringLiteral("A line.")); // the control: with an answer it goes, and is recorded
    QVERIFY(!says(QStringLiteral("to put right, then press Record")));
    record();
    QTRY_VERIFY(says(QStringLiteral("Note recorded")));
    QVERIFY(nothingRecordedIsLost({}, 1));
}

void TestBadInput::megabyteOfPastedText() {
    startNote();
    const QString much =
        QStringLiteral("so then we walked home and nobody said a thing. ").repeated(21'000).left(999'900);
    auto* data = new QMimeData;
    data->setText(much);

    paste(data);
    QCOMPARE(text()->words(), m_typed + much);
    record();

    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Note recorded")), 20'000);
    const auto& entries = m_window->session().caseFile(m_id)->state().entries;
    QCOMPARE(entries.back().fields.value(QLatin1String("text")).toString(), m_typed + much);
    QVERIFY(nothingRecordedIsLost({}, 1));
}

void TestBadInput::moreThanAnEntryHolds() {
    startNote();
    const QString much = QStringLiteral("so then we walked home and nobody said a thing. ").repeated(22'000);
    auto* data = new QMimeData;
    data->setText(much);
    paste(data);
    m_typed += much;

    record();

    QVERIFY(
        says(QStringLiteral("is longer than one entry can hold. Divide it, and record the rest as a second entry.")));
    QVERIFY(stillTyped());
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::clipboardWithImageOnly() {
    startNote();
    auto* data = new QMimeData;
    data->setImageData(QImage(8, 8, QImage::Format_RGB32));

    paste(data);

    QVERIFY(says(
        QStringLiteral("A picture cannot be put here: this record never holds one. Leave it where it is, do not copy "
                       "it, and write in words what was seen; the police collect the device.")));
    QVERIFY(stillTyped());
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::clipboardWithHtmlAndText() {
    startNote();
    auto* data = new QMimeData;
    data->setText(QStringLiteral(" stop\u201d"));
    data->setHtml(QStringLiteral("<img src='file:///etc/hostname'><b>stop</b>"));

    paste(data);

    QVERIFY(says(QStringLiteral("Only the words were pasted.")));
    QTextEdit unguarded;
    unguarded.paste();
    QVERIFY(unguarded.toHtml().contains(QStringLiteral("<img")));
    qInfo("control: a field of Qt's own takes the picture's place in the page as well");
    m_typed += QStringLiteral(" stop\u201d");
    QVERIFY(stillTyped());
    record();
    QTRY_VERIFY(says(QStringLiteral("Note recorded")));
    QCOMPARE(m_window->session().caseFile(m_id)->state().entries.back().fields.value(QLatin1String("text")).toString(),
             m_typed);
    QVERIFY(nothingRecordedIsLost({}, 1));
}

void TestBadInput::droppedFile() {
    startNote();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_made->file(QStringLiteral("vault.json")))});
    data.setText(m_made->file(QStringLiteral("vault.json")));

    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(text()->viewport(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(text()->viewport(), &drop);

    QPlainTextEdit unguarded;
    QCoreApplication::sendEvent(unguarded.viewport(), &enter);
    QDropEvent again(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(unguarded.viewport(), &again);
    QVERIFY(unguarded.toPlainText().contains(QStringLiteral("vault.json")));
    qInfo("control: a field of Qt's own takes the file's path in");
    QVERIFY(says(
        QStringLiteral("A file cannot be dropped here: this record holds words only. Leave it where it is and write "
                       "what it is; if it may be evidence, the police collect the device.")));
    QVERIFY(stillTyped());
    QVERIFY(nothingRecordedIsLost());
}

void TestBadInput::encodedImageAsText_data() {
    QTest::addColumn<QString>("letters");
    const QByteArray base64 = picture().toBase64();
    const QByteArray uri = "data:image/png;base64," + base64;
    const QByteArray hex = picture().toHex();
    QTest::newRow("data:, one line") << QString::fromLatin1(uri);
    QTest::newRow("data:, wrapped") << inPieces(uri, 76, "\n");
    QTest::newRow("data:, spaced") << QString::fromLatin1(uri.left(22)) + QLatin1Char(' ') + inPieces(base64, 4, " ");
    QTest::newRow("base64, one line") << QString::fromLatin1(base64);
    QTest::newRow("base64, wrapped") << inPieces(base64, 64, "\n");
    QTest::newRow("base64, spaced") << inPieces(base64, 8, " ");
    QTest::newRow("hex, one line") << QString::fromLatin1(hex);
    QTest::newRow("hex, wrapped") << inPieces(hex, 64, "\n");
    QTest::newRow("hex, spaced") << inPieces(hex, 2, " ");
}

void TestBadInput::encodedImageAsText() {
    QFETCH(QString, letters);
    startNote();
    auto* data = new QMimeData;
    data->setText(letters);
    QPlainTextEdit unguarded;
    QGuiApplication::clipboard()->setMimeData(data);
    unguarded.paste();
    QCOMPARE(unguarded.toPlainText(), letters);
    qInfo("control: a field of Qt's own takes all %lld letters", static_cast<long long>(letters.size()));
    data = new QMimeData;
    data->setText(letters);

    paste(data); // it does not come in

    QVERIFY(says(
        QStringLiteral("These letters are a file in disguise, such as a picture, and were not taken. Leave the file "
                       "where it is and write in words what it is.")));
    QVERIFY(stillTyped());

    m_typed += QLatin1Char(' ') + letters; // nor is it recorded when it was typed
    text()->setWords(m_typed);
    record();

    QVERIFY(says(QStringLiteral("One thing to put right, then press Record")));
    QVERIFY(says(QStringLiteral(
        "written as text. No file is kept here. Take it out, and write in words what you know; leave the "
        "file where it is.")));
    QVERIFY(stillTyped());
    QVERIFY(nothingRecordedIsLost());
}

QTEST_MAIN(TestBadInput)
#include "test_badinput.moc"
