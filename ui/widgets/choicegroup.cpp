#include "ui/widgets/choicegroup.h"
#include "ui/widgets/tick.h"
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QSignalBlocker>

namespace ui {
namespace {

QString escaped(QString label) {
    return label.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ChoiceGroup::ChoiceGroup(Kind kind, const std::vector<ChoiceOption>& options, QWidget* parent, Direction direction)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_kind(kind)
    , m_direction(direction) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_group->setExclusive(kind == Kind::One);
    for (const ChoiceOption& option : options) {
        QAbstractButton* button = nullptr;
        if (kind == Kind::One)
            button = new RadioTick(escaped(option.label), option.help);
        else
            button = new CheckTick(escaped(option.label), option.help);
        button->installEventFilter(this);
        m_group->addButton(button);
        m_layout->addWidget(button);
        m_buttons.push_back(button);
        m_ids << option.id;
        m_alone.push_back(kind == Kind::Several && option.alone);
        connect(button, &QAbstractButton::toggled, this, [this, at = m_buttons.size() - 1](bool on) {
            if (on && m_kind == Kind::Several && !m_clearing)
                takeOutWhatExcludes(at);
            if (on || m_kind == Kind::Several || m_clearing)
                emit changed();
        });
    }
    if (!m_buttons.empty())
        setFocusProxy(m_buttons.front());
}

QString ChoiceGroup::chosen() const {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            return m_ids.at(static_cast<qsizetype>(i));
    }
    return {};
}

QStringList ChoiceGroup::allChosen() const {
    QStringList ids;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            ids << m_ids.at(static_cast<qsizetype>(i));
    }
    return ids;
}

void ChoiceGroup::takeOutWhatExcludes(std::size_t ticked) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (i == ticked || !(m_alone[i] || m_alone[ticked]))
            continue;
        const QSignalBlocker said(m_buttons[i]); // once, by the one that was ticked
        m_buttons[i]->setChecked(false);
    }
}

void ChoiceGroup::choose(const QString& id) {
    chooseAll(id.isEmpty() ? QStringList() : QStringList{id});
}

void ChoiceGroup::chooseAll(const QStringList& ids) {
    m_clearing = true;
    m_group->setExclusive(false);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(ids.contains(m_ids.at(static_cast<qsizetype>(i))));
    m_group->setExclusive(m_kind == Kind::One);
    m_clearing = false;
}

// A group has no text of its own: each answer says the question first to somebody who hears it.
void ChoiceGroup::setLabel(const QString& label) {
    setAccessibleName(label);
    for (QAbstractButton* button : m_buttons)
        button->setAccessibleName(
            QStringLiteral("%1: %2").arg(label, button->text().replace(QLatin1String("&&"), QLatin1String("&"))));
}

QAbstractButton* ChoiceGroup::first() const {
    for (QAbstractButton* button : m_buttons) {
        if (button->isChecked())
            return button;
    }
    return m_buttons.empty() ? nullptr : m_buttons.front();
}

// Clicking the chosen answer again, or Delete, takes it back.
bool ChoiceGroup::eventFilter(QObject* watched, QEvent* event) {
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (m_kind == Kind::One && button && button->isChecked()) {
        const bool wiped =
            event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete ||
                                                  static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace);
        if (wiped || event->type() == QEvent::MouseButtonPress) {
            choose({});
            button->setFocus(wiped ? Qt::OtherFocusReason : Qt::MouseFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChoiceGroup::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

// The text may grow while the width stays.
bool ChoiceGroup::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void ChoiceGroup::arrange() {
    if (m_direction == Direction::Down || m_buttons.empty())
        return;
    int across = 0;
    for (const QAbstractButton* button : m_buttons)
        across += button->sizeHint().width() + 24;
    const bool fits = across <= width();
    if (fits == (m_layout->direction() == QBoxLayout::LeftToRight))
        return;
    m_layout->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(fits ? 24 : 2);
    for (QAbstractButton* button : m_buttons)
        m_layout->setAlignment(button, fits ? Qt::AlignLeft : Qt::Alignment());
    m_layout->setStretch(static_cast<int>(m_buttons.size()) - 1, fits ? 1 : 0);
}

} // namespace ui
