#pragma once
#include "ui/rows/rowmodel.h"
#include "ui/rows/rowview.h"
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace ui {
class Button;
class Page;
class PlainLabel;
} // namespace ui

namespace ui::rows {

// A list with a heading, titles of its columns where there is room, and a sentence when it is empty.
struct Section {
    QWidget* holder = nullptr;
    PlainLabel* heading = nullptr;
    QWidget* titles = nullptr;
    RowView* view = nullptr;
    RowModel* model = nullptr;
    PlainLabel* none = nullptr;
    std::vector<Column> columns;
    void set(std::vector<Row> rows) const;
};
// `heading` may be empty; `none` is shown in the place of an empty list, or the section is hidden if it is empty too.
Section makeSection(const QString& heading, const QString& name, const std::vector<Column>& columns,
                    const QString& none, int stackBelow);

// A page of one or more such lists.
class ListPage : public QWidget {
    Q_OBJECT
public:
    using Section = rows::Section;
    ListPage(const QString& title, QWidget* parent = nullptr);
    void setSubtitle(const QString& text);
    Button* addAction(const QString& text); // below the title
    QVBoxLayout* content() const;
    Section addSection(const QString& heading, const QString& name, const std::vector<Column>& columns,
                       const QString& none, int stackBelow = 620);

signals:
    void opened(const QString& key);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void arrangeHead(); // after an action came or went

private:
    Page* m_page;
    PlainLabel* m_title;
    PlainLabel* m_subtitle;
    QWidget* m_actions;
    QBoxLayout* m_head;
};

} // namespace ui::rows
