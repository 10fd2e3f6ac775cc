#include "app/tool/importline.h"
#include "core/record/recordable.h"
#include <QJsonDocument>

namespace tool {

namespace {

using core::record::CaseState;
using core::record::Recording;
using Step = tl::expected<void, LineProblem>;

tl::unexpected<LineProblem> problem(const QString& field, const char* sentence) {
    return tl::unexpected(LineProblem{field, QString::fromUtf8(sentence)});
}

Step onlyKnownKeys(const QJsonObject& line) {
    static const QStringList known{QStringLiteral("form"), QStringLiteral("occurred"), QStringLiteral("fields"),
                                   QStringLiteral("id"),   QStringLiteral("amends"),   QStringLiteral("reason"),
                                   QStringLiteral("rails")};
    for (const QString& key : line.keys())
        if (!known.contains(key))
            return problem(key, "This is no part of a line. Lines hold form, occurred and fields.");
    return {};
}

Step readForm(const QJsonObject& line, const CaseState& state, Recording& recording) {
    const QString wanted = line.value(QLatin1String("form")).toString();
    const auto* form = wanted.contains(QLatin1Char('/')) ? state.guide->formOfKind(wanted) : state.guide->form(wanted);
    if (!form)
        return problem(QStringLiteral("form"), "There is no form of that name.");
    recording.kind = form->kind();
    return {};
}

Step readOccurred(const QJsonObject& line, Recording& recording) {
    const QJsonValue value = line.value(QLatin1String("occurred"));
    if (value.isUndefined() || value.toString().isEmpty())
        return value.isUndefined() || value.isString() ? Step()
                                                       : problem(QStringLiteral("occurred"), "Write the time as text.");
    const auto occurred = core::Occurred::parse(value.toString());
    if (!occurred)
        return problem(QStringLiteral("occurred"),
                       "There is no such day or time, or it is not written as 2026-11-18 or 2026-11-18T16:30+00:00.");
    recording.occurred = *occurred;
    return {};
}

Step readFields(const QJsonObject& line, Recording& recording) {
    if (!line.value(QLatin1String("fields")).isObject())
        return problem(QStringLiteral("fields"), "The answers are missing: write them as {\"field\": answer}.");
    recording.fields = line.value(QLatin1String("fields")).toObject();
    for (const QString& key : recording.fields.keys())
        if (key.startsWith(QLatin1Char('_')))
            return problem(QStringLiteral("fields.") + key, "Names beginning with _ are the program's own.");
    return {};
}

Step readIds(const QJsonObject& line, const CaseState& state, Recording& recording) {
    if (const QJsonValue id = line.value(QLatin1String("id")); !id.isUndefined()) {
        const auto parsed = core::EntryId::parse(id.toString());
        if (!parsed)
            return problem(QStringLiteral("id"), "An id is a UUID in lower case.");
        if (state.entry(*parsed))
            return problem(QStringLiteral("id"), "An entry of this id is recorded already.");
        recording.id = *parsed;
    }
    if (const QJsonValue amends = line.value(QLatin1String("amends")); !amends.isUndefined()) {
        recording.amends = core::EntryId::parse(amends.toString());
        if (!recording.amends)
            return problem(QStringLiteral("amends"), "An id is a UUID in lower case.");
        recording.amendReason = line.value(QLatin1String("reason")).toString();
    }
    return {};
}

// The guard-rails it goes past, each with the reason that the line gives.
Step readRails(const QJsonObject& line, const CaseState& state, Recording& recording) {
    const QJsonObject reasons = line.value(QLatin1String("rails")).toObject();
    for (const auto* rail : core::record::recordingRails(recording, state, state.facts)) {
        const QString reason = reasons.value(rail->id).toString();
        if (rail->stop)
            return tl::unexpected(LineProblem{QStringLiteral("rails.") + rail->id, rail->text});
        if (rail->reasonAsked && reason.trimmed().isEmpty())
            return tl::unexpected(LineProblem{QStringLiteral("rails.") + rail->id,
                                              rail->text + QStringLiteral(" Going on takes a reason.")});
        if (!reason.isEmpty())
            recording.rails.append({rail->id, reason});
    }
    return {};
}

} // namespace

tl::expected<Recording, LineProblem> readImportLine(const QByteArray& bytes, const CaseState& state) {
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (!document.isObject())
        return problem(QStringLiteral("the whole line"), "This is not one JSON object in UTF-8.");
    const QJsonObject line = document.object();
    Recording recording;
    Step step = onlyKnownKeys(line);
    if (step)
        step = readForm(line, state, recording);
    if (step)
        step = readOccurred(line, recording);
    if (step)
        step = readFields(line, recording);
    if (step)
        step = readIds(line, state, recording);
    if (!step)
        return tl::unexpected(step.error());
    const auto problems = core::record::recordingProblems(recording, state, state.facts, QDateTime::currentDateTime());
    if (!problems.empty()) {
        const QString field = problems.front().field;
        const bool outside =
            field == QLatin1String("occurred") || field == QLatin1String("form") || field.startsWith(QLatin1Char('_'));
        return tl::unexpected(
            LineProblem{outside ? field : QStringLiteral("fields.") + field,
                        state.guide->worded(problems.front().sentence, state.nation, state.childForText())});
    }
    if (step = readRails(line, state, recording); !step)
        return tl::unexpected(step.error());
    return recording;
}

} // namespace tool
