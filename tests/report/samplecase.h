#pragma once
#include "core/record/casestate.h"
#include "core/report/reports.h"

// A made-up case, put together from entries and folded like any other. Nobody in it exists.
class SampleCase {
public:
    SampleCase();

    core::EntryId record(const QString& form, const QString& occurred, const QJsonObject& fields);
    void amend(const core::EntryId& original, const QString& occurred, QJsonObject fields, const QString& why);
    core::record::CaseState state() const;
    const core::guide::Guide& guide() const { return m_guide; }
    const core::vault::Office& office() const { return m_office; }
    bool isReady() const { return m_ready; }

    static core::report::Purpose toSocialCare();

    // What the child said, each in one exchange, and what she was asked before it.
    static const QStringList& said();

private:
    void recordFirstAnswers();
    void recordPeople();
    void recordTalk();
    void recordAction();

    bool m_ready = false;
    core::guide::Guide m_guide;
    core::vault::Office m_office;
    core::MemberId m_lead = core::MemberId::random();
    std::vector<core::ledger::Entry> m_entries;
};

// A person as a field holds one.
QJsonObject person(const QString& name);
