#include "ui/plan/planpage.h"
#include "ui/entry/wording.h"
#include "ui/widgets/button.h"
#include <QSet>
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;

namespace ui::plan {

namespace {

std::vector<Column> columns() {
    return {{{}, 130, 1, false, true}, {{}, 0, 1}};
}

// A date that somebody set: shown with how it stands to today.
void addDate(Cell& cell, const record::EntryView& entry, const char* field, const QString& words, QDate today) {
    const auto when = Occurred::parse(entry.fields.value(QString::fromLatin1(field)).toString());
    if (!when || !when->isKnown())
        return;
    const qint64 days = today.daysTo(when->date());
    const Ink ink = days < 0 ? Ink::Bad : days <= 7 ? Ink::Warn : Ink::Soft;
    const QString text = words.arg(occurredShort(*when));
    cell.push_back(pill(days < 0 ? PlanPage::tr("%1 · has passed").arg(text) : text, ink));
}

void addText(Cell& cell, const record::EntryView& entry, const char* field, const guide::ValueNames& names,
             bool strong = false) {
    if (const QString text = entry::fieldText(entry, field, names); !text.isEmpty())
        cell.push_back(body(shortened(text, 300), strong));
}

void addSaid(Cell& cell, const record::EntryView& entry, const char* field, const QString& words,
             const guide::ValueNames& names) {
    if (const QString text = entry::fieldText(entry, field, names); !text.isEmpty())
        cell.push_back(small(words.arg(shortened(entry::oneLine(text), 200))));
}

// A later entry says how it stands now.
QSet<QString> followed(const std::vector<const record::EntryView*>& entries) {
    QSet<QString> ids;
    for (const record::EntryView* entry : entries)
        ids.insert(entry->fields.value(QLatin1String("continues")).toString());
    return ids;
}

Row rowFor(const record::EntryView& entry, Cell cell) {
    Row row;
    row.key = entry.id.toString();
    cell.push_back(small(entry.author));
    row.cells = {
        {body(entry.occurred.isKnown() ? occurredShort(entry.occurred) : PlanPage::tr("Not known"), false, Ink::Soft)},
        std::move(cell)};
    return row;
}

} // namespace

PlanPage::PlanPage(QWidget* parent) : ListPage(tr("Plan"), parent) {
    setSubtitle(tr("What keeps the child safe, what is limited and when it comes back, who supports them."));
    const auto add = [this](const QString& text, const char* form) {
        Button* button = addAction(text);
        m_add.push_back(button);
        connect(button, &QAbstractButton::clicked, this, [this, form] { emit addAsked(QString::fromLatin1(form)); });
    };
    add(tr("Add a plan"), "plan");
    add(tr("Limit a device or going online"), "restriction");
    add(tr("Add support"), "support");
    add(tr("Record a review"), "review");
    m_plans = addSection(tr("Safety plan"), tr("Safety plan"), columns(), tr("No plan is recorded yet."));
    m_limits = addSection(tr("Devices and going online"), tr("Devices and going online"), columns(),
                          tr("Nothing is limited."));
    m_devices = addSection(tr("Devices kept"), tr("Devices kept"), columns(), {});
    m_support = addSection(tr("Support"), tr("Support"), columns(), tr("No support is recorded yet."));
    m_reviews = addSection(tr("Reviews"), tr("Reviews"), columns(), {});
    content()->addStretch(1);
    connect(this, &ListPage::opened, this, [this](const QString& key) {
        if (const auto id = EntryId::parse(key))
            emit entryAsked(*id);
    });
}

void PlanPage::show(const record::CaseState& state, const guide::ValueNames& names, bool mayAdd, QDate today) {
    const auto fill = [&](const Section& section, QStringView role, const auto& cellOf) {
        std::vector<Row> rows;
        const auto entries = state.withRole(role);
        const QSet<QString> past = followed(entries);
        for (const record::EntryView* entry : entries)
            if (!entry->redacted)
                rows.push_back(rowFor(*entry, cellOf(*entry, !past.contains(entry->id.toString()))));
        section.set(std::move(rows));
    };
    fill(m_plans, u"plan", [&](const record::EntryView& e, bool stands) {
        Cell cell{body(entry::formLabel(e, names), true)};
        if (e.form)
            cell = {body(shortened(guide::headline(*e.form, e.fields, names), 300), true)};
        addText(cell, e, "key_messages", names);
        addSaid(cell, e, "owner", tr("Who does it: %1"), names);
        if (stands)
            addDate(cell, e, "review", tr("Review %1"), today);
        return cell;
    });
    fill(m_limits, u"restriction", [&](const record::EntryView& e, bool stands) {
        Cell cell;
        addText(cell, e, "what", names, true);
        const bool back = e.fields.value(QLatin1String("state")).toString() == QLatin1String("given-back");
        if (back)
            cell.push_back(pill(tr("Given back"), Ink::Soft));
        else if (stands && e.fields.value(QLatin1String("returns")).toString().isEmpty())
            cell.push_back(pill(tr("No return date"), Ink::Bad));
        if (stands && !back) {
            addDate(cell, e, "returns", tr("Comes back %1"), today);
            addDate(cell, e, "review", tr("Review %1"), today);
        }
        addText(cell, e, "why", names);
        if (const QString view = entry::fieldText(e, "child_view", names); !view.isEmpty())
            cell.push_back(quote(shortened(view, 300)));
        addSaid(cell, e, "steps", tr("On the way back: %1"), names);
        return cell;
    });
    fill(m_devices, u"device", [&](const record::EntryView& e, bool) {
        Cell cell;
        addText(cell, e, "what", names, true);
        addSaid(cell, e, "whose", tr("Belongs to %1"), names);
        addSaid(cell, e, "kept_where", tr("Kept: %1"), names);
        addSaid(cell, e, "handed_to", tr("Handed to %1"), names);
        return cell;
    });
    fill(m_support, u"support", [&](const record::EntryView& e, bool) {
        Cell cell;
        if (const QString text = entry::fieldText(e, "what", names); !text.isEmpty())
            cell.push_back(body(shortened(text, 300), true));
        else
            addText(cell, e, "kind", names, true);
        if (const QString state = entry::fieldText(e, "state", names); !state.isEmpty())
            cell.push_back(pill(state, Ink::Accent));
        addSaid(cell, e, "who", tr("By %1"), names);
        addSaid(cell, e, "discreet", tr("So that nobody notices: %1"), names);
        return cell;
    });
    fill(m_reviews, u"review", [&](const record::EntryView& e, bool) {
        Cell cell;
        addText(cell, e, "looked_at", names, true);
        addText(cell, e, "changed", names);
        addDate(cell, e, "next", tr("Next %1"), today);
        return cell;
    });
    for (Button* button : m_add)
        button->setVisible(mayAdd);
}

} // namespace ui::plan
