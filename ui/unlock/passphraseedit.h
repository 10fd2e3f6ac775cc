#pragma once
#include "core/crypto/secret.h"
#include "ui/widgets/tick.h"
#include <QWidget>

namespace ui {
class PlainLabel;
class PlainLineEdit;

// A passphrase: hidden unless asked for, with a word when Caps Lock seems to be on. Pasting is allowed.
class PassphraseEdit : public QWidget {
    Q_OBJECT
public:
    explicit PassphraseEdit(const QString& label, QWidget* parent = nullptr);
    void sayProblem(const QString& sentence);                 // empty: none
    void setLabel(const QString& label, const QString& help); // help: softly under the label
    bool isEmpty() const;
    QString text() const;        // for strength and comparing only
    core::crypto::Secret take(); // empties the field
    void clear();
    PlainLineEdit* field() const { return m_field; }

signals:
    void changed();
    void entered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWhole();
    PlainLabel* m_label;
    PlainLabel* m_help;
    PlainLabel* m_problem;
    PlainLineEdit* m_field;
    PlainLabel* m_whole; // all of it, where it is shown and longer than the field
    PlainLabel* m_caps;
    CheckTick* m_show;
};

} // namespace ui
