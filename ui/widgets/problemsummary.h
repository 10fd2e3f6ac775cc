#pragma once
#include "ui/widgets/notice.h"
#include <QJsonValue>
#include <functional>
#include <vector>

namespace ui {
class Button;
class FieldRow;

// On top of a form: what keeps it from being recorded, a line each, which leads to its question. The same sentence
// stands at the question.
class ProblemSummary : public Notice {
    Q_OBJECT
public:
    struct Problem {
        QString path; // of the field: "rows.2.said" too
        QString sentence;
    };
    using RowAt = std::function<FieldRow*(const QString& path)>; // as it is now; nullptr: no question in particular
    explicit ProblemSummary(RowAt rowAt, QWidget* parent = nullptr);

    void setGoOn(const QString& button);                     // what is pressed when all is right: "Record"
    void showProblems(const std::vector<Problem>& problems); // in place of those before; none hides it
    void clear();
    // What has been answered since is no longer said, and what is wrong with it now, of `found`, is said instead. A
    // problem that only the record can find stands until its answer changes.
    void settle(const std::vector<Problem>& found);
    bool isEmpty() const { return m_lines.empty(); }

private:
    struct Line {
        Problem problem;
        QJsonValue answer; // that it is about
        Button* link;
    };
    void sayHowMany();
    RowAt m_rowAt;
    std::vector<Line> m_lines;
    std::vector<Button*> m_settled; // of problems that are put right: their lines stay empty for now
    QString m_goOn;
};

} // namespace ui
