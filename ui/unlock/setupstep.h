#pragma once
#include "core/vault/vault.h"
#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace ui {
class Button;
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
    // Takes what was answered; false: everything that is to be put right is named, above all and at its field, and the
    // focus is in the first of these.
    virtual bool leave(SetupAnswers& answers);
    virtual QString nextWords() const { return tr("&Continue"); }
    virtual QWidget* firstField() const = 0;
    virtual bool mayGoBack() const { return true; }
    void refuse(const QString& sentence); // for what no field is to blame
    void clearProblems();

protected:
    virtual void take(SetupAnswers&) {} // calls fault() for each answer that is to be put right
    void fault(QWidget* field, const QString& sentence);
    bool isRight() const { return m_faults.empty(); }
    PlainLineEdit* addLine(const QString& label, const QString& help = {}, QVBoxLayout* to = nullptr);
    void addField(const QString& label, const QString& help, QWidget* field, QVBoxLayout* to = nullptr);
    // A field that was added otherwise: how it says what is wrong with it, nothing if empty.
    void addSaying(QWidget* field, std::function<void(const QString&)> say);
    QVBoxLayout* layoutOf() const { return m_layout; }

private:
    struct Saying {
        QWidget* field;
        std::function<void(const QString&)> say;
    };
    struct Fault {
        QWidget* field;
        QString sentence;
    };
    void showFaults();
    QVBoxLayout* m_layout;
    Notice* m_problem;
    std::vector<Saying> m_sayings;
    std::vector<Fault> m_faults;
    std::vector<Button*> m_links; // from the summary to the fields
};

} // namespace ui
