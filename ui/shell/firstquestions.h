#pragma once
#include "core/record/casefile.h"
#include "ui/widgets/formview.h"

namespace ui::shell {

// The first questions of a concern and what was answered to them: kept as drafts of the case until all are recorded
// together. The file, guide and office outlive it.
class FirstQuestions {
public:
    struct Question {
        explicit Question(const core::guide::Form* asked) : form(asked) {}
        const core::guide::Form* form;
        core::EntryId id = core::EntryId::random();
        QJsonObject draft;
        std::optional<core::record::Recording> answer; // nullopt: not answered yet, or nothing to say
        QStringList hiddenSaid;                        // answers of which it was said that they will not be recorded
        bool seen = false;
        bool wasAway = false; // its draft is of another sitting
    };
    FirstQuestions(core::record::CaseFile& file, const core::guide::Guide& guide, const core::vault::Office& office);

    bool takeDrafts(); // what was answered before; false: it is there and cannot be read
    size_t size() const { return m_questions.size(); }
    Question& operator[](size_t i) { return m_questions[i]; }
    std::vector<Question>::const_iterator begin() const { return m_questions.begin(); }
    std::vector<Question>::const_iterator end() const { return m_questions.end(); }
    size_t lastSeen() const;                   // where one was
    size_t indexOf(const QString& form) const; // by its id
    bool isUntouched() const;                  // nothing was typed

    QString child() const;                    // what the child is called by these answers; may be empty
    QString words(const QString& text) const; // {term:…} and {child} replaced
    // What a question needs to know: the case, and what was answered on the pages before it, as when it is recorded.
    FormNeeds needs(const Question& question) const;
    std::vector<core::record::Recording> answers() const;
    std::vector<core::record::Recording> answersBefore(const Question& question) const;
    std::vector<const core::guide::GuardRail*> rails(const Question& question,
                                                     const core::record::Recording& recording) const;
    QStringList hiddenAnswers(const Question& question) const;
    // The first that something keeps from being recorded, or of which something is left to be said.
    std::optional<size_t> firstUnsettled() const;

private:
    bool isSettled(const Question& question) const;
    // "danger.occurred": what was answered there, under the words of that question.
    std::optional<MomentGiven> moment(const QString& path) const;
    core::record::CaseFile& m_file;
    const core::guide::Guide& m_guide;
    const core::vault::Office& m_office;
    std::vector<Question> m_questions;
};

} // namespace ui::shell
