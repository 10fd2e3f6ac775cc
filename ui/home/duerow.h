#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/pill.h"
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace ui::home {

// One thing that is due: when, what, in which case, and the way there. The words stand under the pill where it is
// narrow.
class DueRow : public QWidget {
    Q_OBJECT
public:
    DueRow(Pill::Kind kind, const QString& when, const QString& title, const QString& detail,
           QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

signals:
    void opened();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout;
    QWidget* m_pillSide;
};

QString dueWords(const core::record::DueItem& due,
                 const QDateTime& now); // "Overdue since Thu 17:00", "Today", "Tue 24 Nov"
Pill::Kind dueKind(const core::record::DueItem& due);

} // namespace ui::home
