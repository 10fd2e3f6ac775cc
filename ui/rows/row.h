#pragma once
#include <QMetaType>
#include <QString>
#include <vector>

namespace ui::rows {

// Lists of recorded things (timeline, who knows, papers …) are rows of cells, a cell a few paragraphs, all plain text.
enum class Ink { Text, Soft, Accent, Ok, Warn, Bad };

struct Run {
    QString text;
    bool bold = false;
    Ink ink = Ink::Text;
    bool operator==(const Run&) const = default;
};

struct Paragraph {
    enum class Kind {
        Body,
        Small,
        Quote,
        Pill
    }; // Quote: with a bar before it; Pill: a word or two on a tint of its ink
    Kind kind = Kind::Body;
    std::vector<Run> runs;
    QString text() const;
    bool operator==(const Paragraph&) const = default;
};

Paragraph body(const QString& text, bool bold = false, Ink ink = Ink::Text);
Paragraph small(const QString& text, Ink ink = Ink::Soft);
Paragraph quote(const QString& text);
Paragraph pill(const QString& text, Ink ink);

using Cell = std::vector<Paragraph>;

struct Row {
    QString key;     // what the row is about: an entry's id
    QString heading; // above a group of rows; repeated in each row of the group
    std::vector<Cell> cells;
    QString spoken; // what a screen reader says; made from the cells if empty
    bool operator==(const Row&) const = default;
};

struct Column {
    QString title;
    int width = 0;      // logical pixels; 0: a share of what is left
    double share = 1.0; // of what is left
    bool right = false; // text ends at the right
    bool lead = false;  // when there is no room for columns, lead cells stand together on the first line
};

QString spokenText(const Row& row, const std::vector<Column>& columns);

// The text, or its beginning up to a word's end near `most` characters with an ellipsis.
QString shortened(const QString& text, qsizetype most);

// Roles of every model that a RowView shows. RowRole holds a `const Row*` that lives until the model is reset.
enum Role { RowRole = Qt::UserRole + 1, KeyRole, FirstOfGroupRole, LastOfGroupRole };

} // namespace ui::rows

Q_DECLARE_METATYPE(const ui::rows::Row*)
