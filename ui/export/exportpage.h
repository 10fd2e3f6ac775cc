#pragma once
#include "core/report/exporting.h"
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

// Kind, sections, recipient and purpose; a preview from the same blocks as the PDF; Save.
class ExportPage : public QWidget {
    Q_OBJECT
public:
    using Build = std::function<core::report::Document(const core::report::Wanted&)>;
    explicit ExportPage(Build build, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state);
    core::report::Wanted wanted() const;
    void say(const QString& text);
    void showProblem(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

signals:
    void saveAsked(const core::report::Wanted& wanted);

private:
    void buildForm(QVBoxLayout* to);
    void buildSections();
    void buildChronology(QVBoxLayout* to);
    void preview();
    void dropPreview(); // it shows what was chosen and recorded before
    void ask();
    bool forgetAnswers(); // of the person it is for. False: there were none
    void recipientChanged();
    struct Refusal {
        QString sentence;
        QWidget* field;
    };
    std::optional<Refusal> refusal(const core::report::Purpose& purpose);
    core::report::ReportKind kind() const;

    Build m_build;
    const core::record::CaseState* m_state = nullptr;
    Page* m_page;
    ChoiceGroup* m_kind;
    QWidget* m_sections;
    PlainLabel* m_always; // the sections that cannot be left out
    QWidget* m_chronology;
    ChoiceGroup* m_groups;
    QCheckBox* m_earlier;
    WhenEdit* m_from;
    WhenEdit* m_to;
    std::vector<core::report::Section> m_known;
    std::vector<QCheckBox*> m_ticks; // one a section; nullptr where there is no choice
    PlainLineEdit* m_recipient;
    PlainLineEdit* m_organisation;
    PlainTextEdit* m_why;
    QCheckBox* m_police;
    ChoiceGroup* m_alleged;
    QWidget* m_notToBeTold;
    PlainTextEdit* m_despite; // in it
    QLineEdit* m_passphrase;
    Notice* m_problem;
    Button* m_goTo = nullptr; // to what is asked for
    QWidget* m_asked = nullptr;
    StatusLine* m_status;
    Button* m_save;
    Button* m_look;
    QWidget* m_preview = nullptr;
};

} // namespace ui::exporting
