#pragma once
#include <QCommandLineParser>
#include <QString>

// One thing that firsthand-tool does. Files: one a command.
namespace tool {

// What a script sees. In --help as well.
enum Exit {
    Done = 0,
    Wrong = 1,     // verify: something is not as it must be; import: a line was refused
    Usage = 2,     // an option or argument that is missing or not known
    NotOpened = 3, // the vault or the case could not be opened
    Failed = 4,    // anything else: a full disk, a file that cannot be read or written
};

struct Command {
    const char* name;
    const char* arguments; // "DIR CASE FILE.jsonl"
    const char* summary;
    void (*addOptions)(QCommandLineParser& parser);
    int (*run)(const QCommandLineParser& parser); // positional arguments without the command's name
};

extern const Command sampleCommand, verifyCommand, casesCommand, showCommand, importCommand, exportCommand;

void say(const QString& line);                   // stdout
int complain(const QString& line, int exitCode); // one line on stderr; returns the code

} // namespace tool
