#include "core/report/shownrun.h"
#include <QTextBoundaryFinder>
#include <optional>

namespace core::report {

namespace {

// The end of the letters from here on that are shown as they are, each by itself: most text, and no need to look for
// boundaries or fonts. A letter before a combining mark is not among them.
qsizetype plainEnd(const QString& text, qsizetype from, qsizetype to) {
    while (from < to && isPlainLatin(text[from]) && (from + 1 >= to || text[from + 1].unicode() < 0x300))
        ++from;
    return from;
}

bool isModifier(QStringView rest) {
    const auto codes = rest.left(2).toUcs4();
    if (codes.isEmpty())
        return false;
    const uint first = codes.first();
    return first == 0x200D || first == 0xFE0F || (first >= 0x1F3FB && first <= 0x1F3FF);
}

// The end of the grapheme that begins at `from`. Emoji joined by zero-width joiners stay together on every version of
// Qt.
qsizetype graphemeEnd(const QString& text, qsizetype from, qsizetype to, std::optional<QTextBoundaryFinder>& finder) {
    if (!finder)
        finder.emplace(QTextBoundaryFinder::Grapheme, text);
    finder->setPosition(from);
    qsizetype end = finder->toNextBoundary();
    while (end > 0 && end < to && (text[end - 1] == QChar(0x200D) || isModifier(QStringView(text).mid(end))) &&
           isEmojiText(QStringView(text).mid(from, end - from)))
        end = finder->toNextBoundary();
    return end <= from || end > to ? to : end;
}

QString number(uint code) {
    return QStringLiteral("U+%1").arg(code, 4, 16, QLatin1Char('0')).toUpper();
}

QString asNumbers(QStringView grapheme) {
    QStringList numbers;
    for (const uint code : grapheme.toUcs4())
        numbers << number(code);
    const QString kind = isEmojiText(grapheme) ? QStringLiteral("emoji ") : QString();
    return QStringLiteral("[%1%2]").arg(kind, numbers.join(QLatin1Char(' ')));
}

QString shownFor(QStringView grapheme, const Fonts::Choice& choice) {
    if (grapheme == QLatin1String("\t"))
        return QStringLiteral("    ");
    return choice.face == Fonts::Face::None ? asNumbers(grapheme) : grapheme.toString();
}

} // namespace

std::vector<ShownRun> shownRuns(const QString& text, qsizetype from, qsizetype to, Fonts& fonts) {
    std::vector<ShownRun> runs;
    const auto show = [&](QStringView shown, const Fonts::Choice& choice) {
        if (runs.empty() || runs.back().choice != choice)
            runs.push_back({{}, choice, {}});
        runs.back().shown += shown;
    };
    std::optional<QTextBoundaryFinder> finder;
    for (qsizetype at = from; at < to;) {
        if (const qsizetype end = plainEnd(text, at, to); end > at) {
            show(QStringView(text).mid(at, end - at), {});
            for (; at < end; ++at)
                runs.back().origin.push_back(at);
            continue;
        }
        const qsizetype end = graphemeEnd(text, at, to, finder);
        const auto grapheme = QStringView(text).mid(at, end - at);
        const Fonts::Choice choice = grapheme == QLatin1String("\t") ? Fonts::Choice() : fonts.choose(grapheme);
        const QString shown = shownFor(grapheme, choice);
        show(shown, choice);
        for (qsizetype i = 0; i < shown.size(); ++i)
            runs.back().origin.push_back(shown == grapheme ? at + i : at);
        at = end;
    }
    return runs;
}

} // namespace core::report
