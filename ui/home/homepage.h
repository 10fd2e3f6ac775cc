#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/pill.h"
#include <QWidget>
#include <functional>
#include <memory>

class QVBoxLayout;

namespace ui::home {

// A text that was being written and is not recorded yet.
struct WaitingDraft {
    core::CaseId caseId;
    core::EntryId entry;
    QString title; // of its form: "What Jordan said"
    QDateTime saved;
};

// What is written under Danger in a text that is not recorded yet, and nobody was rung by it.
struct Alarm {
    core::CaseId caseId;
    core::EntryId entry;
    bool danger = false; // else a threat
};

struct HomeContent {
    std::vector<const core::record::CaseState*> cases; // those this person is on; they outlive the call only
    std::vector<WaitingDraft> drafts;
    std::vector<Alarm> alarms;
    std::vector<core::CaseId> unreadDrafts; // of cases that are open: there may be some
    QStringList unopened;                   // codes of cases that are there and could not be opened
    bool opening = false;                   // there may be more: they are being opened
    bool mayCreate = true;
    bool bySheet = false; // opened with the recovery sheet, by nobody who is on a case
    QDateTime now = QDateTime::currentDateTime();
};

// What is due now, your cases, and the numbers that answer now.
class HomePage : public QWidget {
    Q_OBJECT
public:
    HomePage(const core::guide::Guide& guide, const core::vault::Office& office, QWidget* parent = nullptr);
    ~HomePage() override;
    using QWidget::show;
    void show(const HomeContent& content);
    bool takeFocus(); // to a concern that is not finished, else to New concern. False: neither is there

signals:
    void newConcern();
    void caseActivated(const core::CaseId& id);
    void dueActivated(const core::CaseId& id, const core::record::DueItem& due);
    void draftActivated(const core::CaseId& id, const core::EntryId& entry);
    void unopenedActivated(); // says more about the cases that could not be opened

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCases(QVBoxLayout* to);
    // One line of Due now.
    struct Line {
        Pill::Kind kind;
        QString when, title, detail;
        std::function<void()> open;
        bool later = false;   // within seven days, not now
        bool carryOn = false; // with a concern that is not recorded yet
    };
    void showDue(const HomeContent& content);
    std::vector<Line> alarms(const HomeContent& content);
    std::vector<Line> waiting(const HomeContent& content); // drafts and concerns that are not recorded yet
    void drawDue();
    void showCases(const HomeContent& content);
    void showNumbers(const HomeContent& content);
    void arrange();

    const core::guide::Guide& m_guide;
    const core::vault::Office& m_office;
    struct Parts;
    std::unique_ptr<Parts> m_parts; // widgets, owned by the page
};

} // namespace ui::home
