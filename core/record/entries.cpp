#include "core/record/folding.h"
#include "core/record/values.h"

namespace core::record::folding {

namespace {

const QLatin1String redactionForm("redaction");
const QLatin1String memberForm("member");
const QLatin1String amendReason("_amend_reason");

// Puts a ledger's rows together into entries as people meet them: one view an original, its amendments behind it.
class Gatherer {
public:
    Gatherer(CaseState& state, const FoldContext& context) : m_state(state), m_context(context) {
        for (const vault::Member& member : context.office.members)
            m_names.insert(member.id, member.name);
        for (const ledger::Grant& grant : state.access)
            m_names.insert(grant.member, grant.name);
    }

    void take(const ledger::Entry& entry) {
        if (entry.permitted && entry.formId() == memberForm)
            learnName(entry);
        EntryView* original = entry.amends ? originalOf(entry) : nullptr;
        if (!entry.permitted)
            m_state.notPermitted.push_back(view(entry));
        else if (original && entry.formId() == redactionForm)
            redact(*original, entry);
        else if (original && entry.formId() == m_formIds.value(original->id))
            amend(*original, entry);
        else
            add(entry);
    }

private:
    // Somebody who has ended is no longer in the access list; their name is in the entry that let them in.
    void learnName(const ledger::Entry& entry) {
        if (const auto grant = ledger::grantFromFields(entry.fields()); grant && !m_names.contains(grant->member))
            m_names.insert(grant->member, grant->name);
    }

    EntryView* originalOf(const ledger::Entry& entry) {
        const auto place = m_state.places.constFind(*entry.amends);
        return place == m_state.places.cend() ? nullptr : &m_state.entries[*place];
    }

    Version version(const ledger::Entry& entry) const {
        const QJsonObject fields = entry.fields();
        return {entry.id,
                entry.seq,
                entry.recorded,
                m_names.value(entry.author),
                entry.occurred,
                fields,
                textOf(fields, amendReason)};
    }

    const guide::Form* form(const QString& kind) {
        const auto known = m_forms.constFind(kind);
        if (known != m_forms.cend())
            return *known;
        return *m_forms.insert(kind, m_context.guide.formOfKind(kind));
    }

    EntryView view(const ledger::Entry& entry) {
        EntryView view;
        view.id = entry.id;
        view.seq = entry.seq;
        view.kind = entry.kind;
        view.form = form(entry.kind);
        view.role = view.form ? view.form->role : QString();
        view.occurred = entry.occurred;
        view.recorded = entry.recorded;
        view.clock = entry.clock;
        view.authorId = entry.author;
        view.versions.push_back(version(entry));
        view.author = view.versions.front().author;
        view.fields = view.versions.front().fields;
        view.permitted = entry.permitted;
        view.redacted = !entry.body.has_value();
        return view;
    }

    void add(const ledger::Entry& entry) {
        m_state.places.insert(entry.id, m_state.entries.size());
        m_formIds.insert(entry.id, entry.formId());
        m_state.entries.push_back(view(entry));
    }

    void amend(EntryView& original, const ledger::Entry& entry) {
        original.versions.push_back(version(entry));
        if (original.redacted)
            return;
        original.kind = entry.kind;
        original.form = form(entry.kind);
        original.role = original.form ? original.form->role : QString();
        original.occurred = entry.occurred;
        original.fields = original.versions.back().fields;
    }

    void redact(EntryView& original, const ledger::Entry& entry) {
        Version redaction = version(entry);
        redaction.reason = textOf(redaction.fields, QLatin1String("reason"));
        for (Version& earlier : original.versions)
            earlier.fields = {};
        original.versions.push_back(redaction);
        original.fields = {};
        original.redacted = true;
    }

    CaseState& m_state;
    const FoldContext& m_context;
    QHash<MemberId, QString> m_names;
    QHash<EntryId, QString> m_formIds;
    QHash<QString, const guide::Form*> m_forms;
};

} // namespace

void gatherEntries(CaseState& state, const std::vector<ledger::Entry>& entries, const FoldContext& context) {
    Gatherer gatherer(state, context);
    state.entries.reserve(entries.size());
    for (const ledger::Entry& entry : entries)
        gatherer.take(entry);
}

qint64 answeredAt(const EntryView& view, const QString& field) {
    const auto& versions = view.versions;
    std::size_t given = versions.size() - 1;
    if (given == 0)
        return versions.front().seq;
    const QJsonValue stands = versions[given].fields.value(field);
    while (given > 0 && versions[given - 1].fields.value(field) == stands)
        --given;
    return versions[given].seq;
}

} // namespace core::record::folding
