#pragma once
#include "core/record/casestate.h"
#include <QAbstractListModel>

namespace ui::guide {

// The steps that apply, stage by stage, with where each stands. One row a step; its stage's title heads the first.
class StepModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, StageRole, FirstOfStageRole, StatusRole, UrgentRole, ReasonRole };
    using Words = std::function<QString(const QString&)>;

    using QAbstractListModel::QAbstractListModel;
    void show(const core::record::CaseState& state, const Words& words);
    int rowOf(const QString& stepId) const; // -1: does not apply
    QString firstOpen() const;              // urgent first, else the first that is to do; empty: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    static QString statusWord(core::guide::StepStatus status);

private:
    struct Line {
        QString id, title, stage, reason;
        core::guide::StepStatus status = core::guide::StepStatus::ToDo;
        bool urgent = false;
        bool operator==(const Line&) const = default;
    };
    std::vector<Line> m_lines;
};

} // namespace ui::guide
