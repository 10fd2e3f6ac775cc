#pragma once
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace ui {

// Made-up cases in a folder that is gone with the program: made by firsthand-tool, which stands beside it.
class SampleVault : public QObject {
    Q_OBJECT
public:
    explicit SampleVault(QObject* parent = nullptr);
    static QString toolPath(); // empty: not installed
    void make();
    QString folder() const;
    QString logInName() const { return m_name; }
    QString passphrase() const { return m_passphrase; } // of people who do not exist: may be shown

signals:
    void ready();
    void failed();

private:
    void finished();
    QTemporaryDir m_place;
    QProcess m_tool;
    QString m_name, m_passphrase;
};

} // namespace ui
