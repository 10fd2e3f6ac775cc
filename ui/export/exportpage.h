#pragma once
#include "core/report/reports.h"
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {
class Button;
class ChoiceGroup;
class Notice;
class Page;
class PlainLabel;
class PlainLineEdit;
class PlainTextEdit;
class StatusLine;
class WhenEdit;
} // namespace ui

namespace ui::exporting {

// What is to be made, for whom and why. Nothing is written before Save.
struct Wanted {
    core::report::ReportKind kind = core::report::ReportKind::ReferralSummary;
    std::vector<core::report::Section> sections;
    core::report::ChronologyChoice choice;
    core::report::Purpose purpose; // madeBy and made are the window's to fill
    QString passphrase;            // empty: not encrypted
};

// Kind, sections, recipient and purpose; a preview from the same blocks as the PDF; Save.
class ExportPage : public QWidget {
    Q_OBJECT
public:
    using Build = std::function<core::report::Document(const Wanted&)>;
    explicit ExportPage(Build build, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state);
    Wanted wanted() const;
    void say(const QString& text);
    void showProblem(const QString& sentence);

signals:
    void saveAsked(const ui::exporting::Wanted& wanted);

private:
    void buildForm(QVBoxLayout* to);
    void buildSections();
    void buildChronology(QVBoxLayout* to);
    void preview();
    void ask();
    core::report::ReportKind kind() const;

    Build m_build;
    const core::record::CaseState* m_state = nullptr;
    Page* m_page;
    ChoiceGroup* m_kind;
    QWidget* m_sections;
    PlainLabel* m_always; // the sections that cannot be left out
    QWidget* m_chronology;
    ChoiceGroup* m_groups;
    WhenEdit* m_from;
    WhenEdit* m_to;
    std::vector<core::report::Section> m_known;
    std::vector<QCheckBox*> m_ticks; // one a section; nullptr where there is no choice
    PlainLineEdit* m_recipient;
    PlainLineEdit* m_organisation;
    PlainTextEdit* m_why;
    ChoiceGroup* m_alleged;
    QLineEdit* m_passphrase;
    Notice* m_problem;
    StatusLine* m_status;
    Button* m_save;
    Button* m_look;
    QWidget* m_preview = nullptr;
};

} // namespace ui::exporting
