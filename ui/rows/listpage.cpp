#include "ui/rows/listpage.h"
#include "ui/rows/flow.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace ui::rows {

namespace {

// The titles of the columns, above the first row; gone where cells stack, as each then has its title with it.
class Titles : public QWidget {
public:
    Titles(std::vector<Column> columns, const RowLayout::Metrics& metrics)
        : m_columns(std::move(columns)), m_metrics(metrics) {
        setFixedHeight(QFontMetrics(ui::font(Type::SmallStrong)).height() + 24);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawRounded(painter, QRectF(0.5, 0.5, width() - 1, height() + 20), 10, colour(Colour::Surface),
                    colour(Colour::Line));
        painter.setFont(ui::font(Type::SmallStrong));
        painter.setPen(colour(Colour::Text));
        const auto widths = RowLayout::columnWidths(m_columns, width(), m_metrics);
        qreal x = m_metrics.padX;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            painter.drawText(QRectF(x, 0, widths[i], height()),
                             Qt::AlignVCenter | (m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft),
                             m_columns[i].title);
            x += widths[i] + m_metrics.gap;
        }
    }

private:
    std::vector<Column> m_columns;
    RowLayout::Metrics m_metrics;
};

bool isTitled(const std::vector<Column>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const Column& c) { return !c.title.isEmpty(); });
}

} // namespace

ListPage::ListPage(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_page(new Page(this, 1040))
    , m_title(new PlainLabel(title, Type::Heading1))
    , m_subtitle(new PlainLabel({}, Type::Body, Colour::Soft))
    , m_actions(new QWidget)
    , m_head(new QHBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    new Flow(m_actions, space(2), space(2));
    m_subtitle->hide();
    m_actions->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_head->setSpacing(space(3));
    m_head->addLayout(words, 1);
    m_head->addWidget(m_actions);
    m_page->content()->addLayout(m_head);
}

// One or two actions stand beside the title where there is room; more, or where it is narrow, under it.
void ListPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeHead();
}

void ListPage::arrangeHead() {
    const int needed = m_actions->layout()->sizeHint().width() + px(420);
    const bool beside = width() >= needed;
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_actions->setMinimumWidth(beside ? m_actions->layout()->sizeHint().width() : 0);
}

void ListPage::setSubtitle(const QString& text) {
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

Button* ListPage::addAction(const QString& text) {
    auto* button = new PlainButton(text);
    m_actions->layout()->addWidget(button);
    m_actions->show();
    arrangeHead();
    return button;
}

QVBoxLayout* ListPage::content() const {
    return m_page->content();
}

Section makeSection(const QString& heading, const QString& name, const std::vector<Column>& columns,
                    const QString& none, int stackBelow) {
    Section section;
    section.columns = columns;
    section.holder = new QWidget;
    auto* layout = new QVBoxLayout(section.holder);
    layout->setContentsMargins(0, heading.isEmpty() ? 0 : space(3), 0, 0);
    layout->setSpacing(space(2));
    section.heading = new PlainLabel(heading, Type::Heading2);
    section.none = new PlainLabel(none, Type::Body, Colour::Soft);
    section.none->setWordWrap(true);
    RowLayout::Metrics metrics;
    metrics.stackBelow = stackBelow;
    section.titles = new Titles(columns, metrics);
    section.view = new RowView(RowView::Height::Whole, name);
    section.model = new RowModel(section.view);
    section.view->setColumns(columns, metrics);
    section.view->setModel(section.model);
    auto* table = new QVBoxLayout;
    table->setSpacing(0);
    table->addWidget(section.titles);
    table->addWidget(section.view);
    layout->addWidget(section.heading);
    layout->addLayout(table);
    layout->addWidget(section.none);
    section.heading->setVisible(!heading.isEmpty());
    section.titles->setVisible(isTitled(columns));
    section.view->setTitled(isTitled(columns));
    if (isTitled(columns))
        QObject::connect(section.view, &RowView::stackedChanged, section.titles,
                         [titles = section.titles, view = section.view](bool stacked) {
                             titles->setVisible(!stacked);
                             view->setTitled(!stacked);
                         });
    return section;
}

ListPage::Section ListPage::addSection(const QString& heading, const QString& name, const std::vector<Column>& columns,
                                       const QString& none, int stackBelow) {
    Section section = makeSection(heading, name, columns, none, stackBelow);
    m_page->content()->addWidget(section.holder);
    connect(section.view, &RowView::opened, this, &ListPage::opened);
    return section;
}

void Section::set(std::vector<Row> rows) const {
    const bool empty = rows.empty();
    model->setRows(std::move(rows), columns);
    view->setVisible(!empty);
    titles->setVisible(!empty && isTitled(columns) && !view->isStacked());
    none->setVisible(empty && !none->text().isEmpty());
    holder->setVisible(!empty || !none->text().isEmpty());
}

} // namespace ui::rows
