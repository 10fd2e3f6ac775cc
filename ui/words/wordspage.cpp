#include "ui/words/wordspage.h"
#include "ui/entry/wording.h"
#include "ui/widgets/button.h"
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;

namespace ui::words {

namespace {

Row wordsRow(const record::Words& words, const QString& child) {
    Row row;
    row.key = words.entry.toString();
    Cell said;
    for (const record::Exchange& exchange : words.exchanges) {
        if (!exchange.asked.isEmpty())
            said.push_back(body(WordsPage::tr("Asked: “%1”").arg(exchange.asked), false, Ink::Soft));
        if (!exchange.said.isEmpty())
            said.push_back(quote(exchange.said));
    }
    if (words.exchanges.empty())
        said.push_back(body(words.notNow ? WordsPage::tr("%1 did not speak this time.").arg(child)
                                         : WordsPage::tr("No lines were written down."),
                            false, Ink::Soft));
    if (!words.translation.isEmpty()) {
        said.push_back(small(WordsPage::tr("In English")));
        said.push_back(body(words.translation));
    }
    QStringList by;
    if (!words.to.isEmpty())
        by << WordsPage::tr("To %1").arg(words.to);
    if (!words.present.isEmpty())
        by << WordsPage::tr("with %1").arg(words.present);
    by << words.place;
    by.removeAll(QString());
    if (!by.isEmpty())
        said.push_back(small(entry::oneLine(by.join(QStringLiteral(" · ")))));
    row.cells = {
        {body(words.when.isKnown() ? occurredShort(words.when) : WordsPage::tr("When: not known"), false, Ink::Soft)},
        said};
    return row;
}

Row wishRow(const record::EntryView& entry, const guide::ValueNames& names) {
    Row row;
    row.key = entry.id.toString();
    Cell cell;
    for (const guide::Field& field : entry.form->fields) {
        const QString text = guide::valueText(field, entry.fields.value(field.id), names);
        if (text.isEmpty())
            continue;
        cell.push_back(small(names.worded ? names.worded(field.shortLabel()) : field.shortLabel()));
        cell.push_back(field.type == guide::FieldType::Verbatim ? quote(text) : body(text));
    }
    row.cells = {{body(entry.occurred.isKnown() ? occurredShort(entry.occurred) : WordsPage::tr("When: not known"),
                       false, Ink::Soft)},
                 cell};
    return row;
}

} // namespace

WordsPage::WordsPage(QWidget* parent)
    : ListPage(tr("Child's words"), parent)
    , m_addWords(addAction(tr("Record what was &said")))
    , m_addWishes(addAction(tr("Record what the child &wants"))) {
    const std::vector<Column> columns{{{}, 130, 1, false, true}, {{}, 0, 1}};
    m_said = addSection({}, tr("What was said"), columns,
                        tr("Nothing is recorded yet. No step waits for the child to talk."));
    m_wants = addSection(tr("What the child wants"), tr("What the child wants"), columns, {});
    content()->addStretch(1);
    connect(m_addWords, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("words")); });
    connect(m_addWishes, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("wishes")); });
    connect(this, &ListPage::opened, this, [this](const QString& key) {
        if (const auto id = EntryId::parse(key))
            emit entryAsked(*id);
    });
}

void WordsPage::show(const record::CaseState& state, const guide::ValueNames& names, bool mayAdd) {
    setSubtitle(tr("Exactly as it was said and asked. Open a conversation to read and copy it, or to amend it."));
    std::vector<Row> said;
    for (const record::Words& words : state.words)
        said.push_back(wordsRow(words, state.childForText()));
    m_said.set(std::move(said));
    std::vector<Row> wants;
    for (const record::EntryView* entry : state.withRole(u"wishes"))
        if (entry->form && !entry->redacted)
            wants.push_back(wishRow(*entry, names));
    m_wants.set(std::move(wants));
    m_addWords->setVisible(mayAdd);
    m_addWishes->setVisible(mayAdd);
}

} // namespace ui::words
