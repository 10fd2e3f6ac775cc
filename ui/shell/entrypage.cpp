#include "ui/shell/entrypage.h"
#include "ui/entry/wording.h"
#include "ui/rows/listpage.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QVBoxLayout>
#include <algorithm>

using namespace core;

namespace ui::shell {

namespace {

constexpr int listWidth = 1040, formWidth = 720; // as ListPage and EntryEditor have them

QString groupTitle(const QString& group) {
    if (group == QLatin1String("words"))
        return EntryPage::tr("What the child says and wants");
    if (group == QLatin1String("told"))
        return EntryPage::tr("Who knows");
    if (group == QLatin1String("referral"))
        return EntryPage::tr("Referral and talking with others");
    if (group == QLatin1String("decisions"))
        return EntryPage::tr("Decisions and plans");
    if (group == QLatin1String("support"))
        return EntryPage::tr("Support");
    return EntryPage::tr("Everything else");
}

// In the order in which the guide's steps first offer them; those that no step offers come last.
std::vector<const guide::Form*> addableForms(const guide::Guide& guide) {
    QStringList order;
    for (const guide::Pathway& pathway : guide.pathways())
        for (const guide::Stage& stage : pathway.stages)
            for (const guide::Step& step : stage.steps)
                order << step.forms;
    std::vector<const guide::Form*> forms;
    for (const guide::Form& form : guide.forms())
        if (form.addable && form.newest)
            forms.push_back(&form);
    const auto place = [&](const guide::Form* form) {
        const qsizetype at = order.indexOf(form->id);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(forms.begin(), forms.end(),
                     [&](const guide::Form* a, const guide::Form* b) { return place(a) < place(b); });
    return forms;
}

} // namespace

EntryPage::EntryPage(entry::EditorFactory factory, QWidget* parent)
    : QWidget(parent)
    , m_factory(std::move(factory))
    , m_back(new QuietButton(tr("‹ &Back")))
    , m_top(new QWidget)
    , m_topRow(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto* inside = new QHBoxLayout(m_top);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_back);
    inside->addStretch(1);
    m_topRow->addStretch(1);
    m_topRow->addWidget(m_top, 1000);
    m_topRow->addStretch(1);
    m_layout->addLayout(m_topRow);
    connect(m_back, &QAbstractButton::clicked, this, &EntryPage::left);
}

// A low window gives its lines to the form.
void EntryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_topRow->setContentsMargins(space(5), event->size().height() < px(400) ? 0 : space(3), space(5), 0);
}

void EntryPage::replace(QWidget* content, int widest) {
    m_top->setMaximumWidth(px(widest));
    if (m_content)
        m_content->deleteLater();
    m_content = content;
    m_layout->addWidget(content, 1);
    content->show(); // now, so that it can take the focus
}

void EntryPage::choose(const guide::Guide& guide, const std::vector<Waiting>& drafts,
                       const std::function<QString(const QString&)>& words) {
    m_editor = nullptr;
    auto* page = new rows::ListPage(tr("Add entry"));
    page->setSubtitle(tr("What do you want to record? It stands in the timeline at the time when it happened."));
    const std::vector<rows::Column> columns{{{}, 190, 1}, {{}, 0, 1}};
    if (!drafts.empty()) {
        const rows::Section section =
            page->addSection(tr("Drafts that wait"), tr("Drafts that wait"), columns, {}, 520);
        std::vector<rows::Row> list;
        for (const Waiting& draft : drafts) {
            rows::Row row;
            row.key = draft.id.toString();
            row.cells = {
                {rows::body(draft.title, true)},
                {rows::body(tr("Saved %1").arg(entry::nearly(draft.saved.toLocalTime(), QDateTime::currentDateTime())),
                            false, rows::Ink::Soft)}};
            list.push_back(row);
        }
        section.set(std::move(list));
    }
    const std::vector<const guide::Form*> forms = addableForms(guide);
    for (const char* group : {"words", "told", "referral", "decisions", "support", "other"}) {
        std::vector<rows::Row> list;
        for (const guide::Form* form : forms) {
            if (form->group != QLatin1String(group))
                continue;
            rows::Row row;
            row.key = form->id;
            row.cells = {{rows::body(words(form->label), true)},
                         {rows::body(words(form->title), false, rows::Ink::Soft)}};
            list.push_back(row);
        }
        if (list.empty())
            continue;
        const QString title = groupTitle(QString::fromLatin1(group));
        page->addSection(title, title, columns, {}, 520).set(std::move(list));
    }
    page->content()->addStretch(1);
    connect(
        page, &rows::ListPage::opened, this,
        [this](const QString& key) {
            if (const auto draft = EntryId::parse(key))
                emit draftChosen(*draft);
            else
                emit formChosen(key);
        },
        Qt::QueuedConnection);
    replace(page, listWidth);
    m_back->setFocus();
}

bool EntryPage::write(const entry::Seed& seed, const QString& title) {
    entry::EntryEditor* editor = m_factory(seed, this);
    if (!editor)
        return false;
    m_editor = editor;
    if (!title.isEmpty()) {
        auto* heading = new PlainLabel(title, Type::Heading1);
        heading->setWordWrap(true);
        editor->above()->addWidget(heading);
        editor->setUnderTitle(true);
    }
    replace(editor, formWidth);
    editor->focusForm();
    return true;
}

Result<> EntryPage::keep() {
    return m_editor ? m_editor->keep() : Result<>();
}

} // namespace ui::shell
