#pragma once
#include "core/record/casefile.h"
#include <QWidget>

namespace ui::shell {

// New concern: the first questions, one subject a page, over a case that was just created. Every answer is kept as a
// draft in that case until all are recorded together. Started again on a case whose first answers were never recorded,
// it comes back as it was.
class ConcernWindow : public QWidget {
    Q_OBJECT
public:
    ConcernWindow(core::record::CaseFile& file, const core::guide::Guide& guide, const core::vault::Office& office,
                  QWidget* parent = nullptr);
    ~ConcernWindow() override;

    // A case of which nothing but its list of members is recorded.
    static bool isUnfinished(const core::record::CaseState& state);
    core::CaseId caseId() const;
    core::Result<> keepDraft();
    int page() const; // of the questions; one more: the answers
    void openPage(int page);
    void askAnew();       // the page in sight, with what is written on it: what it goes by has changed
    void takeFocus();     // to the first thing that is asked
    bool isEmpty() const; // nothing was typed: leaving it leaves nothing behind

signals:
    void opened(const core::CaseId& id);       // recorded: show the case
    void thrownAway(const core::CaseId& id);   // nothing recorded: discard the case
    void keptForLater(const core::CaseId& id); // left, with its draft

private:
    void replace(QWidget* content);
    void showQuestion();
    bool leaveQuestion();
    void answer();
    void goOn();
    void goBack();
    void showAnswers();
    void recordAll();
    bool showWhatIsWrong();
    void throwAway();
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace ui::shell
