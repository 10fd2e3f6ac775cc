#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QTest>
#include <cmath>

using ui::Colour;
using ui::Look;

namespace {

// Relative luminance and contrast as WCAG 2.2 defines them.
double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}
double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

struct Pair {
    Colour ink, ground;
    double least;
};
constexpr Pair pairs[] = {{Colour::Text, Colour::Ground, 7},       {Colour::Text, Colour::Surface, 7},
                          {Colour::Text, Colour::Sunk, 7},         {Colour::Soft, Colour::Ground, 4.5},
                          {Colour::Soft, Colour::Surface, 4.5},    {Colour::Soft, Colour::Sunk, 4.5},
                          {Colour::Accent, Colour::Ground, 4.5},   {Colour::Accent, Colour::AccentSoft, 4.5},
                          {Colour::OnAccent, Colour::Accent, 4.5}, {Colour::Warn, Colour::WarnSoft, 4.5},
                          {Colour::Bad, Colour::BadSoft, 4.5},     {Colour::Bad, Colour::Ground, 4.5},
                          {Colour::Ok, Colour::OkSoft, 4.5},       {Colour::Text, Colour::WarnSoft, 7},
                          {Colour::Text, Colour::BadSoft, 7},      {Colour::Text, Colour::AccentSoft, 7},
                          {Colour::Edge, Colour::Surface, 3},      {Colour::Edge, Colour::Ground, 3},
                          {Colour::FocusEdge, Colour::Focus, 3}};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void aListHasRoomForItsWordsAtEverySize() {
        for (const double size : {1.0, 2.0}) {
            ui::applyTheme(*qApp, Look::Light, size);
            QComboBox list;
            list.addItem(QStringLiteral("Everything"));
            list.resize(list.sizeHint());
            QStyleOptionComboBox option;
            option.initFrom(&list);
            option.rect = list.rect();

            const QRect words =
                list.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &list);

            QVERIFY(words.width() >= QFontMetrics(list.font()).horizontalAdvance(list.itemText(0)) + 2);
        }
        ui::applyTheme(*qApp, Look::Light);
    }
    void everyPairCanBeRead_data() {
        QTest::addColumn<int>("look");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << int(Look::Light) << false;
        QTest::newRow("dark") << int(Look::Dark) << true;
        QTest::newRow("high contrast on white") << int(Look::HighContrast) << false;
        QTest::newRow("high contrast on black") << int(Look::HighContrast) << true;
    }
    void everyPairCanBeRead() {
        QFETCH(int, look);
        QFETCH(bool, dark);

        for (const Pair& pair : pairs) {
            const double found =
                contrast(ui::colour(pair.ink, Look(look), dark), ui::colour(pair.ground, Look(look), dark));
            QVERIFY2(found >= pair.least,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(int(pair.ink)).arg(int(pair.ground)).arg(found)));
        }
    }
    void greyOnGreyWouldBeFound() { QVERIFY(contrast(QColor("#999999"), QColor("#bbbbbb")) < 3); }

    void textGrowsToTwiceItsSize() {
        ui::applyTheme(*qApp, Look::Light, 1.0);
        ui::PlainLabel label(QStringLiteral("What Jordan said"));
        const int before = label.sizeHint().height();

        ui::applyTheme(*qApp, Look::Light, 2.0);

        QCOMPARE(label.font().pixelSize(), 28);
        QVERIFY(label.sizeHint().height() >= 2 * before - 2);
        ui::applyTheme(*qApp, Look::Light, 1.0);
    }
    void aLookTakesEffectOnWhatIsShown() {
        ui::applyTheme(*qApp, Look::Light);
        ui::PlainLabel label(QStringLiteral("What Jordan said"));

        ui::applyTheme(*qApp, Look::Dark);

        QCOMPARE(label.palette().color(QPalette::WindowText), ui::colour(Colour::Text, Look::Dark));
        QVERIFY(ui::isDark());
        ui::applyTheme(*qApp, Look::Light);
    }
    void enterPressesAButton() {
        ui::PrimaryButton button(QStringLiteral("Record"));
        QSignalSpy clicked(&button, &QPushButton::clicked);

        QTest::keyClick(&button, Qt::Key_Return);

        QCOMPARE(clicked.size(), 1);
    }
    void labelsNeverReadMarkup() {
        ui::PlainLabel label(QStringLiteral("<img src=\"/etc/passwd\"> <b>bold</b>"));

        QCOMPARE(label.textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
