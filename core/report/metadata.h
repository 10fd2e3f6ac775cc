#pragma once
#include <QDateTime>
#include <QString>
#include <qpdf/QPDF.hh>

namespace core::report {

struct Metadata {
    QString title, author;
    QDateTime made;
    bool archival = true; // claims PDF/A-1b
};

// Info, XMP, language and viewer preferences.
void addMetadata(QPDF& pdf, const Metadata& metadata);

} // namespace core::report
