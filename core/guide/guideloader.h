#pragma once
#include "core/guide/formreader.h"
#include "core/guide/guide.h"

namespace core::guide {

// Reads the files of resources/ into a Guide; guidecheck.cpp then follows every id.
class GuideLoader {
public:
    explicit GuideLoader(const QString& root) : m_root(root) {}
    Result<Guide> load();

private:
    // reading, in guideloader.cpp
    QStringList filesIn(const QString& folder);
    Reader open(const QString& file); // relative to the root
    void readTerms();
    void readPhrases();
    void readForms();
    void readClocks();
    void readServices();
    void readPathways();
    void readRails();
    void readConclusions();
    void readFirstQuestions();
    void readDemands();

    // following ids, in guidecheck.cpp
    void check();
    void checkTerms();
    void checkSameAs(const QString& path, const QString& where);
    void checkForm(const Form& form);
    void checkPathway(const Pathway& pathway);
    void checkStep(const Step& step, const QString& where);
    void checkClock(const Clock& clock);
    void checkSubject(const Clock::Trigger& trigger, const QString& where, const Field* subject);
    void checkTrigger(const Clock::Trigger& trigger, const QString& where);
    void checkRail(const GuardRail& rail);
    void checkRailField(const GuardRail& rail, const Condition::Use& use);
    void checkDemand(const Demand& demand);
    void checkFirstQuestions();
    void checkForms(const QStringList& ids, const QString& where);
    void checkDemands(const QStringList& ids, const QString& where);
    // Facts, forms and phrase lists of a condition; its fields only where `fields` has them (nullptr: none may be
    // named).
    void checkCondition(const Condition& condition, const QString& where, const std::vector<Field>* fields);
    void checkFact(const Condition::Use& use, const QString& where);
    void checkField(const Condition::Use& use, const QString& where, const std::vector<Field>& fields);
    void checkUnique(const QStringList& ids, const QString& where);

    QString m_root;
    Findings m_findings;
    Guide m_guide;
};

} // namespace core::guide
