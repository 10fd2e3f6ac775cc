#include "ui/widgets/draftkeeper.h"

namespace ui {

using namespace std::chrono_literals;

DraftKeeper::DraftKeeper(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

// The first change starts the clock; the next ones do not put it off, so that steady typing is kept too.
void DraftKeeper::touch() {
    if (m_stopped)
        return;
    m_dirty = true;
    if (!m_timer.isActive())
        m_timer.start();
}

core::ledger::Draft DraftKeeper::draft() const {
    core::ledger::Draft draft;
    draft.id = m_parts.id;
    draft.kind = m_parts.kind;
    draft.saved = QDateTime::currentDateTimeUtc();
    draft.content = m_parts.content();
    return draft;
}

core::Result<> DraftKeeper::flush() {
    m_timer.stop();
    if (!m_dirty || m_stopped)
        return {};
    const core::ledger::Draft current = draft();
    const bool empty = current.content.isEmpty();
    if (empty && !m_parts.kept) {
        m_dirty = false;
        return {};
    }
    if (auto done = m_parts.save(current); !done) {
        emit failed(done.error()); // whoever asked: the page says it where the text is
        return done;
    }
    m_dirty = false;
    m_parts.kept = !empty;
    if (empty)
        emit removed();
    else
        emit saved(current.saved.toLocalTime());
    return {};
}

void DraftKeeper::stop() {
    m_stopped = true;
    m_timer.stop();
}

} // namespace ui
