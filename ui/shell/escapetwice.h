#pragma once
#include <QtGlobal>
#include <functional>

namespace ui {

// Two Escapes within a second hide, when neither closed anything.
class EscapeTwice {
public:
    explicit EscapeTwice(std::function<qint64()> clock) : m_clock(std::move(clock)) {}
    bool pressed() { // true: hide now
        const qint64 now = m_clock();
        const bool twice = m_last >= 0 && now - m_last <= 1000;
        m_last = twice ? -1 : now;
        return twice;
    }
    void closedSomething() { m_last = -1; }

private:
    std::function<qint64()> m_clock;
    qint64 m_last = -1;
};

} // namespace ui
