#include "core/report/exporting.h"
#include "tests/ledger/faultyfiles.h"
#include "tests/report/atstep.h"
#include "tests/ui/openedcase.h"
#include "tests/vault/copyfolder.h"
#include <QCryptographicHash>
#include <QGuiApplication>

using namespace core;
using namespace core::report;
using tests::at;
using Step = FileStore::Step;
using Outcome = LeftExport::Outcome;

namespace {

// Whether what an entry says of its file is so.
bool isTrueOf(const QJsonObject& fields, const QString& path) {
    if (fields.value(QLatin1String("outcome")).toString() == QLatin1String("not-saved"))
        return !QFile::exists(path);
    return QFile::exists(path) &&
           fields.value(QLatin1String("sha256")).toString().toLatin1() ==
               QCryptographicHash::hash(tests::bytesOf(path), QCryptographicHash::Sha256).toHex();
}

} // namespace

// An export of which it is not clear how it ended: the commit failed and happened, or the program was gone.
class TestExportCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(db::Database::libraryVersion());
        FaultyFiles::install();
        wakeGuideOfTests();
        m_guide = std::move(*guide::Guide::load());
    }
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_made = std::make_unique<tests::MadeVault>();
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("out")));
        QVERIFY(unlock());
        auto ledger = m_vault->createCase();
        QVERIFY(ledger);
        m_id = (*ledger)->id();
        take(std::move(*ledger));
        QVERIFY(m_file->ledger().append(tests::note(QStringLiteral("Quiet in form time."))));
        QVERIFY(m_file->refresh());
    }
    void cleanup() { close(); }

    // The control is the ledger itself, which can only say that it does not know.
    void aCommitThatWasNotClearIsLookedForBeforeItIsTakenForNone() {
        constexpr int kinds = FaultyFiles::Sync | FaultyFiles::Lock | FaultyFiles::Truncate;
        int unclear = 0, thereAllTheSame = 0, saved = 0, untrue = 0, unsaid = 0;
        for (int first = 1; first <= 14; ++first) {
            for (int times = 1; times <= 4; ++times) {
                const ledger::NewEntry note = tests::note(QStringLiteral("control"));
                FaultyFiles::armFor(kinds, first, 0, times);
                const auto raw = m_file->ledger().append(note);
                FaultyFiles::disarm();
                QVERIFY(m_file->ledger().refresh());
                if (!raw && raw.error().code == ErrorCode::CommitUnclear) {
                    ++unclear;
                    thereAllTheSame += m_file->ledger().entries().back().id == note.id ? 1 : 0;
                }

                const std::size_t before = m_file->state().withRole(u"exported").size();
                const QString path = out(QStringLiteral("%1-%2.pdf").arg(first).arg(times));
                const auto done = save(path, at(Step::ReadBack, [&] { FaultyFiles::armFor(kinds, first, 0, times); }));
                FaultyFiles::disarm();
                QVERIFY(m_file->refresh());
                saved += done ? 1 : 0;
                const auto entries = m_file->state().withRole(u"exported");
                if (!done && done.error().record == NotSaved::Record::Nothing)
                    unsaid += entries.size() == before ? 0 : 1;
                if (!done && done.error().record == NotSaved::Record::Unclear)
                    (void)settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));
                if (entries.size() > before)
                    untrue += isTrueOf(m_file->state().withRole(u"exported").back()->fields, path) ? 0 : 1;
            }
        }
        const QStringList left = QDir(out({})).entryList({QStringLiteral("*.new")}, QDir::Files | QDir::Hidden);

        qInfo("56 faults in a commit: %d exports saved, %d of their entries untrue, %d called not recorded that were; "
              "control, the ledger alone: %d unclear, of which %d were recorded",
              saved, untrue, unsaid, unclear, thereAllTheSame);
        QVERIFY(thereAllTheSame > 0);
        QCOMPARE(untrue, 0);
        QCOMPARE(unsaid, 0);
        QCOMPARE(left, QStringList());
        QVERIFY(saved > 0);
    }

    void whatAnEndedProgramLeftIsTidiedUp_data() {
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<bool>("copyLeft");
        const auto row = [](const char* name, Step moment, Outcome outcome, bool recorded, bool copyLeft) {
            QTest::newRow(name) << int(moment) << int(outcome) << recorded << copyLeft;
        };
        row("before anything was written", Step::OpenNew, Outcome::TakenAway, false, false);
        row("written, not recorded", Step::ReadBack, Outcome::TakenAway, false, true);
        row("recorded, without its name", Step::Rename, Outcome::TakenAway, true, true);
        row("recorded, in its place", Step::SyncFolder, Outcome::Finished, true, false);
    }
    void whatAnEndedProgramLeftIsTidiedUp() {
        QFETCH(int, moment);
        QFETCH(int, outcome);
        QFETCH(bool, recorded);
        QFETCH(bool, copyLeft);
        endAt(Step(moment));
        const QStringList before = copies();
        QCOMPARE(!before.isEmpty(), copyLeft);
        QVERIFY(m_file->drafts()->empty()); // it is no text that somebody was writing

        const auto tooSoon = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime());
        const auto settled = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));

        QVERIFY(tooSoon.empty()); // it could be another window's
        QCOMPARE(settled.size(), std::size_t(1));
        QCOMPARE(int(settled[0].outcome), outcome);
        QCOMPARE(copies(), QStringList());
        const auto entries = m_file->state().withRole(u"exported");
        QCOMPARE(!entries.empty(), recorded);
        for (const record::EntryView* entry : entries)
            QVERIFY(isTrueOf(entry->fields, out(QStringLiteral("x.pdf"))));
        QVERIFY(settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60)).empty());
        if (copyLeft) {
            endAt(Step(moment)); // the control: the same, and nobody looks
            qInfo("control, without the look: %d unencrypted copies lie there, %d entries of a file that is not there",
                  int(copies().size()), untrueEntries());
            QCOMPARE(int(copies().size()), 1);
            QCOMPARE(untrueEntries(), recorded ? 1 : 0);
        }
    }

    void aFolderThatIsAwayIsNamedAndTriedAgain() {
        endAt(Step::Rename);
        const QString away = m_dir->filePath(QStringLiteral("away"));
        QVERIFY(QDir().rename(out({}), away));

        const auto first = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));
        QCOMPARE(first.size(), std::size_t(1));
        QCOMPARE(int(first[0].outcome), int(Outcome::OutOfReach));
        QCOMPARE(first[0].file, QStringLiteral("x.pdf"));
        QVERIFY(QDir().rename(away, out({})));
        const auto second = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));

        QCOMPARE(int(second.at(0).outcome), int(Outcome::TakenAway));
        QCOMPARE(copies(), QStringList());
        QCOMPARE(untrueEntries(), 0);
    }

    // It was saved, and then moved or sent: the record must not deny that.
    void aDocumentThatWasMovedIsNotDenied() {
        endAt(Step::SyncFolder);
        QVERIFY(QFile::rename(out(QStringLiteral("x.pdf")), m_dir->filePath(QStringLiteral("sent.pdf"))));

        const auto settled = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));

        QCOMPARE(settled.size(), std::size_t(1));
        QCOMPARE(int(settled[0].outcome), int(Outcome::NotKnown));
        const auto entries = m_file->state().withRole(u"exported");
        QCOMPARE(entries.size(), std::size_t(1));
        QVERIFY(!entries[0]->isAmended());
        QVERIFY(settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60)).empty());
    }

    // Nobody signs a note: one that somebody else wrote moves nobody to delete a file or to sign an amendment.
    void aForgedNoteDeletesAndSignsNothing_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("somebody's entry") << QStringLiteral("other.pdf");
        QTest::newRow("no name") << QString();
        QTest::newRow("no document") << QStringLiteral("other.db");
    }
    void aForgedNoteDeletesAndSignsNothing() {
        QFETCH(QString, name);
        endAt(Step::OpenNew);
        (void)settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));
        const auto before = m_file->state().entries.size();
        const EntryId entry = m_file->state().entries.front().id; // no export at all
        const QString copy = out(name + QStringLiteral(".0123abcd.new"));
        QVERIFY(tests::overwrite(copy, "somebody's own"));
        QVERIFY(m_file->beginExport(entry, name.isEmpty() ? out({}) + QLatin1Char('/') : out(name),
                                    QDateTime::currentDateTime()));

        const auto settled = settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60));

        QCOMPARE(settled.size(), std::size_t(1));
        QCOMPARE(int(settled[0].outcome), int(Outcome::NotKnown));
        QCOMPARE(tests::bytesOf(copy), QByteArray("somebody's own"));
        QCOMPARE(m_file->state().entries.size(), before);
        QVERIFY(!m_file->state().entry(entry)->isAmended());
    }

    void anotherFileOfThatNameStays() {
        endAt(Step::Rename);
        const QString name = QStringLiteral("x.pdf.notes.new");
        QVERIFY(tests::overwrite(out(name), "somebody's own"));
        QVERIFY(tests::overwrite(out(QStringLiteral("x.pdf")), "another document"));

        QCOMPARE(int(settleExports(*m_file, m_vault->self(), QDateTime::currentDateTime().addSecs(60)).at(0).outcome),
                 int(Outcome::TakenAway));

        QCOMPARE(tests::bytesOf(out(name)), QByteArray("somebody's own"));
        QCOMPARE(tests::bytesOf(out(QStringLiteral("x.pdf"))), QByteArray("another document"));
        QCOMPARE(m_file->state().withRole(u"exported").back()->fields.value(QLatin1String("outcome")).toString(),
                 QStringLiteral("not-saved"));
    }

private:
    QString out(const QString& name) const {
        return m_dir->filePath(QStringLiteral("out")) + (name.isEmpty() ? name : QLatin1Char('/') + name);
    }
    QStringList copies() const {
        return QDir(out({})).entryList({QStringLiteral("*.new")}, QDir::Files | QDir::Hidden);
    }
    int untrueEntries() const {
        int untrue = 0;
        for (const record::EntryView* entry : m_file->state().withRole(u"exported"))
            untrue += isTrueOf(entry->fields, out(QStringLiteral("x.pdf"))) ? 0 : 1;
        return untrue;
    }
    bool unlock() {
        auto vault = m_made->unlock();
        if (vault)
            m_vault = std::move(*vault);
        return m_vault != nullptr;
    }
    void take(std::unique_ptr<vault::CaseLedger> ledger) {
        m_file = std::make_unique<record::CaseFile>(std::move(ledger), m_guide, *m_vault);
    }
    void close() {
        m_file.reset();
        m_vault.reset();
    }
    tl::expected<Saved, NotSaved> save(const QString& path, const FileStore& files) {
        Wanted wanted;
        wanted.sections = sections(wanted.kind, m_file->state());
        wanted.purpose.recipient = QStringLiteral("Sioned Bevan");
        wanted.purpose.why = QStringLiteral("The referral");
        return saveExport(*m_file, m_guide, m_vault->office(), m_vault->self(), wanted, path, files);
    }
    // The disk as it was at that moment, as a power cut leaves it, opened again.
    void endAt(Step moment) {
        const QString kept = m_dir->filePath(QStringLiteral("kept"));
        const QStringList places{m_made->folder(), m_made->profile(), out({})};
        bool taken = false;
        (void)save(out(QStringLiteral("x.pdf")), at(moment, [&] {
                       for (int i = 0; !taken && i < places.size(); ++i)
                           tests::copyFolder(places[i], kept + QString::number(i));
                       taken = true;
                   }));
        close();
        QVERIFY(taken);
        for (int i = 0; i < places.size(); ++i)
            tests::copyFolder(kept + QString::number(i), places[i]);
        QVERIFY(unlock());
        auto ledger = m_vault->openCase(m_id);
        QVERIFY(ledger);
        QCOMPARE((*ledger)->readOnly(), vault::ReadOnlyReason::None);
        take(std::move(*ledger));
    }

    guide::Guide m_guide;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<tests::MadeVault> m_made;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<record::CaseFile> m_file;
    CaseId m_id;
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestExportCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_exportcrash.moc"
