#pragma once
#include "ui/unlock/setupstep.h"

class QCheckBox;

namespace ui {
class Button;
class ChoiceGroup;
class PassphraseEdit;
class PlainLabel;

// Five words made for you, typed back; or your own, with its strength said as you type.
class PassphraseStep : public SetupStep {
    Q_OBJECT
public:
    explicit PassphraseStep(QWidget* parent = nullptr);
    void enter(SetupAnswers& answers) override;
    QWidget* firstField() const override;

protected:
    void take(SetupAnswers& answers) override;

private:
    bool isOwn() const;
    void show();
    void drawAgain();
    void sayStrength();
    PlainLabel* m_logIn; // said once more, where one writes things down
    ChoiceGroup* m_kind;
    QWidget* m_drawn;
    PlainLabel* m_words;
    QWidget* m_own;
    PassphraseEdit* m_ownEdit;
    PlainLabel* m_strength;
    PassphraseEdit* m_again;
    Button* m_another;   // words instead of those drawn
    QStringList m_known; // what somebody would try first
};

// Where the vault is: proposed, or chosen; network and sync folders only on purpose.
class FolderStep : public SetupStep {
    Q_OBJECT
public:
    explicit FolderStep(QWidget* parent = nullptr);
    void enter(SetupAnswers& answers) override;
    QWidget* firstField() const override;

protected:
    void take(SetupAnswers& answers) override;

private:
    void look();
    PlainLineEdit* m_folder;
    PlainLabel* m_reach; // who could open it, of the folder that is typed now
    Notice* m_remote;
    QCheckBox* m_accept;
};

} // namespace ui
