#include "ui/widgets/draftkeeper.h"
#include <QSignalSpy>
#include <QTest>

using core::ledger::Draft;

class TestDraftKeeper : public QObject {
    Q_OBJECT
private slots:
    void whatChangedIsWrittenBySomeSecondsLater() {
        std::vector<Draft> written;
        ui::DraftKeeper keeper(parts(written), this);

        keeper.touch();

        QTRY_COMPARE_WITH_TIMEOUT(written.size(), std::size_t(1), 5000);
        QCOMPARE(written.front().content.value(QStringLiteral("said")).toString(), QStringLiteral("i dont want to go"));
        QVERIFY(!keeper.isDirty());
    }
    void flushingWithoutAChangeWritesNothing() {
        std::vector<Draft> written;
        ui::DraftKeeper keeper(parts(written), this);

        QVERIFY(keeper.flush());

        QVERIFY(written.empty());
    }
    void aDiskThatRefusesIsSaidAndTheTextIsStillHere() {
        std::vector<Draft> written;
        auto refusing = parts(written);
        refusing.save = [](const Draft&) { return core::Result<>(core::fail(core::ErrorCode::DiskFull)); };
        ui::DraftKeeper keeper(std::move(refusing), this);
        QSignalSpy failed(&keeper, &ui::DraftKeeper::failed);
        keeper.touch();

        const auto flushed = keeper.flush();

        QVERIFY(!flushed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(flushed.error().code, core::ErrorCode::DiskFull);
        QVERIFY(keeper.isDirty());
        QCOMPARE(keeper.draft().content.value(QStringLiteral("said")).toString(), QStringLiteral("i dont want to go"));
    }
    void afterRecordingNothingMoreIsWritten() {
        std::vector<Draft> written;
        ui::DraftKeeper keeper(parts(written), this);
        keeper.touch();

        keeper.stop();
        keeper.touch();

        QVERIFY(keeper.flush());
        QVERIFY(written.empty());
    }
    void takingAllOfItOutAgainTakesTheDraftAway() {
        std::vector<Draft> written;
        QJsonObject typed{{QStringLiteral("said"), QStringLiteral("not this")}};
        auto some = parts(written);
        some.content = [&typed] { return typed; };
        ui::DraftKeeper keeper(std::move(some), this);
        QSignalSpy removed(&keeper, &ui::DraftKeeper::removed);
        keeper.touch();
        QVERIFY(keeper.flush());

        typed = {};
        keeper.touch();
        QVERIFY(keeper.flush());

        QCOMPARE(written.size(), std::size_t(2));
        QVERIFY(written.back().content.isEmpty());
        QCOMPARE(written.back().id, written.front().id);
        QCOMPARE(removed.size(), 1);
    }
    void nothingWrittenYetAndNothingTypedLeavesNoTrace() {
        std::vector<Draft> written;
        auto none = parts(written);
        none.content = [] { return QJsonObject(); };
        ui::DraftKeeper keeper(std::move(none), this);
        keeper.touch();

        QVERIFY(keeper.flush());

        QVERIFY(written.empty());
        QVERIFY(!keeper.isDirty());
    }

private:
    static ui::DraftKeeper::Parts parts(std::vector<Draft>& written) {
        ui::DraftKeeper::Parts parts;
        parts.caseId = core::CaseId::random();
        parts.id = core::EntryId::random();
        parts.kind = QStringLiteral("words/1");
        parts.content = [] { return QJsonObject{{QStringLiteral("said"), QStringLiteral("i dont want to go")}}; };
        parts.save = [&written](const Draft& draft) {
            written.push_back(draft);
            return core::Result<>();
        };
        return parts;
    }
};

QTEST_MAIN(TestDraftKeeper)
#include "test_draftkeeper.moc"
