#pragma once
#include <QStringList>
#include <QWidget>

class QBoxLayout;

namespace ui::guide {

// What to say and what not to say: beside each other where there is room.
class Prompts : public QWidget {
    Q_OBJECT
public:
    Prompts(const QStringList& say, const QStringList& doNotSay, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout;
};

} // namespace ui::guide
