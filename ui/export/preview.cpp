#include "ui/export/preview.h"
#include "ui/rows/readtext.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include <QCoreApplication>
#include <QGridLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

using core::report::Block;

namespace ui::exporting {

namespace {

constexpr int mostInCell = 10; // letters without a break: five columns have to fit

// A label breaks between words only: an account name of a hundred letters would push the page sideways. What stands
// here is to be looked at, not copied.
QString breakable(QString text, int most = 24) {
    const QRegularExpression longWord(QStringLiteral("(\\S{%1})(?=\\S)").arg(most));
    return text.replace(longWord, QStringLiteral("\\1\u200b"));
}

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(breakable(text), type, colour);
    label->setWordWrap(true);
    return label;
}

QWidget* grid(const Block& block) {
    auto* holder = new QWidget;
    auto* layout = new QGridLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(space(4));
    layout->setVerticalSpacing(space(1));
    int row = 0;
    const bool pairs = block.kind == Block::Kind::Pairs;
    if (!block.header.isEmpty()) {
        for (int column = 0; column < block.header.size(); ++column)
            layout->addWidget(wrapped(block.header.at(column), Type::SmallStrong), row, column, Qt::AlignTop);
        ++row;
    }
    for (const QStringList& cells : block.rows) {
        for (int column = 0; column < cells.size(); ++column)
            layout->addWidget(wrapped(breakable(cells.at(column), mostInCell),
                                      pairs && column == 0 ? Type::Small : Type::Body,
                                      pairs && column == 0 ? Colour::Soft : Colour::Text),
                              row, column);
        ++row;
    }
    const int columns = layout->columnCount();
    for (int column = 0; column < columns; ++column) {
        const size_t at = static_cast<size_t>(column);
        const double share = at < block.shares.size() ? block.shares[at]
                             : pairs                  ? (column == 0 ? 0.3 : 0.7)
                                                      : 1.0 / columns;
        layout->setColumnStretch(column, std::max(1, static_cast<int>(share * 100)));
    }
    return holder;
}

QWidget* widgetOf(const Block& block) {
    switch (block.kind) {
    case Block::Kind::Heading1:
        return wrapped(block.text, Type::Heading1);
    case Block::Kind::Heading2:
        return wrapped(block.text, Type::Heading2);
    case Block::Kind::Heading3:
        return wrapped(block.text, Type::Heading3);
    case Block::Kind::Paragraph:
        return wrapped(block.text);
    case Block::Kind::Small:
        return wrapped(block.text, Type::Small, Colour::Soft);
    case Block::Kind::Pairs:
    case Block::Kind::Table:
        return grid(block);
    case Block::Kind::Notice:
        return new Notice(Notice::Kind::Info, {}, breakable(block.text));
    case Block::Kind::Quotation: {
        auto* holder = new QWidget;
        auto* layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        if (!block.attribution.isEmpty())
            layout->addWidget(wrapped(block.attribution, Type::Small, Colour::Soft));
        QWidget* quoted = rows::readText(breakable(block.text), block.attribution, true);
        for (auto* label : quoted->findChildren<PlainLabel*>())
            label->setSelectable(false);
        layout->addWidget(quoted);
        return holder;
    }
    }
    return nullptr;
}

} // namespace

QWidget* previewOf(const core::report::Document& document) {
    auto* card = new Card;
    card->setAccessibleName(QCoreApplication::translate("ui::exporting", "Preview: %1").arg(document.title));
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(space(6), space(5), space(6), space(5));
    layout->setSpacing(space(2));
    for (const Block& block : document.blocks) {
        if (block.kind == Block::Kind::Heading2)
            layout->addSpacing(space(3));
        if (QWidget* widget = widgetOf(block))
            layout->addWidget(widget);
    }
    card->content()->addWidget(holder);
    return card;
}

} // namespace ui::exporting
