#include "ui/papers/paperspage.h"
#include "ui/entry/wording.h"
#include "ui/widgets/button.h"
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;

namespace ui::papers {

PapersPage::PapersPage(QWidget* parent) : ListPage(tr("Papers"), parent), m_add(addAction(tr("Register a &paper"))) {
    setSubtitle(tr("Letters, minutes and rough notes: what they are and where the original is kept. No file comes into "
                   "the record."));
    m_list = addSection({}, tr("Papers"),
                        {{tr("Paper"), 0, 1.4}, {tr("Dated"), 120}, {tr("From"), 0, 1}, {tr("Original kept"), 0, 1}},
                        tr("No paper is registered yet."));
    content()->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("paper")); });
    connect(this, &ListPage::opened, this, [this](const QString& key) {
        if (const auto id = EntryId::parse(key))
            emit entryAsked(*id);
    });
}

void PapersPage::show(const record::CaseState& state, const guide::ValueNames& names, bool mayAdd) {
    std::vector<Row> rows;
    for (const record::EntryView* entry : state.withRole(u"paper")) {
        if (entry->redacted)
            continue;
        Row row;
        row.key = entry->id.toString();
        const auto dated = Occurred::parse(entry->fields.value(QLatin1String("dated")).toString());
        const auto cell = [&](const char* field) {
            const QString text = entry::fieldText(*entry, field, names);
            return text.isEmpty() ? Cell{body(tr("Not known"), false, Ink::Soft)} : Cell{body(shortened(text, 200))};
        };
        Cell what{body(shortened(entry::fieldText(*entry, "what", names), 200), true)};
        if (const QString notes = entry::fieldText(*entry, "notes", names); !notes.isEmpty())
            what.push_back(small(shortened(entry::oneLine(notes), 160)));
        row.cells = {what,
                     {body(dated && dated->isKnown() ? occurredShort(*dated) : tr("Not known"), false, Ink::Soft)},
                     cell("from"),
                     cell("original_kept")};
        rows.push_back(std::move(row));
    }
    m_list.set(std::move(rows));
    m_add->setVisible(mayAdd);
}

} // namespace ui::papers
