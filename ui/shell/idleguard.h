#pragma once
#include <QObject>
#include <QTimer>
#include <functional>

namespace ui {

// Says when nobody has touched the program for so many minutes, by a clock that runs on through suspend and that nobody
// can set.
class IdleGuard : public QObject {
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; // milliseconds
    explicit IdleGuard(Clock clock, QObject* parent = nullptr);
    void setMinutes(int minutes);
    void start(); // watching, from now
    void stop();
    void keepOpen(int minutes); // for a call; 0 ends it
    bool isKeptOpen() const;
    qint64 keptOpenMs() const;
    void look(); // what the timer does

signals:
    void idle();
    void keptOpenChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Clock m_clock;
    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_keptUntil = 0;
    int m_minutes = 5;
};

} // namespace ui
