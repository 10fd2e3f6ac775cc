#include "tests/ledger/ledgerfixture.h"
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace core;
using namespace core::ledger;

namespace {

QString hexOf(const crypto::Secret& secret) {
    return crypto::toHex(QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())));
}

struct Tally {
    int kills = 0;
    int acknowledged = 0;
    int lost = 0;
    int notAcknowledgedButThere = 0;
    QStringList broken; // a ledger that did not open or verify afterwards
};

// Starts the writer, kills it somewhere in its work, and looks for what it had called recorded.
void killOnce(LedgerFixture& fixture, bool before, int microseconds, KnownHead& known, Tally& tally) {
    QProcess writer;
    writer.start(QStringLiteral(LEDGER_WRITER), QStringList());
    const QStringList line{fixture.path,
                           fixture.genesis.vault.toString(),
                           fixture.genesis.caseId.toString(),
                           hexOf(fixture.keys.master),
                           fixture.meera.id.toString(),
                           hexOf(fixture.meera.keys.seed),
                           before ? QStringLiteral("before") : QStringLiteral("after")};
    writer.write(line.join(QLatin1Char('\t')).toUtf8() + '\n');
    writer.waitForReadyRead(20'000); // it is at work
    QThread::usleep(static_cast<unsigned long>(microseconds));
    writer.kill();
    writer.waitForFinished();
    ++tally.kills;
    if (writer.exitStatus() != QProcess::CrashExit)
        tally.broken << QStringLiteral("the writer ended by itself with %1").arg(writer.exitCode());

    const auto ledger = fixture.open(known);
    if (!ledger) {
        tally.broken << errorName(ledger.error().code);
        return;
    }
    QSet<QString> there;
    for (std::size_t i = std::size_t(known.seq); i < (*ledger)->entries().size(); ++i)
        there.insert((*ledger)->entries()[i].id.toString());
    const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
    for (const QByteArray& printed : lines) {
        if (!printed.startsWith("recorded ") || printed.size() != 45)
            continue;
        ++tally.acknowledged;
        if (!there.remove(QString::fromLatin1(printed.mid(9))))
            ++tally.lost;
    }
    tally.notAcknowledgedButThere += int(there.size());
    known = (*ledger)->known();
}

Tally killMany(int kills, bool before) {
    Tally tally;
    QRandomGenerator random(41);
    while (tally.kills < kills) {
        LedgerFixture fixture;
        KnownHead known = fixture.create()->known();
        for (int i = 0; i < 30 && tally.kills < kills; ++i)
            killOnce(fixture, before, int(random.bounded(30'000)), known, tally);
        const auto ledger = fixture.open();
        if (!ledger || !(*ledger)->verify())
            tally.broken << QStringLiteral("verify");
    }
    return tally;
}

} // namespace

class TestAttackKill : public QObject {
    Q_OBJECT
private slots:
    void nothingAcknowledgedIsLostToThreeHundredKills();
    void acknowledgingBeforeTheCommitIsSeenToLose();
};

void TestAttackKill::nothingAcknowledgedIsLostToThreeHundredKills() {
    const Tally tally = killMany(300, false);

    qInfo("%d kills, %d acknowledged, %d lost, %d there without having been acknowledged", tally.kills,
          tally.acknowledged, tally.lost, tally.notAcknowledgedButThere);
    QVERIFY2(tally.broken.isEmpty(), qPrintable(tally.broken.join(QStringLiteral(", "))));
    QVERIFY(tally.acknowledged >= 300);
    QCOMPARE(tally.lost, 0);
    QVERIFY(tally.notAcknowledgedButThere <= tally.kills); // at most the one that was being written
}

void TestAttackKill::acknowledgingBeforeTheCommitIsSeenToLose() {
    const Tally tally = killMany(40, true);

    qInfo("control, acknowledged before the commit: %d kills, %d acknowledged, %d lost", tally.kills,
          tally.acknowledged, tally.lost);
    QVERIFY(tally.lost > 0);
}

QTEST_GUILESS_MAIN(TestAttackKill)
#include "test_attackkill.moc"
