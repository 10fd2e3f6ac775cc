#pragma once
#include "core/report/fonts.h"
#include <vector>

namespace core::report {

// A stretch of text set in one face, as shown on paper.
struct ShownRun {
    QString shown;
    Fonts::Choice choice;
    std::vector<qsizetype> origin; // for each shown character the index of the recorded one
};

// Cuts text[from, to) into runs of one face. Characters that no font has become their numbers in brackets.
std::vector<ShownRun> shownRuns(const QString& text, qsizetype from, qsizetype to, Fonts& fonts);

} // namespace core::report
