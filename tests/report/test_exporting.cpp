#include "core/report/exporting.h"
#include "core/report/recipient.h"
#include "tests/base/tinydisk.h"
#include "tests/report/atstep.h"
#include "tests/ui/openedcase.h"
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QJsonArray>

using namespace core;
using namespace core::report;
using tests::at;
using Step = FileStore::Step;
using Record = NotSaved::Record;

Q_DECLARE_METATYPE(QString Purpose::*)

namespace {

bool moveAway(const QString& folder) {
    return QFile::rename(folder, folder + QStringLiteral(" gone"));
}

// Whether what an entry says of its file is so.
bool isTrueOf(const QJsonObject& fields, const QString& path) {
    const QByteArray bytes = tests::bytesOf(path);
    if (fields.value(QLatin1String("outcome")).toString() == QLatin1String("not-saved"))
        return !QFile::exists(path);
    return QFile::exists(path) && fields.value(QLatin1String("sha256")).toString().toLatin1() ==
                                      QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestExporting : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_case = std::make_unique<tests::OpenedCase>();
        QVERIFY(m_case->isOk());
        QVERIFY(m_case->record("note/1", "2026-11-02", {{"text", "Quiet in form time."}}));
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("out")));
    }

    void aFileAndTheEntryThatKnowsIt_data() {
        QTest::addColumn<ReportKind>("kind");
        QTest::newRow("referral summary") << ReportKind::ReferralSummary;
        QTest::newRow("chronology") << ReportKind::Chronology;
    }
    void aFileAndTheEntryThatKnowsIt() {
        QFETCH(ReportKind, kind);

        const auto saved = save(wanted(kind));

        QVERIFY(saved);
        const QJsonObject fields = entry(saved->entry).fields;
        QVERIFY(isTrueOf(fields, target()));
        QCOMPARE(fields.value(QLatin1String("report")).toString(), reportId(kind));
        QCOMPARE(fields.value(QLatin1String("recipient")).toString(), QStringLiteral("Sioned Bevan"));
        QCOMPARE(fields.value(QLatin1String("purpose")).toString(), QStringLiteral("The referral"));
        QCOMPARE(fields.value(QLatin1String("encrypted")).toString(), QStringLiteral("no"));
        QVERIFY(entry(saved->entry).occurred.isKnown()); // when it was made is known
        QCOMPARE(names(), QStringList{QStringLiteral("x.pdf")});
        QVERIFY(!(QFile::permissions(target()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup)));
        // Control: with one byte changed it is no longer the file of that entry.
        QVERIFY(tests::overwrite(target(), tests::bytesOf(target()).replace(20, 1, "?")));
        QVERIFY(!isTrueOf(fields, target()));
        qInfo("control: a changed file is not the one in the entry");
    }

    void anExistingFileIsLeftAsItIs() {
        QVERIFY(tests::overwrite(target(), "minutes of the governors"));
        const size_t before = entries();

        const auto saved = save(wanted());

        QVERIFY(!saved && saved.error().record == Record::Nothing);
        QCOMPARE(saved.error().error.code, ErrorCode::AlreadyExists);
        QCOMPARE(tests::bytesOf(target()), QByteArray("minutes of the governors"));
        QCOMPARE(entries(), before);
    }

    void aFolderThatIsNotThereLeavesNoEntry() {
        QVERIFY(moveAway(folder()));
        const size_t before = entries();

        const auto saved = save(wanted());

        QVERIFY(!saved && saved.error().record == Record::Nothing);
        QCOMPARE(saved.error().error.code, ErrorCode::NotFound);
        QCOMPARE(entries(), before);
    }

    void aFullDiskLeavesNeitherFileNorEntry() {
        const TinyDisk disk(8 << 10);
        if (!disk.isMounted())
            QSKIP("needs leave to mount");
        const size_t before = entries();

        const auto saved = save(wanted(), disk.path() + QStringLiteral("/x.pdf"));

        QVERIFY(!saved && saved.error().record == Record::Nothing);
        QCOMPARE(saved.error().error.code, ErrorCode::DiskFull);
        QCOMPARE(entries(), before);
        QVERIFY(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        const TinyDisk larger(4 << 20);
        QVERIFY(save(wanted(), larger.path() + QStringLiteral("/x.pdf")));
        qInfo("control: on a disk with room the same is saved and recorded");
    }

    void aFolderGoneAtTheLastStepIsInTheRecord() {
        const auto saved = save(wanted(), target(), at(Step::Rename, [this] { QVERIFY(moveAway(folder())); }));

        QVERIFY(!saved && saved.error().record == Record::SaysNotSaved);
        const record::EntryView exported = entry(newestExport());
        QVERIFY(isTrueOf(exported.fields, target()));
        QCOMPARE(exported.versions.size(), size_t(2));
        QCOMPARE(exported.occurred, exported.versions.front().occurred);
        QVERIFY(!exported.versions.back().reason.isEmpty());
        // Control: without the amendment the entry would speak of a file that is not there.
        QVERIFY(!isTrueOf(exported.versions.front().fields, target()));
        qInfo("control: without the amendment the entry is untrue");
    }

    void aNameTakenAtTheLastStepIsNotWrittenOver() {
        const auto saved =
            save(wanted(), target(), at(Step::Rename, [this] { QVERIFY(tests::overwrite(target(), "another's")); }));

        QVERIFY(!saved && saved.error().record == Record::SaysNotSaved);
        QCOMPARE(tests::bytesOf(target()), QByteArray("another's"));
        QCOMPARE(names(), QStringList{QStringLiteral("x.pdf")}); // nothing of ours is left beside it
        QCOMPARE(entry(newestExport()).fields.value(QLatin1String("outcome")).toString(), QStringLiteral("not-saved"));
    }

    void noFileWithoutAnEntry() {
        const auto saved = save(wanted(), target(), at(Step::ReadBack, [this] { QVERIFY(moveAway(vaultFolder())); }));

        QVERIFY(!saved && saved.error().record == Record::Nothing);
        QVERIFY(names().isEmpty());
    }

    void whenNothingWorksItIsSaid() {
        const auto saved = save(wanted(), target(), at(Step::Rename, [this] {
                                    QVERIFY(moveAway(folder()));
                                    QVERIFY(moveAway(vaultFolder()));
                                }));

        QVERIFY(!saved && saved.error().record == Record::SaysSaved);
    }

    void whatAChronologyLeavesOutIsInItsEntryAndOnItsFirstPage() {
        Wanted part = wanted(ReportKind::Chronology);
        part.choice.groups = QStringList{QStringLiteral("words"), QStringLiteral("referral"), QStringLiteral("other")};
        part.choice.from = QDate(2026, 11, 1);
        part.choice.to = QDate(2026, 11, 20);

        const auto saved = save(part);

        QVERIFY(saved);
        const QJsonObject fields = entry(saved->entry).fields;
        QCOMPARE(fields.value(QLatin1String("left_out")).toArray(),
                 (QJsonArray{QStringLiteral("told"), QStringLiteral("decisions"), QStringLiteral("support"),
                             QStringLiteral("record")}));
        QCOMPARE(fields.value(QLatin1String("from")).toString(), QStringLiteral("2026-11-01"));
        QCOMPARE(fields.value(QLatin1String("until")).toString(), QStringLiteral("2026-11-20"));
        const QStringList cover = coverOf(part);
        QVERIFY(cover.contains(QStringLiteral("Told; Decisions; Support; Entries about the record itself")));
        QVERIFY(cover.contains(QStringLiteral("From Sunday 1 November 2026 to Friday 20 November 2026")));
    }

    void aWholeChronologySaysThatNothingIsLeftOut() {
        Wanted whole = wanted(ReportKind::Chronology);
        whole.choice.groups = QStringList{
            QStringLiteral("words"),   QStringLiteral("told"),  QStringLiteral("referral"), QStringLiteral("decisions"),
            QStringLiteral("support"), QStringLiteral("other"), QStringLiteral("record")};

        const auto saved = save(whole);

        QVERIFY(saved);
        for (const char* absent : {"left_out", "from", "until"})
            QVERIFY(!entry(saved->entry).fields.contains(QLatin1String(absent)));
        QVERIFY(coverOf(whole).contains(QStringLiteral("None")));
    }

    void theEntryNamesTheSectionsThatAreReallyInIt() {
        Wanted toAlleged = wanted();
        toAlleged.purpose.recipientIsAlleged = true;
        toAlleged.purpose.recipientIsPolice = true; // an officer's home is still a home

        const auto saved = save(toAlleged);

        QVERIFY(saved);
        const QJsonObject fields = entry(saved->entry).fields;
        const QJsonArray printed = fields.value(QLatin1String("sections")).toArray();
        QVERIFY(printed.contains(QStringLiteral("referrer")) && !printed.contains(QStringLiteral("words")));
        QCOMPARE(fields.value(QLatin1String("recipient_is")).toString(), QStringLiteral("alleged"));
        Wanted toPolice = wanted();
        toPolice.purpose.recipientIsPolice = true;
        const auto second = save(toPolice, folder() + QStringLiteral("/y.pdf"));
        QVERIFY(second);
        const QJsonObject control = entry(second->entry).fields;
        QVERIFY(control.value(QLatin1String("sections")).toArray().contains(QStringLiteral("words")));
        QCOMPARE(control.value(QLatin1String("recipient_is")).toString(), QStringLiteral("police"));
    }

    void nothingGoesToSomebodyWhoMayBeInvolvedAsToAnybody_data() {
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char* recipient, const char* organisation, bool refused) {
            QTest::addRow("%s, %s", recipient, organisation)
                << QString::fromUtf8(recipient) << QString::fromUtf8(organisation) << refused;
        };
        row("Gethin Prydderch", "", true);
        row("Mr GETHIN  prýdderch", "", true);
        row("Prydderch, Gethin", "", true);
        row("Gethin", "", true);
        row("Agnieszka Kowalska and Gethin Prydderch", "", true);
        row("The coach", "c/o Gethin Prydderch", true);
        row("Friend of the family", "", true);
        row("Their family friend", "", true);
        row("Mr G Prydderch", "", true);
        row("The Prydderch household", "", true);
        row("Family support team", "", false);
        row("Children's social care", "", false);
        row("Zerox", "", true);              // named under Who may be involved
        row("Carys Prydderch", "", false);   // a name of the same family
        row("Zerox Jones", "Police", false); // one word of a name is not everybody's
        row("Sioned Bevan", "Glanhafren County Council", false);
    }
    void nothingGoesToSomebodyWhoMayBeInvolvedAsToAnybody() {
        QFETCH(QString, recipient);
        QFETCH(QString, organisation);
        QFETCH(bool, refused);
        recordInvolved();
        Wanted asked = wanted();
        asked.purpose.recipient = recipient;
        asked.purpose.organisation = organisation;
        asked.purpose.despite = QStringLiteral("He asked for it."); // no reason is enough

        const size_t before = entries();
        const auto saved = save(asked);

        QCOMPARE(saved.has_value(), !refused);
        QCOMPARE(names().isEmpty(), refused);
        QCOMPARE(entries(), before + (refused ? 0 : 1));
        if (refused) {
            QCOMPARE(saved.error().error, (Error{ErrorCode::FieldInvalid, QStringLiteral("recipient_is")}));
            asked.purpose.recipientIsAlleged = true; // the document that is made for such a person
            QVERIFY(save(asked));
        }
    }

    void whoIsNotToBeToldGetsItForAReasonOnly_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QJsonObject>("fields");
        const QJsonObject mother{{"name", "Agnieszka Kowalska"}};
        QTest::newRow("told: no") << QStringLiteral("told/1")
                                  << QJsonObject{{"person", mother}, {"outcome", "not-told"}, {"reason", "Not safe."}};
        QTest::newRow("told: not yet") << QStringLiteral("told/1")
                                       << QJsonObject{
                                              {"person", mother}, {"outcome", "not-yet"}, {"reason", "Not yet safe."}};
        QTest::newRow("parents: do not tell")
            << QStringLiteral("parents/1")
            << QJsonObject{
                   {"parent", mother}, {"decision", "not"}, {"reason", "Not safe."}, {"follow_up", "2026-12-01"}};
        QTest::newRow("need to know: nothing")
            << QStringLiteral("need-to-know/1")
            << QJsonObject{{"person", mother}, {"why", "Moved away."}, {"may_be_told", "nothing"}};
    }
    void whoIsNotToBeToldGetsItForAReasonOnly() {
        QFETCH(QString, form);
        QFETCH(QJsonObject, fields);
        QVERIFY(m_case->record(form.toLatin1().constData(), "2026-11-02", fields));
        Wanted asked = wanted();
        asked.purpose.recipient = QStringLiteral("agnieszka kowalska");

        const auto refused = save(asked);

        QVERIFY(!refused);
        QCOMPARE(refused.error().error, (Error{ErrorCode::FieldInvalid, QStringLiteral("despite")}));
        QVERIFY(names().isEmpty());
        asked.purpose.despite = QStringLiteral("  The court asked for it. ");
        const auto saved = save(asked);
        QVERIFY(saved);
        QCOMPARE(entry(saved->entry).fields.value(QLatin1String("despite")).toString(),
                 QStringLiteral("The court asked for it."));
        asked.purpose.recipient = QStringLiteral("Sioned Bevan");
        const auto other = save(asked, folder() + QStringLiteral("/y.pdf"));
        QVERIFY(other && !entry(other->entry).fields.contains(QLatin1String("despite")));
        qInfo("control: anybody else gets it without a reason, and none is recorded");
    }

    void whoIsNotToBeToldIsKnownByWhatTheyAreCalledNow_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("told") << QStringLiteral("told/1")
                              << QJsonObject{{"outcome", "not-told"}, {"reason", "Not safe."}};
        QTest::newRow("parents") << QStringLiteral("parents/1")
                                 << QJsonObject{
                                        {"decision", "not"}, {"reason", "Not safe."}, {"follow_up", "2026-12-01"}};
    }
    void whoIsNotToBeToldIsKnownByWhatTheyAreCalledNow() {
        QFETCH(QString, form);
        QFETCH(QJsonObject, fields);
        QJsonObject mother{{"name", "Mum"}, {"part", "parent"}, {"relation", "Mother"}};
        const auto person = m_case->record("person/1", "", mother);
        QVERIFY(person);
        fields.insert(form == QLatin1String("told/1") ? QStringLiteral("person") : QStringLiteral("parent"),
                      QJsonObject{{"name", "Mum"}, {"ref", person->toString()}});
        QVERIFY(m_case->record(form.toLatin1().constData(), "2026-11-02", fields));
        record::Recording renamed;
        renamed.kind = QStringLiteral("person/1");
        mother.insert(QStringLiteral("name"), QStringLiteral("Agnieszka Kowalska"));
        renamed.fields = mother;
        renamed.amends = *person;
        renamed.amendReason = QStringLiteral("Her name is known now.");
        QVERIFY(m_case->file->record(renamed));

        for (const char* name : {"Mum", "Agnieszka Kowalska", "Mother", "Aisha's mother"}) {
            Purpose purpose;
            purpose.recipient = QString::fromUtf8(name);
            const auto caution = cautionFor(m_case->file->state(), purpose);
            QVERIFY2(caution && caution->why == Caution::Why::NotToBeTold, name);
        }
        Purpose other;
        other.recipient = QStringLiteral("Sioned Bevan");
        QVERIFY(!cautionFor(m_case->file->state(), other));
    }

    void whatWasDecidedOfOneParentSaysNothingOfTheOther() {
        const auto decide = [&](const char* when, const char* parent, const char* decision) {
            record::Recording decided;
            decided.kind = QStringLiteral("parents/1");
            decided.occurred = *Occurred::parse(QString::fromLatin1(when));
            decided.fields = {{"parent", QJsonObject{{"name", parent}}},
                              {"decision", decision},
                              {"reason", "Asked."},
                              {"follow_up", "2026-12-20"}};
            for (const guide::GuardRail* rail : m_case->file->rails(decided))
                decided.rails.append({rail->id, QStringLiteral("Asked.")});
            return m_case->file->record(decided).has_value();
        };
        const auto caution = [&](const char* recipient) {
            Purpose purpose;
            purpose.recipient = QString::fromUtf8(recipient);
            return cautionFor(m_case->file->state(), purpose);
        };
        QVERIFY(decide("2026-11-02T10:00+00:00", "Pawel Kowalski", "not"));
        QVERIFY(decide("2026-11-02T11:00+00:00", "Agnieszka Kowalska", "tell"));

        QCOMPARE(caution("Agnieszka Kowalska and Pawel Kowalski"),
                 (Caution{Caution::Why::NotToBeTold, QStringLiteral("Pawel Kowalski")}));
        QVERIFY(!caution("Agnieszka Kowalska"));
        QVERIFY(decide("2026-11-02T12:00+00:00", "Pawel Kowalski", "tell"));
        QVERIFY(!caution("Agnieszka Kowalska and Pawel Kowalski"));
    }

    void whatIsTypedForADocumentHoldsNoFile_data() {
        QTest::addColumn<QString Purpose::*>("field");
        QTest::newRow("recipient") << &Purpose::recipient;
        QTest::newRow("organisation") << &Purpose::organisation;
        QTest::newRow("purpose") << &Purpose::why;
        QTest::newRow("despite") << &Purpose::despite;
    }
    void whatIsTypedForADocumentHoldsNoFile() {
        QFETCH(QString Purpose::*, field);
        QVERIFY(m_case->record("told/1", "2026-11-02",
                               {{"person", QJsonObject{{"name", "Agnieszka Kowalska"}}},
                                {"outcome", "not-told"},
                                {"reason", "Not safe."}}));
        Wanted asked = wanted();
        asked.purpose.recipient = QStringLiteral("Agnieszka Kowalska");
        asked.purpose.despite = QStringLiteral("The court asked for it.");
        const Wanted control = asked;
        QByteArray picture("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20);
        picture += QByteArray(200, 'x');
        asked.purpose.*field += QStringLiteral(", ") + QString::fromLatin1(picture.toBase64());
        const size_t before = entries();

        const auto refused = save(asked);

        QVERIFY(!refused && refused.error().record == Record::Nothing);
        QCOMPARE(refused.error().error.code, ErrorCode::EncodedFile);
        QVERIFY(names().isEmpty());
        QCOMPARE(entries(), before);
        QVERIFY(save(control));
    }

    void whoWasToldAfterAllNeedsNoReason() {
        const QJsonObject mother{{"name", "Agnieszka Kowalska"}};
        QVERIFY(m_case->record("told/1", "2026-11-02",
                               {{"person", mother}, {"outcome", "not-yet"}, {"reason", "Not yet safe."}}));
        QVERIFY(m_case->record("told/1", "2026-11-03", {{"person", mother}, {"outcome", "told"}, {"what", "All."}}));
        Wanted asked = wanted();
        asked.purpose.recipient = QStringLiteral("Agnieszka Kowalska");

        QVERIFY(!cautionFor(m_case->file->state(), asked.purpose));
        QVERIFY(save(asked));
    }

    void everyAnswerOfTheEntryIsOneOfItsForm() {
        Wanted part = wanted(ReportKind::Chronology);
        part.choice.groups = QStringList{QStringLiteral("words")};
        part.choice.from = QDate(2026, 11, 1);
        const auto saved = save(part, target(), at(Step::Rename, [this] { QVERIFY(moveAway(folder())); }));
        QVERIFY(!saved);

        QJsonObject fields = entry(newestExport()).fields;
        fields.remove(QStringLiteral("_amend_reason"));
        const guide::Facts none;
        QVERIFY(guide::problems(*m_case->guide.form(u"exported"), {none, fields}).empty());
        fields.insert(QStringLiteral("outcome"), QStringLiteral("lost"));
        QVERIFY(!guide::problems(*m_case->guide.form(u"exported"), {none, fields}).empty());
        qInfo("control: an answer that is none of the form's is refused");
    }

private:
    QString folder() const { return m_dir->filePath(QStringLiteral("out")); }
    QString target() const { return folder() + QStringLiteral("/x.pdf"); }
    QStringList names() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QString vaultFolder() const { return m_case->vault->folder(); }
    size_t entries() const { return m_case->file->state().entries.size(); }
    record::EntryView entry(const EntryId& id) const { return *m_case->file->state().entry(id); }
    EntryId newestExport() const { return m_case->file->state().withRole(u"exported").back()->id; }

    void recordInvolved() {
        QVERIFY(m_case->record(
            "person/1", "", {{"name", "Gethin Prydderch"}, {"part", "alleged"}, {"relation", "Friend of the family"}}));
        QVERIFY(m_case->record("involved/1", "",
                               {{"parent", "no"},
                                {"adult", "yes"},
                                {"staff", "no"},
                                {"pupil", "not-known"},
                                {"who", QJsonArray{QJsonObject{{"name", "Zerox"}}}}}));
    }

    Wanted wanted(ReportKind kind = ReportKind::ReferralSummary) const {
        Wanted wanted;
        wanted.kind = kind;
        wanted.sections = sections(kind, m_case->file->state());
        wanted.purpose.recipient = QStringLiteral("Sioned Bevan");
        wanted.purpose.why = QStringLiteral("The referral");
        return wanted;
    }
    tl::expected<Saved, NotSaved> save(const Wanted& wanted, const QString& path = {}, const FileStore& files = {}) {
        return saveExport(*m_case->file, m_case->guide, m_case->vault->office(), m_case->vault->self(), wanted,
                          path.isEmpty() ? target() : path, files);
    }
    QStringList coverOf(const Wanted& wanted) const {
        QStringList cells;
        const Document document =
            documentFor(*m_case->file, m_case->guide, m_case->vault->office(), m_case->vault->self(), wanted);
        for (const Block& block : document.blocks) {
            for (const QStringList& row : block.rows)
                cells += row;
            if (block.kind == Block::Kind::Pairs)
                break;
        }
        return cells;
    }

    std::unique_ptr<tests::OpenedCase> m_case;
    std::unique_ptr<QTemporaryDir> m_dir;
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestExporting test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_exporting.moc"
