#include "ui/guide/notneeded.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::guide {

NotNeeded::NotNeeded(const QString& stepTitle, QWidget* parent)
    : QWidget(parent), m_reason(new PlainTextEdit), m_notice(new Notice(Notice::Kind::Problem, {}, {})) {
    auto* page = new Page(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);

    auto* title = new PlainLabel(stepTitle, Type::Heading1);
    auto* question = new PlainLabel(tr("&Why is this step not needed?"), Type::Strong);
    auto* help = new PlainLabel(tr("Your reason becomes part of the record. The step can still be done later."),
                                Type::Small, Colour::Soft);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    question->setBuddy(m_reason);
    m_reason->setLines(3, 10);
    m_reason->setAccessibleName(tr("Why is this step not needed?"));
    m_notice->hide();
    for (QWidget* widget : std::initializer_list<QWidget*>{title, question, help, m_reason, m_notice})
        page->content()->addWidget(widget);
    page->content()->addStretch(1);

    auto* record = new PrimaryButton(tr("&Record that it is not needed"));
    auto* back = new QuietButton(tr("&Back to the step"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(record);
    bar->addStretch(1);
    bar->addWidget(back);
    page->bar()->addLayout(bar);
    connect(record, &QAbstractButton::clicked, this, [this] {
        const QString reason = m_reason->words();
        if (!reason.trimmed().isEmpty()) {
            emit recordAsked(reason);
            return;
        }
        showError(tr("Say why the step is not needed, then press Record again."));
        m_reason->setFocus();
    });
    connect(back, &QAbstractButton::clicked, this, &NotNeeded::left);
}

void NotNeeded::focusReason() {
    m_reason->setFocus();
}

void NotNeeded::showError(const QString& sentence) {
    m_notice->say(Notice::Kind::Problem, sentence);
}

} // namespace ui::guide
