#include "core/record/folding.h"
#include "core/record/values.h"

namespace core::record {

std::optional<int> Child::ageAt(QDate day) const {
    if (!born.isKnown() || !day.isValid())
        return std::nullopt;
    // Born "2013": taken as the end of it, so that a rule for the younger child is not missed.
    const QDate from = born.date();
    QDate date = from;
    if (born.precision() == Occurred::Precision::Year)
        date = QDate(from.year(), 12, 31);
    else if (born.precision() == Occurred::Precision::Month)
        date = QDate(from.year(), from.month(), from.daysInMonth());
    int years = day.year() - date.year();
    if (QDate(day.year(), date.month(), 1).addDays(date.day() - 1) > day)
        --years;
    return std::max(years, 0);
}

QString Child::called() const {
    return knownAs.isEmpty() ? firstName : knownAs;
}

namespace folding {

namespace {

// The newest answer to each question about the child, over all entries of that role.
QJsonObject newestAnswers(const CaseState& state, QLatin1String role) {
    QJsonObject answers;
    QHash<QString, qint64> given;
    for (const EntryView& view : state.entries) {
        if (!counts(view) || view.role != role)
            continue;
        for (auto field = view.fields.constBegin(); field != view.fields.constEnd(); ++field) {
            const qint64 seq = answeredAt(view, field.key());
            if (field.key().startsWith(QLatin1Char('_')) || seq < given.value(field.key(), 0))
                continue;
            answers.insert(field.key(), field.value());
            given.insert(field.key(), seq);
        }
    }
    return answers;
}

} // namespace

void gatherChild(CaseState& state, const FoldContext& context) {
    const QJsonObject answers = newestAnswers(state, QLatin1String("child"));
    const auto text = [&](const char* field) { return textOf(answers, QLatin1String(field)); };
    Child& child = state.child;
    child.answers = answers;
    child.firstName = text("first_name");
    child.lastName = text("last_name");
    child.knownAs = text("known_as");
    child.sex = answerText(state, context.guide.form(u"child"), u"sex", answers.value(QLatin1String("sex")));
    child.address = text("address");
    child.postcode = text("postcode");
    child.school = text("school");
    child.gp = text("gp");
    child.nhs = text("nhs");
    child.ethnicity = text("ethnicity");
    child.religion = text("religion");
    child.disability = text("disability");
    child.language = text("language");
    child.interpreterNeeded = text("interpreter_needed");
    child.communication = text("communication");
    child.born = whenOf(answers, QLatin1String("born"));
    child.authority = text("authority");
    const bool named = !child.called().isEmpty() || !child.lastName.isEmpty();
    child.identified = text("identified") == QLatin1String("yes") || (text("identified").isEmpty() && named);

    const vault::Authority* authority = context.office.authority(child.authority);
    state.nation = vault::nationId(authority ? authority->nation : context.office.nation);
}

} // namespace folding
} // namespace core::record
