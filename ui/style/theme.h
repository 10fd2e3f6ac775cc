#pragma once
#include <QColor>
#include <QFont>
#include <optional>

class QApplication;
class QPainter;
class QRect;
class QRectF;
class QWidget;

namespace ui {

enum class Look { System, Light, Dark, HighContrast };

// Colours by what they are for. Every pair of text and ground is tested for its contrast in tests/ui.
enum class Colour {
    Ground,
    Surface,
    Sunk,
    Text,
    Soft,
    Line,
    Edge,
    Accent,
    AccentSoft,
    OnAccent,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Ok,
    OkSoft,
    Focus,
    FocusEdge
};
enum class Type { Body, Strong, Small, SmallStrong, Heading1, Heading2, Heading3, Mono };

// Takes effect on every open window: fonts, palette and style are replaced, and each widget hears QEvent::StyleChange.
void applyTheme(QApplication& application, Look look, double textScale = 1.0);
// The look that is drawn now: never System. HighContrast is dark letters on white, or the reverse if the desktop is
// dark.
Look currentLook();
bool isDark();
double textScale();

QColor colour(Colour which);
QColor colour(Colour which, Look look, bool dark = false); // of a look that need not be the current one
QFont font(Type type);
int px(int atFullSize); // grows with the text size: for heights, icons and widths that hold text
constexpr int space(int steps) {
    return 4 * steps;
} // 4 px a step; does not grow, so that 200 % still fits

// The 3 px yellow ring with its dark edge, drawn just inside `rect`: for delegates that paint their own current item.
void drawFocusRing(QPainter& painter, const QRectF& rect, double radius = 6);
void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& edge);

// Sets a type and, if given, a text colour that follow the theme. For labels use PlainLabel instead.
void setType(QWidget& widget, Type type);

} // namespace ui
