#pragma once
#include <QScrollArea>
#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

// A page that scrolls up and down and never sideways: content of a readable width, and, if asked for, a bar at the
// bottom that stays in view (Record).
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr, int widest = 720);
    QVBoxLayout* content() const { return m_content; }
    QVBoxLayout* bar(); // the fixed bar; made at the first call
    QScrollArea* area() const { return m_area; }
    void toTop();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setMargins();
    QScrollArea* m_area;
    QVBoxLayout* m_content;
    QHBoxLayout* m_margins;
    int m_widest;
    QVBoxLayout* m_bar = nullptr;
    QHBoxLayout* m_barMargins = nullptr;
};

// Scrolls what this widget stands in until it is in sight, with what was added just now laid out first.
void reveal(QWidget* widget);
// Scrolls until a widget that has come to stand below another is in sight, as far as that other one stays so.
void revealBelow(const QWidget* kept, const QWidget* widget);
// Hidden it keeps its place, or gives it up.
void keepRoom(QWidget& widget, bool keep);
// Does what changes the page above or below this widget, and scrolls so that the widget stays under the mouse.
void holdStill(const QWidget* widget, const std::function<void()>& change);

} // namespace ui
