#pragma once
#include "core/guide/guide.h"
#include "core/vault/office.h"
#include "ui/widgets/card.h"

namespace ui::home {

// Whom to call now: 999, and each local authority with the number that answers at this moment in bold.
Card* rightNowCard(const core::vault::Office& office, const QDateTime& now);

// Services for a child, an adult or a professional, open ones first; all of them on request.
class ServicesCard : public Card {
    Q_OBJECT
public:
    ServicesCard(const core::guide::Guide& guide, const QString& nation, const QDateTime& now,
                 QWidget* parent = nullptr);

private:
    void fill(bool all);
    const core::guide::Guide& m_guide;
    QString m_nation;
    QDateTime m_now;
    bool m_all = false;
};

} // namespace ui::home
