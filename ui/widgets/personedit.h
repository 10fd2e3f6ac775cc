#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace ui {
class Button;
class PlainLineEdit;

// Somebody the case or the office knows. `detail` tells two of the same name apart ("mother", "form tutor").
struct PersonChoice {
    QString name, ref, detail;
    bool operator==(const PersonChoice&) const = default;
};

// A name, completed from the people of the case; anybody else may be typed. Gives {"name","ref"} (ref may be absent).
class PersonEdit : public QWidget {
    Q_OBJECT
public:
    explicit PersonEdit(const std::vector<PersonChoice>& people, QWidget* parent = nullptr);
    QJsonObject value() const; // empty if nothing is typed
    void setValue(const QJsonObject& person);
    void setLabel(const QString& label);
    PlainLineEdit* field() const { return m_field; }

signals:
    void changed();

private:
    void complete();
    void setChosen(const PersonChoice& person);
    std::vector<PersonChoice> m_people;
    QString m_name, m_ref; // of the person chosen, while their name stands unchanged
    PlainLineEdit* m_field;
};

// Several people: a line each, "+ Add another person" below.
class PeopleEdit : public QWidget {
    Q_OBJECT
public:
    explicit PeopleEdit(const std::vector<PersonChoice>& people, QWidget* parent = nullptr);
    QJsonArray value() const;
    void setValue(const QJsonArray& people);
    void setLabel(const QString& label);
    PlainLineEdit* field() const;

signals:
    void changed();

private:
    PersonEdit* addLine();
    std::vector<PersonChoice> m_people;
    std::vector<PersonEdit*> m_lines;
    QVBoxLayout* m_layout;
    Button* m_more;
    QString m_label;
};

} // namespace ui
