#pragma once
#include "ui/unlock/setupstep.h"

namespace ui {
class ChoiceGroup;

class OfficeStep : public SetupStep {
    Q_OBJECT
public:
    explicit OfficeStep(QWidget* parent = nullptr);
    QWidget* firstField() const override;

protected:
    void take(SetupAnswers& answers) override;

private:
    PlainLineEdit* m_name;
    ChoiceGroup* m_nation;
    PlainLineEdit* m_phone;
};

// The local authorities whose children's social care this office refers to. May be left for later.
class AuthoritiesStep : public SetupStep {
    Q_OBJECT
public:
    explicit AuthoritiesStep(QWidget* parent = nullptr);
    void enter(SetupAnswers& answers) override;
    QWidget* firstField() const override;

protected:
    void take(SetupAnswers& answers) override;

private:
    struct Lines {
        PlainLineEdit* name;
        ChoiceGroup* nation;
        PlainLineEdit *phone, *outOfHours, *places;
    };
    void addAuthority();
    std::vector<Lines> m_lines;
    QVBoxLayout* m_list;
    core::vault::Nation m_nation = core::vault::Nation::England;
};

class YouStep : public SetupStep {
    Q_OBJECT
public:
    explicit YouStep(QWidget* parent = nullptr);
    void enter(SetupAnswers& answers) override;
    QWidget* firstField() const override;

protected:
    void take(SetupAnswers& answers) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PlainLineEdit* m_name;
    PlainLineEdit* m_title;
    PlainLineEdit* m_logIn;
};

QString suggestedLogIn(const QString& name); // "Ruth Adeyemi" → "ruth.adeyemi"

} // namespace ui
