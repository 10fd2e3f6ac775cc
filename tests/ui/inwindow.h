#pragma once
#include "ui/shell/mainwindow.h"
#include "ui/unlock/unlockpage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include <QSignalSpy>
#include <QTest>

// What a person finds and does in a window, by the words that stand there.
namespace tests {

inline ui::PlainLineEdit* line(const QWidget& in, const QString& name) {
    for (auto* found : in.findChildren<ui::PlainLineEdit*>())
        if (found->accessibleName() == name)
            return found;
    return nullptr;
}

inline bool says(const QWidget& in, const QString& part) {
    for (auto* label : in.findChildren<ui::PlainLabel*>())
        if (label->isVisibleTo(&in) && label->text().contains(part))
            return true;
    return false;
}

// As the lead of a MadeVault; true once its cases are open.
inline bool unlock(ui::MainWindow& window) {
    QSignalSpy opened(&window.session(), &ui::Session::casesOpened);
    const auto* page = window.findChild<ui::UnlockPage*>();
    if (!page)
        return false;
    line(*page, QStringLiteral("Log-in name"))->setText(QStringLiteral("rhian"));
    ui::PlainLineEdit* passphrase = line(*page, QStringLiteral("Passphrase"));
    passphrase->setText(QStringLiteral("harbour lantern mossy quilt tandem"));
    QTest::keyClick(passphrase, Qt::Key_Return);
    return opened.wait(20'000);
}

// Whatever is shown as a window, but for the one it is about.
class Strays : public QObject {
public:
    explicit Strays(const QMetaObject& expected) : m_expected(expected) {}
    QStringList seen;
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow() && !m_expected.cast(widget))
            seen << QString::fromLatin1(widget->metaObject()->className());
        return false;
    }

private:
    const QMetaObject& m_expected;
};

} // namespace tests
