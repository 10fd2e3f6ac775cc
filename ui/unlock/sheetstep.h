#pragma once
#include "core/report/document.h"
#include "ui/unlock/setupstep.h"

namespace ui {
class Button;
class PlainLabel;
class RecoveryGroups;
class StatusLine;

// The recovery sheet as a document: office, date, the eight groups, what it is for. No name of a person.
core::report::Document recoverySheet(const QString& office, const QStringList& groups, QDate made);

// Shown once, saved as a PDF to be printed, two copies.
class SheetStep : public SetupStep {
    Q_OBJECT
public:
    explicit SheetStep(QWidget* parent = nullptr);
    void setGroups(const QString& office, const QStringList& groups);
    QWidget* firstField() const override;
    QString nextWords() const override { return tr("&Type it back"); }

private:
    void save();
    QString m_office;
    QStringList m_groups;
    std::vector<PlainLabel*> m_shown;
    Button* m_save;
    StatusLine* m_status;
};

// Typed back from the paper: a sheet nobody can read is no sheet.
class TypeBackStep : public SetupStep {
    Q_OBJECT
public:
    explicit TypeBackStep(QWidget* parent = nullptr);
    void setGroups(const QStringList& groups);
    bool leave(SetupAnswers& answers) override;
    QWidget* firstField() const override;
    QString nextWords() const override { return tr("&Make the records folder"); }

private:
    QStringList m_groups;
    RecoveryGroups* m_typed;
};

} // namespace ui
