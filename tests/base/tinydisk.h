#pragma once
#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <sys/mount.h>
#include <unistd.h>

// A file system of a few kilobytes, for a disk that is really full or really read-only. Needs root; ask isMounted().
class TinyDisk {
public:
    explicit TinyDisk(qint64 bytes) {
        const QByteArray options = "size=" + QByteArray::number(bytes) + ",mode=0700";
        m_mounted = m_dir.isValid() && ::mount("tmpfs", at().constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~TinyDisk() {
        if (m_mounted)
            ::umount2(at().constData(), MNT_DETACH);
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;

    bool isMounted() const { return m_mounted; }
    QString path() const { return m_dir.path(); }
    bool makeReadOnly() const {
        return ::mount("tmpfs", at().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray at() const { return QFile::encodeName(m_dir.path()); }
    QTemporaryDir m_dir;
    bool m_mounted = false;
};
