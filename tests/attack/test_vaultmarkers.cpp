#include "core/record/search.h"
#include "tests/attack/attackedvault.h"
#include "tests/ledger/ledgerfixture.h"
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QTest>

using namespace core;
using namespace tests;

namespace {

// In nobody's dictionary and in no file of the program: what is found was written by it.
const QStringList kWords = {
    QStringLiteral("quenbarloft"), QStringLiteral("vostrimple"),  QStringLiteral("hagdunworth"),
    QStringLiteral("plimzeriven"), QStringLiteral("orvaskettle"), QStringLiteral("jubbenfrayle"),
    QStringLiteral("wexholdrum"),  QStringLiteral("tarniquosh"),  QStringLiteral("glubrenstack"),
    QStringLiteral("mivvelthorn"), QStringLiteral("ruspendyke"),  QStringLiteral("yelbraxon"),
    QStringLiteral("dorvinkhap"),  QStringLiteral("kestrumvold"), QStringLiteral("fanquibbler"),
    QStringLiteral("zorbelwick"),  QStringLiteral("nathumprey"),  QStringLiteral("skirvolante"),
    QStringLiteral("umbragwell"),  QStringLiteral("cabdrixom")};

// The word as it may lie in a file: plain, in two bytes a character, as hex, and inside base64 at each of its three
// places.
QList<QByteArray> formsOf(const QString& word) {
    const QByteArray plain = word.toUtf8();
    QList<QByteArray> forms{plain, QStringEncoder(QStringEncoder::Utf16LE).encode(word),
                            QStringEncoder(QStringEncoder::Utf16BE).encode(word), plain.toHex()};
    for (int before = 0; before < 3; ++before) {
        const QByteArray text = QByteArray(before, ' ') + plain + "  ";
        const qsizetype from = (before * 4 + 2) / 3; // the first character that hangs on the word alone
        forms << text.toBase64().mid(from, (plain.size() + before) * 4 / 3 - from);
    }
    return forms;
}

QStringList filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator items(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (items.hasNext())
        files << items.next();
    return files;
}

struct Found {
    QSet<QString> words;
    QStringList where;
    int files = 0;
    qint64 bytes = 0;
};

Found search(const QStringList& folders) {
    Found found;
    for (const QString& folder : folders) {
        for (const QString& path : filesBelow(folder)) {
            const QByteArray bytes = path.toUtf8().toLower() + bytesOfFile(path) + bytesOfFile(path).toLower();
            ++found.files;
            found.bytes += QFileInfo(path).size();
            for (const QString& word : kWords) {
                for (const QByteArray& form : formsOf(word)) {
                    if (!bytes.contains(form))
                        continue;
                    found.words << word;
                    found.where << word + QStringLiteral(" in ") + path;
                }
            }
        }
    }
    return found;
}

QByteArray line(const char* form, QJsonObject fields, const EntryId& id, const std::optional<EntryId>& amends = {}) {
    QJsonObject whole{{QStringLiteral("form"), QString::fromLatin1(form)},
                      {QStringLiteral("id"), id.toString()},
                      {QStringLiteral("fields"), fields}};
    if (form != QByteArray("child"))
        whole.insert(QStringLiteral("occurred"), QStringLiteral("2026-01-05T10:30+00:00"));
    if (amends) {
        whole.insert(QStringLiteral("amends"), amends->toString());
        whole.insert(QStringLiteral("reason"), QStringLiteral("It was the ") + kWords[16]);
    }
    return QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject named(const QString& name) {
    return {{QStringLiteral("name"), name}};
}

} // namespace

// Twenty words are put into a case in every way there is, by the real program, whose home, settings, cache and
// temporary files lie beside the vault. Then every file of both is searched for them.
class TestVaultMarkers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        auto guide = guide::Guide::load();
        QVERIFY(guide);
        m_guide = std::move(*guide);
    }
    void theSearchFindsAWordHoweverItIsWritten();
    void noWordOfTheRecordIsInAnyFileOfTheVaultOrTheProfile();

private:
    QByteArray lines(const EntryId& redacted) const;
    QStringList searched() const {
        QStringList folders{m_made.folder()};
        for (const QString& place : AttackedVault::places())
            folders << m_made.path(place);
        return folders;
    }
    AttackedVault m_made{2};
    guide::Guide m_guide;
};

void TestVaultMarkers::theSearchFindsAWordHoweverItIsWritten() {
    const QString folder = m_made.path(QStringLiteral("planted"));
    QVERIFY(QDir().mkpath(folder));
    const QString sentence = QStringLiteral("and then \u201cumbragwell\u201d, he said");
    const QList<QByteArray> ways = {sentence.toUtf8(),
                                    sentence.toUpper().toUtf8(),
                                    QStringEncoder(QStringEncoder::Utf16LE).encode(sentence),
                                    QStringEncoder(QStringEncoder::Utf16BE).encode(sentence),
                                    sentence.toUtf8().toBase64(),
                                    sentence.mid(1).toUtf8().toBase64(),
                                    sentence.mid(2).toUtf8().toBase64(),
                                    sentence.toUtf8().toHex()};
    for (const QByteArray& way : ways) {
        QVERIFY(writeFile(folder + QStringLiteral("/file"), QByteArray(1000, '\1') + way));
        QCOMPARE(search({folder}).words, QSet<QString>{QStringLiteral("umbragwell")});
    }
    QVERIFY(QDir(folder).removeRecursively());
}

QByteArray TestVaultMarkers::lines(const EntryId& redacted) const {
    const QStringList& w = kWords;
    const EntryId note = EntryId::random();
    const auto textField = [](const QString& text) { return QJsonObject{{QStringLiteral("text"), text}}; };
    return line("child",
                {{"first_name", w[0]}, {"last_name", w[1]}, {"address", "4 " + w[2] + " Lane"}, {"school", w[3]}},
                EntryId::random()) +
           line("words",
                {{"to", named(w[4])},
                 {"place", w[5]},
                 {"exchanges", QJsonArray{QJsonObject{{"asked", "What is " + w[6] + "?"}, {"said", "its a " + w[7]}}}},
                 {"translation", w[8]}},
                EntryId::random()) +
           line("note", textField(w[9]), note) +
           line("told", {{"person", named(w[10])}, {"outcome", "told"}, {"what", "That " + w[11] + " exists."}},
                EntryId::random()) +
           line("paper", {{"what", "Letter, " + w[12]}, {"original_kept", w[13]}}, EntryId::random()) +
           line("contact", {{"with", named(QStringLiteral("Si\u00e2n Price"))}, {"reached", "yes"}, {"about", w[14]}},
                EntryId::random()) +
           line("note", textField(w[15]), EntryId::random(), note) + line("note", textField(w[17]), redacted);
}

void TestVaultMarkers::noWordOfTheRecordIsInAnyFileOfTheVaultOrTheProfile() {
    QVERIFY(search(searched()).words.isEmpty());
    const EntryId redacted = EntryId::random();

    // Recorded, refused, shown and exported by the program; its input and its output are the person's own.
    const QString in = m_made.path(QStringLiteral("lines.jsonl"));
    const QString caseId = m_made.id().toString();
    QVERIFY(writeFile(in, lines(redacted)));
    const Verified imported = m_made.runTool({"import", m_made.folder(), caseId, in});
    QVERIFY2(imported.code == 0, imported.lines.constData());
    QVERIFY(writeFile(in, line("note", {{"mood", kWords[9]}}, EntryId::random())));
    QCOMPARE(m_made.runTool({"import", m_made.folder(), caseId, in}).code, 1);
    QVERIFY(m_made.runTool({"show", m_made.folder(), caseId}).names(kWords[7]));
    for (const char* report : {"referral", "chronology"}) {
        const QString to = m_made.path(QString::fromLatin1(report) + QStringLiteral(".pdf"));
        const Verified made = m_made.runTool({"export", m_made.folder(), caseId, "--report",
                                              QString::fromLatin1(report), "--to", to, "--recipient", kWords[19]});
        QVERIFY2(made.code == 0, made.lines.constData());
    }

    // Written, drafted and searched for as the window does it.
    {
        const auto vault = m_made.unlock();
        record::CaseFile file(std::move(*vault->openCase(m_made.id())), m_guide, *vault);
        ledger::Draft draft;
        draft.kind = QStringLiteral("note/1");
        draft.content = {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("text"), kWords[18]}}}};
        QVERIFY(file.saveDraft(draft));
        record::SearchIndex index;
        index.put(file.state());
        QCOMPARE(index.find(kWords[7]).size(), std::size_t(1));
        QVERIFY(AttackedVault::verify(*vault).isFine());
    }

    // The same ledger without encryption, from before the redaction: the search must find all of them in it.
    const QString plain = m_made.path(QStringLiteral("plain"));
    QVERIFY(QDir().mkpath(plain));
    {
        const auto raw = m_made.raw();
        QCOMPARE(raw->run("ATTACH '" + plain.toUtf8() + "/case.db' AS plain KEY ''"), SQLITE_OK);
        QCOMPARE(raw->run("SELECT sqlcipher_export('plain')"), SQLITE_OK);
    }
    {
        const auto vault = m_made.unlock();
        QVERIFY((*vault->openCase(m_made.id()))->append(LedgerFixture::redacting(redacted)));
    }
    QVERIFY(m_made.runVerify().isFine());

    const Found found = search(searched());
    const Found control = search({plain});
    qInfo("20 words of the record: %d found in %d files of the vault and the profile (%lld bytes); control, the same "
          "case "
          "unencrypted: %d of 20 found",
          int(found.words.size()), found.files, static_cast<long long>(found.bytes), int(control.words.size()));
    QVERIFY2(found.words.isEmpty(), qPrintable(found.where.join(QLatin1Char('\n'))));
    QVERIFY(found.files >= 9); // vault.json twice, a key file, three ledgers with their access records, anchors
    QCOMPARE(control.words.size(), kWords.size());
}

QTEST_GUILESS_MAIN(TestVaultMarkers)
#include "test_vaultmarkers.moc"
