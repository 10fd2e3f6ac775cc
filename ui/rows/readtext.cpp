#include "ui/rows/readtext.h"
#include "ui/style/theme.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QPainter>

namespace ui::rows {

namespace {

class Quoted : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(QRect(0, 0, 3, height()), colour(Colour::Accent));
    }
};

} // namespace

QWidget* readText(const QString& text, const QString& name, bool quoted, QWidget* parent) {
    auto* label = new PlainLabel(text);
    label->setWordWrap(true);
    label->setSelectable(true);
    label->setAccessibleDescription(name);
    if (!quoted)
        return label;
    auto* holder = new Quoted(parent);
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(3 + 12, 2, 0, 2);
    layout->addWidget(label);
    return holder;
}

} // namespace ui::rows
