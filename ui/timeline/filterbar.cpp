#include "ui/timeline/filterbar.h"
#include "ui/rows/chip.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dropdown.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/whenedit.h"
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QSignalBlocker>

namespace ui::timeline {

namespace {

QString groupTitle(const QString& group) {
    if (group.isEmpty())
        return FilterBar::tr("Everything");
    if (group == QLatin1String("words"))
        return FilterBar::tr("Child's words");
    if (group == QLatin1String("told"))
        return FilterBar::tr("Told");
    if (group == QLatin1String("referral"))
        return FilterBar::tr("Referral");
    if (group == QLatin1String("decisions"))
        return FilterBar::tr("Decisions");
    if (group == QLatin1String("support"))
        return FilterBar::tr("Support");
    return FilterBar::tr("Other");
}

const QStringList& groupOrder() {
    static const QStringList order{{},
                                   QStringLiteral("words"),
                                   QStringLiteral("told"),
                                   QStringLiteral("referral"),
                                   QStringLiteral("decisions"),
                                   QStringLiteral("support"),
                                   QStringLiteral("other")};
    return order;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_chips(new QWidget)
    , m_chipGroup(new QButtonGroup(this))
    , m_kinds(new DropDown)
    , m_find(new PlainLineEdit)
    , m_counts(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_order(new QuietButton(tr("Newest first")))
    , m_more(new QuietButton(tr("Person and dates")))
    , m_moreRow(new QWidget)
    , m_person(new DropDown)
    , m_from(new WhenEdit)
    , m_to(new WhenEdit(core::Future::Allowed)) {
    auto* chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(space(2));
    m_kinds->setAccessibleName(tr("Show"));
    m_find->setPlaceholderText(tr("Find in this case"));
    m_find->setAccessibleName(tr("Find in this case"));
    m_find->setClearButtonEnabled(true);
    m_find->installEventFilter(this);
    m_order->setAccessibleName(tr("Order: newest first"));
    m_more->setCheckable(true);

    auto* line = new QHBoxLayout;
    line->setSpacing(space(2));
    line->addWidget(m_chips);
    line->addWidget(m_kinds);
    line->addStretch(1);
    line->addWidget(m_find, 2);
    m_find->setMaximumWidth(px(320));
    auto* second = new QHBoxLayout;
    second->setSpacing(space(5));
    second->addWidget(m_counts, 1);
    second->addWidget(m_more);
    second->addWidget(m_order);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(1));
    layout->addLayout(line);
    layout->addLayout(second);
    layout->addWidget(m_moreRow);
    buildMore();

    connect(m_kinds, &DropDown::currentIndexChanged, this, [this] { chooseGroup(m_kinds->currentData().toString()); });
    connect(m_find, &QLineEdit::textChanged, this, &FilterBar::changed);
    connect(m_more, &QAbstractButton::toggled, this, [this](bool on) {
        m_moreRow->setVisible(on);
        if (on)
            m_person->setFocus();
    });
    connect(m_order, &QAbstractButton::clicked, this, [this] {
        m_newestFirst = !m_newestFirst;
        m_order->setText(m_newestFirst ? tr("Newest first") : tr("Oldest first"));
        m_order->setAccessibleName(m_newestFirst ? tr("Order: newest first") : tr("Order: oldest first"));
        emit changed();
    });
}

void FilterBar::buildMore() {
    auto* row = new QHBoxLayout(m_moreRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space(3));
    const auto add = [&](const QString& text, QWidget* field, QWidget* buddy, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(space(1));
        auto* label = new PlainLabel(text, Type::SmallStrong);
        label->setBuddy(buddy);
        column->addWidget(label);
        column->addWidget(field);
        column->addStretch(1);
        row->addLayout(column, stretch);
    };
    m_person->setAccessibleName(tr("Person"));
    m_person->setSizeAdjustPolicy(DropDown::AdjustToMinimumContentsLengthWithIcon);
    m_person->setMinimumContentsLength(12);
    m_from->setLabel(tr("From"));
    m_to->setLabel(tr("Until"));
    add(tr("Person"), m_person, m_person, 1);
    add(tr("From"), m_from, m_from->field(), 1);
    add(tr("Until"), m_to, m_to->field(), 1);
    m_moreRow->hide();
    connect(m_person, &DropDown::currentIndexChanged, this, &FilterBar::changed);
    connect(m_from, &WhenEdit::changed, this, &FilterBar::changed);
    connect(m_to, &WhenEdit::changed, this, &FilterBar::changed);
}

void FilterBar::setGroups(const QStringList& groups) {
    const QSignalBlocker quiet(m_kinds);
    qDeleteAll(m_chips->findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly));
    m_kinds->clear();
    for (const QString& group : groupOrder()) {
        if (!group.isEmpty() && !groups.contains(group))
            continue;
        auto* chip = new rows::Chip(groupTitle(group));
        chip->setChecked(group == m_group);
        m_chipGroup->addButton(chip);
        m_chips->layout()->addWidget(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, group] { chooseGroup(group); });
        m_kinds->addItem(groupTitle(group), group);
    }
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(m_group)));
    arrange();
}

void FilterBar::setPeople(const QStringList& people) {
    const QSignalBlocker quiet(m_person);
    const QString was = m_person->currentData().toString();
    m_person->clear();
    m_person->addItem(tr("Anybody"), QString());
    for (const QString& name : people)
        m_person->addItem(name, name);
    m_person->setCurrentIndex(std::max(0, m_person->findData(was)));
}

void FilterBar::chooseGroup(const QString& group) {
    if (group == m_group)
        return;
    m_group = group;
    const QSignalBlocker quiet(m_kinds);
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(group)));
    const auto chips = m_chipGroup->buttons();
    for (QAbstractButton* chip : chips)
        if (chip->text() == groupTitle(group))
            chip->setChecked(true);
    emit changed();
}

Filter FilterBar::filter() const {
    Filter filter;
    filter.group = m_group;
    filter.words = m_find->text().trimmed();
    if (!m_more->isChecked())
        return filter;
    filter.person = m_person->currentData().toString();
    filter.from = m_from->read().value.date();
    const core::Occurred until = m_to->read().value;
    filter.to = until.isKnown() ? until.end().toLocalTime().date() : QDate();
    return filter;
}

void FilterBar::clear() {
    m_find->clear();
    m_person->setCurrentIndex(0);
    m_from->setValue({});
    m_to->setValue({});
    m_more->setChecked(false);
    chooseGroup({});
    emit changed();
}

void FilterBar::setCounts(const QString& text) {
    m_counts->setText(text);
}

void FilterBar::focusFind() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void FilterBar::arrange() {
    const int needed = m_chips->sizeHint().width() + px(190) + space(4);
    const bool wide = width() >= needed;
    m_chips->setVisible(wide);
    m_kinds->setVisible(!wide);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit leaveFind();
            return true;
        }
        if (key == Qt::Key_Escape && !m_find->text().isEmpty()) {
            m_find->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::timeline
