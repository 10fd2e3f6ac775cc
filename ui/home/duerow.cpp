#include "ui/home/duerow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QBoxLayout>
#include <QLocale>
#include <QResizeEvent>

using namespace core;
using core::record::DueWhen;

namespace ui::home {

QString dueWords(const record::DueItem& due, const QDateTime& now) {
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    switch (due.when) {
    case DueWhen::Now:
        return DueRow::tr("Now");
    case DueWhen::Overdue:
        return due.due.isValid() && due.due.daysTo(now) < 7
                   ? DueRow::tr("Overdue since %1").arg(english.toString(due.due, QStringLiteral("ddd HH:mm")))
                   : DueRow::tr("Overdue since %1").arg(english.toString(due.due, QStringLiteral("d MMM")));
    case DueWhen::Today: {
        const QString hour = due.due.toString(QStringLiteral("HH:mm"));
        return due.due.isValid() && hour != QLatin1String("00:00") ? DueRow::tr("Today by %1").arg(hour)
                                                                   : DueRow::tr("Today");
    }
    case DueWhen::ThisWeek:
    case DueWhen::Later:
        return english.toString(due.due, QStringLiteral("ddd d MMM"));
    }
    return {};
}

Pill::Kind dueKind(const record::DueItem& due) {
    switch (due.when) {
    case DueWhen::Now:
    case DueWhen::Overdue:
        return Pill::Kind::Overdue;
    case DueWhen::Today:
        return Pill::Kind::Due;
    case DueWhen::ThisWeek:
    case DueWhen::Later:
        return Pill::Kind::ToDo;
    }
    return Pill::Kind::ToDo;
}

DueRow::DueRow(Pill::Kind kind, const QString& when, const QString& title, const QString& detail, QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout), m_pillSide(new QWidget) {
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(18, 12, 18, 12);
    across->setSpacing(space(4));
    across->addLayout(m_layout, 1);
    m_layout->setSpacing(space(4));

    auto* pillSide = new QVBoxLayout(m_pillSide);
    pillSide->setContentsMargins(0, 1, 0, 0);
    auto* pill = new Pill(kind, when);
    pill->setWordWrap(true);
    pillSide->addWidget(pill, 0, Qt::AlignLeft | Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* strong = new PlainLabel(title, Type::Strong);
    auto* soft = new PlainLabel(detail, Type::Small, Colour::Soft);
    strong->setWordWrap(true);
    soft->setWordWrap(true);
    words->addWidget(strong);
    words->addWidget(soft);
    m_layout->addWidget(m_pillSide, 0, Qt::AlignVCenter);
    m_layout->addLayout(words, 1);
    soft->setVisible(!detail.isEmpty());

    auto* open = new PlainButton(tr("Open"));
    open->setAccessibleName(tr("Open: %1, %2, %3").arg(when, title, detail));
    across->addWidget(open, 0, Qt::AlignVCenter);
    setFocusProxy(open);
    connect(open, &QAbstractButton::clicked, this, &DueRow::opened);
}

void DueRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < px(640);
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setSpacing(narrow ? space(1) : space(4));
    m_pillSide->setMinimumWidth(narrow ? 0 : px(196));
    m_pillSide->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : px(196));
}

// The column of the pills must not hold the row wider than its card: it stacks there.
QSize DueRow::minimumSizeHint() const {
    return {0, QWidget::minimumSizeHint().height()};
}

} // namespace ui::home
