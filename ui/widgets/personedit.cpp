#include "ui/widgets/personedit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/namelist.h"
#include "ui/widgets/plainlineedit.h"
#include <QVBoxLayout>

namespace ui {
PersonEdit::PersonEdit(const std::vector<PersonChoice>& people, QWidget* parent)
    : QWidget(parent), m_people(people), m_field(new PlainLineEdit) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->addWidget(m_field);
    setFocusProxy(m_field);
    if (!people.empty())
        complete();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text != m_name)
            m_ref.clear();
        emit changed();
    });
}

void PersonEdit::complete() {
    auto* names = new NameList(m_people, *m_field);
    connect(names, &NameList::chosen, this,
            [this](int person) { setChosen(m_people[static_cast<std::size_t>(person)]); });
}

void PersonEdit::setChosen(const PersonChoice& person) {
    m_name = person.name;
    m_field->setText(person.name);
    m_ref = person.ref;
    emit changed();
}

QJsonObject PersonEdit::value() const {
    const QString name = m_field->text().trimmed();
    if (name.isEmpty())
        return {};
    QString ref = m_ref;
    if (ref.isEmpty()) {
        int alike = 0;
        for (const PersonChoice& person : m_people) {
            if (person.name.compare(name, Qt::CaseInsensitive) == 0 && ++alike == 1)
                ref = person.ref;
        }
        if (alike != 1)
            ref.clear();
    }
    QJsonObject person{{QStringLiteral("name"), name}};
    if (!ref.isEmpty())
        person.insert(QStringLiteral("ref"), ref);
    return person;
}

void PersonEdit::setValue(const QJsonObject& person) {
    setChosen({person.value(QLatin1String("name")).toString(), person.value(QLatin1String("ref")).toString(), {}});
}

void PersonEdit::setLabel(const QString& label) {
    m_field->setAccessibleName(label);
}

PeopleEdit::PeopleEdit(const std::vector<PersonChoice>& people, QWidget* parent)
    : QWidget(parent)
    , m_people(people)
    , m_layout(new QVBoxLayout(this))
    , m_more(new QuietButton(tr("+ Add another person"))) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    addLine();
    connect(m_more, &QPushButton::clicked, this, [this] { addLine()->field()->setFocus(); });
}

PersonEdit* PeopleEdit::addLine() {
    auto* line = new PersonEdit(m_people);
    m_layout->insertWidget(static_cast<int>(m_lines.size()), line);
    m_lines.push_back(line);
    connect(line, &PersonEdit::changed, this, &PeopleEdit::changed);
    setLabel(m_label);
    if (m_lines.size() > 1)
        setTabOrder(m_lines[m_lines.size() - 2]->field(), line->field());
    setTabOrder(line->field(), m_more);
    return line;
}

QJsonArray PeopleEdit::value() const {
    QJsonArray people;
    for (const PersonEdit* line : m_lines) {
        if (const QJsonObject person = line->value(); !person.isEmpty())
            people.append(person);
    }
    return people;
}

void PeopleEdit::setValue(const QJsonArray& people) {
    while (m_lines.size() < static_cast<std::size_t>(people.size()))
        addLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setValue(people.at(static_cast<qsizetype>(i)).toObject());
}

void PeopleEdit::setLabel(const QString& label) {
    m_label = label;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setLabel(i == 0 ? label : tr("%1, person %2").arg(label).arg(i + 1));
}

PlainLineEdit* PeopleEdit::field() const {
    return m_lines.front()->field();
}

} // namespace ui
