#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace {

void toClipboard(QMimeData* data) {
    QGuiApplication::clipboard()->setMimeData(data);
}
void dropOn(QWidget* target, QMimeData* data) {
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
}
// A PNG of one dot, as a web page would carry it.
const QString dot = QStringLiteral(
    "data:image/"
    "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

} // namespace

class TestPaste : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_text.show();
        m_line.show();
    }
    void init() {
        m_text.setWords(QStringLiteral("before "));
        m_text.moveCursor(QTextCursor::End);
        m_line.setText(QStringLiteral("before "));
        m_line.end(false);
    }
    void plainWordsComeInWithoutRemark() {
        QSignalSpy said(&m_text, &ui::PlainTextEdit::pasteSaid);
        auto* data = new QMimeData;
        data->setText(QStringLiteral("he said stop"));
        toClipboard(data);

        QTest::keySequence(&m_text, QKeySequence::Paste);

        QCOMPARE(m_text.words(), QStringLiteral("before he said stop"));
        QCOMPARE(said.last().first().toString(), QString());
    }
    void ofHtmlAndWordsOnlyTheWordsComeIn() {
        QSignalSpy said(&m_text, &ui::PlainTextEdit::pasteSaid);
        auto* data = new QMimeData;
        data->setText(QStringLiteral("he said stop"));
        data->setHtml(QStringLiteral("<img src=x><b>he said stop</b>"));
        toClipboard(data);

        QTest::keySequence(&m_text, QKeySequence::Paste);

        QCOMPARE(m_text.words(), QStringLiteral("before he said stop"));
        QCOMPARE(said.last().first().toString(), QStringLiteral("Only the words were pasted."));
    }
    void aPictureAloneIsRefusedAndNothingIsLost() {
        QSignalSpy said(&m_text, &ui::PlainTextEdit::pasteSaid);
        auto* data = new QMimeData;
        data->setImageData(QImage(4, 4, QImage::Format_RGB32));
        toClipboard(data);

        QTest::keySequence(&m_text, QKeySequence::Paste);

        QCOMPARE(m_text.words(), QStringLiteral("before "));
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("A picture cannot be put here")));
    }
    void aPictureAloneIsRefusedInALineToo() {
        QSignalSpy said(&m_line, &ui::PlainLineEdit::pasteSaid);
        auto* data = new QMimeData;
        data->setImageData(QImage(4, 4, QImage::Format_RGB32));
        toClipboard(data);

        QTest::keySequence(&m_line, QKeySequence::Paste);

        QCOMPARE(m_line.text(), QStringLiteral("before "));
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("A picture cannot be put here")));
    }
    void aDroppedFileIsRefused() {
        QSignalSpy said(&m_text, &ui::PlainTextEdit::pasteSaid);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/photo.jpg"))});
        data.setText(QStringLiteral("/tmp/photo.jpg"));

        dropOn(m_text.viewport(), &data);

        QCOMPARE(m_text.words(), QStringLiteral("before "));
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("A file cannot be dropped here")));
    }
    void aFileDroppedOnALineIsRefused() {
        QSignalSpy said(&m_line, &ui::PlainLineEdit::pasteSaid);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/photo.jpg"))});

        dropOn(&m_line, &data);

        QCOMPARE(m_line.text(), QStringLiteral("before "));
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("A file cannot be dropped here")));
    }
    void aPictureWrittenAsLettersIsRefused() {
        QSignalSpy said(&m_text, &ui::PlainTextEdit::pasteSaid);
        auto* data = new QMimeData;
        data->setText(dot);
        toClipboard(data);

        QTest::keySequence(&m_text, QKeySequence::Paste);

        QCOMPARE(m_text.words(), QStringLiteral("before "));
        QVERIFY(said.last().first().toString().contains(QStringLiteral("a file in disguise")));
    }
    void whatIsTypedComesBackByteForByte() {
        const QString words = QString::fromUtf8(
            "im not lying\u00a0ok\u2028next line \U0001F61F e\u0301 \u0679\u06be\u06cc\u06a9\nnew paragraph");

        m_text.setWords(words);

        QCOMPARE(m_text.words().toUtf8(), words.toUtf8());
    }
    void copyingTakesPlainWordsOnly() {
        m_text.setWords(QStringLiteral("one\ntwo"));
        m_text.selectAll();

        m_text.copy();

        QCOMPARE(QGuiApplication::clipboard()->mimeData()->formats(), QStringList{QStringLiteral("text/plain")});
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one\ntwo"));
    }
    void aMillionLettersAreTaken() {
        const QString many = QStringLiteral("so then we walked home and nobody said a thing ").repeated(21'000);
        auto* data = new QMimeData;
        data->setText(many);
        toClipboard(data);

        QTest::keySequence(&m_text, QKeySequence::Paste);

        QCOMPARE(m_text.words(), QStringLiteral("before ") + many);
    }
    void itGrowsWithWhatIsWritten() {
        m_text.setWords({});
        m_text.resize(400, 60);
        m_text.show();
        const int before = m_text.sizeHint().height();

        m_text.setWords(QStringLiteral("a\nb\nc\nd\ne\nf\ng"));

        QVERIFY(m_text.sizeHint().height() > before);
    }

private:
    ui::PlainTextEdit m_text;
    ui::PlainLineEdit m_line;
};

QTEST_MAIN(TestPaste)
#include "test_paste.moc"
