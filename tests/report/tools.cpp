#include "tools.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace tools {

namespace {

const QString python = QStringLiteral("/usr/bin/python3");

QStringList withPassphrase(QStringList arguments, const QString& passphrase) {
    if (!passphrase.isEmpty())
        arguments << passphrase;
    return arguments;
}

QString preflightClasses() {
    QStringList jars;
    for (const char* name : {"preflight", "xmpbox", "pdfbox2", "fontbox2", "commons-io", "commons-logging",
                             "javax.activation", "jaxb-api"})
        jars << QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name));
    return jars.join(u':');
}

} // namespace

Outcome run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    Outcome outcome;
    outcome.started =
        process.waitForStarted() && process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    outcome.exitCode = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

Outcome qpdfCheck(const QString& file, const QString& passphrase) {
    return run(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("--password=") + passphrase, file});
}

Outcome images(const QString& file) {
    return run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
}

Outcome text(const QString& file, const QString& passphrase) {
    return run(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), QStringLiteral("-upw"), passphrase, file, QStringLiteral("-")});
}

Outcome archival(const QString& file) {
    return run(QStringLiteral("java"), {QStringLiteral("-cp"), preflightClasses(),
                                        QStringLiteral("org.apache.pdfbox.preflight.Validator_A1b"), file});
}

Outcome accessible(const QString& file, const QString& passphrase) {
    return run(python, withPassphrase({QStringLiteral(PDF_CHECK), file}, passphrase));
}

std::optional<QStringList> actualTexts(const QString& file, const QString& type) {
    const Outcome outcome = run(python, {QStringLiteral(PDF_CONTENT), QStringLiteral("actual"), file, type});
    if (!outcome.ok())
        return std::nullopt;
    QStringList texts;
    for (const QJsonValue& value : QJsonDocument::fromJson(outcome.out).array())
        texts << value.toString();
    return texts;
}

std::optional<int> elements(const QString& file, const QString& type) {
    const Outcome outcome = run(python, {QStringLiteral(PDF_CONTENT), QStringLiteral("types"), file});
    return outcome.ok() ? std::optional(QJsonDocument::fromJson(outcome.out).object().value(type).toInt())
                        : std::nullopt;
}

std::optional<QString> everything(const QString& file, const QString& passphrase) {
    const Outcome outcome =
        run(python, withPassphrase({QStringLiteral(PDF_CONTENT), QStringLiteral("all"), file}, passphrase));
    return outcome.ok() ? std::optional(QString::fromUtf8(outcome.out)) : std::nullopt;
}

} // namespace tools
