#pragma once
#include "core/guide/guide.h"
#include "core/record/casefile.h"
#include "tests/vault/madevault.h"
#include <QTest>

// Outside every namespace: the macro declares a function there.
inline void wakeGuideOfTests() {
    Q_INIT_RESOURCE(firsthand_guide);
}

namespace tests {

// A real sealed case in a temporary vault, opened as the window opens it.
class OpenedCase {
public:
    OpenedCase() {
        wakeGuideOfTests();
        auto loaded = core::guide::Guide::load();
        auto unlocked = m_made.unlock();
        if (!m_made.isOk() || !loaded || !unlocked)
            return;
        guide = std::move(*loaded);
        vault = std::move(*unlocked);
        if (auto ledger = vault->createCase())
            file = std::make_unique<core::record::CaseFile>(std::move(*ledger), guide, *vault);
    }
    bool isOk() const { return file != nullptr; }
    core::Result<core::EntryId> record(const char* kind, const char* occurred, const QJsonObject& fields) {
        core::record::Recording recording;
        recording.kind = QString::fromLatin1(kind);
        recording.occurred = core::Occurred::parse(QString::fromLatin1(occurred)).value_or(core::Occurred());
        recording.fields = fields;
        return file->record(recording);
    }

    // As a page keeps it while it is typed.
    bool draft(const QString& form, const QJsonObject& fields, const char* occurred = "") {
        core::ledger::Draft draft;
        draft.author = vault->self().id;
        draft.kind = form + QStringLiteral("/1");
        draft.saved = QDateTime::currentDateTimeUtc();
        draft.content = {{QStringLiteral("fields"), fields}, {QStringLiteral("occurred"), QLatin1String(occurred)}};
        return file->saveDraft(draft).has_value();
    }

    core::guide::Guide guide;
    std::unique_ptr<core::vault::Vault> vault;
    std::unique_ptr<core::record::CaseFile> file;

private:
    MadeVault m_made;
};

} // namespace tests
