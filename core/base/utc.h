#pragma once
// A moment in universal time, said in the way that each Qt from 6.4 to 6.8 and later has without a complaint.
#include <QDateTime>
#include <QTimeZone>

namespace core {

inline QDateTime utc(QDate date, QTime time) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime(date, time, QTimeZone::UTC);
#else
    return QDateTime(date, time, Qt::UTC); // not QTimeZone::utc(): that one is slower, and writes +00:00 for Z
#endif
}

} // namespace core
