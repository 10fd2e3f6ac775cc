#include "core/vault/anchors.h"
#include "tests/vault/madevault.h"
#include <QTest>

using namespace core;
using namespace tests;
using vault::Anchor;
using vault::Anchors;

class TestAnchors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { crypto::init(); }
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_key = crypto::Secret::random(32);
    }

    void whatWasKeptIsFound() {
        const CaseId id = CaseId::random();

        QVERIFY(anchors().move(id, at(1, 1, 7), FileStore::Durable::FileAndFolder));

        QCOMPARE(anchors().find(id), std::optional(at(1, 1, 7)));
        QCOMPARE(anchors().find(CaseId::random()), std::nullopt);
        QCOMPARE(anchors().all(), std::vector<CaseId>{id});
    }

    void itMovesForwardsOnly() {
        const CaseId id = CaseId::random();
        const Anchors all = anchors();
        QVERIFY(all.move(id, at(2, 1, 7), FileStore::Durable::File));

        QVERIFY(all.move(id, at(2, 1, 6), FileStore::Durable::File));
        QVERIFY(all.move(id, at(1, 1, 9), FileStore::Durable::File));

        QCOMPARE(all.find(id), std::optional(at(2, 1, 7)));
        QVERIFY(all.move(id, at(3, 2, 7), FileStore::Durable::File));
        QCOMPARE(all.find(id), std::optional(at(3, 2, 7)));
    }

    void namesSayNothingWithoutTheKey() {
        const CaseId id = CaseId::random();
        QVERIFY(anchors().move(id, at(1, 1, 7), FileStore::Durable::File));
        const QByteArray bytes = bytesOf(path(names().value(0)));

        QCOMPARE(names().size(), 1);
        QVERIFY(!names().value(0).contains(id.toString().left(8)));
        QVERIFY(!bytes.contains(id.toString().toLatin1()));
        const Anchors stranger(FileStore(), m_dir->path(), crypto::Secret::random(32), m_vault);
        QVERIFY(!stranger.find(id) && !stranger.has(id) && stranger.all().empty());
        const Anchors otherVault(FileStore(), m_dir->path(), m_key, VaultId::random());
        QVERIFY(!otherVault.find(id) && otherVault.all().empty());
    }

    void everyChangedByteMakesItNone() {
        const CaseId id = CaseId::random();
        QVERIFY(anchors().move(id, at(1, 1, 7), FileStore::Durable::File));
        const QString file = path(names().value(0));
        const QByteArray bytes = bytesOf(file);

        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(overwrite(file, changed));
            QVERIFY(!anchors().find(id));
            QVERIFY(anchors().has(id));
        }
        QVERIFY(overwrite(file, bytes));
        QVERIFY(anchors().find(id)); // the control
    }

    void anotherCasesAnchorDoesNotStandIn() {
        const CaseId one = CaseId::random();
        const CaseId two = CaseId::random();
        QVERIFY(anchors().move(one, at(1, 1, 7), FileStore::Durable::File));
        const QString first = names().value(0);
        QVERIFY(anchors().move(two, at(1, 1, 2), FileStore::Durable::File));
        const QString second = names().value(0) == first ? names().value(1) : names().value(0);

        QVERIFY(overwrite(path(first), bytesOf(path(second))));

        QVERIFY(!anchors().find(one));
    }

private:
    Anchors anchors() const { return Anchors(FileStore(), m_dir->path(), m_key, m_vault); }
    static Anchor at(qint64 n, qint64 epoch, qint64 seq) { return {n, epoch, seq, QByteArray(32, char(seq)), seq}; }
    QStringList names() const { return QDir(path({})).entryList(QDir::Files, QDir::Time | QDir::Reversed); }
    QString path(const QString& name) const { return m_dir->filePath(QStringLiteral("anchors/") + name); }
    std::unique_ptr<QTemporaryDir> m_dir;
    crypto::Secret m_key;
    VaultId m_vault = VaultId::random();
};

QTEST_GUILESS_MAIN(TestAnchors)
#include "test_anchors.moc"
