#pragma once
#include <QString>
#include <optional>

namespace core {

// Text that is an encoded file: a `data:` URI, or base64 or hex (one line, wrapped or spaced) that decodes to the head
// of a known picture, video, sound, archive or document. Returns what it looks like ("a JPEG picture"), or nothing. A
// long run that decodes to nothing known is never refused. Linear in the length of the text; 1 MB takes milliseconds.
std::optional<QString> encodedFileIn(QStringView text);

} // namespace core
