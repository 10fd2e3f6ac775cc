#include "core/guide/guide.h"
#include "core/base/workingdays.h"
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace core::guide {

const Step* Pathway::step(QStringView id) const {
    for (const Stage& stage : stages) {
        for (const Step& step : stage.steps) {
            if (step.id == id)
                return &step;
        }
    }
    return nullptr;
}

namespace {

bool isBankHoliday(QDate day) {
    const QList<BankHoliday> holidays = bankHolidays(day.year());
    return std::any_of(holidays.begin(), holidays.end(), [&](const BankHoliday& one) { return one.date == day; });
}

QString dayKey(QDate day) {
    static const QStringList keys{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                  QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                  QStringLiteral("sun")};
    return isBankHoliday(day) ? QStringLiteral("bankHoliday") : keys.at(day.dayOfWeek() - 1);
}

QDateTime at(QDate day, const QString& time) { // "24:00" is the end of that day
    if (time == QLatin1String("24:00"))
        return day.addDays(1).startOfDay();
    return QDateTime(day, QTime::fromString(time, QStringLiteral("HH:mm")));
}

template <class T>
const T* withId(const std::vector<T>& all, QStringView id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

std::optional<QDateTime> Service::openUntil(const QDateTime& local) const {
    if (always)
        return local.addDays(1);
    const QJsonArray spans = open.value(dayKey(local.date())).toArray();
    for (const QJsonValue& span : spans) {
        const QJsonArray ends = span.toArray();
        const QDateTime until = at(local.date(), ends.at(1).toString());
        if (at(local.date(), ends.at(0).toString()) <= local && local < until)
            return until;
    }
    return std::nullopt;
}

const Pathway* Guide::pathway(QStringView id) const {
    return withId(m_pathways, id);
}

const Pathway* Guide::choose(const Facts& facts) const {
    for (const Pathway& pathway : m_pathways) {
        if (pathway.chosenWhen.holds({facts}))
            return &pathway;
    }
    return nullptr;
}

const Form* Guide::form(QStringView id) const {
    for (const Form& form : m_forms) {
        if (form.newest && form.id == id)
            return &form;
    }
    return nullptr;
}

const Form* Guide::form(QStringView id, int version) const {
    for (const Form& form : m_forms) {
        if (form.version == version && form.id == id)
            return &form;
    }
    return nullptr;
}

const Form* Guide::formOfKind(QStringView kind) const {
    for (const Form& form : m_forms) {
        if (kind.startsWith(form.id) && form.kind() == kind)
            return &form;
    }
    return nullptr;
}

const QStringList* Guide::phrases(const QString& list) const {
    const auto found = m_phrases.constFind(list);
    return found == m_phrases.constEnd() ? nullptr : &*found;
}

Terms Guide::terms(const QString& nation) const {
    return m_terms.value(nation);
}

QString Guide::worded(const QString& text, const QString& nation, const QString& child) const {
    static const QRegularExpression place(QStringLiteral("\\{term:([^{}]*)\\}"));
    if (!text.contains(QLatin1Char('{')))
        return text;
    const Terms words = terms(nation);
    QString result;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString word = words.value(match.captured(1));
        const QString kept = word.isEmpty() ? match.captured(0) : word; // filled() finds words for what is left
        result += text.mid(from, match.capturedStart() - from) + atSentence(text, match.capturedStart(), kept);
        from = match.capturedEnd();
    }
    return filled(result + text.mid(from), child);
}

std::vector<const GuardRail*> railsFor(const Guide& guide, const Form& form, const ConditionContext& context) {
    std::vector<const GuardRail*> rails;
    for (const GuardRail& rail : guide.guardRails()) {
        if (rail.forms.contains(form.id) && rail.when.holds(context))
            rails.push_back(&rail);
    }
    return rails;
}

} // namespace core::guide
