#pragma once
#include <QWidget>

namespace ui {
class Button;
class PlainLabel;

// Keeps an answer out of sight until it is asked for: ethnicity, religion, disability and the like are nobody's
// business who happens to look at the screen.
class Veil : public QWidget {
    Q_OBJECT
public:
    Veil(const QString& name, QWidget* content, QWidget* parent = nullptr); // takes the content
    void setFilled(bool filled);
    void open();
    void close();
    bool isOpen() const;
    QWidget* content() const { return m_content; }

private:
    void say();
    QString m_name;
    QWidget* m_content;
    PlainLabel* m_said;
    Button* m_toggle;
    bool m_filled = false;
};

} // namespace ui
