#include "core/base/utc.h"
#include "tests/ledger/ledgerfixture.h"
#include <QProcess>
#include <QTest>

using namespace core;
using namespace core::ledger;

class TestLedger : public QObject {
    Q_OBJECT
private slots:
    void newLedgerBeginsAtItsGenesis();
    void whatWasAppendedIsThereAfterReopening();
    void fieldsComeBackByteForByte_data();
    void fieldsComeBackByteForByte();
    void amendmentPointsAtTheOriginal();
    void redactionBlanksEveryVersion();
    void redactedEntryIsNotAmended();
    void membersAreNotRedacted();
    void severalEntriesAreOneCommit();
    void oneThatMayNotBeWrittenStopsAllOfThem();
    void sameEntryIsNotRecordedTwice();
    void strangerDoesNotAppend();
    void memberUnderAnotherKeyDoesNotAppend();
    void reviewerWritesOnlyOpenedAndExported();
    void kindWithoutVersionIsRefused();
    void overlongEntryIsRefusedAndTheNextOneIsNot();
    void movedLedgerTakesNothingMore();
    void readOnlyLedgerTakesNothing();
    void secondWindowSeesWhatTheFirstAdded();
    void redactionElsewhereReachesThisWindow();
    void writerHeldUpIsBusyThenGoesOn();
    void twoWritersKeepOneChain();
    void clockSetBackIsSaidAndNotMended();
    void draftComesBackByteForByte();
    void draftIsShownToItsAuthorOnly();
    void draftOfAnotherIsNotOverwritten();
    void recordingRemovesItsDraft();
    void fullDiskIsSaidAndNothingIsLost();

private:
    static QString textOf(const Entry& entry) { return entry.fields()[QStringLiteral("text")].toString(); }
};

void TestLedger::newLedgerBeginsAtItsGenesis() {
    LedgerFixture fixture;
    auto ledger = Ledger::create(fixture.path, fixture.keys, fixture.genesis);
    QVERIFY(ledger);

    QCOMPARE((*ledger)->head(), (Head{0, fixture.genesis.digest()}));
    QVERIFY((*ledger)->entries().empty());
    QCOMPARE(Ledger::create(fixture.path, fixture.keys, fixture.genesis).error().code, ErrorCode::AlreadyExists);
}

void TestLedger::whatWasAppendedIsThereAfterReopening() {
    LedgerFixture fixture;
    std::vector<Entry> written;
    {
        auto ledger = fixture.create();
        NewEntry entry = LedgerFixture::note(QStringLiteral("Spoke to the head of year."));
        entry.occurred = *Occurred::parse(u"~2025-03-27T10:30+00:00");
        QVERIFY(ledger->append(entry, fixture.meera.author()));
        written = ledger->entries();
    }

    auto ledger = fixture.open();

    QVERIFY(ledger);
    QCOMPARE((*ledger)->entries(), written);
    QCOMPARE(written[1].seq, 2);
    QCOMPARE(written[1].occurred.text(), QStringLiteral("~2025-03-27T10:30+00:00"));
    QVERIFY(written[1].permitted);
    QCOMPARE(written[1].clock, ClockState::Ok);
    QCOMPARE((*ledger)->verify().value(), (Verification{(*ledger)->head(), 2, 0, 0}));
}

void TestLedger::fieldsComeBackByteForByte_data() {
    QTest::addColumn<QString>("said");
    QTest::newRow("no-break space") << QStringLiteral("he said\u00a0send it\u202fnow");
    QTest::newRow("Urdu") << QStringLiteral(
        "\u0645\u062c\u06be\u06d2 \u0688\u0631 \u0644\u06af\u062a\u0627 \u06c1\u06d2\u06d4");
    QTest::newRow("emoji") << QStringLiteral("ok \U0001F62D\U0001F468\u200d\U0001F469\u200d\U0001F467 \u2764\ufe0f");
    QTest::newRow("combining marks") << QStringLiteral("cafe\u0301 a\u0328\u0301 e\u0323\u0302");
    QTest::newRow("line separators") << QStringLiteral("one\u2028two\u2029three\nfour\r\nfive\tsix");
    QTest::newRow("quotes") << QStringLiteral("\"'\\/<b>%s</b>; DROP TABLE entry; --");
    QTest::newRow("a NUL and other controls")
        << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b\u0007\u007f"));
    QTest::newRow("empty") << QStringLiteral("");
    QTest::newRow("long") << QStringLiteral("and then he said \u2026 ").repeated(20'000);
}

void TestLedger::fieldsComeBackByteForByte() {
    QFETCH(QString, said);
    LedgerFixture fixture;
    {
        auto ledger = fixture.create();
        QVERIFY(ledger->append(LedgerFixture::note(said), fixture.meera.author()));
    }

    auto ledger = fixture.open();

    QVERIFY(ledger);
    QCOMPARE(textOf((*ledger)->entries()[1]).toUtf8(), said.toUtf8());
}

void TestLedger::amendmentPointsAtTheOriginal() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const Entry original = *ledger->append(LedgerFixture::note(QStringLiteral("in Yeer 8")), fixture.meera.author());

    NewEntry second = LedgerFixture::note(QStringLiteral("in Year 8"));
    second.amends = original.id;
    const Entry amended = *ledger->append(second, fixture.meera.author());
    NewEntry third = LedgerFixture::note(QStringLiteral("in Year 9"));
    third.amends = amended.id;
    const Entry again = *ledger->append(third, fixture.meera.author());

    QCOMPARE(amended.amends, std::optional(original.id));
    QCOMPARE(again.amends, std::optional(original.id));
    NewEntry ofNothing = LedgerFixture::note(QStringLiteral("?"));
    ofNothing.amends = EntryId::random();
    QCOMPARE(ledger->append(ofNothing, fixture.meera.author()).error().code, ErrorCode::NotPermitted);
}

void TestLedger::redactionBlanksEveryVersion() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const Entry original = *ledger->append(LedgerFixture::note(QStringLiteral("marmalade")), fixture.meera.author());
    NewEntry second = LedgerFixture::note(QStringLiteral("marmalade sandwich"));
    second.amends = original.id;
    const Entry amended = *ledger->append(second, fixture.meera.author());
    const Entry other = *ledger->append(LedgerFixture::note(QStringLiteral("kept")), fixture.meera.author());

    const auto redaction = ledger->append(LedgerFixture::redacting(amended.id), fixture.meera.author());

    QVERIFY(redaction);
    QCOMPARE(redaction->amends, std::optional(original.id));
    const auto check = [&](const Ledger& seen) {
        QVERIFY(!seen.entries()[1].body);
        QVERIFY(seen.entries()[1].bodySalt.isEmpty());
        QCOMPARE(seen.entries()[1].bodyDigest, original.bodyDigest);
        QVERIFY(!seen.entries()[2].body);
        QCOMPARE(seen.entries()[3], other);
        QCOMPARE(seen.entries()[4].fields()[QStringLiteral("reason")].toString(),
                 QStringLiteral("recorded in the wrong case"));
    };
    check(*ledger);
    QCOMPARE(ledger->verify()->redacted, 2);
    auto reopened = fixture.open();
    QVERIFY(reopened);
    check(**reopened);
    QCOMPARE(fixture.raw()->value("SELECT count(*) FROM entry WHERE body LIKE '%marmalade%'"), QByteArray("0"));
}

void TestLedger::redactedEntryIsNotAmended() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const Entry original = *ledger->append(LedgerFixture::note(QStringLiteral("x")), fixture.meera.author());
    QVERIFY(ledger->append(LedgerFixture::redacting(original.id), fixture.meera.author()));

    NewEntry amendment = LedgerFixture::note(QStringLiteral("y"));
    amendment.amends = original.id;

    QCOMPARE(ledger->append(amendment, fixture.meera.author()).error().code, ErrorCode::NotPermitted);
    QCOMPARE(ledger->append(LedgerFixture::redacting(original.id), fixture.meera.author()).error().code,
             ErrorCode::NotPermitted);
}

void TestLedger::membersAreNotRedacted() {
    LedgerFixture fixture;
    auto ledger = fixture.create();

    QCOMPARE(ledger->append(LedgerFixture::redacting(ledger->entries()[0].id), fixture.meera.author()).error().code,
             ErrorCode::NotPermitted);
}

void TestLedger::severalEntriesAreOneCommit() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    NewEntry first = LedgerFixture::note(QStringLiteral("one"));
    NewEntry second = LedgerFixture::note(QStringLiteral("one, mended"));
    second.amends = first.id;

    const auto written =
        ledger->appendAll({first, second, LedgerFixture::granting(fixture.deputy())}, fixture.meera.author());

    QVERIFY(written);
    QCOMPARE(written->size(), std::size_t(3));
    QCOMPARE((*written)[1].amends, std::optional(first.id));
    QCOMPARE(ledger->head().seq, 4);
    QVERIFY(fixture.open());
    QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("by Owen")), fixture.owen.author()));
}

void TestLedger::oneThatMayNotBeWrittenStopsAllOfThem() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    QVERIFY(ledger->append(LedgerFixture::granting(fixture.deputy()), fixture.meera.author()));
    const Head before = ledger->head();

    const auto written =
        ledger->appendAll({LedgerFixture::note(QStringLiteral("fine")), LedgerFixture::granting(fixture.reviewer())},
                          fixture.owen.author());

    QCOMPARE(written.error().code, ErrorCode::NotPermitted);
    QCOMPARE(ledger->head(), before);
    QCOMPARE((*fixture.open())->head(), before);
    QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("fine")), fixture.owen.author()));
}

void TestLedger::sameEntryIsNotRecordedTwice() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const NewEntry entry = LedgerFixture::note(QStringLiteral("once"));
    QVERIFY(ledger->append(entry, fixture.meera.author()));

    QCOMPARE(ledger->append(entry, fixture.meera.author()).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(ledger->head().seq, 2);
}

void TestLedger::strangerDoesNotAppend() {
    LedgerFixture fixture;
    auto ledger = fixture.create();

    QCOMPARE(ledger->append(LedgerFixture::note(QStringLiteral("?")), fixture.owen.author()).error().code,
             ErrorCode::NotPermitted);
    QCOMPARE((*fixture.open())->head().seq, 1);
}

void TestLedger::memberUnderAnotherKeyDoesNotAppend() {
    LedgerFixture fixture;
    auto ledger = fixture.create();

    const Author borrowed{fixture.meera.id, fixture.owen.keys.sign};

    QCOMPARE(ledger->append(LedgerFixture::note(QStringLiteral("?")), borrowed).error().code, ErrorCode::NotPermitted);
}

void TestLedger::reviewerWritesOnlyOpenedAndExported() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    QVERIFY(ledger->append(LedgerFixture::granting(fixture.reviewer()), fixture.meera.author()));

    QCOMPARE(ledger->append(LedgerFixture::note(QStringLiteral("?")), fixture.lena.author()).error().code,
             ErrorCode::NotPermitted);
    QVERIFY(ledger->append({QStringLiteral("opened/1"), {}, {}, {}}, fixture.lena.author()));
    QVERIFY(ledger->append({QStringLiteral("exported/1"), {}, {}, {}}, fixture.lena.author()));
}

void TestLedger::kindWithoutVersionIsRefused() {
    LedgerFixture fixture;
    auto ledger = fixture.create();

    QCOMPARE(ledger->append({QStringLiteral("note"), {}, {}, {}}, fixture.meera.author()).error().code,
             ErrorCode::FormUnknown);
}

void TestLedger::overlongEntryIsRefusedAndTheNextOneIsNot() {
    LedgerFixture fixture;
    auto ledger = fixture.create();

    QCOMPARE(
        ledger->append(LedgerFixture::note(QString(4 << 20, QLatin1Char('a'))), fixture.meera.author()).error().code,
        ErrorCode::TooLong);
    QVERIFY(ledger->append(LedgerFixture::note(QString(1 << 20, QLatin1Char('a'))), fixture.meera.author()));
    QVERIFY(ledger->append(LedgerFixture::note(QString(4'180'000, QLatin1Char('a'))), fixture.meera.author()));
    QVERIFY((*fixture.open())->verify());
}

void TestLedger::movedLedgerTakesNothingMore() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    QVERIFY(ledger->append(LedgerFixture::granting(fixture.deputy()), fixture.meera.author()));
    auto other = *fixture.open();
    QCOMPARE(ledger->append({QStringLiteral("moved/1"), {}, {}, {}}, fixture.owen.author()).error().code,
             ErrorCode::NotPermitted);

    QVERIFY(ledger->append({QStringLiteral("moved/1"), {}, {}, {}}, fixture.meera.author()));

    QCOMPARE(ledger->append(LedgerFixture::note(QStringLiteral("?")), fixture.meera.author()).error().code,
             ErrorCode::Moved);
    QCOMPARE(other->append(LedgerFixture::note(QStringLiteral("?")), fixture.owen.author()).error().code,
             ErrorCode::Moved);
    QCOMPARE((*fixture.open())->head().seq, 3);
}

void TestLedger::readOnlyLedgerTakesNothing() {
    LedgerFixture fixture;
    fixture.create();

    auto ledger = Ledger::open(fixture.path, fixture.keys, fixture.genesis, db::Database::Mode::ReadOnly);

    QVERIFY(ledger);
    QVERIFY((*ledger)->isReadOnly());
    QCOMPARE((*ledger)->append(LedgerFixture::note(QStringLiteral("?")), fixture.meera.author()).error().code,
             ErrorCode::ReadOnly);
    QCOMPARE((*ledger)->saveDraft({}).error().code, ErrorCode::ReadOnly);
    QVERIFY((*ledger)->verify());
}

void TestLedger::secondWindowSeesWhatTheFirstAdded() {
    LedgerFixture fixture;
    auto first = fixture.create();
    auto second = *fixture.open();
    QCOMPARE(second->refresh().value(), false);

    const Entry added = *first->append(LedgerFixture::note(QStringLiteral("new")), fixture.meera.author());

    QCOMPARE(second->refresh().value(), true);
    QCOMPARE(second->entries().back(), added);
    QCOMPARE(second->refresh().value(), false);
}

void TestLedger::redactionElsewhereReachesThisWindow() {
    LedgerFixture fixture;
    auto first = fixture.create();
    const Entry entry = *first->append(LedgerFixture::note(QStringLiteral("x")), fixture.meera.author());
    auto second = *fixture.open();

    QVERIFY(first->append(LedgerFixture::redacting(entry.id), fixture.meera.author()));

    QVERIFY(second->refresh());
    QVERIFY(!second->entries()[1].body);
    QCOMPARE(second->entries(), first->entries());
}

void TestLedger::writerHeldUpIsBusyThenGoesOn() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    auto other = fixture.raw();
    QCOMPARE(other->run("BEGIN IMMEDIATE"), SQLITE_OK);

    QCOMPARE(ledger->append(LedgerFixture::note(QStringLiteral("held up")), fixture.meera.author()).error().code,
             ErrorCode::Busy);

    QCOMPARE(other->run("ROLLBACK"), SQLITE_OK);
    QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("held up")), fixture.meera.author()));
    QCOMPARE(ledger->head().seq, 2);
}

void TestLedger::twoWritersKeepOneChain() {
    LedgerFixture fixture;
    auto first = fixture.create();
    QVERIFY(first->append(LedgerFixture::granting(fixture.deputy()), fixture.meera.author()));
    auto second = *fixture.open();

    for (int i = 0; i < 30; ++i) {
        QVERIFY(first->append(LedgerFixture::note(QStringLiteral("Meera %1").arg(i)), fixture.meera.author()));
        QVERIFY(second->append(LedgerFixture::note(QStringLiteral("Owen %1").arg(i)), fixture.owen.author()));
    }

    QVERIFY(first->refresh());
    QCOMPARE(first->entries(), second->entries());
    QCOMPARE(first->verify()->entries, 62);
}

void TestLedger::clockSetBackIsSaidAndNotMended() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const QDateTime day = core::utc(QDate(2040, 3, 27), QTime(10, 0));
    ClockReading now{day, 0, QStringLiteral("boot")};
    ledger->useClock([&] { return now; });
    const auto record = [&](int secondsShown, int secondsPassed) {
        now.wall = now.wall.addSecs(secondsShown);
        now.monotonicMs += secondsPassed * 1000;
        return *ledger->append(LedgerFixture::note(QStringLiteral("x")), fixture.meera.author());
    };

    QCOMPARE(record(60, 60).clock, ClockState::Ok);
    QCOMPARE(record(-86'400, 60).clock, ClockState::Back);
    QCOMPARE(record(60, 60).recorded, day.addSecs(60 - 86'400 + 60)); // as the clock said
    QCOMPARE(record(2 * 86'400, 60).clock, ClockState::Jump);
    QCOMPARE(record(60, 60).clock, ClockState::Ok);
}

void TestLedger::draftComesBackByteForByte() {
    LedgerFixture fixture;
    Draft draft;
    draft.author = fixture.meera.id;
    draft.kind = QStringLiteral("words/1");
    draft.saved = core::utc(QDate(2025, 3, 27), QTime(10, 41, 7));
    const QString typed =
        QStringLiteral("he said\u00a0\u0645\u062c\u06be\u06d2 \U0001F62D cafe\u0301 one\u2028two\n\t\"");
    draft.content = {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("said"), typed}}},
                     {QStringLiteral("occurred"), QStringLiteral("yesterday about ten")}};
    {
        auto ledger = fixture.create();
        QVERIFY(ledger->saveDraft(draft));
        draft.content[QStringLiteral("step")] = QStringLiteral("s2");
        QVERIFY(ledger->saveDraft(draft)); // replaces by id
    }

    const auto drafts = (*fixture.open())->drafts(fixture.meera.id);

    QVERIFY(drafts);
    QCOMPARE(*drafts, std::vector<Draft>{draft});
    QCOMPARE((*drafts)[0].content[QStringLiteral("fields")].toObject()[QStringLiteral("said")].toString().toUtf8(),
             typed.toUtf8());
}

void TestLedger::draftIsShownToItsAuthorOnly() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    Draft draft;
    draft.author = fixture.meera.id;
    draft.kind = QStringLiteral("words/1");
    draft.saved = QDateTime::currentDateTimeUtc();
    QVERIFY(ledger->saveDraft(draft));

    QCOMPARE(ledger->drafts(fixture.owen.id)->size(), std::size_t(0));
    QCOMPARE(ledger->draftsOfOthers(fixture.owen.id).value(), QStringList(draft.kind));
    QCOMPARE(ledger->draftsOfOthers(fixture.meera.id).value(), QStringList());
    QVERIFY(ledger->removeDraft(draft.id));
    QCOMPARE(ledger->draftsOfOthers(fixture.owen.id).value(), QStringList());
}

void TestLedger::draftOfAnotherIsNotOverwritten() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    Draft draft;
    draft.author = fixture.meera.id;
    draft.kind = QStringLiteral("words/1");
    draft.saved = QDateTime::currentDateTimeUtc();
    QVERIFY(ledger->saveDraft(draft));

    draft.author = fixture.owen.id;

    QCOMPARE(ledger->saveDraft(draft).error().code, ErrorCode::NotPermitted);
    QCOMPARE(ledger->drafts(fixture.meera.id)->size(), std::size_t(1));
}

void TestLedger::recordingRemovesItsDraft() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    Draft draft;
    draft.author = fixture.meera.id;
    draft.kind = QStringLiteral("note/1");
    draft.saved = QDateTime::currentDateTimeUtc();
    QVERIFY(ledger->saveDraft(draft));
    NewEntry entry = LedgerFixture::note(QStringLiteral("recorded"));
    entry.id = draft.id;

    QVERIFY(ledger->append(entry, fixture.meera.author()));

    QVERIFY(ledger->drafts(fixture.meera.id)->empty());
}

void TestLedger::fullDiskIsSaidAndNothingIsLost() {
    QTemporaryDir mount;
    if (QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=256k"), QStringLiteral("tmpfs"), mount.path()}) != 0)
        QSKIP("a small file system can be mounted by root only");
    LedgerFixture fixture;
    fixture.path = mount.filePath(QStringLiteral("case.db"));
    {
        auto ledger = fixture.create();
        int acknowledged = 1;
        Error refused;
        while (refused.code == ErrorCode::Internal) {
            const auto added =
                ledger->append(LedgerFixture::note(QString(3000, QLatin1Char('a'))), fixture.meera.author());
            if (added)
                ++acknowledged;
            else
                refused = added.error();
        }

        QCOMPARE(refused.code, ErrorCode::DiskFull);
        QVERIFY(acknowledged > 5);
        QCOMPARE(ledger->head().seq, acknowledged);
        QCOMPARE((*fixture.open())->head().seq, acknowledged);
        QVERIFY(ledger->verify());
        Draft draft{EntryId::random(), fixture.meera.id, QStringLiteral("note/1"), QDateTime::currentDateTimeUtc(), {}};
        draft.content = {{QStringLiteral("text"), QString(9000, QLatin1Char('b'))}};
        QCOMPARE(ledger->saveDraft(draft).error().code, ErrorCode::DiskFull);
    }
    QCOMPARE(QProcess::execute(QStringLiteral("umount"), {mount.path()}), 0);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
