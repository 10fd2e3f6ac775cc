#include "tests/db/rawconnection.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::db;

class TestDatabase : public QObject {
    Q_OBJECT
private slots:
    void textComesBackByteForByte_data();
    void textComesBackByteForByte();
    void nullAndEmptyTextAreKeptApart();
    void textBoundUncopiedIsWhole_data();
    void textBoundUncopiedIsWhole();
    void createRefusesAnExistingFile();
    void missingFileIsNotMade();
    void emptyFileIsNotAnEmptyDatabase();
    void wrongKeyIsRefused();
    void wrongSaltIsRefused();
    void plainSqliteFileIsRefused();
    void textFileIsRefused();
    void linkIsRefusedButLinkedFolderIsNot();
    void nothingReadableStandsInTheFile();
    void lostSaltBytesOnDiskDoNotMatter();
    void failedCreateLeavesNoFile();
    void errorInsideTransactionUndoesAll();
    void readOnlyConnectionDoesNotWrite();
    void secondWriterIsBusyAfterAWhile();
    void valueOverFourMebibytesIsTooLong();
    void dataVersionTellsOfAnotherWriter();
    void damagedPageIsFoundAndEndsTheConnection();
    void backupUnderAnotherKeyOpensWithThatKeyOnly();

private:
    QString fresh() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_count)); }
    Result<std::unique_ptr<Database>> open(const QString& path, Database::Mode mode = Database::Mode::ReadWrite) {
        return Database::open(path, mode, {m_key, m_salt});
    }
    std::unique_ptr<Database> create(const QString& path) {
        auto made = Database::open(path, Database::Mode::Create, {m_key, m_salt},
                                   {QStringLiteral("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT) STRICT")});
        return made ? std::move(*made) : nullptr;
    }
    static Result<> add(Database& database, const QByteArray& body) {
        auto insert = database.prepare("INSERT INTO note(body) VALUES(?)");
        return insert ? insert->bind(body).run() : fail(insert.error());
    }
    static qint64 count(Database& database) {
        auto query = database.prepare("SELECT count(*) FROM note");
        return query && query->step().value_or(false) ? query->integer(0) : -1;
    }
    QTemporaryDir m_folder;
    crypto::Secret m_key = crypto::Secret::random(32);
    crypto::Secret m_salt = crypto::Secret::random(16);
    int m_count = 0;
};

void TestDatabase::textComesBackByteForByte_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("no-break space") << QStringLiteral("he said\u00a0\u00bbsend it\u00ab");
    QTest::newRow("Urdu") << QStringLiteral(
        "\u0645\u062c\u06be\u06d2 \u0688\u0631 \u0644\u06af\u062a\u0627 \u06c1\u06d2");
    QTest::newRow("emoji") << QStringLiteral("\U0001F62D\U0001F468\u200d\U0001F469\u200d\U0001F467");
    QTest::newRow("combining marks") << QStringLiteral("cafe\u0301 n\u0303");
    QTest::newRow("line separator") << QStringLiteral("first\u2028second\u2029third\r\nfourth");
    QTest::newRow("quotes and marks") << QStringLiteral("'; DROP TABLE note; -- \"x\" % _ \\");
}

void TestDatabase::textComesBackByteForByte() {
    QFETCH(QString, text);
    const QString path = fresh();
    QVERIFY(add(*create(path), text.toUtf8()));

    auto database = open(path);
    QVERIFY(database);
    auto query = (*database)->prepare("SELECT body FROM note WHERE body = ?");
    QVERIFY(query->bind(text).step().value());

    QCOMPARE(query->utf8(0), text.toUtf8());
    QCOMPARE(query->text(0), text);
}

void TestDatabase::nullAndEmptyTextAreKeptApart() {
    auto database = create(fresh());
    QVERIFY(add(*database, QByteArray("")));
    QVERIFY(add(*database, QByteArray()));

    auto query = database->prepare("SELECT body FROM note ORDER BY id");
    QVERIFY(query->step().value());
    QVERIFY(!query->isNull(0));
    QVERIFY(query->step().value());
    QVERIFY(query->isNull(0));
}

void TestDatabase::textBoundUncopiedIsWhole_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("words") << QByteArray("she said it began in the summer");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("null") << QByteArray();
    QTest::newRow("a zero in the middle") << QByteArray("before\0after", 12);
    QTest::newRow("a zero at the end") << QByteArray("before\0", 7);
}

void TestDatabase::textBoundUncopiedIsWhole() {
    QFETCH(QByteArray, text);
    auto database = create(fresh());
    auto insert = database->prepare("INSERT INTO note(body) VALUES(?)");
    QVERIFY(insert->bind(Kept{text}).run());

    auto query = database->prepare("SELECT body FROM note");
    QVERIFY(query->step().value());

    QCOMPARE(query->isNull(0), text.isNull());
    QCOMPARE(query->utf8(0), text);
}

void TestDatabase::createRefusesAnExistingFile() {
    const QString path = fresh();
    create(path);
    const QByteArray before = bytesOfFile(path);

    QCOMPARE(open(path, Database::Mode::Create).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(bytesOfFile(path), before);
}

void TestDatabase::missingFileIsNotMade() {
    const QString path = fresh();

    QCOMPARE(open(path).error().code, ErrorCode::LedgerMissing);
    QVERIFY(!QFile::exists(path));
}

void TestDatabase::emptyFileIsNotAnEmptyDatabase() {
    const QString path = fresh();
    QVERIFY(writeFile(path, {}));
    RawConnection control(path, m_key, m_salt);
    QCOMPARE(control.value("SELECT count(*) FROM sqlite_schema"), QByteArray("0")); // SQLite alone is content with it

    QCOMPARE(open(path).error().code, ErrorCode::EmptyLedger);
}

void TestDatabase::wrongKeyIsRefused() {
    const QString path = fresh();
    QVERIFY(add(*create(path), "kept"));
    const crypto::Secret other = crypto::Secret::random(32);

    QCOMPARE(Database::open(path, Database::Mode::ReadWrite, {other, m_salt}).error().code, ErrorCode::NotThisKey);
    QCOMPARE(count(**open(path)), 1);
}

void TestDatabase::wrongSaltIsRefused() {
    const QString path = fresh();
    QVERIFY(add(*create(path), "kept"));
    const crypto::Secret other = crypto::Secret::random(16);

    QCOMPARE(Database::open(path, Database::Mode::ReadWrite, {m_key, other}).error().code, ErrorCode::NotThisKey);
}

void TestDatabase::plainSqliteFileIsRefused() {
    const QString path = fresh();
    sqlite3* plain = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &plain), SQLITE_OK);
    QCOMPARE(sqlite3_exec(plain, "CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(plain);

    QCOMPARE(open(path).error().code, ErrorCode::NotThisKey);
}

void TestDatabase::textFileIsRefused() {
    const QString path = fresh();
    QVERIFY(writeFile(path, QByteArray("minutes of the meeting\n").repeated(400)));

    QCOMPARE(open(path).error().code, ErrorCode::NotThisKey);
}

void TestDatabase::linkIsRefusedButLinkedFolderIsNot() {
    const QString path = fresh();
    create(path);
    const QString link = m_folder.filePath(QStringLiteral("link.db"));
    QVERIFY(QFile::link(path, link));
    QTemporaryDir elsewhere;
    const QString folder = elsewhere.filePath(QStringLiteral("vault"));
    QVERIFY(QFile::link(m_folder.path(), folder));

    QCOMPARE(open(link).error().code, ErrorCode::Foreign);
    QVERIFY(open(folder + QLatin1Char('/') + QFileInfo(path).fileName()));
}

void TestDatabase::nothingReadableStandsInTheFile() {
    const QString path = fresh();
    QVERIFY(add(*create(path), QByteArray("marmalade ").repeated(2000)));

    const QByteArray bytes = bytesOfFile(path) + bytesOfFile(path + QStringLiteral("-journal"));
    QVERIFY(bytes.size() > 20'000);
    QVERIFY(!bytes.contains("marmalade"));
    QVERIFY(!bytes.contains("SQLite format"));
    QVERIFY(!bytes.contains("CREATE"));
}

void TestDatabase::lostSaltBytesOnDiskDoNotMatter() {
    const QString path = fresh();
    QVERIFY(add(*create(path), "kept"));
    QByteArray bytes = bytesOfFile(path);
    bytes.replace(0, 16, QByteArray(16, '\0'));
    QVERIFY(writeFile(path, bytes));

    auto database = open(path);

    QVERIFY(database);
    QCOMPARE(count(**database), 1);
}

void TestDatabase::failedCreateLeavesNoFile() {
    const QString path = fresh();

    const auto made = Database::open(path, Database::Mode::Create, {m_key, m_salt}, {QStringLiteral("CREATE TABEL x")});

    QVERIFY(!made);
    QVERIFY(!QFile::exists(path));
}

void TestDatabase::errorInsideTransactionUndoesAll() {
    auto database = create(fresh());

    const auto done = database->transaction([&]() -> Result<> {
        if (const auto added = add(*database, "one"); !added)
            return added;
        return fail(ErrorCode::Cancelled);
    });

    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(count(*database), 0);
    QVERIFY(database->transaction([&] { return add(*database, "two"); }));
    QCOMPARE(count(*database), 1);
}

void TestDatabase::readOnlyConnectionDoesNotWrite() {
    const QString path = fresh();
    QVERIFY(add(*create(path), "kept"));

    auto database = open(path, Database::Mode::ReadOnly);

    QVERIFY(database);
    QVERIFY((*database)->isReadOnly());
    QCOMPARE(add(**database, "more").error().code, ErrorCode::ReadOnly);
    QCOMPARE(count(**database), 1);
}

void TestDatabase::secondWriterIsBusyAfterAWhile() {
    const QString path = fresh();
    auto first = create(path);
    auto second = open(path);
    QVERIFY(first->begin());
    QElapsedTimer waited;
    waited.start();

    const auto begun = (*second)->begin();

    QCOMPARE(begun.error().code, ErrorCode::Busy);
    QVERIFY(waited.elapsed() >= 2000);
    first->rollback();
    QVERIFY((*second)->begin());
}

void TestDatabase::valueOverFourMebibytesIsTooLong() {
    auto database = create(fresh());

    QCOMPARE(add(*database, QByteArray((4 << 20) + 1, 'a')).error().code, ErrorCode::TooLong);
    QVERIFY(add(*database, QByteArray(4'000'000, 'a')));
}

void TestDatabase::dataVersionTellsOfAnotherWriter() {
    const QString path = fresh();
    auto first = create(path);
    auto second = open(path);
    const qint64 before = first->dataVersion().value();
    QVERIFY(add(*first, "own"));
    QCOMPARE(first->dataVersion().value(), before);

    QVERIFY(add(**second, "of another"));

    QVERIFY(first->dataVersion().value() != before);
}

void TestDatabase::damagedPageIsFoundAndEndsTheConnection() {
    const QString path = fresh();
    {
        auto made = create(path);
        for (int i = 0; i < 40; ++i)
            QVERIFY(add(*made, QByteArray(1000, 'a')));
        QVERIFY(made->integrityCheck());
    }
    QByteArray bytes = bytesOfFile(path);
    bytes[4096 * 3 + 100] = char(bytes[4096 * 3 + 100] ^ 1);
    QVERIFY(writeFile(path, bytes));

    auto database = open(path);
    QVERIFY(database); // the first page is whole

    QCOMPARE((*database)->integrityCheck().error().code, ErrorCode::Damaged);
    QVERIFY((*database)->isBroken());
    QCOMPARE((*database)->prepare("SELECT 1").error().code, ErrorCode::Damaged);
}

void TestDatabase::backupUnderAnotherKeyOpensWithThatKeyOnly() {
    auto source = create(fresh());
    QVERIFY(add(*source, "carried over"));
    const crypto::Secret newKey = crypto::Secret::random(32);
    const crypto::Secret newSalt = crypto::Secret::random(16);
    const QString path = fresh();

    {
        auto target = Database::open(path, Database::Mode::Create, {newKey, newSalt});
        QVERIFY(target);
        QVERIFY(source->backupTo(**target));
    }

    QCOMPARE(open(path).error().code, ErrorCode::NotThisKey);
    auto opened = Database::open(path, Database::Mode::ReadWrite, {newKey, newSalt});
    QVERIFY(opened);
    QCOMPARE(count(**opened), 1);
    QVERIFY((*opened)->integrityCheck());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
