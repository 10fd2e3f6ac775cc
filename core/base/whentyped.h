#pragma once
#include "core/base/occurred.h"

namespace core {

// What a person types into a date field: `14/2/24`, `27 mar 2025 10:30`, `today 10:30`, `yesterday`, `now`, `last
// tuesday`, `about 10:30`, `march 2025`, `2024`, `between 3/3/25 and 5/3/25`, `not known`. Day before month, as in
// Britain; Welsh `heddiw`, `ddoe` too. Two-digit years mean this century unless that lies in the future (a birth date
// then means the last).
struct WhenTyped {
    enum class Problem { None, Empty, NotUnderstood, NoSuchDay, NoSuchTime, InTheFuture, TooLongAgo, EndBeforeStart };
    Problem problem = Problem::None;
    Occurred value; // set when problem is None
};

enum class Future { Refused, Allowed };

// `now` is the PC's local time. A future moment beyond the running minute is refused unless allowed (a review date).
WhenTyped readWhen(QStringView typed, const QDateTime& now, Future future = Future::Refused);

// The sentence for a problem: "There is no 29 February in 2023. Check the date."
QString whenProblemText(const WhenTyped& typed, QStringView text);
// "Thursday 27 March 2025, 10:30 (2 days ago)": what was understood, said back.
QString whenEcho(const Occurred& value, const QDateTime& now);

} // namespace core
