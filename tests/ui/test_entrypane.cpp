#include "tests/ui/openedcase.h"
#include "ui/style/theme.h"
#include "ui/timeline/entrypane.h"
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

using tests::OpenedCase;

class TestEntryPane : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void whatIsPersonalIsShownWhenAskedFor() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const auto id = opened.record("child/1", "",
                                      {{"identified", "yes"},
                                       {"first_name", "Mira"},
                                       {"school", "Ysgol Brynteg"},
                                       {"religion", "Sikh"},
                                       {"disability", "Hears little on the left"}});
        QVERIFY(id);
        ui::timeline::EntryPane pane;
        pane.resize(600, 900);
        static_cast<QWidget&>(pane).show();
        pane.show(*opened.file->state().entry(*id), QStringLiteral("Mira"), {}, true);
        QApplication::processEvents();

        QVERIFY(shows(pane, "Ysgol Brynteg")); // the control: what is not marked is there at once
        QVERIFY(!shows(pane, "Sikh") && !shows(pane, "Hears little on the left"));
        for (auto* button : pane.findChildren<QAbstractButton*>())
            if (button->accessibleName().startsWith(QLatin1String("Show: Religion")))
                button->click();
        QApplication::processEvents();

        QVERIFY(shows(pane, "Sikh") && !shows(pane, "Hears little on the left"));
    }

private:
    static bool shows(const QWidget& pane, const char* text) {
        for (const auto* label : pane.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == QLatin1String(text))
                return true;
        return false;
    }
};

QTEST_MAIN(TestEntryPane)
#include "test_entrypane.moc"
