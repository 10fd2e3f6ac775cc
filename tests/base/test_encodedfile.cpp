#include "core/base/encodedfile.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace core;

namespace {

// Bytes that mean nothing, always the same.
QByteArray noise(int size, quint32 seed = 7) {
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

QByteArray mp3Frames() { // 128 kbit/s at 44.1 kHz: frames of 417 bytes
    return (hex("FFFB9064") + noise(413)).repeated(4);
}

struct Sample {
    const char* name;
    QByteArray bytes;
};

// The head of a file of each kind, as programs write it, and meaningless bytes for the rest.
QList<Sample> samples() {
    const QByteArray rest = noise(600);
    return {
        {"JPEG, JFIF", hex("FFD8FFE000104A46494600010100000100010000FFDB0043") + rest},
        {"JPEG, Exif", hex("FFD8FFE1282245786966000049492A00080000000B00") + rest},
        {"JPEG, bare", hex("FFD8FFDB0043") + QByteArray(65, '\x10') + hex("FFC0001108") + rest},
        {"PNG", hex("89504E470D0A1A0A0000000D4948445200000320000002580802000000") + rest},
        {"GIF 87", QByteArray("GIF87a") + hex("2003580200F700") + rest},
        {"GIF 89", QByteArray("GIF89a") + hex("0100010080000000000000FFFFFF21F90401") + rest},
        {"WebP", QByteArray("RIFF") + hex("24A30000") + QByteArray("WEBPVP8 ") + rest},
        {"HEIC", hex("00000018") + QByteArray("ftypheic") + hex("00000000") + QByteArray("mif1heic") + rest},
        {"AVIF", hex("00000020") + QByteArray("ftypavif") + hex("00000000") + QByteArray("avifmif1miaf") + rest},
        {"BMP", QByteArray("BM") + hex("36B80B0000000000360000002800000020030000") + rest},
        {"TIFF, little", hex("49492A0008000000120000010400010000002003") + rest},
        {"TIFF, big", hex("4D4D002A00000008001200FE00040000000100000000") + rest},
        {"ICO", hex("0000010001002020000001002000A810000016000000") + rest},
        {"JPEG 2000", hex("0000000C6A5020200D0A870A00000014667479706A703220") + rest},
        {"MP4", hex("00000020") + QByteArray("ftypisom") + hex("00000200") + QByteArray("isomiso2avc1mp41") + rest},
        {"MOV", hex("00000014") + QByteArray("ftypqt  ") + hex("2005030071742020") + rest},
        {"MOV without a brand", hex("0000006C") + QByteArray("moov") + hex("0000006C") + QByteArray("mvhd") + rest},
        {"WebM", hex("1A45DFA39F4286810142F7810142F2810442F381084282847765626D") + rest},
        {"MKV", hex("1A45DFA3010000000000002342868101") + QByteArray("matroska") + rest},
        {"AVI", QByteArray("RIFF") + hex("00F41200") + QByteArray("AVI LIST") + rest},
        {"FLV", hex("464C5601050000000900000000") + rest},
        {"WMV", hex("3026B2758E66CF11A6D900AA0062CE6C") + rest},
        {"MPEG", hex("000001BA4400040004010003") + rest},
        {"MP3 with a tag", QByteArray("ID3") + hex("03000000000F76") + QByteArray("TIT2") + rest},
        {"MP3 without", mp3Frames()},
        {"WAV", QByteArray("RIFF") + hex("24080000") + QByteArray("WAVEfmt ") + rest},
        {"WAV, big", QByteArray("RIFX") + hex("00000824") + QByteArray("WAVEfmt ") + rest},
        {"AIFF", QByteArray("FORM") + hex("0000A000") + QByteArray("AIFFCOMM") + rest},
        {"OGG", QByteArray("OggS") + hex("00020000000000000000") + rest},
        {"FLAC", QByteArray("fLaC") + hex("00000022100010000000") + rest},
        {"AMR", QByteArray("#!AMR\n") + rest},
        {"PDF", QByteArray("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type/Catalog>>") + rest},
        {"ZIP", hex("504B03041400000008005A6B7359") + rest},
        {"DOCX", hex("504B030414000600080000002100") + rest + QByteArray("[Content_Types].xml")},
        {"RAR", hex("526172211A0700CF907300000D") + rest},
        {"RAR 5", hex("526172211A070100338E") + rest},
        {"7z", hex("377ABCAF271C00047D5E") + rest},
        {"GZIP", hex("1F8B0800D1C2A3660003") + rest},
        {"BZIP2", QByteArray("BZh91AY&SY") + rest},
        {"XZ", hex("FD377A585A000004E6D6B446") + rest},
        {"TAR", QByteArray("holiday.jpg") + QByteArray(246, '\0') +
                    QByteArray("ustar\0"
                               "00",
                               8) +
                    rest},
        {"DOC", hex("D0CF11E0A1B11AE1000000000000000000000000000000003E00") + rest},
        {"RTF", QByteArray("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}") + rest},
        {"SVG", QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\">") + rest},
        {"SQLite", QByteArray("SQLite format 3\0", 16) + rest},
    };
}

QString wrapped(const QByteArray& text, int width, const QString& end) {
    QString lines;
    for (qsizetype i = 0; i < text.size(); i += width)
        lines += QString::fromLatin1(text.mid(i, width)) + end;
    return lines;
}

// Every way in which people and programs write bytes as text.
QList<QPair<QString, QString>> writings(const QByteArray& bytes) {
    const QByteArray base64 = bytes.toBase64();
    const QString oneLine = QString::fromLatin1(base64);
    const QString forWeb =
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QString inAddress = oneLine;
    inAddress.replace(QLatin1Char('/'), QStringLiteral("%2F")).replace(QLatin1Char('+'), QStringLiteral("%2B"));
    QString inProgram = oneLine;
    inProgram.replace(QLatin1Char('/'), QStringLiteral("\\/"));
    const QByteArray digits = bytes.toHex();
    return {
        {QStringLiteral("base64"), oneLine},
        {QStringLiteral("base64url"), forWeb},
        {QStringLiteral("base64 wrapped"), wrapped(base64, 76, QStringLiteral("\r\n"))},
        {QStringLiteral("base64 wrapped short"), wrapped(base64, 9, QStringLiteral("\n"))},
        {QStringLiteral("base64 spaced"), wrapped(base64, 4, QStringLiteral(" "))},
        {QStringLiteral("base64 letter by letter"), wrapped(base64, 1, QStringLiteral(" "))},
        {QStringLiteral("base64 with hard blanks"), wrapped(base64, 20, QStringLiteral("\u00A0"))},
        {QStringLiteral("base64 with unseen marks"), wrapped(base64, 20, QStringLiteral("\u200B"))},
        {QStringLiteral("base64 quoted-printable"), wrapped(base64, 75, QStringLiteral("=\r\n"))},
        {QStringLiteral("base64 in a quoted mail"), QStringLiteral("> ") + wrapped(base64, 60, QStringLiteral("\n> "))},
        {QStringLiteral("base64 in an address"), QStringLiteral("img=") + inAddress},
        {QStringLiteral("base64 in a program"), QStringLiteral("{\"photo\":\"%1\"}").arg(inProgram)},
        {QStringLiteral("base64 in prose"),
         QStringLiteral("she sent me this and i kept it ") + oneLine + QStringLiteral(" what is it")},
        {QStringLiteral("base64 glued to a word"), QStringLiteral("photo") + oneLine},
        {QStringLiteral("data URI"), QStringLiteral("data:application/octet-stream;base64,") + oneLine},
        {QStringLiteral("hex"), QString::fromLatin1(digits)},
        {QStringLiteral("hex in capitals"), QString::fromLatin1(digits.toUpper())},
        {QStringLiteral("hex wrapped"), wrapped(digits, 32, QStringLiteral("\n"))},
        {QStringLiteral("hex spaced"), wrapped(digits, 2, QStringLiteral(" "))},
        {QStringLiteral("hex with colons"), wrapped(digits, 2, QStringLiteral(":"))},
        {QStringLiteral("hex in a program"), QStringLiteral("0x") + wrapped(digits, 2, QStringLiteral(", 0x"))},
        {QStringLiteral("hex with backslashes"), QStringLiteral("\\x") + wrapped(digits, 2, QStringLiteral("\\x"))},
        {QStringLiteral("hex in prose"), QStringLiteral("he added ") + QString::fromLatin1(digits)}};
}

QString shuffledWords(const QString& words, int count, quint32 seed) {
    QRandomGenerator random(seed);
    const QStringList list = words.split(QLatin1Char(' '));
    QStringList text;
    for (int i = 0; i < count; ++i)
        text += list.at(random.bounded(int(list.size())));
    return text.join(QLatin1Char(' '));
}

} // namespace

class TestEncodedFile : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfFileIsFoundHoweverItIsWritten_data();
    void everyKindOfFileIsFoundHoweverItIsWritten();
    void itIsNamed_data();
    void itIsNamed();
    void aDataUriIsRefusedWhateverItHolds_data();
    void aDataUriIsRefusedWhateverItHolds();
    void peoplesWordsAreNeverRefused_data();
    void peoplesWordsAreNeverRefused();
    void longRunsThatAreNoFileAreNeverRefused_data();
    void longRunsThatAreNoFileAreNeverRefused();
    void theHeadAloneNamedInASentenceIsAWord();
    void aMegabyteTakesLittleTime_data();
    void aMegabyteTakesLittleTime();
};

void TestEncodedFile::everyKindOfFileIsFoundHoweverItIsWritten_data() {
    QTest::addColumn<QByteArray>("bytes");
    for (const Sample& sample : samples())
        QTest::newRow(sample.name) << sample.bytes;
}

void TestEncodedFile::everyKindOfFileIsFoundHoweverItIsWritten() {
    QFETCH(QByteArray, bytes);

    for (const auto& [way, text] : writings(bytes))
        QVERIFY2(encodedFileIn(text), qPrintable(way));
    // The control: the same ways of writing, of bytes that are no file.
    for (const auto& [way, text] : writings(noise(int(bytes.size()), 11)))
        QVERIFY2(way == QLatin1String("data URI") || !encodedFileIn(text), qPrintable(way));
}

void TestEncodedFile::itIsNamed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto base64 = [](const char* sample) {
        for (const Sample& one : samples()) {
            if (qstrcmp(one.name, sample) == 0)
                return QString::fromLatin1(one.bytes.toBase64());
        }
        return QString();
    };
    QTest::newRow("JPEG") << base64("JPEG, JFIF") << "a JPEG picture";
    QTest::newRow("HEIC") << base64("HEIC") << "a HEIC or AVIF picture";
    QTest::newRow("MP4") << base64("MP4") << "an MP4 or QuickTime video";
    QTest::newRow("WAV") << base64("WAV") << "a WAV recording";
    QTest::newRow("DOCX") << base64("DOCX") << "a ZIP archive or Office document";
    QTest::newRow("DOC") << base64("DOC") << "an Office document";
    QTest::newRow("data URI of a known file")
        << QStringLiteral("data:image/jpeg;base64,") + base64("JPEG, Exif") << "a JPEG picture";
    QTest::newRow("data URI of a video") << "data:video/x-own;base64,AAECAwQFBgcICQ=="
                                         << "a video";
}

void TestEncodedFile::itIsNamed() {
    QFETCH(QString, text);
    QFETCH(QString, name);

    QCOMPARE(encodedFileIn(text), std::optional(name));
}

void TestEncodedFile::aDataUriIsRefusedWhateverItHolds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("refused");
    QTest::newRow("base64") << "see data:image/x;base64,AAECAwQFBgc=" << true;
    QTest::newRow("capitals") << "DATA:IMAGE/X;BASE64,AAECAwQFBgc=" << true;
    QTest::newRow("not base64") << "data:image/svg+xml,%3Csvg%20xmlns" << true;
    QTest::newRow("without a type") << "data:;base64,AAECAwQFBgc=" << true;
    QTest::newRow("wrapped") << "data:image/x;base64\n,AAECAwQFBgc=" << true;
    QTest::newRow("prose") << "the data: image/photo, and more besides" << false;
    QTest::newRow("prose with a list") << "Shared data:names/dates, and the times of each" << false;
    QTest::newRow("named only") << "it began with data:image/png;base64," << false;
    QTest::newRow("just the word") << "data:" << false;
}

void TestEncodedFile::aDataUriIsRefusedWhateverItHolds() {
    QFETCH(QString, text);
    QFETCH(bool, refused);

    QCOMPARE(encodedFileIn(text).has_value(), refused);
}

void TestEncodedFile::peoplesWordsAreNeverRefused_data() {
    QTest::addColumn<QString>("words");
    QTest::newRow("English")
        << "she said that he keeps asking her for more and she does not want to go in because everyone has seen "
           "it on the bus and in the canteen nobody told a teacher until Tuesday when her friend spoke up";
    QTest::newRow("Welsh")
        << "dywedodd hi fod rhywun wedi rhannu'r llun yn y dosbarth ac nad oedd hi eisiau mynd yn ôl i'r ysgol "
           "tan yfory oherwydd bod pawb yn gwybod llwyddiannus gwrthwynebiad ymddiriedolaeth swyddfa'r heddlu";
    QTest::newRow("Urdu")
        << "اس نے کہا کہ وہ اسکول نہیں جانا چاہتی کیونکہ سب نے دیکھ لیا ہے اور کسی نے اس کی مدد نہیں کی "
           "اور اب وہ ڈرتی ہے کہ اس کی امی کو پتا چل جائے گا";
    QTest::newRow("slang")
        << "innit fam he was bare moving mad ngl sent it 2 the gc n everyone lmaooo idk y tbh im deadddd bruv "
           "AAAAAAAAAAAA noooooooooo wtaf hahahahahahaha smh b4 l8r gr8 m8 XxXxXx ffffff deadbeef cafe face";
    QTest::newRow("numbers")
        << "0800 1111 01632 960123 27/3/25 10:30 999 101 1111 0000 2026-11-19 13 14 16 18 25 50 100 1000";
}

void TestEncodedFile::peoplesWordsAreNeverRefused() {
    QFETCH(QString, words);

    for (quint32 seed = 1; seed <= 5; ++seed) {
        const QString text = shuffledWords(words, 3000, seed);
        QVERIFY(!encodedFileIn(text));
        QVERIFY(!encodedFileIn(text.toUpper()));
        QVERIFY(!encodedFileIn(QString(text).remove(QLatin1Char(' '))));
    }
}

void TestEncodedFile::longRunsThatAreNoFileAreNeverRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("base64 of nothing known") << QString::fromLatin1(noise(150000, 3).toBase64());
    QTest::newRow("hex of nothing known") << QString::fromLatin1(noise(150000, 4).toHex());
    QTest::newRow("a signed key") << QStringLiteral("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n") +
                                         wrapped(noise(3000, 5).toBase64(), 64, QStringLiteral("\n")) +
                                         QStringLiteral("-----END PGP PUBLIC KEY BLOCK-----\n");
    QTest::newRow("the mark of a record") << "7KQ2 M4XD 9RTA 0PWE 5NVC HB3J Z8";
    QTest::newRow("one letter") << QStringLiteral("A").repeated(100000);
    QTest::newRow("slashes") << QStringLiteral("/").repeated(100000);
    QTest::newRow("noughts") << QStringLiteral("0").repeated(100000);
    QTest::newRow("base64 of words") << QString::fromLatin1(
        QByteArray("he keeps asking me and i do not want to ").repeated(500).toBase64());
}

void TestEncodedFile::longRunsThatAreNoFileAreNeverRefused() {
    QFETCH(QString, text);

    QCOMPARE(encodedFileIn(text), std::optional<QString>());
}

void TestEncodedFile::theHeadAloneNamedInASentenceIsAWord() {
    QVERIFY(
        !encodedFileIn(u"the message began with iVBORw0KGgo and then letters for many pages, nobody could read it"));
    QVERIFY(!encodedFileIn(u"the message began with /9j/4AAQ."));
    QVERIFY(!encodedFileIn(u"the numbers were FFD8FFE0."));
}

void TestEncodedFile::aMegabyteTakesLittleTime_data() {
    longRunsThatAreNoFileAreNeverRefused_data();
    QTest::newRow("prose") << shuffledWords(QStringLiteral("she said that he keeps asking her for more and more"),
                                            220000, 1);
    QTest::newRow("scheme upon scheme") << QStringLiteral("data:a/").repeated(150000);
    QTest::newRow("heads upon heads") << QStringLiteral("/9j/4AAQ").repeated(130000);
    QTest::newRow("frames upon frames") << QStringLiteral("//uQZA").repeated(170000);
    QTest::newRow("percent signs") << QStringLiteral("%2F").repeated(330000);
}

void TestEncodedFile::aMegabyteTakesLittleTime() {
    QFETCH(QString, text);
    const QString megabyte = text.repeated(qMax<qsizetype>(1, 1000000 / text.size()));
    QElapsedTimer timer;

    timer.start();
    encodedFileIn(megabyte);

    QVERIFY2(timer.elapsed() < 2000,
             qPrintable(QString::number(timer.elapsed()))); // a debug build with sanitizers on a busy PC
}

QTEST_GUILESS_MAIN(TestEncodedFile)
#include "test_encodedfile.moc"
