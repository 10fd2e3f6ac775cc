#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// The real program, run as a script would run it, over a real vault.
class TestTool : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_dir.isValid());
        const Run made = run({"sample", vault(), "--cases", "3", "--entries", "12", "--seed", "7"});
        QVERIFY2(made.code == 0, made.err.constData());
        const QJsonObject logIn = QJsonDocument::fromJson(made.out).object();
        m_name = logIn.value(QLatin1String("name")).toString();
        write("pass", logIn.value(QLatin1String("passphrase")).toString().toUtf8() + "\n");
        const QJsonArray cases = QJsonDocument::fromJson(run({"cases", vault()}, LogIn::Yes).out).array();
        QCOMPARE(cases.size(), 3);
        m_case = cases.at(0).toObject().value(QLatin1String("case")).toString();
        QVERIFY(!m_case.isEmpty());
    }

    void everyCommandExplainsItself_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"sample", "verify", "cases", "show", "import", "export"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void everyCommandExplainsItself() {
        QFETCH(QString, command);
        const Run help = run({command, "--help"});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("Exit codes:"));
        QVERIFY(help.out.contains(command.toUtf8()));
        QVERIFY(run({"--help"}).out.contains(command.toUtf8()));
    }

    void aFreshVaultVerifiesWithALineForEachCase() {
        const Run verified = run({"verify", vault()}, LogIn::Yes);

        QVERIFY2(verified.code == 0, verified.out.constData());
        QCOMPARE(verified.out.count("  ok  "), 4); // the office and three cases
    }

    void aMarkFromTheCaseIsFoundAndAnotherIsNot() {
        const QJsonArray cases = QJsonDocument::fromJson(run({"cases", vault()}, LogIn::Yes).out).array();
        const QString mark = cases.at(1).toObject().value(QLatin1String("mark")).toString();

        const Run found = run({"verify", vault(), "--mark", mark}, LogIn::Yes);
        QCOMPARE(found.code, 0);
        QVERIFY(
            found.out.contains("mark  ok  " + cases.at(1).toObject().value(QLatin1String("case")).toString().toUtf8()));

        const Run unknown = run({"verify", vault(), "--mark", "ZZZZ-ZZZZ-ZZZZ"}, LogIn::Yes);
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.out.contains("mark  WRONG"));
    }

    void wordsComeBackByteForByte() {
        const QString said =
            QStringLiteral("he said \u201cdont\u00A0tell\u201d \u0645\u062F\u062F\u06D4 Sia\u0302n 😭\r\n\tinnit");
        const QByteArray line = entry("words", "2026-01-05T10:30+00:00",
                                      {{"to", QJsonObject{{"name", "Dan Okoro"}}},
                                       {"exchanges", QJsonArray{QJsonObject{{"asked", "Go on?"}, {"said", said}}}}});

        const Run imported = import(line);

        QVERIFY2(imported.code == 0, imported.err.constData());
        QVERIFY(imported.out.startsWith("recorded "));
        const QString id = QString::fromLatin1(imported.out.mid(9)).trimmed();
        const QJsonObject shown = shownEntry(id);
        QCOMPARE(shown.value(QLatin1String("kind")).toString(), QStringLiteral("words/1"));
        QCOMPARE(shown.value(QLatin1String("occurred")).toString(), QStringLiteral("2026-01-05T10:30+00:00"));
        QCOMPARE(shown.value(QLatin1String("fields"))
                     .toObject()
                     .value(QLatin1String("exchanges"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QLatin1String("said"))
                     .toString(),
                 said);
        QVERIFY(shown.value(QLatin1String("permitted")).toBool());
    }

    void aBadLineIsNamedAndNothingOfItIsRecorded_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("named");
        const auto note = [](const char* occurred, const QString& text) {
            return entry("note", occurred, {{"text", text}});
        };
        QTest::newRow("not JSON") << QByteArray("{\"form\":\n") << QByteArray("the whole line");
        QTest::newRow("no such form") << entry("poem", "", {{"text", "x"}}) << QByteArray("form");
        QTest::newRow("written by the program itself")
            << entry("member", "", {{"name", "Mallory"}}) << QByteArray("form");
        QTest::newRow("a day that cannot be") << note("2025-02-29", "x") << QByteArray("occurred");
        QTest::newRow("a time that cannot be") << note("2025-02-28T25:00+00:00", "x") << QByteArray("occurred");
        QTest::newRow("in the future") << note("2199-01-01", "x") << QByteArray("occurred");
        QTest::newRow("too long ago") << note("1066-10-14", "x") << QByteArray("occurred");
        QTest::newRow("a required field is empty") << entry("note", "2026-01-05", {}) << QByteArray("fields.text");
        QTest::newRow("a field the form has not")
            << entry("note", "2026-01-05", {{"text", "x"}, {"mood", "low"}}) << QByteArray("fields.mood");
        QTest::newRow("not an option") << entry("told", "2026-01-05",
                                                {{"person", QJsonObject{{"name", "Dan"}}}, {"outcome", "maybe"}})
                                       << QByteArray("fields.outcome");
        QTest::newRow("wrong shape") << entry("note", "2026-01-05", {{"text", 7}}) << QByteArray("fields.text");
        QTest::newRow("a field of the program")
            << entry("note", "2026-01-05", {{"text", "x"}, {"_rails", QJsonArray()}}) << QByteArray("fields._rails");
        QTest::newRow("a data URI")
            << note(
                   "2026-01-05",
                   QStringLiteral("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"))
            << QByteArray("fields.text");
        QTest::newRow("an image in base64")
            << note("2026-01-05", QString::fromLatin1(QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20)
                                                          .append(QByteArray(120, 'x'))
                                                          .toBase64()))
            << QByteArray("fields.text");
        QTest::newRow("over a million bytes")
            << note("2026-01-05", QString(1100000, QLatin1Char('a'))) << QByteArray("fields.text");
        QTest::newRow("an unknown key") << QByteArray(
                                               "{\"form\":\"note\",\"when\":\"2026\",\"fields\":{\"text\":\"x\"}}\n")
                                        << QByteArray("when");
        QTest::newRow("amends nothing of this case")
            << QByteArray("{\"form\":\"note\",\"amends\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"reason\":\"x\","
                          "\"fields\":{\"text\":\"x\"}}\n")
            << QByteArray("_amends");
        QTest::newRow("a guard-rail without a reason")
            << entry("restriction", "2026-01-05", {{"what", "the phone"}, {"why", "peace"}})
            << QByteArray("rails.restriction-no-return");
    }
    void aBadLineIsNamedAndNothingOfItIsRecorded() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, named);
        const int before = entryCount();
        const QByteArray good = entry("note", "2026-01-05", {{"text", "between bad lines"}});

        const Run imported = import(good + line + good);

        QCOMPARE(imported.code, 1);
        QVERIFY2(imported.err.contains("line 2, " + named + ":"), imported.err.constData());
        QCOMPARE(imported.err.count('\n'), 2); // the line and the count, one line each
        QCOMPARE(imported.out.count("recorded "), 2);
        QCOMPARE(entryCount(), before + 2);
    }

    void aGuardRailIsPassedWithAReasonThatIsRecorded() {
        QJsonObject line =
            QJsonDocument::fromJson(entry("restriction", "2026-01-05", {{"what", "the phone"}, {"why", "peace"}}))
                .object();
        line.insert(QStringLiteral("rails"), QJsonObject{{"restriction-no-return", "Given back the same evening."}});

        const Run imported = import(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');

        QVERIFY2(imported.code == 0, imported.err.constData());
        const QJsonObject rail = shownEntry(QString::fromLatin1(imported.out.mid(9)).trimmed())
                                     .value(QLatin1String("fields"))
                                     .toObject()
                                     .value(QLatin1String("_rails"))
                                     .toArray()
                                     .at(0)
                                     .toObject();
        QCOMPARE(rail.value(QLatin1String("id")).toString(), QStringLiteral("restriction-no-return"));
        QCOMPARE(rail.value(QLatin1String("reason")).toString(), QStringLiteral("Given back the same evening."));
    }

    void aLineWithAnIdIsRecordedOnceAndCanBeAmended() {
        const QByteArray id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
        const QByteArray line = "{\"form\":\"note\",\"id\":\"" + id +
                                "\",\"occurred\":\"2026-01-05\",\"fields\":{\"text\":\"bus at ten\"}}\n";
        QCOMPARE(import(line).out, "recorded " + id + "\n");
        QCOMPARE(import(line).code, 1);

        const Run amended = import(
            "{\"form\":\"note\",\"amends\":\"" + id +
            "\",\"reason\":\"it was eleven\",\"occurred\":\"2026-01-05\",\"fields\":{\"text\":\"bus at eleven\"}}\n");

        QCOMPARE(amended.code, 0);
        QCOMPARE(
            shownEntry(QString::fromLatin1(amended.out.mid(9)).trimmed()).value(QLatin1String("amends")).toString(),
            QString::fromLatin1(id));
    }

    void anExportIsAPdfAndAnEntry_data() {
        QTest::addColumn<QString>("report");
        QTest::newRow("referral") << QStringLiteral("referral");
        QTest::newRow("chronology") << QStringLiteral("chronology");
    }
    void anExportIsAPdfAndAnEntry() {
        QFETCH(QString, report);
        const QString to = path("out-" + report + ".pdf");

        const Run made = run({"export", vault(), m_case, "--report", report, "--to", to, "--recipient", "P. Lindqvist",
                              "--why", "The referral"},
                             LogIn::Yes);

        QVERIFY2(made.code == 0, made.err.constData());
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        const QString id = QString::fromLatin1(made.out.left(made.out.indexOf('\n')).mid(9)).trimmed();
        const QJsonObject fields = shownEntry(id).value(QLatin1String("fields")).toObject();
        QCOMPARE(fields.value(QLatin1String("recipient")).toString(), QStringLiteral("P. Lindqvist"));
        QCOMPARE(fields.value(QLatin1String("report")).toString(), report);
        QCOMPARE(fields.value(QLatin1String("sha256")).toString().toLatin1(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());

        const Run again = run({"export", vault(), m_case, "--report", report, "--to", to}, LogIn::Yes);
        QCOMPARE(again.code, 4); // an existing file is left as it is
    }

    void anExportToSomebodyWhoMayBeInvolvedIsRefused() {
        const Run recorded = import(entry("person", "", {{"name", "Gethin Prydderch"}, {"part", "alleged"}}));
        QVERIFY2(recorded.code == 0, recorded.err.constData());
        const QString to = path("to-him.pdf");
        const QStringList asked{"export", vault(), m_case,        "--report",        "referral",
                                "--to",   to,      "--recipient", "Gethin Prydderch"};

        const Run refused = run(asked, LogIn::Yes);

        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("this person may be involved"), refused.err.constData());
        QVERIFY(!QFile::exists(to));
        QCOMPARE(run(asked + QStringList{"--alleged"}, LogIn::Yes).code, 0); // without the child's account
        QVERIFY(QFile::exists(to));
    }

    void whatDoesNotOpenSaysSoInOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{"bake"} << 2;
        QTest::newRow("unknown option") << QStringList{"cases", vault(), "--loud"} << 2;
        QTest::newRow("argument missing") << QStringList{"show", vault()} << 2;
        QTest::newRow("no log-in") << QStringList{"cases", vault()} << 2;
        QTest::newRow("unknown name") << QStringList{"cases",     vault(), "--as", "nobody", "--passphrase-file",
                                                     path("pass")}
                                      << 3;
        QTest::newRow("passphrase file missing")
            << QStringList{"cases", vault(), "--as", "ruth", "--passphrase-file", path("none")} << 3;
        QTest::newRow("not a vault") << QStringList{"cases", m_dir.path(),        "--as",
                                                    "ruth",  "--passphrase-file", path("pass")}
                                     << 3;
        QTest::newRow("no such case") << QStringList{"show",      vault(), "0000", "--as", "ruth", "--passphrase-file",
                                                     path("pass")}
                                      << 3;
        QTest::newRow("sample into a full folder") << QStringList{"sample", vault()} << 4;
        QTest::newRow("number out of range") << QStringList{"sample", path("other"), "--cases", "many"} << 2;
        QTest::newRow("unknown report") << QStringList{"export", vault(), m_case,       "--report",
                                                       "poem",   "--to",  path("x.pdf")}
                                        << 2;
    }
    void whatDoesNotOpenSaysSoInOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Run failed = run(arguments);

        QCOMPARE(failed.code, code);
        QCOMPARE(failed.out, QByteArray());
        QCOMPARE(failed.err.count('\n'), 1);
        QVERIFY(failed.err.startsWith("firsthand-tool: "));
    }

    void aWrongPassphraseIsRefused() {
        write("wrong", "correct horse battery staple\n");
        const Run refused = run({"cases", vault(), "--as", m_name, "--passphrase-file", path("wrong")});

        QCOMPARE(refused.code, 3);
        QVERIFY(refused.err.contains("passphrase is not right"));
    }

    void verifyNamesTheDamagedCaseAndTheControlIsClean() {
        const QString copy = path("copy");
        QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), vault(), copy}), 0);
        QCOMPARE(run({"verify", copy}, LogIn::Yes).code, 0);
        const QDir cases(copy + "/cases");
        const QString id = cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot).at(0);
        const QDir folder(cases.filePath(id));
        QFile file(folder.filePath(folder.entryList({QStringLiteral("*.db")}).at(0)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        char byte = 0;
        file.getChar(&byte);
        file.seek(file.size() / 2);
        file.putChar(char(byte ^ 0x20));
        file.close();

        const Run verified = run({"verify", copy}, LogIn::Yes);

        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.out.contains(id.toUtf8()) && verified.out.contains("WRONG"), verified.out.constData());
    }

private:
    struct Run {
        int code = -1;
        QByteArray out, err;
    };
    enum class LogIn { No, Yes };

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString vault() const { return path(QStringLiteral("vault")); }

    void write(const char* name, const QByteArray& bytes) const {
        QFile file(path(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    Run run(QStringList arguments, LogIn logIn = LogIn::No) const {
        if (logIn == LogIn::Yes)
            arguments << QStringLiteral("--as") << m_name << QStringLiteral("--passphrase-file")
                      << path(QStringLiteral("pass"));
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("profile")));
        process.setProcessEnvironment(environment);
        process.start(QString::fromUtf8(TOOL_PATH), arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    Run import(const QByteArray& lines) const {
        write("lines.jsonl", lines);
        return run({"import", vault(), m_case, path(QStringLiteral("lines.jsonl"))}, LogIn::Yes);
    }

    QList<QByteArray> shown() const { return run({"show", vault(), m_case}, LogIn::Yes).out.split('\n'); }
    int entryCount() const { return int(shown().size()) - 1; }
    QJsonObject shownEntry(const QString& id) const {
        for (const QByteArray& line : shown()) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.value(QLatin1String("id")).toString() == id)
                return object;
        }
        return {};
    }

    static QByteArray entry(const char* form, const char* occurred, const QJsonObject& fields) {
        QJsonObject line{{QStringLiteral("form"), QString::fromLatin1(form)}, {QStringLiteral("fields"), fields}};
        line.insert(QStringLiteral("occurred"), QString::fromLatin1(occurred));
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }

    QTemporaryDir m_dir;
    QString m_name, m_case;
};

QTEST_GUILESS_MAIN(TestTool)
#include "test_tool.moc"
