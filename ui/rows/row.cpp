#include "ui/rows/row.h"
#include <QStringList>

namespace ui::rows {

QString Paragraph::text() const {
    QString all;
    for (const Run& run : runs)
        all += run.text;
    return all;
}

Paragraph body(const QString& text, bool bold, Ink ink) {
    return {Paragraph::Kind::Body, {{text, bold, ink}}};
}

Paragraph small(const QString& text, Ink ink) {
    return {Paragraph::Kind::Small, {{text, false, ink}}};
}

Paragraph quote(const QString& text) {
    return {Paragraph::Kind::Quote, {{text, false, Ink::Text}}};
}

Paragraph pill(const QString& text, Ink ink) {
    return {Paragraph::Kind::Pill, {{text, true, ink}}};
}

QString spokenText(const Row& row, const std::vector<Column>& columns) {
    if (!row.spoken.isEmpty())
        return row.spoken;
    QStringList parts;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        QStringList words;
        for (const Paragraph& p : row.cells[i])
            if (const QString text = p.text().trimmed(); !text.isEmpty())
                words << text;
        if (words.isEmpty())
            continue;
        const QString title = i < columns.size() ? columns[i].title : QString();
        parts << (title.isEmpty() || i == 0 ? QString() : title + QStringLiteral(": ")) +
                     words.join(QStringLiteral(", "));
    }
    return parts.join(QStringLiteral(". "));
}

QString shortened(const QString& text, qsizetype most) {
    if (text.size() <= most)
        return text;
    qsizetype cut = text.lastIndexOf(QLatin1Char(' '), most);
    if (cut < most / 2)
        cut = most;
    if (cut > 0 && text.at(cut - 1).isHighSurrogate())
        --cut;
    return text.left(cut) + QStringLiteral(" …");
}

} // namespace ui::rows
