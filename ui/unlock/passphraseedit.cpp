#include "ui/unlock/passphraseedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/tick.h"
#include <QKeyEvent>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui {

PassphraseEdit::PassphraseEdit(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(new PlainLabel({}, Type::Strong))
    , m_help(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_problem(new PlainLabel({}, Type::Strong, Colour::Bad))
    , m_field(new PlainLineEdit)
    , m_whole(new PlainLabel({}, Type::Mono))
    , m_caps(new PlainLabel(tr("Caps Lock seems to be on."), Type::Small, Colour::Warn))
    , m_show(new CheckTick(tr("Show passphrase"))) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(1));
    m_label->setBuddy(m_field);
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_help, m_problem, m_field, m_whole, m_caps, m_show})
        down->addWidget(part);
    m_problem->hide();
    m_whole->hide();
    m_caps->hide();
    setLabel(label, {});
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                 Qt::ImhSensitiveData);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    connect(m_show, &QCheckBox::toggled, this, [this](bool on) {
        m_field->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        showWhole();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        showWhole();
        emit changed();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &PassphraseEdit::entered);
}

void PassphraseEdit::setLabel(const QString& label, const QString& help) {
    m_label->setText(label);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    m_field->setAccessibleName(label);
    sayProblem({});
    m_show->setAccessibleDescription(label); // a page may hold two of these
}

void PassphraseEdit::sayProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_field->setAccessibleDescription(sentence.isEmpty() ? m_help->text() : sentence);
}

void PassphraseEdit::showWhole() {
    const QString text = m_field->text();
    const bool tooLong = QFontMetrics(m_field->font()).horizontalAdvance(text) > m_field->width() - 2 * space(3);
    const bool wanted = m_field->echoMode() == QLineEdit::Normal && tooLong;
    static const QRegularExpression longWord(QStringLiteral("(\\S{12})(?=\\S)"));
    m_whole->setText(wanted ? QString(text).replace(longWord, QStringLiteral("\\1\u200b"))
                            : QString()); // may break there
    m_whole->setVisible(wanted);
}

void PassphraseEdit::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showWhole();
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
    m_show->setChecked(false); // the next one is hidden again
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
