// The real window in front of a vault: how soon Home and a long timeline are there, and what it takes of memory.
//   bench_window home VAULT NAME PASSPHRASE       bench_window timeline VAULT NAME PASSPHRASE [--small]
// Both in a fresh process: the first unlock also reads the guide and the fonts.
#include "tests/bench/figures.h"
#include "ui/home/homepage.h"
#include "ui/rows/rowview.h"
#include "ui/shell/casepages.h"
#include "ui/shell/caserail.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/timelinepage.h"
#include "ui/widgets/topbar.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QWindow>
#include <dlfcn.h>

namespace {

double statusMb(const char* name) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toDouble() / 1024;
    qFatal("no %s", name);
}

QElapsedTimer sinceDerivation; // started anew whenever a key has been derived
double mbAtDerivation = 0;

} // namespace

// Stands before libsodium's own: the end of the derivation is the moment from which Home is waited for, and from which
// memory counts. Its 256 MiB are given back by then; the kernel's note of the peak would still hold them, so it is put
// back to what is in use now ("5" to clear_refs).
extern "C" int crypto_pwhash(unsigned char* const out, unsigned long long outlen, const char* const passwd,
                             unsigned long long passwdlen, const unsigned char* const salt, unsigned long long opslimit,
                             size_t memlimit, int alg) {
    using Derive = int (*)(unsigned char*, unsigned long long, const char*, unsigned long long, const unsigned char*,
                           unsigned long long, size_t, int);
    static const auto derive = reinterpret_cast<Derive>(dlsym(RTLD_NEXT, "crypto_pwhash"));
    const int done = derive(out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg);
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (!peak.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || peak.write("5") != 1)
        qFatal("the peak of memory cannot be put back");
    mbAtDerivation = statusMb("VmHWM");
    if (mbAtDerivation > 200)
        qFatal("the memory of the key derivation still counts");
    sinceDerivation.start();
    return done;
}

namespace {

void wait(const std::function<bool()>& until, const char* what) {
    QElapsedTimer patience;
    patience.start();
    while (!until()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (patience.elapsed() > 60'000)
            qFatal("not within a minute: %s", what);
    }
}

// Tells that a widget has been painted, and everything painted with it has been handed to the X server: the window's
// update runs to its end before the event loop comes back.
class Painted : public QObject {
public:
    void waitFor(const std::function<QWidget*()>& widget, const char* what) {
        m_widget = widget;
        m_seen = false;
        qApp->installEventFilter(this);
        wait([this] { return m_seen; }, what);
        qApp->removeEventFilter(this);
    }

private:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && watched == m_widget())
            m_seen = true;
        return false;
    }
    std::function<QWidget*()> m_widget;
    bool m_seen = false;
};

double ms(const QElapsedTimer& timer) {
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Desk {
    QTemporaryDir folder; // of settings
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::MainWindow window;
    bool casesOpened = false;
    Painted painted;

    explicit Desk(const QString& vault) : window(settings, vault) {
        QObject::connect(&window.session(), &ui::Session::casesOpened, &window, [this] { casesOpened = true; });
        window.show();
        wait([this] { return window.isVisible() && window.windowHandle()->isExposed(); }, "the window");
    }

    template <class Widget>
    Widget* find() const {
        return window.findChild<Widget*>();
    }

    // From the end of the derivation to Home on the screen.
    double unlock(const QString& vault, const QString& name, QString passphrase) {
        casesOpened = false;
        window.session().unlock(vault, name, core::crypto::Secret::takePassphrase(passphrase));
        painted.waitFor([this]() -> QWidget* { return find<ui::home::HomePage>(); }, "Home");
        return ms(sinceDerivation);
    }

    // From the choice of the case to its timeline on the screen.
    double openTimeline(const core::CaseId& id) {
        QElapsedTimer timer;
        timer.start();
        emit find<ui::home::HomePage>()->caseActivated(id);
        emit find<ui::shell::CaseRail>()->chosen(int(ui::shell::CasePages::Page::Timeline));
        auto* list = find<ui::timeline::TimelinePage>()->findChild<ui::rows::RowView*>();
        const QPoint half = list->viewport()->rect().center();
        // The list paints itself empty until it has given every row its place.
        painted.waitFor([&] { return list->indexAt(half).isValid() ? list->viewport() : nullptr; }, "the timeline");
        const double taken = ms(timer);
        return taken;
    }
};

void home(const QString& vault, const QString& name, const QString& passphrase) {
    Desk desk(vault);
    const double shown = desk.unlock(vault, name, passphrase);
    wait([&] { return desk.casesOpened; }, "the cases");
    const double ready = ms(sinceDerivation);
    // What a person does next: search, open a case, look at its timeline, go back.
    auto* top = desk.find<ui::TopBar>();
    for (const char* typed : {"p", "po", "police", ""}) {
        emit top->searchTyped(QString::fromLatin1(typed));
        QCoreApplication::processEvents();
    }
    (void)desk.openTimeline(desk.window.session().cases().front()->state().id);
    emit top->homeAsked();
    QCoreApplication::processEvents();
    bench::note(
        "all %d cases ready in the window: %.0f ms after the key derivation; memory in use before it was %.0f MB",
        int(desk.window.session().cases().size()), ready, mbAtDerivation);
    bench::print("home-after-key-derivation", shown, "ms", 40);
    bench::print("peak-memory-of-window", statusMb("VmHWM"), "MB", 150);
}

void timeline(const QString& vault, const QString& name, const QString& passphrase, bool small) {
    Desk desk(vault);
    (void)desk.unlock(vault, name, passphrase);
    wait([&] { return desk.casesOpened; }, "the cases");
    const core::CaseId id = desk.window.session().cases().front()->state().id;
    std::vector<double> taken;
    for (int round = 0; round < (small ? 1 : 9); ++round) {
        taken.push_back(desk.openTimeline(id));
        emit desk.find<ui::TopBar>()->homeAsked();
        desk.painted.waitFor([&]() -> QWidget* { return desk.find<ui::home::HomePage>(); }, "Home again");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the case's pages
    }
    bench::print("timeline-of-5000-entries-shown", bench::median(taken), "ms", 150);
}

} // namespace

int main(int argc, char** argv) {
    core::crypto::init();
    const QApplication application(argc, argv);
    if (argc < 5)
        qFatal("bench_window home|timeline VAULT NAME PASSPHRASE [--small]");
    ui::applyTheme(*qApp, ui::Look{}, 1);
    const QString vault = QString::fromLocal8Bit(argv[2]);
    const QString name = QString::fromUtf8(argv[3]);
    const QString passphrase = QString::fromUtf8(argv[4]);
    const bool small = argc > 5;
    if (qstrcmp(argv[1], "home") == 0)
        home(vault, name, passphrase);
    else
        timeline(vault, name, passphrase, small);
    return 0;
}
