#pragma once
#include "core/record/casestate.h"
#include <QWidget>

namespace ui::referral {

QString stepTitle(core::record::ReferralStep step);

// How far a referral has come: drafted, made, confirmed in writing, acknowledged, decided. Drawn; its name says the
// same.
class StepLine : public QWidget {
    Q_OBJECT
public:
    explicit StepLine(const core::record::Referral& referral, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Mark {
        QString title;
        bool reached = false;
    };
    std::vector<Mark> m_marks;
};

} // namespace ui::referral
