#pragma once
#include "core/record/casestate.h"
#include "ui/entry/entryeditor.h"
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {
class Button;
class PlainLabel;
} // namespace ui
namespace ui::rows {
class ListPage;
}

namespace ui::shell {

// Add entry: what is to be written, and then its form. Drafts that wait stand first.
class EntryPage : public QWidget {
    Q_OBJECT
public:
    struct Waiting {
        core::EntryId id;
        QString title;
        QDateTime saved;
    };
    explicit EntryPage(entry::EditorFactory factory, QWidget* parent = nullptr);
    void choose(const core::guide::Guide& guide, const std::vector<Waiting>& drafts,
                const std::function<QString(const QString&)>& words);
    bool write(const entry::Seed& seed, const QString& title); // false: nothing can be written here
    entry::EntryEditor* editor() const { return m_editor; }
    core::Result<> keep();

signals:
    void formChosen(const QString& form);
    void draftChosen(const core::EntryId& id);
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void replace(QWidget* content, int widest);
    entry::EditorFactory m_factory;
    Button* m_back;
    QWidget* m_top; // the way back, in the column of what stands below it
    QHBoxLayout* m_topRow;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    entry::EntryEditor* m_editor = nullptr;
};

} // namespace ui::shell
