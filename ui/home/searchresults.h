#pragma once
#include "core/record/search.h"
#include <QWidget>
#include <memory>

namespace ui::home {

// What a search over all cases found: one row a hit, the words found in bold. Empty text says so.
class SearchResults : public QWidget {
    Q_OBJECT
public:
    explicit SearchResults(QWidget* parent = nullptr);
    ~SearchResults() override;
    using QWidget::show;
    // `titles`: "K7F3 · Aisha B., 13" of each case a hit is in.
    void show(const QString& typed, const std::vector<core::record::Hit>& hits,
              const QHash<core::CaseId, QString>& titles);
    void takeFocus(); // the first hit, for Down in the search field

signals:
    void hitActivated(const core::CaseId& id, const core::EntryId& entry);
    void closed(); // Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui::home
