#pragma once
#include "core/base/whentyped.h"
#include <QWidget>
#include <functional>

namespace ui {
class PlainLabel;
class PlainLineEdit;

// A moment, typed as people write it, with what was understood said back below: `yesterday 10:30`, `14/2/24`, `about
// march 2025`.
class WhenEdit : public QWidget {
    Q_OBJECT
public:
    explicit WhenEdit(core::Future future = core::Future::Refused, QWidget* parent = nullptr);
    core::WhenTyped read() const; // judged against the PC's clock at this moment
    QString typed() const;
    bool isEmpty() const { return typed().trimmed().isEmpty(); }
    QString value() const;               // the text form if understood, else as typed: for drafts and fields
    void setValue(const QString& value); // either
    void setOccurred(const core::Occurred& when);
    void setClock(std::function<QDateTime()> now); // tests
    void setEchoShown(bool shown);
    void setLabel(const QString& label); // its name for screen readers
    PlainLineEdit* field() const { return m_field; }

signals:
    void changed();

private:
    void echo();
    core::Future m_future;
    std::function<QDateTime()> m_now;
    std::optional<core::Occurred> m_given; // kept exactly while its words stand unchanged
    QString m_givenTyped;
    PlainLineEdit* m_field;
    PlainLabel* m_echo;
};

// A moment in words that readWhen understands again: "27 March 2025 10:30".
QString whenForTyping(const core::Occurred& when);

} // namespace ui
