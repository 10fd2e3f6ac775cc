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
    enum class Step { OpenNew, Write, Sync, ReadBack, Rename, SyncFolder, Remove, Read };
    // Test hook: return an ErrorCode to make that step fail for that path; nullptr in the program.
    using Fault = std::function<std::optional<ErrorCode>(Step, const QString& path)>;

    FileStore() = default;
    explicit FileStore(Fault fault) : m_fault(std::move(fault)) {}

    Result<QByteArray> read(const QString& path, qint64 limit = 4 << 20) const;
    Result<> writeNew(const QString& path, const QByteArray& bytes) const; // refuses an existing file (AlreadyExists)
    Result<> replace(const QString& path, const QByteArray& bytes) const;  // the old file stays until the new one is read back
    Result<> remove(const QString& path) const;
    Result<> makeFolder(const QString& path) const;

private:
    Fault m_fault;
};

} // namespace core
