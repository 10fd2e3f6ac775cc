#include "ui/widgets/pasteguard.h"
#include "core/base/encodedfile.h"
#include <QCoreApplication>
#include <QMimeData>
#include <QUrl>
#include <algorithm>

namespace ui {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ui::PasteGuard", text);
}

bool holdsFiles(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
}

// Asks for the names of the flavours only, never for the picture.
bool holdsPicture(const QMimeData& data) {
    const QStringList formats = data.formats();
    return std::any_of(formats.begin(), formats.end(), [](const QString& format) {
        return format.startsWith(QLatin1String("image/")) || format == QLatin1String("application/x-qt-image");
    });
}

bool holdsMoreThanWords(const QMimeData& data) {
    const QStringList formats = data.formats();
    return std::any_of(formats.begin(), formats.end(), [](const QString& format) {
        return format == QLatin1String("text/html") || format == QLatin1String("text/rtf") ||
               format == QLatin1String("text/richtext") || format == QLatin1String("application/rtf");
    });
}

QString words(const QMimeData& data) {
    return data.hasFormat(QStringLiteral("text/plain")) ? data.text() : QString();
}

} // namespace

Paste readPaste(const QMimeData& data, bool dropped) {
    if (holdsFiles(data))
        return {{},
                dropped ? say("A file cannot be dropped here: this record holds words only. Leave it where it is and "
                              "write what it is; "
                              "if it may be evidence, the police collect the device.")
                        : say("A file cannot be pasted here: this record holds words only. Leave it where it is and "
                              "write what it is; "
                              "if it may be evidence, the police collect the device.")};
    const QString text = words(data);
    if (text.isEmpty())
        return {{},
                holdsPicture(data) ? say("A picture cannot be put here: this record never holds one. Leave it where it "
                                         "is, do not copy it, and write "
                                         "in words what was seen; the police collect the device.")
                                   : say("There are no words to paste. Copy the words and paste them again.")};
    if (const auto sentence = encodedFileSentence(text))
        return {{}, *sentence};
    if (holdsPicture(data) || holdsMoreThanWords(data))
        return {text, say("Only the words were pasted.")};
    return {text, {}};
}

std::optional<QString> encodedFileSentence(QStringView text) {
    if (!core::encodedFileIn(text))
        return std::nullopt;
    return say("These letters are a file in disguise, such as a picture, and were not taken. Leave the file where it "
               "is and write in words "
               "what it is.");
}

} // namespace ui
