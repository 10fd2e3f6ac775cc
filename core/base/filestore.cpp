#include "core/base/filestore.h"
#include "core/base/platformfile.h"
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace core {

Result<> FileStore::step(Step step, const QString& path) const {
    if (m_fault) {
        if (const auto code = m_fault(step, path))
            return fail(*code, QFileInfo(path).fileName());
    }
    return {};
}

Result<QByteArray> FileStore::read(const QString& path, qint64 limit) const {
    const QString name = QFileInfo(path).fileName();
    if (auto fine = step(Step::Read, path); !fine)
        return fail(fine.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(file.exists() || platform::isOutOfReach(path) ? ErrorCode::Unreadable : ErrorCode::NotFound, name);
    if (file.size() > limit)
        return fail(ErrorCode::Damaged, name + QStringLiteral(" is too large"));
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Unreadable, name);
    return bytes;
}

Result<> FileStore::synced(const QString& beside, const QString& path, Durable durable) const {
    if (durable == Durable::Nothing)
        return {};
    if (auto fine = step(Step::Sync, path); !fine)
        return fine;
    return platform::syncFile(beside);
}

// The new file's own name, or an error with nothing left beside `path`.
Result<QString> FileStore::writeBeside(const QString& path, const QByteArray& bytes, Durable durable,
                                       Shared shared) const {
    const QString beside =
        path + QStringLiteral(".%1.new").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    const auto written = [&]() -> Result<void> {
        for (const Step before : {Step::OpenNew, Step::Write}) {
            if (auto fine = step(before, path); !fine)
                return fine;
        }
        if (auto fine = platform::writeNewFile(beside, bytes); !fine)
            return fine;
        if (auto fine = synced(beside, path, durable); !fine)
            return fine;
        if (shared == Shared::LikeParent)
            platform::shareLikeParent(beside);
        if (auto fine = step(Step::ReadBack, path); !fine)
            return fine;
        const auto back = FileStore().read(beside, bytes.size());
        if (!back || *back != bytes)
            return fail(ErrorCode::IoFailure, QStringLiteral("read back differs: ") + QFileInfo(path).fileName());
        return {};
    }();
    if (written)
        return beside;
    if (QFile::exists(beside) && step(Step::Remove, beside))
        (void)platform::removeFile(beside); // the first failure is the one to tell
    return fail(written.error());
}

Result<> FileStore::putInPlace(const QString& from, const QString& to, bool mayReplace, Durable durable) const {
    auto renamed = step(Step::Rename, to);
    if (renamed)
        renamed = mayReplace ? platform::renameOver(from, to) : platform::renameNew(from, to);
    if (!renamed) {
        if (step(Step::Remove, from))
            (void)platform::removeFile(from);
        return renamed;
    }
    if (durable != Durable::FileAndFolder)
        return {};
    if (auto fine = step(Step::SyncFolder, to); !fine)
        return fine;
    return platform::syncFolder(QFileInfo(to).path());
}

Result<> FileStore::writeNew(const QString& path, const QByteArray& bytes) const {
    if (QFileInfo::exists(path))
        return fail(ErrorCode::AlreadyExists, QFileInfo(path).fileName());
    const auto beside = writeBeside(path, bytes, Durable::FileAndFolder);
    if (!beside)
        return fail(beside.error());
    return putInPlace(*beside, path, false, Durable::FileAndFolder);
}

Result<> FileStore::replace(const QString& path, const QByteArray& bytes, Durable durable) const {
    const auto beside = writeBeside(path, bytes, durable);
    if (!beside)
        return fail(beside.error());
    return putInPlace(*beside, path, true, durable);
}

Result<QString> FileStore::prepare(const QString& path, const QByteArray& bytes) const {
    if (QFileInfo::exists(path))
        return fail(ErrorCode::AlreadyExists, QFileInfo(path).fileName());
    return writeBeside(path, bytes, Durable::File, Shared::No);
}

// Once it has its name it is there: a folder that cannot be synced is no reason to say that it is not.
Result<> FileStore::place(const QString& prepared, const QString& path) const {
    if (auto fine = putInPlace(prepared, path, false, Durable::File); !fine)
        return fine;
    if (step(Step::SyncFolder, path))
        (void)platform::syncFolder(QFileInfo(path).path());
    return {};
}

Result<> FileStore::remove(const QString& path) const {
    if (auto fine = step(Step::Remove, path); !fine)
        return fine;
    return platform::removeFile(path);
}

Result<> FileStore::makeFolder(const QString& path) const {
    if (auto fine = step(Step::MakeFolder, path); !fine)
        return fine;
    if (auto fine = platform::makeFolder(path); !fine)
        return fine;
    platform::shareLikeParent(path);
    return platform::syncFolder(QFileInfo(path).path());
}

Result<> FileStore::removeFolder(const QString& path) const {
    if (auto fine = step(Step::Remove, path); !fine)
        return fine;
    return platform::removeEmptyFolder(path);
}

} // namespace core
