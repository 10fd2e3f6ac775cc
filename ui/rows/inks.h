#pragma once
#include "ui/rows/row.h"
#include "ui/style/theme.h"

namespace ui::rows {

inline QColor ink(Ink which) {
    switch (which) {
    case Ink::Text:
        return colour(Colour::Text);
    case Ink::Soft:
        return colour(Colour::Soft);
    case Ink::Accent:
        return colour(Colour::Accent);
    case Ink::Ok:
        return colour(Colour::Ok);
    case Ink::Warn:
        return colour(Colour::Warn);
    case Ink::Bad:
        return colour(Colour::Bad);
    }
    return {};
}

// The tint a pill of that ink stands on.
inline QColor softInk(Ink which) {
    switch (which) {
    case Ink::Text:
    case Ink::Soft:
        return colour(Colour::Sunk);
    case Ink::Accent:
        return colour(Colour::AccentSoft);
    case Ink::Ok:
        return colour(Colour::OkSoft);
    case Ink::Warn:
        return colour(Colour::WarnSoft);
    case Ink::Bad:
        return colour(Colour::BadSoft);
    }
    return {};
}

} // namespace ui::rows
