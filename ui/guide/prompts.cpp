#include "ui/guide/prompts.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include <QBoxLayout>
#include <QResizeEvent>

namespace ui::guide {

namespace {

// One prompt a line, each standing by itself: they are looked up in the middle of a conversation.
Notice* promptsOf(Notice::Kind kind, const QString& heading, const QStringList& prompts) {
    auto* notice = new Notice(kind, heading, {});
    for (const QString& prompt : prompts) {
        auto* line = new PlainLabel(prompt);
        line->setContentsMargins(0, 2, 0, 0);
        notice->body()->addWidget(line);
    }
    notice->body()->addStretch(1);
    return notice;
}

} // namespace

Prompts::Prompts(const QStringList& say, const QStringList& doNotSay, QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space(3));
    if (!say.isEmpty())
        m_layout->addWidget(promptsOf(Notice::Kind::Info, tr("You might say"), say), 1);
    if (!doNotSay.isEmpty())
        m_layout->addWidget(promptsOf(Notice::Kind::Warning, tr("Do not say"), doNotSay), 1);
}

void Prompts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_layout->setDirection(event->size().width() >= px(560) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui::guide
