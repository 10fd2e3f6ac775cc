#include "ui/unlock/passphraseedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/tick.h"
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui {

PassphraseEdit::PassphraseEdit(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_field(new PlainLineEdit)
    , m_caps(new PlainLabel(tr("Caps Lock seems to be on."), Type::Small, Colour::Warn)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(1));
    auto* name = new PlainLabel(label, Type::Strong);
    auto* show = new CheckTick(tr("Show passphrase"));
    name->setBuddy(m_field);
    down->addWidget(name);
    down->addWidget(m_field);
    down->addWidget(m_caps);
    down->addWidget(show);
    m_caps->hide();
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(label);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                 Qt::ImhSensitiveData);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    connect(show, &QCheckBox::toggled, this,
            [this](bool on) { m_field->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_field, &QLineEdit::textChanged, this, &PassphraseEdit::changed);
    connect(m_field, &QLineEdit::returnPressed, this, &PassphraseEdit::entered);
}

bool PassphraseEdit::isEmpty() const {
    return m_field->text().isEmpty();
}

QString PassphraseEdit::text() const {
    return m_field->text();
}

core::crypto::Secret PassphraseEdit::take() {
    QString typed = m_field->text();
    clear();
    return core::crypto::Secret::takePassphrase(typed);
}

void PassphraseEdit::clear() {
    m_field->clear();
    m_caps->hide();
}

// No toolkit call says whether Caps Lock is on; a letter that comes out in the other case than Shift asks for does.
bool PassphraseEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        if (text.size() == 1 && text.at(0).isLetter() && text.at(0).toUpper() != text.at(0).toLower())
            m_caps->setVisible(text.at(0).isUpper() != bool(key->modifiers() & Qt::ShiftModifier));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
