#pragma once
#include "core/base/result.h"
#include "core/ledger/entry.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace ui {

// Keeps what is being typed, a few seconds after it changed. Make it a child of the page that holds the form: when the
// vault locks, the window finds every keeper and flushes it; what cannot be written stays in memory until the vault is
// open again.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    struct Parts {
        core::CaseId caseId;
        core::EntryId id; // the entry it will become
        QString kind;
        std::function<QJsonObject()> content; // empty object: nothing worth keeping
        // Writes the draft; one whose content is empty takes away what was written before.
        std::function<core::Result<>(const core::ledger::Draft&)> save;
        bool kept = false; // a draft of it is written already
    };
    DraftKeeper(Parts parts, QObject* parent);
    void touch();           // something changed
    core::Result<> flush(); // writes now, if something changed since the last time
    void stop();            // recorded or thrown away: nothing more is kept
    core::CaseId caseId() const { return m_parts.caseId; }
    core::ledger::Draft draft() const;
    bool isDirty() const { return m_dirty; }
    bool isKept() const { return m_parts.kept && !m_stopped; } // what was typed is written as a draft

signals:
    void saved(const QDateTime& local); // "Draft saved 12:14"
    void removed();                     // all of it was taken out again, and the draft with it
    void failed(const core::Error& error);

private:
    Parts m_parts;
    QTimer m_timer;
    bool m_dirty = false;
    bool m_stopped = false;
};

} // namespace ui
