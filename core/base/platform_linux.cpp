#include "core/base/platform.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

namespace core::platform {

namespace {

const QString sharedPlace = QStringLiteral("/var/lib/firsthand");

bool mayWrite(const QString& path) {
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK | X_OK, AT_EACCESS) == 0;
}

// The folder itself if it is there, else the nearest one above it that is.
QString nearestExisting(const QString& folder) {
    QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    while (!QFileInfo::exists(path)) {
        const QString above = QFileInfo(path).path();
        if (above == path)
            break;
        path = above;
    }
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

QString groupName(gid_t id) {
    const ::group* found = ::getgrgid(id);
    return found ? QString::fromLocal8Bit(found->gr_name) : QString::number(id);
}

// Most systems give every account a group of its own, named like it: nobody else is in that.
bool isGroupOfOneAccount(gid_t id) {
    const ::passwd* owner = ::getpwnam(groupName(id).toLocal8Bit().constData());
    const ::group* found = ::getgrgid(id);
    return owner && owner->pw_gid == id && found && (!found->gr_mem || !*found->gr_mem);
}

// mountinfo writes space, tab, newline and backslash as \ooo.
QString unescaped(const QByteArray& field) {
    QByteArray out;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool octal = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&octal, 8) : 0;
        out += octal ? char(code) : field[i];
        i += octal ? 3 : 0;
    }
    return QFile::decodeName(out);
}

QString networkName(const QByteArray& type) {
    static const QList<QPair<QByteArray, QString>> names = {
        {"cifs", QStringLiteral("SMB")},
        {"smb3", QStringLiteral("SMB")},
        {"smbfs", QStringLiteral("SMB")},
        {"nfs", QStringLiteral("NFS")},
        {"nfs4", QStringLiteral("NFS")},
        {"fuse.sshfs", QStringLiteral("SSHFS")},
        {"fuse.rclone", QStringLiteral("rclone")},
        {"fuse.gvfsd-fuse", QStringLiteral("GVfs")},
        {"fuse.davfs", QStringLiteral("WebDAV")},
        {"davfs", QStringLiteral("WebDAV")},
        {"afs", QStringLiteral("AFS")},
        {"ceph", QStringLiteral("Ceph")},
        {"fuse.glusterfs", QStringLiteral("GlusterFS")},
        {"fuse.s3fs", QStringLiteral("S3")},
        {"ncpfs", QStringLiteral("NetWare")},
        {"fuse.kio-fuse", QStringLiteral("KIO")},
        {"fuse.google-drive-ocamlfuse", QStringLiteral("Google Drive")},
        {"fuse.onedriver", QStringLiteral("OneDrive")}};
    for (const auto& [known, name] : names) {
        if (type == known)
            return name;
    }
    return {};
}

QString syncNameOf(const QString& folderName) {
    static const QList<QPair<QString, QString>> names = {
        {QStringLiteral("dropbox"), QStringLiteral("Dropbox")},
        {QStringLiteral("onedrive"), QStringLiteral("OneDrive")},
        {QStringLiteral("google drive"), QStringLiteral("Google Drive")},
        {QStringLiteral("googledrive"), QStringLiteral("Google Drive")},
        {QStringLiteral("nextcloud"), QStringLiteral("Nextcloud")},
        {QStringLiteral("owncloud"), QStringLiteral("ownCloud")},
        {QStringLiteral("icloud"), QStringLiteral("iCloud")},
        {QStringLiteral("box sync"), QStringLiteral("Box")},
        {QStringLiteral("megasync"), QStringLiteral("MEGA")},
        {QStringLiteral("pclouddrive"), QStringLiteral("pCloud")}};
    const QString lower = folderName.toLower();
    for (const auto& [start, name] : names) {
        // "OneDrive - Elmbridge School" and "Dropbox (Work)" too, "onedrivers" not.
        if (lower == start || (lower.startsWith(start) && !lower.at(start.size()).isLetterOrNumber()))
            return name;
    }
    return {};
}

QString syncMarkIn(const QString& folder) {
    static const QList<QPair<QString, QString>> marks = {
        {QStringLiteral(".dropbox"), QStringLiteral("Dropbox")},
        {QStringLiteral(".dropbox.cache"), QStringLiteral("Dropbox")},
        {QStringLiteral(".stfolder"), QStringLiteral("Syncthing")},
        {QStringLiteral(".nextcloudsync.log"), QStringLiteral("Nextcloud")},
        {QStringLiteral(".owncloudsync.log"), QStringLiteral("ownCloud")},
        {QStringLiteral(".tmp.drivedownload"), QStringLiteral("Google Drive")},
        {QStringLiteral(".849C9593-D756-4E56-8D6E-42412F2A707B"), QStringLiteral("OneDrive")}};
    for (const auto& [mark, name] : marks) {
        if (QFileInfo::exists(folder + QLatin1Char('/') + mark))
            return name;
    }
    return {};
}

} // namespace

void hardenProcess() {
    (void)::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none = {0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
}

QString proposedVaultFolder() {
    if (QFileInfo(sharedPlace).isDir() && mayWrite(sharedPlace))
        return sharedPlace + QStringLiteral("/records");
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (QFileInfo(documents).isDir() && mayWrite(documents) && remoteKind(documents).isEmpty())
        return documents + QStringLiteral("/Firsthand records");
    return profileFolder() + QStringLiteral("/records");
}

QString profileFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/firsthand");
}

QString networkMountOf(const QString& path, const QByteArray& mountInfo) {
    QString longest;
    QByteArray type;
    for (const QByteArray& line : mountInfo.split('\n')) {
        const qsizetype dash = line.indexOf(" - ");
        const QList<QByteArray> left = line.left(dash).split(' ');
        if (dash < 0 || left.size() < 5)
            continue;
        const QString point = unescaped(left[4]);
        const QString below = point.endsWith(QLatin1Char('/')) ? point : point + QLatin1Char('/');
        // `>=`: of two mounts on one point the later one is seen.
        if ((path == point || path.startsWith(below)) && point.size() >= longest.size()) {
            longest = point;
            type = line.mid(dash + 3).split(' ').value(0);
        }
    }
    return networkName(type);
}

QString remoteKind(const QString& folder) {
    const QString real = nearestExisting(folder);
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (mounts.open(QIODevice::ReadOnly)) {
        if (const QString network = networkMountOf(real, mounts.readAll()); !network.isEmpty())
            return network;
    }
    const QString whole = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    for (QString path = whole;; path = QFileInfo(path).path()) {
        QString sync = syncNameOf(QFileInfo(path).fileName());
        if (sync.isEmpty())
            sync = syncMarkIn(path);
        if (!sync.isEmpty() || path == QFileInfo(path).path())
            return sync;
    }
}

Reach reachOf(const QString& folder) {
    const QString place = nearestExisting(folder);
    struct stat there = {};
    if (!QFileInfo(place).isDir() || !mayWrite(place) || ::stat(QFile::encodeName(place).constData(), &there) != 0)
        return {};
    bool everybody = (there.st_mode & S_IRWXO) == S_IRWXO;
    bool group = (there.st_mode & S_IRWXG) == S_IRWXG && !isGroupOfOneAccount(there.st_gid);
    for (QString path = place; path != QFileInfo(path).path();) {
        path = QFileInfo(path).path();
        struct stat above = {};
        const bool known = ::stat(QFile::encodeName(path).constData(), &above) == 0;
        const bool letsAll = known && (above.st_mode & S_IXOTH);
        everybody = everybody && letsAll;
        group = group && (letsAll || (known && (above.st_mode & S_IXGRP) && above.st_gid == there.st_gid));
    }
    if (everybody)
        return {Reach::Who::Everybody, {}};
    return group ? Reach{Reach::Who::Group, groupName(there.st_gid)} : Reach{Reach::Who::OwnAccount, {}};
}

qint64 monotonicMs() {
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

QString bootId() {
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

bool isWritableFolder(const QString& folder) {
    return QFileInfo(folder).isDir() && mayWrite(folder);
}

} // namespace core::platform
