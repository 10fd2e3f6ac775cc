#include "ui/shell/unopened.h"
#include "ui/widgets/errortext.h"
#include <QCoreApplication>

namespace ui::shell {

QString unopenedText(const std::vector<core::vault::Vault::Unopened>& unopened) {
    const auto say = [](const char* text) { return QCoreApplication::translate("ui::shell::Unopened", text); };
    QStringList lines;
    for (const auto& one : unopened) {
        const QString folder = QStringLiteral("cases/") + one.id.toString();
        if (one.error.code == core::ErrorCode::NotFound)
            lines << say("Case %1: its folder, %2, or what opens it, is gone. Restore it from a backup.")
                         .arg(one.code, folder);
        else if (one.error.code == core::ErrorCode::Busy)
            lines << say("Case %1 is in use by another program on this PC. Lock and unlock again to open it.")
                         .arg(one.code);
        else
            lines << say("Case %1: %2 Delete nothing of it: whoever restores it needs what is in %3.")
                         .arg(one.code, errorText(one.error), folder);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui::shell
