#pragma once
#include <QString>

namespace core::platform {

// First thing in main: no core dumps, memory not readable by other programs of the same user. Linux: PR_SET_DUMPABLE,
// RLIMIT_CORE.
void hardenProcess();

// Where set-up proposes to keep the records: /var/lib/firsthand where IT staff have made it for everybody, else the
// user's documents, or their data folder where there are none or they lie on a network or are synced.
QString proposedVaultFolder();
QString profileFolder(); // per user, outside the vault: anchors. $XDG_DATA_HOME/firsthand

// Network mounts (SMB, NFS, SSHFS …) and folders of known sync programs: the name of what it is, or empty for a local
// folder.
QString remoteKind(const QString& folder);
// The first half of it: the kind of network mount that `path` lies on, by the text of /proc/self/mountinfo; empty if
// none.
QString networkMountOf(const QString& path, const QByteArray& mountInfo);

// Which accounts of this PC could work in a folder made at this path. A new folder gets the permissions of the one it
// lies in, and every folder on the way has to let them through; so this looks at the nearest one that is there.
struct Reach {
    enum class Who { Nobody, OwnAccount, Group, Everybody }; // Nobody: not even the own account may write there
    Who who = Who::Nobody;
    QString group; // its name, for Group
    bool operator==(const Reach&) const = default;
};
Reach reachOf(const QString& folder);

qint64 monotonicMs(); // since boot, suspend included
QString bootId();     // changes at each start of the PC
bool isWritableFolder(const QString& folder);

} // namespace core::platform
