#pragma once
#include <QStringList>
#include <QWidget>
#include <vector>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;

namespace ui {

struct ChoiceOption {
    QString id, label, help;
    bool alone = false; // Several: takes the others out when it is ticked, and they it
};

// Radio buttons (one answer) or tick boxes (several), each with its line of help. A radio answer can be taken back.
class ChoiceGroup : public QWidget {
    Q_OBJECT
public:
    enum class Kind { One, Several };
    enum class Direction { Down, Across }; // Across falls back to Down where the width does not hold it
    ChoiceGroup(Kind kind, const std::vector<ChoiceOption>& options, QWidget* parent = nullptr,
                Direction direction = Direction::Down);
    QString chosen() const;         // One: the id, or empty
    QStringList allChosen() const;  // in the order of the options
    void choose(const QString& id); // empty: none
    void chooseAll(const QStringList& ids);
    void setLabel(const QString& label);
    QAbstractButton* first() const; // where the focus goes: the chosen one, else the first

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void takeOutWhatExcludes(std::size_t ticked);
    QButtonGroup* m_group;
    QBoxLayout* m_layout;
    std::vector<QAbstractButton*> m_buttons;
    QStringList m_ids;
    std::vector<bool> m_alone;
    Kind m_kind;
    Direction m_direction;
    bool m_clearing = false;
};

} // namespace ui
