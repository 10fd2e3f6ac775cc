#include "ui/shell/idleguard.h"
#include <QCoreApplication>
#include <QEvent>

namespace ui {

using namespace std::chrono_literals;

IdleGuard::IdleGuard(Clock clock, QObject* parent) : QObject(parent), m_clock(std::move(clock)) {
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &IdleGuard::look);
}

void IdleGuard::setMinutes(int minutes) {
    m_minutes = minutes;
}

void IdleGuard::start() {
    m_last = m_clock();
    m_keptUntil = 0;
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleGuard::stop() {
    m_timer.stop();
    m_keptUntil = 0;
    QCoreApplication::instance()->removeEventFilter(this);
}

void IdleGuard::keepOpen(int minutes) {
    m_keptUntil = minutes > 0 ? m_clock() + minutes * 60'000LL : 0;
    m_last = m_clock();
    emit keptOpenChanged();
}

bool IdleGuard::isKeptOpen() const {
    return keptOpenMs() > 0;
}

qint64 IdleGuard::keptOpenMs() const {
    return m_keptUntil ? std::max<qint64>(0, m_keptUntil - m_clock()) : 0;
}

void IdleGuard::look() {
    if (m_keptUntil) {
        if (isKeptOpen())
            return;
        m_last = std::max(m_last, m_keptUntil); // the minutes begin when the call's time is over
        m_keptUntil = 0;
        emit keptOpenChanged();
    }
    if (m_clock() - m_last >= m_minutes * 60'000LL)
        emit idle();
}

bool IdleGuard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        // After a suspend the first touch must not count as "never away": the time is looked at before it is set back.
        if (!isKeptOpen() && m_clock() - m_last >= m_minutes * 60'000LL)
            emit idle();
        m_last = m_clock();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
