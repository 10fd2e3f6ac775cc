#include "ui/widgets/veil.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QVBoxLayout>

namespace ui {

Veil::Veil(const QString& name, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_content(content)
    , m_said(new PlainLabel({}, Type::Body, Colour::Soft))
    , m_toggle(new PlainButton({})) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(1));
    auto* across = new QHBoxLayout;
    across->setSpacing(space(3));
    across->addWidget(m_toggle);
    across->addWidget(m_said, 1);
    down->addLayout(across);
    down->addWidget(content);
    content->hide();
    say();
    connect(m_toggle, &QAbstractButton::clicked, this, [this] {
        if (isOpen()) {
            close();
            return;
        }
        open();
        m_content->setFocus(Qt::OtherFocusReason); // where it can take it: straight on to typing
    });
}

bool Veil::isOpen() const {
    return !m_content->isHidden();
}

void Veil::setFilled(bool filled) {
    m_filled = filled;
    say();
}

void Veil::open() {
    m_content->show();
    say();
}

void Veil::close() {
    m_content->hide();
    say();
}

void Veil::say() {
    const QString action = isOpen() ? tr("Hide") : m_filled ? tr("Show") : tr("Fill in");
    m_toggle->setText(action);
    m_toggle->setAccessibleName(QStringLiteral("%1: %2").arg(action, m_name));
    m_said->setText(isOpen()   ? QString()
                    : m_filled ? tr("Filled in, and hidden.")
                               : tr("Hidden once it is filled in."));
}

} // namespace ui
