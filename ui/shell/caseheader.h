#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/card.h"

class QBoxLayout;
class QHBoxLayout;

namespace ui {
class Button;
class Pill;
class PlainLabel;
} // namespace ui

namespace ui::shell {

// Code, first name and age; what is pressing; Refer, Export and Add entry.
class CaseHeader : public Ground {
    Q_OBJECT
public:
    explicit CaseHeader(QWidget* parent = nullptr);
    void show(const core::record::CaseState& state, const core::guide::Guide& guide, bool mayAdd, bool mayExport,
              bool bySheet, const QDateTime& now);
    using QWidget::show;
    void setLow(bool low); // little height: no room around the line

signals:
    void referAsked();
    void exportAsked();
    void addAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QBoxLayout* m_rows;
    PlainLabel* m_title;
    Pill* m_pressing;
    Pill* m_stands;
    PlainLabel* m_who;
    QWidget* m_buttons;
    Button* m_refer;
    Button* m_export;
    Button* m_add;
    QString m_standsText, m_whoText;
    bool m_low = false;
};

} // namespace ui::shell
