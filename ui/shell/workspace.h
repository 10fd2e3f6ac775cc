#pragma once
#include "core/base/id.h"
#include <QStringList>
#include <QWidget>
#include <optional>

namespace ui {
class Session;

// What stands between the top bar and the foot bar while a vault is open: Home, New concern, a case. The window knows no more
// of it than this. Made anew at each unlock and destroyed at each lock; drafts are flushed before (see DraftKeeper).
class Workspace : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void showHome() = 0;
    virtual void newConcern() = 0;                  // Ctrl+N
    virtual void searchAll(const QString& typed) = 0; // from the top bar; empty: back to where one was
    virtual void findHere() = 0;                    // Ctrl+F
    virtual bool escape() = 0;                      // closed something? Else it counts towards hiding
    // Where one is, to come back to after unlocking again: opaque to the window, holds ids only.
    virtual QString place() const = 0;
    virtual void goTo(const QString& place) = 0;

signals:
    void atHome(bool home);
    void footFacts(const QStringList& facts);
};

// The shell's own (workspace.cpp): HomePage, SearchResults, ConcernWindow and CaseWindow, wired together.
Workspace* makeWorkspace(Session& session, QWidget* parent);

} // namespace ui
