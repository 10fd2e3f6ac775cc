#pragma once
#include "ui/style/theme.h"
#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace ui {
class PlainLabel;

// A bar with a coloured edge: what to keep in mind, or what went wrong and what to do next. `heading` may be empty.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Problem, Good };
    Notice(Kind kind, const QString& heading, const QString& text, QWidget* parent = nullptr);
    void set(Kind kind, const QString& heading, const QString& text);
    void say(Kind kind, const QString& text); // shows it and tells screen readers; empty text hides it
    void setAround(const QMargins& around);   // room about it that comes and goes with it
    void setTight(bool tight);                // where every line of the window counts
    void addAction(QWidget* button);          // at the right, or below when narrow
    QVBoxLayout* body() const { return m_body; }
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setInner();
    void arrange();
    Kind m_kind;
    QMargins m_around;
    bool m_tight = false;
    QVBoxLayout* m_body;
    QBoxLayout* m_across;
    QHBoxLayout* m_actions;
    PlainLabel* m_heading;
    PlainLabel* m_text;
};

} // namespace ui
