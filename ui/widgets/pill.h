#pragma once
#include "ui/style/theme.h"
#include <QLabel>

namespace ui {

// A word or two about where something stands. Never colour alone: the word says it.
class Pill : public QLabel {
    Q_OBJECT
public:
    enum class Kind { ToDo, Done, Waiting, Due, Overdue };
    explicit Pill(Kind kind, const QString& text, QWidget* parent = nullptr);
    void set(Kind kind, const QString& text);
    static Colour ground(Kind kind);
    static Colour ink(Kind kind);
    static void paint(QPainter& painter, const QRect& rect, Kind kind, const QString& text); // for delegates
    static QSize sizeOf(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Kind m_kind;
};

} // namespace ui
