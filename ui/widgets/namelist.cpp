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
constexpr int margin = 4; // around the rows
constexpr int ring = 3;   // of the field's focus

QString shown(const PersonChoice& person) {
    return person.detail.isEmpty() ? person.name : person.name + QStringLiteral(" · ") + person.detail;
}

} // namespace

NameList::NameList(const std::vector<PersonChoice>& people, QLineEdit& field)
    : QListWidget(&field), m_people(people), m_field(&field) {
    hide();
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setViewportMargins(margin, margin, margin, margin);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
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
        item->setSizeHint({0, px(34)});
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
    QScrollArea* area = nullptr;
    for (QWidget* parent = m_field->parentWidget(); parent && !area; parent = parent->parentWidget())
        area = qobject_cast<QScrollArea*>(parent);
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
        if (area)
            connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, &QWidget::hide);
    }
    // Over what scrolls and nothing else: the bar with Record stays free.
    const QWidget* ground = area ? area->viewport() : window;
    const QRect room(ground->mapTo(window, QPoint()), ground->size());
    const QRect field(m_field->mapTo(window, QPoint()), m_field->size());
    int widest = field.width();
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(item(i)->text()) + 40);
    const int wide = std::min(widest, room.right() - field.left());
    const int wanted = std::min(count(), mostRows) * px(34) + 2 * (frameWidth() + margin);
    const int below = room.bottom() - field.bottom() - ring, above = field.top() - room.top() - ring;
    const bool under = wanted <= below || below >= above;
    const int tall = std::min(wanted, under ? below : above);
    setGeometry(field.left(), under ? field.bottom() + ring : field.top() - ring - tall, wide, tall);
    QPalette edge;
    edge.setColor(QPalette::WindowText, colour(Colour::Edge));
    setPalette(edge);
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
