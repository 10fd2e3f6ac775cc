#pragma once
#include "core/base/whentyped.h"
#include <QWidget>
#include <functional>

namespace ui {
class Button;
class PlainLabel;
class PlainLineEdit;

// A moment, typed as people write it, with what was understood said back below: `yesterday 10:30`, `14/2/24`, `about
// march 2025`.
class WhenEdit : public QWidget {
    Q_OBJECT
public:
    explicit WhenEdit(core::Future future = core::Future::Refused, QWidget* parent = nullptr);
    core::WhenTyped read() const; // as it was understood when it was typed: "now" stays the minute it was typed in
    QString typed() const;
    bool isEmpty() const { return typed().trimmed().isEmpty(); }
    QString value() const;               // the text form if understood, else as typed: for drafts and fields
    void setValue(const QString& value); // either
    void setOccurred(const core::Occurred& when);
    void setClock(std::function<QDateTime()> now); // tests
    void setEchoShown(bool shown);
    void setLabel(const QString& label); // its name for screen readers
    void describe(const QString& text);  // for screen readers, before what was understood
    void setBirth(bool birth);           // of a day: says the age
    void setDay(bool day);               // asks for a day, never for a time: a date of birth
    void offerNow();                     // a button beside it
    // A button that takes over a moment given before, under the words of the question that asked for it.
    void offerSame(const QString& question, const core::Occurred& when);
    QString problemText() const; // of what is typed and not understood; empty: none
    PlainLineEdit* field() const { return m_field; }

signals:
    void changed();

private:
    void understand();
    void echo();
    void take(const core::Occurred& when);
    void nameButtons();
    core::Future m_future;
    std::function<QDateTime()> m_now;
    std::optional<core::Occurred> m_given; // kept exactly while its words stand unchanged
    QString m_givenTyped;
    QDateTime m_typedAt;
    core::WhenTyped m_understood; // of what stands there, at that moment
    PlainLineEdit* m_field;
    PlainLabel* m_echo;
    Button* m_nowButton = nullptr;
    Button* m_same = nullptr;
    QString m_label, m_described;
    bool m_day = false, m_birth = false;
};

// A moment in words that readWhen understands again: "27 March 2025 10:30".
QString whenForTyping(const core::Occurred& when);

} // namespace ui
