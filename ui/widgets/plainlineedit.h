#pragma once
#include <QLineEdit>

class QMimeData;

namespace ui {

// One line of words. Pasting and dropping follow the same rules as PlainTextEdit.
class PlainLineEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit PlainLineEdit(QWidget* parent = nullptr);

signals:
    void pasteSaid(const QString& sentence, bool refused);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void pasteFrom(const QMimeData* data, bool dropped);
};

} // namespace ui
