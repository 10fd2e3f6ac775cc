#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

// The real tools that a PDF is judged by. None of them may be missing: a tool that does not start is a failure, not a
// skip.
namespace tools {

struct Outcome {
    bool started = false;
    int exitCode = -1;
    QByteArray out, err;
    bool ok() const { return started && exitCode == 0; }
    QByteArray all() const { return out + err; }
};

Outcome run(const QString& program, const QStringList& arguments);
Outcome qpdfCheck(const QString& file, const QString& passphrase = {});
Outcome images(const QString& file); // pdfimages -list
Outcome text(const QString& file, const QString& passphrase = {});
Outcome archival(const QString& file);                                   // Apache Preflight, PDF/A-1b
Outcome accessible(const QString& file, const QString& passphrase = {}); // pdfua_check.py

// The recorded characters of all paragraphs inside elements of `type`, one string each, in the order of the structure
// tree.
std::optional<QStringList> actualTexts(const QString& file, const QString& type);
std::optional<int> elements(const QString& file, const QString& type); // of the structure tree
// Everything a file holds: strings of every object, decoded streams, and what its pages say, as one text.
std::optional<QString> everything(const QString& file, const QString& passphrase = {});

} // namespace tools
