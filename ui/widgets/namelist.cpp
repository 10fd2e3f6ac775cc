#include "ui/widgets/namelist.h"
#include "ui/style/theme.h"
#include "ui/widgets/personedit.h"
#include "ui/widgets/statusline.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

namespace ui {
namespace {

constexpr int mostRows = 6;

QString shown(const PersonChoice& person) {
    return person.detail.isEmpty() ? person.name : person.name + QStringLiteral(" · ") + person.detail;
}

} // namespace

NameList::NameList(const std::vector<PersonChoice>& people, QLineEdit& field)
    : QListWidget(&field), m_people(people), m_field(&field) {
    hide();
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    field.installEventFilter(this);
    connect(&field, &QLineEdit::textEdited, this, &NameList::offer);
    connect(&field, &QObject::destroyed, this, &QObject::deleteLater); // once shown, it belongs to the window
    connect(this, &QListWidget::itemClicked, this, &NameList::choose);
    connect(this, &QListWidget::itemEntered, this, [this](QListWidgetItem* item) { setCurrentItem(item); });
}

// With nothing left to choose it is out of the way.
void NameList::offer(const QString& typed) {
    clear();
    const QString wanted = typed.trimmed();
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        if (!shown(m_people[i]).contains(wanted, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(shown(m_people[i]), this);
        item->setData(Qt::UserRole, static_cast<int>(i));
    }
    const bool said = count() == 1 && m_people[item(0)->data(Qt::UserRole).toUInt()].name == typed;
    if (count() == 0 || said) {
        hide();
        return;
    }
    setCurrentRow(-1);
    place();
    setAccessibleName(count() == 1 ? tr("One name fits. Press Down to choose it.")
                                   : tr("%1 names fit. Press Down to choose one.").arg(count()));
    announce(*this, accessibleName());
}

void NameList::place() {
    QWidget* window = m_field->window();
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
        for (QWidget* around = m_field->parentWidget(); around; around = around->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(around))
                connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, &QWidget::hide);
    }
    ensurePolished();
    const int tall = std::min(count(), mostRows) * sizeHintForRow(0) + 2 * frameWidth();
    const int wide = std::min(std::max(m_field->width(), sizeHintForColumn(0) + 40), window->width() - 16);
    const QPoint corner = m_field->mapTo(window, QPoint());
    const int below = corner.y() + m_field->height() + 1;
    const bool fits = below + tall <= window->height() - 8 || corner.y() < tall;
    const int left = std::max(8, std::min(corner.x(), window->width() - 8 - wide));
    setGeometry(left, fits ? below : corner.y() - 1 - tall, wide, tall);
    show();
    raise();
}

bool NameList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field) {
        if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
            hide();
        else if (event->type() == QEvent::KeyPress && pressed(static_cast<QKeyEvent*>(event)->key()))
            return true;
    } else if (watched == parentWidget() && event->type() == QEvent::Resize) {
        hide();
    }
    return QListWidget::eventFilter(watched, event);
}

bool NameList::pressed(int key) {
    switch (key) {
    case Qt::Key_Down:
        if (isVisible())
            step(1);
        else
            offer(m_field->text());
        return true;
    case Qt::Key_Up:
        step(-1);
        return isVisible();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isVisible() || !currentItem())
            return false;
        choose(currentItem());
        return true;
    case Qt::Key_Escape:
        if (!isVisible())
            return false;
        hide();
        return true;
    default:
        return false;
    }
}

void NameList::step(int by) {
    if (!isVisible())
        return;
    setCurrentRow(std::clamp(currentRow() + by, 0, count() - 1));
    announce(*this, currentItem()->text());
}

void NameList::choose(const QListWidgetItem* item) {
    const int person = item->data(Qt::UserRole).toInt();
    hide();
    emit chosen(person);
}

} // namespace ui
