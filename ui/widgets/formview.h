#pragma once
#include "core/guide/guide.h"
#include "ui/style/theme.h"
#include "ui/widgets/personedit.h"
#include "ui/widgets/problemsummary.h"
#include <QWidget>
#include <map>
#include <optional>

class QVBoxLayout;

namespace ui {
class PlainLabel;

// An answer that the program puts in and says so, until somebody answers by hand.
struct Proposal {
    QJsonValue value = QJsonValue::Undefined;
    QString why; // said below the answer
};
// What another question has been answered with.
struct MomentGiven {
    QString question;
    core::Occurred when;
};

// What a form needs besides itself. Everything by value, so that a page may outlive the case's state.
struct FormNeeds {
    QString child;                           // what {child} becomes
    std::function<QString(QString)> wording; // {term:…} and {child} replaced; absent: {child} only
    core::guide::Facts facts;
    std::function<QStringList(const QJsonValue& person)> personParts;
    std::function<bool(const QString& formId)> recorded;
    std::function<const QStringList*(const QString& list)> phrases;
    std::vector<PersonChoice> people;
    std::vector<QPair<QString, QString>> authorities;                                             // id and name
    std::function<Proposal(const core::guide::Field& field, const QJsonObject& fields)> proposed; // absent: none
    std::function<std::optional<MomentGiven>(const QString& path)> momentGiven;       // "danger.occurred"; absent: none
    std::function<std::vector<QPair<QString, QString>>(const QString& role)> entries; // id and label
    std::function<QStringList(const QString& whom)> numbers; // that answer now, a line each: "police", "social-care"
};

core::guide::ConditionContext conditionsOf(const FormNeeds& needs, const QJsonObject& fields);

// Draws any form: labels, help, fields that appear with an answer, problems at the field and as a summary on top.
// `form` must outlive the view.
class FormView : public QWidget {
    Q_OBJECT
public:
    FormView(const core::guide::Form& form, FormNeeds needs, QWidget* parent = nullptr);
    ~FormView() override;

    const core::guide::Form& form() const { return m_form; }
    QJsonObject fields() const;      // what is filled in and shown: to be recorded
    core::Occurred occurred() const; // not known if not asked, empty or not understood
    QStringList dropped() const;     // labels of answers that are filled but hidden: to be said before recording

    // {"fields","occurred"}: everything as it stands, hidden answers too; "proposed": those of the fields that nobody
    // has touched; "cleared": those from which a proposal was taken out.
    QJsonObject draft() const;
    void restore(const QJsonObject& draft);
    void setFields(const QJsonObject& fields, const core::Occurred& occurred = {}); // for amending

    bool takeFacts(const core::guide::Facts& facts); // what is known now; true: it was another
    void proposeNothing();                           // what is recorded already is amended, not completed

    // Shows what keeps it from being recorded and moves the focus to the summary. True: nothing does. What is put right
    // goes from the summary at once.
    bool check();
    void showProblems(const std::vector<core::guide::FieldProblem>& problems);
    void clearProblems();
    bool hasProblems() const; // that are shown
    void focusFirst();
    bool isEmpty() const;                // nothing but what was proposed
    bool tookOut() const;                // of what would be proposed, something was taken out: not to be put in again
    void setGoOn(const QString& button); // what is pressed when all is right: "Record"
    void setTitleType(Type type);        // Heading2 where another title stands above it
    void hideField(const QString& id);   // its answer is given already: kept and never asked
    void setTitleShown(bool shown);      // title and intro; shown unless the page has its own
    void setClock(std::function<QDateTime()> now);

signals:
    void changed();
    void problemsShown(); // the page may scroll to its top

private:
    struct AdviceShown {
        const core::guide::Advice* advice;
        Notice* notice;
        PlainLabel* numbers;
    };
    core::guide::ConditionContext context(const QJsonObject& fields) const;
    QJsonObject allFields() const;
    void build();
    void showWhatApplies();
    void showRows();
    void showAdvice();
    void addRow(const core::guide::Field& field);
    std::vector<QWidget*> inSight() const; // rows and advice, in order
    bool propose();
    Proposal proposalFor(const core::guide::Field& field) const;
    void fieldChanged(const FieldRow& row);
    void revealNew(const QWidget& pressed, const std::vector<QWidget*>& before) const;
    std::vector<core::guide::FieldProblem> problems() const;
    std::vector<ProblemSummary::Problem> lines(const std::vector<core::guide::FieldProblem>& problems) const;
    FieldRow* row(QStringView path) const; // "rows.2.said" too

    const core::guide::Form& m_form;
    FormNeeds m_needs;
    core::guide::Field m_occurredField;
    QVBoxLayout* m_layout;
    PlainLabel* m_title = nullptr;
    PlainLabel* m_intro = nullptr;
    ProblemSummary* m_summary = nullptr;
    QStringList m_given;           // ids of fields that are never asked
    std::vector<FieldRow*> m_rows; // "occurred" among them if it is asked
    std::vector<AdviceShown> m_advice;
    QJsonObject m_proposed;  // what stands there untouched: a better proposal may take its place
    QStringList m_decided;   // ids of fields that somebody has answered, or emptied
    QJsonObject m_onlyEntry; // of fields that ask for an entry: the one there is
    bool m_restoring = false, m_proposing = true;
};

} // namespace ui
