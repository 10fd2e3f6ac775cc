#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace ui {
class Button;
class Page;
} // namespace ui

namespace ui::timeline {

// One entry in full: every question and answer, selectable, with all its versions; Amend.
class EntryPane : public Ground {
    Q_OBJECT
public:
    explicit EntryPane(QWidget* parent = nullptr);
    using Ground::show;
    void show(const core::record::EntryView& entry, const QString& child, const core::guide::ValueNames& names,
              bool mayAmend);
    core::EntryId entry() const { return m_entry; }
    void focusText();
    void setBack(bool list); // "‹ Timeline" where the pane takes the whole page, else Close

signals:
    void amendAsked(const core::EntryId& entry);
    void closed();

private:
    void addVersion(const core::record::EntryView& entry, const core::record::Version& version, const QString& child,
                    const core::guide::ValueNames& names);
    void addLines(QVBoxLayout* to, const core::record::EntryView& entry, const QJsonObject& fields,
                  const QString& child, const core::guide::ValueNames& names);

    core::EntryId m_entry;
    Page* m_page;
    QWidget* m_content = nullptr;
    Button* m_close;
    Button* m_amend;
};

} // namespace ui::timeline
