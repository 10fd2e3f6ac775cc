#include "core/report/fonts.h"
#include "core/report/look.h"
#include <QFontDatabase>
#include <QGlyphRun>
#include <QResource>
#include <QTextLayout>

inline void wakeFonts() {
    Q_INIT_RESOURCE(firsthand_fonts);
}

namespace core::report {

namespace {

constexpr std::array families{"Noto Sans", "Noto Naskh Arabic", "Noto Emoji"};
constexpr std::array faceFiles{"NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoEmoji-Regular"};
constexpr char32_t emojiSelector = 0xFE0F;

QString fontFile(const char* name) {
    return QStringLiteral(":/firsthand/third_party/fonts/%1.ttf").arg(QLatin1String(name));
}

bool registerFonts() {
    wakeFonts();
    for (const char* name :
         {"NotoSans-Regular", "NotoSans-Bold", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", "NotoEmoji-Regular"})
        if (QFontDatabase::addApplicationFont(fontFile(name)) < 0)
            return false;
    return true;
}

// Joiners, selectors and direction marks have no ink: a face need not have them.
bool isIgnorable(char32_t c) {
    return c == 0x00AD || c == 0x034F || c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= emojiSelector) || c == 0xFEFF ||
           (c >= 0xE0020 && c <= 0xE007F);
}

// A font of bitmaps would put pictures into the PDF.
bool hasOutlines(const QRawFont& font) {
    const auto has = [&](const char* table) { return !font.fontTable(table).isEmpty(); };
    return (has("glyf") || has("CFF ")) && !has("CBDT") && !has("sbix") && !has("COLR") && !has("SVG ");
}

} // namespace

bool isPlainLatin(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0x20 && u < 0x7F) || (u >= 0xA0 && u < 0x250);
}

bool isEmojiText(QStringView grapheme) {
    const auto codes = grapheme.toUcs4();
    if (codes.isEmpty() || codes.contains(0xFE0E))
        return false;
    const char32_t first = codes.first();
    return codes.contains(emojiSelector) || (first >= 0x1F000 && first <= 0x1FAFF);
}

Result<Fonts> Fonts::load() {
    static const bool registered = registerFonts(); // the font database is one for the whole process
    if (!registered)
        return fail(ErrorCode::ResourceBroken, QStringLiteral("fonts"));
    return Fonts();
}

bool Fonts::covers(Face face, QStringView grapheme) const {
    QRawFont& font = m_bundled[size_t(face)];
    if (!font.isValid())
        font = QRawFont(fontFile(faceFiles[size_t(face)]), 12);
    for (const uint code : grapheme.toUcs4())
        if (!isIgnorable(code) && !font.supportsCharacter(code))
            return false;
    return true;
}

// Asks Qt to lay the letters out with every font of this computer, and looks which one it took.
QString Fonts::foreignFamily(QStringView grapheme) const {
    QFont any{QString::fromLatin1(families[0])};
    any.setPixelSize(100);
    QTextLayout layout(grapheme.toString(), any);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QString family;
    for (const QGlyphRun& run : layout.glyphRuns()) {
        if (run.glyphIndexes().contains(0U) || !hasOutlines(run.rawFont()) ||
            (!family.isEmpty() && family != run.rawFont().familyName()))
            return {};
        family = run.rawFont().familyName();
    }
    return family;
}

Fonts::Choice Fonts::chooseAnew(QStringView grapheme) {
    const bool emoji = isEmojiText(grapheme);
    if (emoji && covers(Face::Emoji, grapheme))
        return {Face::Emoji, {}};
    for (const Face face : {Face::Sans, Face::Arabic, Face::Emoji})
        if (covers(face, grapheme))
            return {face, {}};
    const QString family = emoji ? QString() : foreignFamily(grapheme);
    if (family.isEmpty()) {
        m_numbersUsed = true;
        return {Face::None, {}};
    }
    if (!m_foreign.contains(family))
        m_foreign << family;
    return {Face::Foreign, family};
}

Fonts::Choice Fonts::choose(QStringView grapheme) {
    if (grapheme.size() == 1 && isPlainLatin(grapheme[0]))
        return {};
    const QString key = grapheme.toString();
    if (const auto known = m_chosen.constFind(key); known != m_chosen.cend())
        return *known;
    return *m_chosen.insert(key, chooseAnew(grapheme));
}

QFont Fonts::font(const Choice& choice, double points, bool bold) const {
    const bool bundled = choice.face == Face::Sans || choice.face == Face::Arabic || choice.face == Face::Emoji;
    const size_t index = bundled ? size_t(choice.face) : 0;
    QFont font(choice.face == Face::Foreign ? choice.family : QString::fromLatin1(families[index]));
    font.setPixelSize(qRound(points * look::pt));
    font.setBold(bold && choice.face != Face::Emoji);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferQuality | QFont::NoFontMerging));
    if (choice.face == Face::Sans)
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02); // switches ligatures off: copied text keeps its letters
    return font;
}

} // namespace core::report
