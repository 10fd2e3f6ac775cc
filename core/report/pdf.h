#pragma once
#include "core/base/result.h"
#include "core/report/document.h"
#include <QByteArray>

namespace core::report {

struct Pdf {
    QByteArray bytes;
    int pages = 0;
    QByteArray sha256; // of bytes
};

// Tagged PDF: PDF/A-1b and PDF/UA when it is not encrypted; AES-256 with a passphrase. No image in it, ever. In memory
// only. Needs a QGuiApplication (offscreen will do) and the fonts of resources/third_party.
Result<Pdf> writePdf(const Document& document, const QString& passphrase = {},
                     const QDateTime& made = QDateTime::currentDateTimeUtc());

} // namespace core::report
