#pragma once
#include "core/vault/vault.h"
#include <QWidget>

class QVBoxLayout;

namespace ui {
class Notice;
class PlainLineEdit;

// What set-up asks, collected page by page.
struct SetupAnswers {
    core::vault::Setup setup;
    QString folder;
    core::crypto::Secret passphrase;
};

// One page of set-up: a heading, a few questions, and what is wrong with them.
class SetupStep : public QWidget {
    Q_OBJECT
public:
    SetupStep(const QString& heading, const QString& intro, QWidget* parent = nullptr);
    virtual void enter(SetupAnswers&) {}
    // Takes what was answered; false: says what is missing and moves the focus there.
    virtual bool leave(SetupAnswers& answers) = 0;
    virtual QString nextWords() const { return tr("&Continue"); }
    virtual QWidget* firstField() const = 0;
    virtual bool mayGoBack() const { return true; }
    void refuse(const QString& sentence, QWidget* field);
    void clearProblem();

protected:
    PlainLineEdit* addLine(const QString& label, const QString& help = {});
    void addField(const QString& label, const QString& help, QWidget* field);
    QVBoxLayout* layoutOf() const { return m_layout; }

private:
    QVBoxLayout* m_layout;
    Notice* m_problem;
};

} // namespace ui
