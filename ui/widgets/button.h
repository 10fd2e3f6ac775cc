#pragma once
#include <QPushButton>

namespace ui {

// Primary: the one thing to do on a page. Plain: bordered. Quiet: coloured words. `hint` is shown softly after the
// words
// ("Ctrl+N") and is not part of the accessible name.
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Primary, Plain, Quiet };
    Button(Kind kind, const QString& text, QWidget* parent = nullptr);
    void setHint(const QString& hint);
    void setWraps(bool on); // long sentences as links: left aligned, as many lines as needed
    Kind kind() const { return m_kind; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wraps; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Kind m_kind;
    QString m_hint;
    bool m_wraps = false;
};

class PrimaryButton : public Button {
    Q_OBJECT
public:
    explicit PrimaryButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::Primary, text, parent) {}
};
class PlainButton : public Button {
    Q_OBJECT
public:
    explicit PlainButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::Plain, text, parent) {}
};
class QuietButton : public Button {
    Q_OBJECT
public:
    explicit QuietButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::Quiet, text, parent) {}
};

} // namespace ui
