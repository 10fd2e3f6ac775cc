#include "ui/home/searchresults.h"
#include "ui/entry/wording.h"
#include "ui/rows/listpage.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statusline.h"
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;

namespace ui::home {

namespace {

// A hit's key says both the case and the entry.
QString keyOf(const record::Hit& hit) {
    return hit.caseId.toString() + QLatin1Char('/') + hit.entry.toString();
}

// An excerpt may begin in the middle of a word: it is shown from the next one on.
qsizetype wholeWordAt(const record::Hit& hit) {
    const bool cut = !hit.excerpt.isEmpty() && !hit.excerpt.front().isUpper() && !hit.excerpt.front().isDigit();
    const qsizetype space = cut ? hit.excerpt.indexOf(QLatin1Char(' ')) : -1;
    return space >= 0 && space < hit.from ? space + 1 : 0;
}

Row hitRow(const record::Hit& hit, const QString& title) {
    Row row;
    row.key = keyOf(hit);
    row.heading = title;
    Paragraph excerpt;
    const qsizetype begin = wholeWordAt(hit);
    if (begin > 0)
        excerpt.runs.push_back({QStringLiteral("… ")});
    const qsizetype from = std::clamp<qsizetype>(hit.from, 0, hit.excerpt.size());
    const qsizetype length = std::clamp<qsizetype>(hit.length, 0, hit.excerpt.size() - from);
    if (from > begin)
        excerpt.runs.push_back({hit.excerpt.mid(begin, from - begin)});
    if (length > 0)
        excerpt.runs.push_back({hit.excerpt.mid(from, length), true, Ink::Accent});
    if (from + length < hit.excerpt.size())
        excerpt.runs.push_back({hit.excerpt.mid(from + length)});
    row.cells = {{body(hit.label, true)}, {excerpt}};
    row.spoken = title + QStringLiteral(". ") + hit.label + QStringLiteral(". ") + hit.excerpt;
    return row;
}

} // namespace

struct SearchResults::Parts {
    PlainLabel* count = nullptr;
    Section list;
};

SearchResults::SearchResults(QWidget* parent) : QWidget(parent), m_parts(new Parts) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* page = new Page(this, 900);
    layout->addWidget(page);
    page->content()->addWidget(new PlainLabel(tr("Found in your cases"), Type::Heading1));
    m_parts->count = new PlainLabel({}, Type::Body, Colour::Soft);
    m_parts->count->setWordWrap(true);
    page->content()->addWidget(m_parts->count);
    m_parts->list = makeSection({}, tr("Found in your cases"), {{{}, 150, 1, false, true}, {{}, 0, 1}}, {}, 560);
    page->content()->addWidget(m_parts->list.holder);
    page->content()->addStretch(1);
    connect(m_parts->list.view, &RowView::opened, this, [this](const QString& key) {
        const auto caseId = CaseId::parse(key.section(QLatin1Char('/'), 0, 0));
        const auto entry = EntryId::parse(key.section(QLatin1Char('/'), 1));
        if (caseId && entry)
            emit hitActivated(*caseId, *entry);
    });
}

SearchResults::~SearchResults() = default;

void SearchResults::show(const QString& typed, const std::vector<record::Hit>& hits,
                         const QHash<CaseId, QString>& titles) {
    std::vector<Row> rows;
    // Hits of one case stand together, in the order in which cases first appear.
    std::vector<CaseId> order;
    for (const record::Hit& hit : hits)
        if (std::find(order.begin(), order.end(), hit.caseId) == order.end())
            order.push_back(hit.caseId);
    for (const CaseId& id : order)
        for (const record::Hit& hit : hits)
            if (hit.caseId == id)
                rows.push_back(hitRow(hit, titles.value(id)));
    m_parts->count->setText(
        hits.empty()
            ? tr("Nothing in your cases has the words “%1”. A part of a word at its beginning is enough.").arg(typed)
            : tr("%1 with “%2”")
                  .arg(entry::counted(static_cast<int>(hits.size()), tr("One place"), tr("%1 places")), typed));
    announce(*this, m_parts->count->text());
    m_parts->list.set(std::move(rows));
}

void SearchResults::takeFocus() {
    m_parts->list.view->setFocus(Qt::TabFocusReason);
}

void SearchResults::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui::home
