#pragma once
#include "core/base/result.h"
#include <QByteArray>
#include <QString>
#include <functional>

namespace core {

// Every small file of the vault and profile goes through here, so that fault injection reaches them all.
// A write is: new file → fsync → read back and compare → rename → fsync of the folder.
class FileStore {
public:
    enum class Step { OpenNew, Write, Sync, ReadBack, Rename, SyncFolder, Remove, Read, MakeFolder };
    // Test hook: return an ErrorCode to make that step fail for that path; nullptr in the program.
    using Fault = std::function<std::optional<ErrorCode>(Step, const QString& path)>;

    // How much of a replacement must have reached the disk when it returns. After a power cut, File leaves the old or
    // the new content; Nothing may lose the file where the file system does not order a rename after the data.
    enum class Durable { FileAndFolder, File, Nothing };

    FileStore() = default;
    explicit FileStore(Fault fault) : m_fault(std::move(fault)) {}

    Result<QByteArray> read(const QString& path,
                            qint64 limit = 4 << 20) const;                 // NotFound, Unreadable; Damaged past limit
    Result<> writeNew(const QString& path, const QByteArray& bytes) const; // refuses an existing file (AlreadyExists)
    Result<>
    replace(const QString& path, const QByteArray& bytes,
            Durable durable = Durable::FileAndFolder) const; // the old file stays until the new one is read back
    // writeNew in two halves, for a file that must wait for something else: written, synced and read back under a name
    // of its own, for its owner's eyes only; then put in its place, never over another file, or taken away again.
    Result<QString> prepare(const QString& path, const QByteArray& bytes) const; // its own name; AlreadyExists
    Result<> place(const QString& prepared, const QString& path) const;          // an error leaves neither
    Result<> remove(const QString& path) const;                                  // a file; NotFound
    Result<> makeFolder(const QString& path) const;                              // one level; AlreadyExists
    Result<> removeFolder(const QString& path) const;                            // an empty one

private:
    Result<> step(Step step, const QString& path) const;
    Result<> synced(const QString& beside, const QString& path, Durable durable) const;
    enum class Shared { LikeParent, No };
    Result<QString> writeBeside(const QString& path, const QByteArray& bytes, Durable durable,
                                Shared shared = Shared::LikeParent) const;
    Result<> putInPlace(const QString& from, const QString& to, bool mayReplace, Durable durable) const;
    Fault m_fault;
};

} // namespace core
