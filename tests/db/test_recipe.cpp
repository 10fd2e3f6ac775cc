#include "core/db/recipe.h"
#include "tests/db/rawconnection.h"
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::db;

class TestRecipe : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void libraryIsNewEnough();
    void recipeHoldsOnAFreshConnection();
    void settingThatDiffersIsRefusedByName_data();
    void settingThatDiffersIsRefusedByName();
    void fileWithAutoVacuumIsRefused();
    void logOfTheCipherIsSilent();
    void behindTheDoor_data();
    void behindTheDoor();
    void withoutTheDoorAllOfItWouldPass();

private:
    QString fresh() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_count)); }
    QTemporaryDir m_folder;
    crypto::Secret m_key = crypto::Secret::random(32);
    crypto::Secret m_salt = crypto::Secret::random(16);
    int m_count = 0;
};

void TestRecipe::initTestCase() {
    QVERIFY(startLibrary());
}

void TestRecipe::libraryIsNewEnough() {
    QVERIFY(Database::libraryVersion()->startsWith(QStringLiteral("4.")));
}

void TestRecipe::recipeHoldsOnAFreshConnection() {
    RawConnection raw(fresh(), m_key, m_salt);

    QVERIFY(!checkRecipe(raw.handle())); // the library's own settings are not the recipe
    QVERIFY(applyRecipe(raw.handle()));
    QVERIFY(checkRecipe(raw.handle()));
}

void TestRecipe::settingThatDiffersIsRefusedByName_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<int>("option");
    QTest::addColumn<int>("limit");
    const auto pragma = [](const char* name, const char* value) {
        QTest::newRow(name) << QByteArray("PRAGMA ") + name + " = " + value << -1 << -1;
    };
    pragma("temp_store", "FILE");
    pragma("journal_mode", "DELETE");
    pragma("synchronous", "FULL");
    pragma("recursive_triggers", "OFF");
    pragma("cell_size_check", "OFF");
    pragma("secure_delete", "OFF");
    pragma("mmap_size", "65536");
    pragma("foreign_keys", "OFF");
    pragma("cache_size", "-2000");
    pragma("locking_mode", "EXCLUSIVE");
    pragma("cipher_log_level", "WARN");
    QTest::newRow("DEFENSIVE") << QByteArray() << SQLITE_DBCONFIG_DEFENSIVE << -1;
    QTest::newRow("TRUSTED_SCHEMA") << QByteArray() << SQLITE_DBCONFIG_TRUSTED_SCHEMA << -1;
    QTest::newRow("DQS_DDL") << QByteArray() << SQLITE_DBCONFIG_DQS_DDL << -1;
    QTest::newRow("DQS_DML") << QByteArray() << SQLITE_DBCONFIG_DQS_DML << -1;
    QTest::newRow("ENABLE_TRIGGER") << QByteArray() << SQLITE_DBCONFIG_ENABLE_TRIGGER << -1;
    QTest::newRow("ENABLE_VIEW") << QByteArray() << SQLITE_DBCONFIG_ENABLE_VIEW << -1;
    QTest::newRow("LOAD_EXTENSION") << QByteArray() << SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION << -1;
    QTest::newRow("LIMIT_ATTACHED") << QByteArray() << -1 << SQLITE_LIMIT_ATTACHED;
    QTest::newRow("LIMIT_LENGTH") << QByteArray() << -1 << SQLITE_LIMIT_LENGTH;
}

void TestRecipe::settingThatDiffersIsRefusedByName() {
    QFETCH(QByteArray, change);
    QFETCH(int, option);
    QFETCH(int, limit);
    RawConnection raw(fresh(), m_key, m_salt);
    QCOMPARE(raw.run("CREATE TABLE t(a TEXT) STRICT"), SQLITE_OK);
    QVERIFY(applyRecipe(raw.handle()));
    QVERIFY(checkRecipe(raw.handle())); // the control: as it is, it passes

    if (!change.isEmpty())
        QCOMPARE(raw.run(change), SQLITE_OK);
    if (option >= 0) {
        int now = 0;
        sqlite3_db_config(raw.handle(), option, -1, &now);
        QCOMPARE(sqlite3_db_config(raw.handle(), option, !now, nullptr), SQLITE_OK);
    }
    if (limit >= 0)
        sqlite3_limit(raw.handle(), limit, 5);

    const auto checked = checkRecipe(raw.handle());
    raw.run("PRAGMA cipher_log_level = NONE"); // the one setting that belongs to the process
    QVERIFY(!checked);
    QCOMPARE(checked.error(), (Error{ErrorCode::RecipeRefused, QString::fromLatin1(QTest::currentDataTag())}));
}

void TestRecipe::fileWithAutoVacuumIsRefused() {
    const QString path = fresh();
    {
        RawConnection raw(path, m_key, m_salt);
        QCOMPARE(raw.run("PRAGMA auto_vacuum = FULL"), SQLITE_OK);
        QCOMPARE(raw.run("CREATE TABLE t(a TEXT) STRICT"), SQLITE_OK);
    }

    const auto opened = Database::open(path, Database::Mode::ReadWrite, {m_key, m_salt});

    QVERIFY(!opened);
    QCOMPARE(opened.error(), (Error{ErrorCode::RecipeRefused, QStringLiteral("auto_vacuum")}));
}

void TestRecipe::logOfTheCipherIsSilent() {
    RawConnection raw(fresh(), m_key, m_salt);

    QCOMPARE(raw.value("PRAGMA cipher_log_level"), QByteArray("NONE"));
    QCOMPARE(raw.value("PRAGMA cipher_memory_security"), QByteArray("1"));
}

void TestRecipe::behindTheDoor_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("insert") << QByteArray("INSERT INTO t(a) VALUES('x')") << true;
    QTest::newRow("select") << QByteArray("SELECT a, length(a) FROM t ORDER BY a") << true;
    QTest::newRow("update") << QByteArray("UPDATE t SET a = 'y'") << true; // what may change is for triggers to say
    QTest::newRow("data_version") << QByteArray("PRAGMA data_version") << true;
    QTest::newRow("quick_check") << QByteArray("PRAGMA quick_check(1)") << true;
    QTest::newRow("cipher check") << QByteArray("PRAGMA cipher_integrity_check") << true;
    QTest::newRow("rekey") << QByteArray("PRAGMA rekey = 'x'") << false;
    QTest::newRow("temp_store") << QByteArray("PRAGMA temp_store = FILE") << false;
    QTest::newRow("user_version") << QByteArray("PRAGMA user_version = 7") << false;
    QTest::newRow("attach") << QByteArray("ATTACH ':memory:' AS other") << false;
    QTest::newRow("vacuum into") << QByteArray("VACUUM INTO '/tmp/copy.db'") << false;
    QTest::newRow("create table") << QByteArray("CREATE TABLE u(a TEXT) STRICT") << false;
    QTest::newRow("temp table") << QByteArray("CREATE TEMP TABLE u(a TEXT)") << false;
    QTest::newRow("drop trigger") << QByteArray("DROP TRIGGER keep") << false;
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE f USING fts5(a)") << false;
    QTest::newRow("schema") << QByteArray("DELETE FROM sqlite_schema") << false;
    QTest::newRow("export") << QByteArray("SELECT sqlcipher_export('main')") << false;
    QTest::newRow("extension") << QByteArray("SELECT load_extension('x')") << false;
    QTest::newRow("random function") << QByteArray("SELECT randomblob(8)") << false;
    QTest::newRow("analyze") << QByteArray("ANALYZE") << false;
    QTest::newRow("savepoint") << QByteArray("SAVEPOINT s") << false;
}

void TestRecipe::behindTheDoor() {
    QFETCH(QByteArray, sql);
    QFETCH(bool, allowed);
    RawConnection raw(fresh(), m_key, m_salt);
    QVERIFY(applyRecipe(raw.handle()));
    QCOMPARE(raw.run("CREATE TABLE t(a TEXT) STRICT"), SQLITE_OK);
    QCOMPARE(raw.run("CREATE TRIGGER keep BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'kept'); END"), SQLITE_OK);

    QVERIFY(closeTheDoor(raw.handle()));

    QCOMPARE(raw.run(sql) == SQLITE_OK, allowed);
}

void TestRecipe::withoutTheDoorAllOfItWouldPass() {
    RawConnection raw(fresh(), m_key, m_salt);
    QCOMPARE(raw.run("CREATE TABLE t(a TEXT) STRICT"), SQLITE_OK);

    QCOMPARE(raw.run("PRAGMA temp_store = FILE"), SQLITE_OK);
    QCOMPARE(raw.run("ATTACH ':memory:' AS other"), SQLITE_OK);
    QCOMPARE(raw.run("CREATE TEMP TABLE u(a TEXT)"), SQLITE_OK);
    QCOMPARE(raw.run("SELECT randomblob(8)"), SQLITE_OK);
    QCOMPARE(raw.run("DROP TABLE t"), SQLITE_OK);
}

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"
