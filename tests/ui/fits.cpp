#include "tests/ui/fits.h"
#include "ui/style/theme.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tick.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

namespace tests {
namespace {

// Painted a pixel under its line height, a word is still whole.
constexpr int slack = 2;

int widestWord(const QFontMetrics& metrics, const QString& text) {
    int widest = 0;
    static const QRegularExpression breaks(QStringLiteral("[\\s\\x{200b}]+"));
    for (const QString& word : text.split(breaks))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

bool labelFits(const QLabel& label) {
    const QFontMetrics metrics(label.font());
    const QRect room = label.contentsRect();
    if (qobject_cast<const ui::Pill*>(&label))
        return ui::Pill::sizeOf(label.text()).width() <= label.width() + slack;
    if (!label.wordWrap())
        return metrics.size(0, label.text()).width() <= room.width() + slack &&
               metrics.size(0, label.text()).height() <= room.height() + slack;
    return label.heightForWidth(label.width()) <= label.height() + slack &&
           widestWord(metrics, label.text()) <= room.width() + slack;
}

bool buttonFits(const QAbstractButton& button) {
    if (button.hasHeightForWidth()) {
        const bool isTick = qobject_cast<const QCheckBox*>(&button) || qobject_cast<const QRadioButton*>(&button);
        const int room = button.width() - (isTick ? ui::px(20) + 10 : 0);
        const QString text = button.text().remove(QLatin1Char('&'));
        if (widestWord(QFontMetrics(button.font()), text) > room + slack)
            return false;
        return button.heightForWidth(button.width()) <= button.height() + slack;
    }
    if (button.text().isEmpty())
        return true;
    const int line = QFontMetrics(button.font()).height();
    return button.sizeHint().width() <= button.width() + slack && line <= button.height() + slack;
}

bool placeholderFits(const QLineEdit& line) {
    return !line.text().isEmpty() ||
           QFontMetrics(line.font()).horizontalAdvance(line.placeholderText()) <= line.width() - 2 * ui::space(2);
}

QString wordsOn(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return line->placeholderText();
    return {};
}

bool fits(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return labelFits(*label);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return buttonFits(*button);
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return placeholderFits(*line);
    return true;
}

// The part of it that no scroll area hides.
QRect inSight(const QWidget& widget, const QWidget& window) {
    QRect rect(widget.mapTo(&window, QPoint()), widget.size());
    for (const QWidget* parent = widget.parentWidget(); parent && parent != &window; parent = parent->parentWidget())
        rect &= QRect(parent->mapTo(&window, QPoint()), parent->size());
    return rect & window.rect();
}

} // namespace

QStringList wordsThatDoNotFit(const QWidget& window) {
    QStringList found;
    std::vector<std::pair<const QWidget*, QRect>> seen;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const QString words = wordsOn(*widget);
        if (!widget->isVisible() || words.isEmpty() || widget->window() != &window)
            continue;
        if (!fits(*widget))
            found << QStringLiteral("cut: %1").arg(words.left(80));
        const int left = widget->mapTo(&window, QPoint()).x(), right = left + widget->width();
        const QRect sight = inSight(*widget, window);
        if (left < 0 || right > window.width() + slack ||
            (sight.height() > 0 && sight.width() < widget->width() - slack))
            found << QStringLiteral("outside, %2 to %3: %1").arg(words.left(80)).arg(left).arg(right);
        for (const auto& [other, rect] : seen) {
            const QRect both = rect & sight;
            if (both.width() > 4 && both.height() > 6 && !other->isAncestorOf(widget) && !widget->isAncestorOf(other))
                found << QStringLiteral("over each other: %1 / %2").arg(wordsOn(*other).left(50), words.left(50));
        }
        seen.emplace_back(widget, sight);
    }
    for (const auto* area : window.findChildren<QScrollArea*>())
        if (area->isVisible() && area->widget() && area->widget()->width() > area->viewport()->width() + slack)
            found << QStringLiteral("scrolls sideways: %1").arg(area->widget()->width() - area->viewport()->width());
    return found;
}

} // namespace tests
