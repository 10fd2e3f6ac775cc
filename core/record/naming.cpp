#include "core/record/naming.h"
#include "core/record/values.h"
#include <QLocale>
#include <algorithm>

namespace core::record {

namespace {

constexpr qsizetype longest = 60; // of what an entry says, so that the day is still seen

QString dayOf(const EntryView& entry) {
    const QDate day = entry.occurred.isKnown() ? entry.occurred.date() : entry.recorded.toLocalTime().date();
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QStringLiteral("d MMM yyyy"));
}

QString said(const CaseState& state, const EntryView& entry) {
    if (!entry.form)
        return entry.kind;
    guide::ValueNames names;
    names.worded = [&state](const QString& text) {
        return state.guide->worded(text, state.nation, state.childForText());
    };
    const QString label = names.worded(entry.form->label);
    const QString head = guide::headline(*entry.form, entry.fields, names);
    if (head.isEmpty())
        return label;
    return label + QStringLiteral(" · ") + (head.size() > longest ? head.left(longest - 1) + QChar(0x2026) : head);
}

} // namespace

QString nameOfEntry(const CaseState& state, const EntryView& entry) {
    const auto referral = std::find_if(state.referrals.begin(), state.referrals.end(),
                                       [&](const Referral& one) { return one.id == entry.id; });
    const bool isReferral = referral != state.referrals.end() && !referral->to.isEmpty();
    return QStringLiteral("%1, %2").arg(isReferral ? referral->to : said(state, entry), dayOf(entry)).simplified();
}

} // namespace core::record
