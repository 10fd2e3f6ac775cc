#pragma once
#include "core/crypto/secret.h"
#include <QWidget>

namespace ui {
class PlainLabel;
class PlainLineEdit;

// A passphrase: hidden unless asked for, with a word when Caps Lock seems to be on. Pasting is allowed.
class PassphraseEdit : public QWidget {
    Q_OBJECT
public:
    explicit PassphraseEdit(const QString& label, QWidget* parent = nullptr);
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

private:
    PlainLineEdit* m_field;
    PlainLabel* m_caps;
};

} // namespace ui
