#pragma once
#include "core/guide/guide.h"
#include "ui/style/theme.h"
#include "ui/widgets/personedit.h"
#include <QWidget>
#include <map>
#include <memory>

class QVBoxLayout;

namespace ui {
class FieldRow;
class Notice;
class PlainLabel;

// What a form needs besides itself. Everything by value, so that a page may outlive the case's state.
struct FormNeeds {
    QString child;                           // what {child} becomes
    std::function<QString(QString)> wording; // {term:…} and {child} replaced; absent: {child} only
    core::guide::Facts facts;
    std::function<QStringList(const QJsonValue& person)> personParts;
    std::function<bool(const QString& formId)> recorded;
    std::function<const QStringList*(const QString& list)> phrases;
    std::vector<PersonChoice> people;
    std::vector<QPair<QString, QString>> authorities;                    // id and name
    std::function<QString(const QJsonObject& fields)> proposedAuthority; // id, by what is filled in; absent: none
    std::function<std::vector<QPair<QString, QString>>(const QString& role)> entries; // id and label
};

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

    QJsonObject draft() const; // {"fields","occurred"}: everything as it stands, hidden answers too
    void restore(const QJsonObject& draft);
    void setFields(const QJsonObject& fields, const core::Occurred& occurred = {}); // for amending

    // Shows what keeps it from being recorded and moves the focus to the summary. True: nothing does.
    bool check();
    void showProblems(const std::vector<core::guide::FieldProblem>& problems);
    void clearProblems();
    void focusFirst();
    bool isEmpty() const;
    void setTitleType(Type type);      // Heading2 where another title stands above it
    void hideField(const QString& id); // its answer is given already: kept and never asked
    void setTitleShown(bool shown);    // title and intro; shown unless the page has its own
    void setClock(std::function<QDateTime()> now);

signals:
    void changed();
    void problemsShown(); // the page may scroll to its top

private:
    core::guide::ConditionContext context(const QJsonObject& fields) const;
    QJsonObject allFields() const;
    void build();
    void showWhatApplies();
    void proposeAuthority();
    void fieldChanged();
    FieldRow* row(QStringView path) const; // "rows.2.said" too

    const core::guide::Form& m_form;
    FormNeeds m_needs;
    core::guide::Field m_occurredField;
    QVBoxLayout* m_layout;
    PlainLabel* m_title = nullptr;
    PlainLabel* m_intro = nullptr;
    Notice* m_summary = nullptr;
    QStringList m_given;           // ids of fields that are never asked
    std::vector<QWidget*> m_links; // of the summary
    std::vector<FieldRow*> m_rows; // "occurred" first if it is asked
    QString m_proposed;            // as long as it stands in its field, a better proposal may take its place
    bool m_restoring = false;
};

} // namespace ui
