#include "tests/ui/fits.h"
#include "ui/settings/settingspage.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/tick.h"
#include <QFocusFrame>
#include <QTest>
#include <QVBoxLayout>

// The check that the gallery makes of every screen, with what it has to find: without this a gallery that finds
// nothing would say nothing.
class TestFits : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void whatIsLaidOutFits() {
        QWidget window;
        auto* down = new QVBoxLayout(&window);
        down->addWidget(new ui::PlainLabel(QStringLiteral("A sentence that takes several lines where it is narrow.")));
        down->addWidget(new ui::PlainButton(QStringLiteral("Record")));
        down->addWidget(
            new ui::RadioTick(QStringLiteral("Yes, or I am not sure"), QStringLiteral("Then it is left out.")));
        down->addWidget(new ui::Pill(ui::Pill::Kind::Due, QStringLiteral("Today")));
        show(window);

        QCOMPARE(tests::wordsThatDoNotFit(window), QStringList());
    }
    void answersThatGrowNoLongerStandBesideEachOther() {
        ui::SettingsPage page;
        page.show(ui::Preferences());
        page.resize(1280, 760);
        show(page);

        ui::applyTheme(*qApp, ui::Look::Light, 2);
        const auto back = qScopeGuard([] { ui::applyTheme(*qApp, ui::Look::Light); });
        QTest::qWait(50);

        QCOMPARE(tests::wordsThatDoNotFit(page), QStringList());
    }
    void eachFaultIsFound_data() {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"label", "lines", "button", "tick", "pill", "placeholder", "outside", "over"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void eachFaultIsFound() {
        QFETCH(QString, fault);
        QWidget window;
        window.resize(300, 200);
        const auto put = [&](QWidget* widget, const QRect& at) {
            widget->setParent(&window);
            widget->setGeometry(at);
        };
        const QString words = QStringLiteral("Children's social care");
        auto* label = new ui::PlainLabel(words);
        label->setWordWrap(fault == QLatin1String("lines"));
        put(label, fault == QLatin1String("label")     ? QRect(0, 0, 60, 24)
                   : fault == QLatin1String("lines")   ? QRect(0, 0, 80, 20)
                   : fault == QLatin1String("outside") ? QRect(200, 0, 200, 24)
                                                       : QRect(0, 0, 200, 24));
        if (fault == QLatin1String("button"))
            put(new ui::PlainButton(words), QRect(0, 60, 90, 36));
        if (fault == QLatin1String("tick"))
            put(new ui::CheckTick(words), QRect(0, 60, 90, 32));
        if (fault == QLatin1String("pill"))
            put(new ui::Pill(ui::Pill::Kind::Due, words), QRect(0, 60, 90, 20));
        if (fault == QLatin1String("over"))
            put(new ui::PlainButton(words), QRect(20, 4, 220, 36));
        if (fault == QLatin1String("placeholder")) {
            auto* line = new ui::PlainLineEdit;
            line->setPlaceholderText(words);
            put(line, QRect(0, 60, 90, 38));
        }
        show(window);

        QCOMPARE(tests::wordsThatDoNotFit(window).size(), 1);
    }
    // The ring is drawn about the words of a tick and of a quiet button, not through them.
    void theFocusRingKeepsAwayFromWhatItIsAbout() {
        QWidget window;
        auto* down = new QVBoxLayout(&window);
        down->setContentsMargins(20, 20, 20, 20);
        auto* tick = new ui::RadioTick(QStringLiteral("England"));
        auto* quiet = new ui::QuietButton(QStringLiteral("Back"));
        auto* field = new ui::PlainLineEdit;
        for (QWidget* widget : std::initializer_list<QWidget*>{tick, quiet, field})
            down->addWidget(widget);
        show(window);

        const auto room = [&](QWidget* widget) {
            QFocusFrame frame;
            frame.setWidget(widget);
            return widget->mapTo(&window, QPoint()).x() - frame.x();
        };

        QCOMPARE(room(field), 3); // the ring itself
        QVERIFY(room(tick) >= 3 + 4);
        QVERIFY(room(quiet) >= 3 + 4);
    }

private:
    static void show(QWidget& window) {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
};

QTEST_MAIN(TestFits)
#include "test_fits.moc"
