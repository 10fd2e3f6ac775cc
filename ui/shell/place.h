#pragma once
#include "core/base/id.h"
#include <QString>
#include <optional>

class QWidget;

namespace ui::shell {

// Which stop of a page has the keyboard, and where in its text. No word of the page is in it.
struct Spot {
    size_t name = 0; // of what it is called and what it is
    int nth = -1;    // among those; -1: none
    int anchor = 0, cursor = 0;
};
Spot spotOf(QWidget* page, QWidget* focused);
bool focusSpot(QWidget* page, const Spot& spot); // false: it is not there

// Where one is, to come back to after unlocking again: ids and numbers only.
struct Place {
    explicit Place(const QString& where = {}) : id(where) {}
    QString id;      // of a case; empty: Home
    int page = -1;   // of the case, or of the questions of a new concern
    int before = -1; // the page to which Back leads
    QString step;    // of the guide, with the form that is open in it
    QString form;    // kind or id
    std::optional<core::EntryId> entry, amends;
    Spot spot;
};

} // namespace ui::shell
