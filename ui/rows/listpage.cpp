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
    Titles(std::vector<Column> columns, const RowLayout::Metrics& metrics) : m_columns(std::move(columns)), m_metrics(metrics) {
        setFixedHeight(QFontMetrics(ui::font(Type::SmallStrong)).height() + 8);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(ui::font(Type::SmallStrong));
        painter.setPen(colour(Colour::Soft));
        const auto widths = RowLayout::columnWidths(m_columns, width(), m_metrics);
        qreal x = m_metrics.padX;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            painter.drawText(QRectF(x, 0, widths[i], height()), Qt::AlignVCenter | (m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft), m_columns[i].title);
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
    : QWidget(parent), m_page(new Page(this, 1040)), m_title(new PlainLabel(title, Type::Heading1)),
      m_subtitle(new PlainLabel({}, Type::Body, Colour::Soft)), m_actions(new QWidget) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    new Flow(m_actions, space(2), space(2));
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_subtitle->hide();
    m_actions->hide();
    m_page->content()->addWidget(m_title);
    m_page->content()->addWidget(m_subtitle);
    m_page->content()->addWidget(m_actions);
}

void ListPage::setSubtitle(const QString& text) {
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

Button* ListPage::addAction(const QString& text) {
    auto* button = new PlainButton(text);
    m_actions->layout()->addWidget(button);
    m_actions->show();
    return button;
}

QVBoxLayout* ListPage::content() const {
    return m_page->content();
}

Section makeSection(const QString& heading, const QString& name, std::vector<Column> columns, const QString& none, int stackBelow) {
    Section section;
    section.columns = columns;
    section.holder = new QWidget;
    auto* layout = new QVBoxLayout(section.holder);
    layout->setContentsMargins(0, heading.isEmpty() ? 0 : space(3), 0, 0);
    layout->setSpacing(space(2));
    section.heading = new PlainLabel(heading, Type::Heading2);
    section.heading->setVisible(!heading.isEmpty());
    section.none = new PlainLabel(none, Type::Body, Colour::Soft);
    section.none->setWordWrap(true);
    RowLayout::Metrics metrics;
    metrics.stackBelow = stackBelow;
    section.titles = new Titles(columns, metrics);
    section.view = new RowView(RowView::Height::Whole, name);
    section.model = new RowModel(section.view);
    section.view->setColumns(columns, metrics);
    section.view->setModel(section.model);
    for (QWidget* widget : std::initializer_list<QWidget*>{section.heading, section.titles, section.view, section.none})
        layout->addWidget(widget);
    QWidget* titles = section.titles;
    titles->setVisible(isTitled(columns));
    if (isTitled(columns))
        QObject::connect(section.view, &RowView::stackedChanged, titles, [titles](bool stacked) { titles->setVisible(!stacked); });
    return section;
}

ListPage::Section ListPage::addSection(const QString& heading, const QString& name, std::vector<Column> columns,
                                       const QString& none, int stackBelow) {
    Section section = makeSection(heading, name, std::move(columns), none, stackBelow);
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
