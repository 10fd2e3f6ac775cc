#pragma once
#include "core/record/casestate.h"
#include <QWidget>

class QVBoxLayout;

namespace ui {
class Page;
}

namespace ui::referral {

// Every referral with where it stands, or why none was made.
class ReferralsPage : public QWidget {
    Q_OBJECT
public:
    explicit ReferralsPage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, bool mayAdd, const QDateTime& now = QDateTime::currentDateTime());

signals:
    void referAsked();
    void notReferredAsked();
    void progressAsked(const core::EntryId& referral, const QString& step);
    void entryAsked(const core::EntryId& entry);

private:
    void addEmpty(QVBoxLayout* to, bool mayAdd);
    Page* m_page;
    QWidget* m_content = nullptr;
};

} // namespace ui::referral
