#pragma once
#include "core/vault/office.h"
#include "ui/widgets/page.h"
#include <memory>
#include <vector>

class QAbstractButton;

namespace ui {
class Button;
class ChoiceGroup;
class Notice;
class PlainLabel;
class PlainLineEdit;

// The telephone numbers that Home, a threat and a referral show: put right, added, taken out, or said to have been
// rung. Nothing of it holds before it is recorded.
class OfficePage : public Page {
    Q_OBJECT
public:
    explicit OfficePage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::vault::Office& office);
    void takeFocus();
    bool isChanged() const { return wanted() != m_office; }
    void sayNotRecorded(); // before it is left
    void sayRecorded();
    void refuse(const QString& sentence); // for what no field is to blame

signals:
    void recordAsked(const core::vault::Office& wanted);
    void left(); // what was typed is given up

private:
    struct Line { // a question, with what is wrong with its answer
        PlainLineEdit* edit = nullptr;
        PlainLabel* problem = nullptr;
        QString text() const;
    };
    struct Block { // a local authority
        core::vault::Authority was;
        QWidget* holder = nullptr;
        QWidget* questions = nullptr;
        Line name, phone, outOfHours, places;
        ChoiceGroup* nation = nullptr;
        QAbstractButton* rung = nullptr;
        Button* out = nullptr;
        PlainLabel* takenOut = nullptr;
        bool gone = false;
    };
    Line addLine(QVBoxLayout* to, const QString& label, const QString& help, const QString& of = {});
    void addBlock(const core::vault::Authority& authority);
    void setGone(Block& block, bool gone);
    core::vault::Office wanted() const;
    core::vault::Authority read(const Block& block) const;
    bool check();
    void fault(const Line& line, const QString& sentence);
    void clearProblems();
    void ask();
    void sayWayBack(bool recorded);

    core::vault::Office m_office;
    Notice* m_notice;
    Button* m_leave;
    Button* m_back;
    QVBoxLayout* m_fields;
    QWidget* m_sheet = nullptr; // made anew each time it is shown
    QVBoxLayout* m_list = nullptr;
    Line m_phone;
    std::vector<std::unique_ptr<Block>> m_blocks;
    QWidget* m_firstFault = nullptr;
};

} // namespace ui
