#pragma once
#include <QPlainTextEdit>

namespace ui {

// Long text that stays exactly as typed. Takes words only; grows with its content.
class PlainTextEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PlainTextEdit(QWidget* parent = nullptr);
    QString words() const; // toRawText: NBSP and U+2028 survive, paragraphs become '\n'
    void setWords(const QString& text);
    void setLines(int least, int most); // grows from `least` to `most` lines, then scrolls
    void setVerbatim(bool on); // somebody's own words: a word to screen readers and input methods not to correct
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pasteSaid(const QString& sentence, bool refused); // "Only the words were pasted", or why nothing was

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
    int wordsHeight(int lines) const; // of the first ones
    int m_least = 3;
    int m_most = 14;
    int m_height = 0;
};

} // namespace ui
