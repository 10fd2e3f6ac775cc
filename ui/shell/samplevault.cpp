#include "ui/shell/samplevault.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace ui {

SampleVault::SampleVault(QObject* parent) : QObject(parent) {
    connect(&m_tool, &QProcess::finished, this, &SampleVault::finished);
    connect(&m_tool, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed();
    });
}

QString SampleVault::toolPath() {
    return QStandardPaths::findExecutable(QStringLiteral("firsthand-tool"), {QCoreApplication::applicationDirPath()});
}

QString SampleVault::folder() const {
    return m_place.filePath(QStringLiteral("made-up"));
}

void SampleVault::make() {
    if (!m_place.isValid()) {
        emit failed();
        return;
    }
    m_tool.start(toolPath(),
                 {QStringLiteral("sample"), folder(), QStringLiteral("--cases"), QStringLiteral("4"),
                  QStringLiteral("--entries"), QStringLiteral("30"), QStringLiteral("--seed"), QStringLiteral("7")});
}

void SampleVault::finished() {
    const QJsonObject logIn = QJsonDocument::fromJson(m_tool.readAllStandardOutput()).object();
    m_name = logIn.value(QLatin1String("name")).toString();
    m_passphrase = logIn.value(QLatin1String("passphrase")).toString();
    if (m_tool.exitStatus() != QProcess::NormalExit || m_tool.exitCode() != 0 || m_name.isEmpty() ||
        m_passphrase.isEmpty())
        emit failed();
    else
        emit ready();
}

} // namespace ui
