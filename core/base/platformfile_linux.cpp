#include "core/base/platformfile.h"
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::platform {

namespace {

tl::unexpected<Error> failErrno(int number, const QString& path) {
    const QString name = QFileInfo(path).fileName();
    switch (number) {
    case ENOENT:
        return fail(ErrorCode::NotFound, name);
    case EEXIST:
    case ENOTEMPTY:
        return fail(ErrorCode::AlreadyExists, name);
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull, name);
    case EROFS:
    case EACCES:
    case EPERM:
        return fail(ErrorCode::ReadOnly, name);
    default:
        return fail(ErrorCode::IoFailure, name + QStringLiteral(" errno %1").arg(number));
    }
}

// errno must be read before QByteArray's destructor or close() can change it.
Result<> fromCall(int result, const QString& path) {
    if (result == 0)
        return {};
    return failErrno(errno, path);
}

Result<> syncPath(const QString& path, int flags) {
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return failErrno(errno, path);
    auto synced = fromCall(::fsync(fd), path);
    ::close(fd);
    return synced;
}

Result<> writeAll(int fd, const QByteArray& bytes, const QString& path) {
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return failErrno(n == 0 ? EIO : errno, path);
        done += n;
    }
    return {};
}

} // namespace

Result<> writeNewFile(const QString& path, const QByteArray& bytes) {
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return failErrno(errno, path);
    auto written = writeAll(fd, bytes, path);
    if (::close(fd) != 0 && written) // some file systems report a full disk only here
        written = failErrno(errno, path);
    return written;
}

Result<> syncFile(const QString& path) {
    return syncPath(path, O_RDONLY);
}

Result<> syncFolder(const QString& path) {
    return syncPath(path, O_RDONLY | O_DIRECTORY);
}

Result<> renameOver(const QString& from, const QString& to) {
    return fromCall(::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()), to);
}

Result<> renameNew(const QString& from, const QString& to) {
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return failErrno(errno, to);
    // A file system without RENAME_NOREPLACE: a hard link refuses an existing name just the same.
    if (::link(source.constData(), target.constData()) != 0)
        return failErrno(errno, to);
    return fromCall(::unlink(source.constData()), from);
}

Result<> makeFolder(const QString& path) {
    return fromCall(::mkdir(QFile::encodeName(path).constData(), 0700), path);
}

Result<> removeFile(const QString& path) {
    return fromCall(::unlink(QFile::encodeName(path).constData()), path);
}

Result<> removeEmptyFolder(const QString& path) {
    return fromCall(::rmdir(QFile::encodeName(path).constData()), path);
}

bool isOutOfReach(const QString& path) {
    struct stat ignored = {};
    return ::stat(QFile::encodeName(path).constData(), &ignored) != 0 && errno == EACCES;
}

void shareLikeParent(const QString& path) {
    struct stat parent = {};
    struct stat own = {};
    const QByteArray name = QFile::encodeName(path);
    if (::stat(QFile::encodeName(QFileInfo(path).path()).constData(), &parent) != 0 ||
        ::stat(name.constData(), &own) != 0)
        return; // it stays private, which is safe
    const bool folder = S_ISDIR(own.st_mode);
    (void)::chmod(name.constData(), parent.st_mode & (folder ? 02777U : 0666U));
}

} // namespace core::platform
