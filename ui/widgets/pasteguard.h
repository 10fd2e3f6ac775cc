#pragma once
#include <QString>
#include <optional>

class QMimeData;

namespace ui {

// What may come into a text field from the clipboard or a drop: words, and nothing else. The program never asks for
// picture data.
struct Paste {
    std::optional<QString> words; // what to insert; absent: refused
    QString sentence;             // to be said; empty: nothing to say
};
Paste readPaste(const QMimeData& data, bool dropped);

// Text typed or pasted that is an encoded file: the sentence that refuses it, or nothing.
std::optional<QString> encodedFileSentence(QStringView text);

} // namespace ui
