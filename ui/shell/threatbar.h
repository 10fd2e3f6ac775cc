#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/notice.h"

namespace ui {
class Button;
}

namespace ui::shell {

// Above whatever page, once a threat or blackmail is known: police and children's social care now, with the numbers
// that answer at this moment; who was told already, when, and who recorded it.
class ThreatBar : public QWidget {
    Q_OBJECT
public:
    explicit ThreatBar(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::vault::Office& office, bool mayAdd,
              const QDateTime& now);

    void setLow(bool low); // one line where there is little height

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void recordCallAsked();
    void nowAsked(); // danger or threat, as it is now: the way to end it

private:
    void say();
    Notice* m_notice;
    QString inOneLine() const;
    int takenInOneLine(bool now) const; // by what is no word
    bool hasRoomForNow() const;
    QString m_heading, m_text;
    QStringList m_shorter; // the numbers, each time with fewer words about them
    bool m_low = false;
    bool m_mayAdd = false;
    Button* m_record;
    Button* m_now;
};

} // namespace ui::shell
