#include "ui/widgets/plaintextedit.h"
#include "ui/style/theme.h"
#include "ui/widgets/pasteguard.h"
#include <QAbstractTextDocumentLayout>
#include <QDropEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>
#include <cmath>

namespace ui {

PlainTextEdit::PlainTextEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setFocusPolicy(Qt::StrongFocus); // scrolling past it is not going into it
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0); // it scrolls with the words, and a part of a line would show in its place
    setViewportMargins(12, 11, 6, 11);
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { fitHeight(); });
    fitHeight();
}

QString PlainTextEdit::words() const {
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void PlainTextEdit::setWords(const QString& text) {
    setPlainText(text);
    fitHeight();
}

void PlainTextEdit::setLines(int least, int most) {
    m_least = least;
    m_most = most;
    fitHeight();
}

void PlainTextEdit::setVerbatim(bool on) {
    setInputMethodHints(on ? Qt::ImhMultiLine | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase : Qt::ImhMultiLine);
}

QSize PlainTextEdit::sizeHint() const {
    return {px(240), m_height};
}
QSize PlainTextEdit::minimumSizeHint() const {
    return {px(80), m_height};
}

// A plain text document measures its height in lines, not in pixels. Letters of another script make a line higher.
void PlainTextEdit::fitHeight() {
    const int all = int(std::ceil(document()->documentLayout()->documentSize().height()));
    const int lines = std::clamp(all, m_least, m_most);
    const auto policy = all > m_most ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
    if (policy != verticalScrollBarPolicy())
        setVerticalScrollBarPolicy(policy); // narrower by it: comes back here
    const QMargins around = viewportMargins();
    const int wanted = wordsHeight(lines) + around.top() + around.bottom() + 2 * frameWidth();
    if (wanted == m_height)
        return;
    m_height = wanted;
    updateGeometry();
}

int PlainTextEdit::wordsHeight(int lines) const {
    const int usual = QFontMetrics(font()).lineSpacing();
    double height = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines > 0; block = block.next()) {
        const int here = std::min(lines, std::max(1, block.layout()->lineCount()));
        const double measured = blockBoundingRect(block).height() / std::max(1, block.layout()->lineCount());
        height += here * std::max(measured, double(usual));
        lines -= here;
    }
    return int(std::ceil(height)) + lines * usual + 1; // of the last line Qt wants a pixel more than all of it
}

bool PlainTextEdit::canInsertFromMimeData(const QMimeData*) const {
    return true; // what cannot come in is refused with a sentence, not with silence
}

void PlainTextEdit::insertFromMimeData(const QMimeData* source) {
    const Paste paste = source ? readPaste(*source, false) : Paste{};
    if (paste.words) {
        textCursor().insertText(*paste.words);
        ensureCursorVisible();
    }
    emit pasteSaid(paste.sentence, !paste.words);
}

QMimeData* PlainTextEdit::createMimeDataFromSelection() const {
    auto* data = new QMimeData;
    data->setText(textCursor().selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n')));
    return data;
}

void PlainTextEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (readPaste(*event->mimeData(), true).words)
        QPlainTextEdit::dragEnterEvent(event);
    else
        event->accept();
}

void PlainTextEdit::dragMoveEvent(QDragMoveEvent* event) {
    if (readPaste(*event->mimeData(), true).words)
        QPlainTextEdit::dragMoveEvent(event);
    else
        event->accept();
}

void PlainTextEdit::dropEvent(QDropEvent* event) {
    const Paste paste = readPaste(*event->mimeData(), true);
    if (paste.words) {
        QPlainTextEdit::dropEvent(event);
        return;
    }
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    emit pasteSaid(paste.sentence, !paste.words);
}

void PlainTextEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitHeight();
}

void PlainTextEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

} // namespace ui
