#include "ui/style/theme.h"
#include "ui/style/focusring.h"
#include "ui/style/style.h"
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QStyleHints>
#include <QTimer>
#include <array>

static void wakeFonts() {
    Q_INIT_RESOURCE(firsthand_fonts);
}

namespace ui {
namespace {

constexpr int colours = static_cast<int>(Colour::FocusEdge) + 1;
using Colours = std::array<const char*, colours>;

// In the order of enum Colour.
constexpr Colours light{"#f6f5f1", "#ffffff", "#efede7", "#171b1e", "#505a5f", "#dcd8cf",
                        "#6f777b", "#0b5766", "#e2eff1", "#ffffff", "#774600", "#fff2d6",
                        "#981b1b", "#fdeceb", "#1b6541", "#e5f3ea", "#ffdd00", "#0b0c0c"};
constexpr Colours dark{"#14181b", "#1c2125", "#181c20", "#f0efec", "#b1b4b6", "#30373c",
                       "#8a9299", "#83cddb", "#17343b", "#08262c", "#f2c572", "#3a2e17",
                       "#ff9a94", "#40211f", "#85d6a8", "#1b3527", "#ffdd00", "#0b0c0c"};
constexpr Colours highLight{"#ffffff", "#ffffff", "#ffffff", "#000000", "#000000", "#000000",
                            "#000000", "#003c48", "#ffffff", "#ffffff", "#4a2b00", "#ffffff",
                            "#7a0000", "#ffffff", "#00401f", "#ffffff", "#ffdd00", "#000000"};
constexpr Colours highDark{"#000000", "#000000", "#000000", "#ffffff", "#ffffff", "#ffffff",
                           "#ffffff", "#8ff0ff", "#000000", "#000000", "#ffd98a", "#000000",
                           "#ffb3ae", "#000000", "#9df0c0", "#000000", "#ffdd00", "#000000"};

struct Current {
    Look look = Look::Light;
    bool dark = false;
    double scale = 1.0;
    std::optional<bool> desktopDark; // read once, before our own palette hides it
};
Current& current() {
    static Current state;
    return state;
}

const Colours& table(Look look, bool isDark) {
    switch (look) {
    case Look::Light:
        return light;
    case Look::Dark:
        return dark;
    case Look::HighContrast:
        return isDark ? highDark : highLight;
    case Look::System:
        return isDark ? dark : light;
    }
    return light;
}

bool desktopIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
#endif
}

void loadFont(const char* file) {
    QFontDatabase::addApplicationFont(QStringLiteral(":/firsthand/third_party/fonts/") + QLatin1String(file));
}

// The two that the first window needs at once; scripts and signs that may occur in a record after it is shown.
void loadFonts(QApplication& application) {
    static bool done = false;
    if (std::exchange(done, true))
        return;
    wakeFonts();
    loadFont("NotoSans-Regular.ttf");
    loadFont("NotoSans-Bold.ttf");
    QTimer::singleShot(300, &application, [] {
        loadFont("NotoSans-Italic.ttf");
        loadFont("NotoNaskhArabic-Regular.ttf");
        loadFont("NotoNaskhArabic-Bold.ttf");
        loadFont("NotoEmoji-Regular.ttf");
    });
}

QColor mixed(const QColor& a, const QColor& b) {
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

QPalette palette() {
    QPalette p;
    p.setColor(QPalette::Window, colour(Colour::Ground));
    p.setColor(QPalette::WindowText, colour(Colour::Text));
    p.setColor(QPalette::Base, colour(Colour::Surface));
    p.setColor(QPalette::AlternateBase, colour(Colour::Sunk));
    p.setColor(QPalette::Text, colour(Colour::Text));
    p.setColor(QPalette::PlaceholderText, colour(Colour::Soft));
    p.setColor(QPalette::Button, colour(Colour::Surface));
    p.setColor(QPalette::ButtonText, colour(Colour::Text));
    p.setColor(QPalette::BrightText, colour(Colour::Text));
    p.setColor(QPalette::ToolTipBase, colour(Colour::Surface));
    p.setColor(QPalette::ToolTipText, colour(Colour::Text));
    p.setColor(QPalette::Highlight, colour(Colour::Accent));
    p.setColor(QPalette::HighlightedText, colour(Colour::OnAccent));
    p.setColor(QPalette::Link, colour(Colour::Accent));
    p.setColor(QPalette::LinkVisited, colour(Colour::Accent));
    p.setColor(QPalette::Light, colour(Colour::Surface));
    p.setColor(QPalette::Midlight, colour(Colour::Sunk));
    p.setColor(QPalette::Mid, colour(Colour::Line));
    p.setColor(QPalette::Dark, colour(Colour::Edge));
    p.setColor(QPalette::Shadow, colour(Colour::Edge));
    const QColor faded = mixed(colour(Colour::Soft), colour(Colour::Surface));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faded);
    return p;
}

} // namespace

void applyTheme(QApplication& application, Look look, double scale) {
    Current& now = current();
    if (!now.desktopDark)
        now.desktopDark = desktopIsDark();
    now.dark = look == Look::Dark || (look != Look::Light && *now.desktopDark);
    now.look = look == Look::System ? (now.dark ? Look::Dark : Look::Light) : look;
    now.scale = std::clamp(scale, 1.0, 2.0);
    loadFonts(application);
    application.setStyle(new Style);
    application.setPalette(palette());
    application.setFont(font(Type::Body));
    FocusRing::install(application);
}

Look currentLook() {
    return current().look;
}
bool isDark() {
    return current().dark;
}
double textScale() {
    return current().scale;
}

QColor colour(Colour which) {
    return colour(which, current().look, current().dark);
}

QColor colour(Colour which, Look look, bool isDark) {
    return QColor(QLatin1String(table(look, isDark)[static_cast<std::size_t>(which)]));
}

int px(int atFullSize) {
    return qRound(atFullSize * current().scale);
}

QFont font(Type type) {
    QFont f;
    f.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Naskh Arabic"), QStringLiteral("Noto Color Emoji"),
                   QStringLiteral("Noto Emoji")});
    f.setStyleHint(QFont::SansSerif);
    f.setHintingPreference(QFont::PreferVerticalHinting);
    const auto set = [&](int size, QFont::Weight weight) {
        f.setPixelSize(px(size));
        f.setWeight(weight);
    };
    switch (type) {
    case Type::Body:
        set(14, QFont::Normal);
        break;
    case Type::Strong:
    case Type::Heading3:
        set(14, QFont::Bold);
        break;
    case Type::Small:
        set(13, QFont::Normal);
        break;
    case Type::SmallStrong:
        set(13, QFont::Bold);
        break;
    case Type::Heading1:
        set(25, QFont::Bold);
        break;
    case Type::Heading2:
        set(17, QFont::Bold);
        break;
    case Type::Mono:
        f.setFamilies({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Consolas"),
                       QStringLiteral("monospace")});
        f.setStyleHint(QFont::Monospace);
        set(17, QFont::Normal);
        break;
    }
    return f;
}

void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& edge) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = edge.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter& painter, const QRectF& rect, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(Colour::Focus), 3));
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), radius + 2, radius + 2);
    painter.setPen(QPen(colour(Colour::FocusEdge), 1.5));
    painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), radius, radius);
    painter.restore();
}

void setType(QWidget& widget, Type type) {
    widget.setProperty("uiType", static_cast<int>(type));
    widget.setFont(font(type));
}

} // namespace ui
