#pragma once
#include "core/guide/form.h"
#include <QJsonValue>
#include <QWidget>
#include <functional>

namespace ui {
class Notice;
class PlainLabel;
class Veil;
struct FormNeeds;

// A control for one field, whatever its type: how to read it, how to fill it, where the focus goes.
struct FieldControl {
    QWidget* widget = nullptr;
    QWidget* focus = nullptr;
    std::function<QJsonValue()> value; // undefined: not filled in
    std::function<void(const QJsonValue&)> fill;
    std::function<void(const QString&)> describe; // the problem, for screen readers; may be empty
};

// One question of a form: label, help, what is wrong with the answer, and the answer.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(const core::guide::Field& field, const FormNeeds& needs, QWidget* parent = nullptr);
    const core::guide::Field& field() const { return m_field; }
    QJsonValue value() const { return m_control.value(); }
    void fill(const QJsonValue& value);
    QString label() const;
    void setProblem(const QString& sentence); // empty: none
    void settleProblem();                     // it is put right: its room stays until the page is judged again
    void clearProblems();                     // inner rows too
    void sayPasted(const QString& sentence, bool refused);
    void sayProposed(const QString& why); // the answer that stands is the program's; empty: it is not
    void focusField();
    QWidget* focusTarget() const { return m_control.focus; }
    void setClock(const std::function<QDateTime()>& now);
    QString whenProblem() const;             // of a moment typed and not understood; empty: none
    FieldRow* inner(QStringView path) const; // "2.said" of a rows field

signals:
    void changed();
    void chosen(); // by hand, even if it is what stood there already

private:
    void describe();
    const core::guide::Field& m_field;
    FieldControl m_control;
    PlainLabel* m_label;
    PlainLabel* m_problem;
    PlainLabel* m_said;     // what became of a paste
    Notice* m_refused;      // of one of which nothing came in: as plain as any other problem
    bool m_wrong = false;   // a problem stands at it
    Veil* m_veil = nullptr; // over an answer that is special
    PlainLabel* m_proposed; // why it stands there
    QString m_help;
};

QString worded(const FormNeeds& needs, const QString& text); // {term:…} and {child} replaced

} // namespace ui
