#pragma once
#include <QListWidget>
#include <QPointer>
#include <vector>

class QLineEdit;

namespace ui {
struct PersonChoice;

// The people who fit what is typed into a field, under it or above it, inside the window. It never has the focus and
// never takes the mouse: a click on anything else closes it and is that click too. Down, Up, Enter and Escape work from
// the field.
class NameList : public QListWidget {
    Q_OBJECT
public:
    NameList(const std::vector<PersonChoice>& people, QLineEdit& field);

signals:
    void chosen(int person); // place among the people

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool pressed(int key);
    void offer(const QString& typed);
    void place();
    void step(int by);
    void choose(const QListWidgetItem* item);
    const std::vector<PersonChoice>& m_people;
    QPointer<QLineEdit> m_field;
};

} // namespace ui
