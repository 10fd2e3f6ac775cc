#include "ui/guide/steppane.h"
#include "ui/entry/wording.h"
#include "ui/guide/prompts.h"
#include "ui/rows/chip.h"
#include "ui/rows/flow.h"
#include "ui/rows/row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

using namespace core;

namespace ui::guide {

namespace {

constexpr std::size_t recordedShown = 3; // the newest; a step that was done ten times still begins with its words

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(text, type, colour);
    label->setWordWrap(true);
    return label;
}

QStringList each(const QStringList& texts, const StepPane::Words& words) {
    QStringList worded;
    for (const QString& text : texts)
        worded << words(text);
    return worded;
}

PlainLabel* sourceLine(const core::guide::Source& source) {
    QString text = source.section.isEmpty() ? source.document : source.document + QStringLiteral(", ") + source.section;
    if (source.checked.isValid())
        text += QStringLiteral(" · ") + StepPane::tr("checked %1")
                                            .arg(QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                     .toString(source.checked, QStringLiteral("d MMM yyyy")));
    return wrapped(text, Type::Small, Colour::Soft);
}

} // namespace

StepPane::StepPane(entry::EditorFactory factory, QWidget* parent)
    : QWidget(parent), m_factory(std::move(factory)), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void StepPane::open(const record::CaseState& state, const record::StepState& step, const core::guide::Guide& guide,
                    const core::guide::ValueNames& names, const Words& words, const QString& form) {
    delete m_content;
    m_content = nullptr;
    m_back = nullptr; // it went with the content
    m_editor = nullptr;
    m_step = step.step->id;
    const QString chosen = !form.isEmpty() ? form : step.step->forms.value(0);
    if (!chosen.isEmpty()) {
        entry::Seed seed;
        seed.form = chosen;
        seed.step = m_step;
        m_editor = m_factory(seed, this);
    }
    QVBoxLayout* to = nullptr;
    if (m_editor) {
        m_content = m_editor;
        to = m_editor->above();
    } else {
        auto* page = new Page(this);
        m_content = page;
        to = page->content();
    }
    m_layout->addWidget(m_content);
    m_content->show(); // now, so that it can take the focus
    addTitle(to, words(step.step->title));
    addRecorded(to, state, step, names);
    addGuidance(to, step, words);
    addForms(to, guide, step, chosen, words);
    if (!step.step->source.document.isEmpty())
        (m_editor ? m_editor->below() : to)->addWidget(sourceLine(step.step->source));
    if (m_editor) {
        m_editor->setUnderTitle(words(m_editor->form().title) != words(step.step->title));
        Button* notNeeded = m_editor->addBarButton(tr("This step is not needed…"));
        notNeeded->setVisible(step.status == core::guide::StepStatus::ToDo);
        connect(notNeeded, &QAbstractButton::clicked, this, &StepPane::notNeededAsked);
    } else {
        to->addStretch(1);
    }
}

void StepPane::addTitle(QVBoxLayout* to, const QString& title) {
    auto* back = new QuietButton(tr("‹ All steps"));
    connect(back, &QAbstractButton::clicked, this, &StepPane::backAsked);
    m_back = back;
    to->addWidget(back, 0, Qt::AlignLeft);
    back->setVisible(m_backShown);
    to->addWidget(wrapped(title, Type::Heading1));
}

void StepPane::addGuidance(QVBoxLayout* to, const record::StepState& step, const Words& words) {
    for (const QString& paragraph : step.step->why)
        to->addWidget(wrapped(words(paragraph)));
    if (!step.step->say.isEmpty() || !step.step->doNotSay.isEmpty())
        to->addWidget(new Prompts(each(step.step->say, words), each(step.step->doNotSay, words)));
    if (step.status == core::guide::StepStatus::NotNeeded)
        to->addWidget(new Notice(Notice::Kind::Info, tr("Recorded as not needed"), step.reason));
}

void StepPane::addRecorded(QVBoxLayout* to, const record::CaseState& state, const record::StepState& step,
                           const core::guide::ValueNames& names) {
    std::vector<const record::EntryView*> recorded;
    for (const EntryId& id : step.entries)
        if (const record::EntryView* entry = state.entry(id); entry && entry->role != QLatin1String("step-not-needed"))
            recorded.push_back(entry);
    if (recorded.empty())
        return;
    std::reverse(recorded.begin(), recorded.end());
    auto* notice = new Notice(Notice::Kind::Good, tr("Recorded"), {});
    const std::size_t shown = std::min(recordedShown, recorded.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const record::EntryView* entry = recorded[i];
        const QString title = rows::shortened(entry::oneLine(entry::entryTitle(*entry, names)), 90);
        auto* line = new QHBoxLayout;
        line->setSpacing(space(3));
        auto* open = new QuietButton(tr("Read it"));
        open->setAccessibleName(tr("Read %1").arg(title));
        open->setMaximumHeight(px(26));
        line->addWidget(wrapped(title), 1);
        line->addWidget(open);
        notice->body()->addLayout(line);
        connect(open, &QAbstractButton::clicked, this, [this, id = entry->id] { emit entryAsked(id); });
    }
    if (recorded.size() > shown)
        notice->body()->addWidget(
            wrapped(entry::counted(int(recorded.size() - shown), tr("One earlier entry stands in the timeline."),
                                   tr("%1 earlier entries stand in the timeline.")),
                    Type::Small, Colour::Soft));
    to->addWidget(notice);
}

void StepPane::addForms(QVBoxLayout* to, const core::guide::Guide& guide, const record::StepState& step,
                        const QString& chosen, const Words& words) {
    if (step.step->forms.size() < 2)
        return;
    auto* holder = new QWidget;
    auto* flow = new rows::Flow(holder, space(2), space(2));
    for (const QString& id : step.step->forms) {
        const core::guide::Form* form = guide.form(id);
        if (!form)
            continue;
        auto* chip = new rows::Chip(words(form->label));
        chip->setAutoExclusive(true);
        chip->setChecked(id == chosen);
        connect(chip, &QAbstractButton::clicked, this, [this, id] { emit formAsked(id); });
        flow->addWidget(chip);
    }
    to->addWidget(wrapped(tr("What to record under this step"), Type::SmallStrong, Colour::Soft));
    to->addWidget(holder);
}

void StepPane::focusFirst() {
    if (m_editor)
        m_editor->focusForm();
}

int StepPane::scrolled() const {
    const auto* area = findChild<QScrollArea*>();
    return area ? area->verticalScrollBar()->value() : 0;
}

void StepPane::scrollTo(int down) {
    // Its height is known once it is laid out.
    QTimer::singleShot(0, m_content, [this, down] {
        if (const auto* area = m_content->findChild<QScrollArea*>())
            area->verticalScrollBar()->setValue(down);
    });
}

void StepPane::setBackShown(bool shown) {
    m_backShown = shown;
    if (m_back)
        m_back->setVisible(shown);
}

} // namespace ui::guide
