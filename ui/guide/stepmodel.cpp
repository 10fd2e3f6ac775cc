#include "ui/guide/stepmodel.h"
#include <algorithm>

using core::guide::StepStatus;

namespace ui::guide {

void StepModel::show(const core::record::CaseState& state, const Words& words) {
    std::vector<Line> lines;
    for (const core::record::StageState& stage : state.stages)
        for (const core::record::StepState& step : stage.steps)
            if (stage.stage && step.step)
                lines.push_back({step.step->id, words(step.step->title), words(stage.stage->title), step.reason,
                                 step.status, step.urgent});
    const bool sameSteps =
        lines.size() == m_lines.size() && std::equal(lines.begin(), lines.end(), m_lines.begin(),
                                                     [](const Line& a, const Line& b) { return a.id == b.id; });
    if (sameSteps) { // the list keeps its place
        m_lines = std::move(lines);
        if (!m_lines.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int StepModel::rowOf(const QString& stepId) const {
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.id == stepId; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

QString StepModel::firstOpen() const {
    const auto open = [](const Line& line) { return line.status == StepStatus::ToDo; };
    auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return open(line) && line.urgent; });
    if (found == m_lines.end())
        found = std::find_if(m_lines.begin(), m_lines.end(), open);
    return found == m_lines.end() ? (m_lines.empty() ? QString() : m_lines.front().id) : found->id;
}

int StepModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString StepModel::statusWord(StepStatus status) {
    switch (status) {
    case StepStatus::ToDo:
        return tr("To do");
    case StepStatus::Waiting:
        return tr("Waiting");
    case StepStatus::Done:
        return tr("Done");
    case StepStatus::NotNeeded:
        return tr("Not needed");
    }
    return {};
}

QVariant StepModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    const bool first = index.row() == 0 || m_lines[static_cast<size_t>(index.row() - 1)].stage != line.stage;
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case Qt::AccessibleTextRole: {
        QStringList said{line.title, statusWord(line.status)};
        if (line.urgent && line.status == StepStatus::ToDo)
            said << tr("Now");
        if (!line.reason.isEmpty())
            said << line.reason;
        return (first ? line.stage + QStringLiteral(". ") : QString()) + said.join(QStringLiteral(", "));
    }
    case IdRole:
        return line.id;
    case StageRole:
        return line.stage;
    case FirstOfStageRole:
        return first;
    case StatusRole:
        return static_cast<int>(line.status);
    case UrgentRole:
        return line.urgent && line.status == StepStatus::ToDo;
    case ReasonRole:
        return line.reason;
    default:
        return {};
    }
}

} // namespace ui::guide
