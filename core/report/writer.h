#pragma once
#include "core/report/reports.h"
#include <QCoreApplication>

namespace core::report {

// Every word of a document that is not recorded goes through here, so that Welsh is a translation.
inline QString say(const char* english) {
    return QCoreApplication::translate("Report", english);
}

// What every part of a report is written from, and how recorded things are put into words on paper.
class Writer {
public:
    Writer(const record::CaseState& state, const vault::Office& office, const Purpose& purpose,
           const guide::Guide& guide);

    const record::CaseState& state;
    const vault::Office& office;
    const Purpose& purpose;
    const guide::Guide& guide;

    void add(Block block) { m_blocks.push_back(std::move(block)); }
    // A table, or one line that says that nothing is recorded.
    void addTable(const QStringList& header, std::vector<QStringList> rows, std::vector<double> shares,
                  const QString& ifEmpty);
    std::vector<Block> finish(); // with a note on what was done to web addresses, if anything was

    QString worded(const QString& text) const;   // {child} and {term:…} filled in
    QString free(const QString& recorded) const; // text as recorded, safe to print; "Not known" if blank
    QString words(const QString& said) const;    // the child's own words
    QString when(const Occurred& occurred) const;
    QString at(const QDateTime& moment) const;       // local, for people
    QString inTable(const Occurred& occurred) const; // shorter, the time on a line of its own
    QString inTable(const QDateTime& moment) const;
    QString value(const guide::Field& field, const QJsonValue& value) const;
    QString option(const QString& form, const QString& field, const QString& id) const; // its label
    QString authority(const QString& id) const;

    QString label(const record::EntryView& entry) const;     // "Child's words"
    QString titleLine(const record::EntryView& entry) const; // label and headline
    QString moment(const record::EntryView& entry) const;    // when it happened, or that this is not known

    // What becomes of a question that was asked and not answered.
    enum class Blank { LeftOut, NotKnown };
    // Question and answer of every field in the form's own short words, so that a field that a form gets is printed by
    // itself. Not among them: fields named in `but`, and the child's own words, which stand as quotations.
    std::vector<QStringList> answers(const guide::Form& form, const QJsonObject& fields, Blank blank,
                                     const QStringList& but = {}) const;
    // An entry in full: answers as pairs, the child's words as quotations.
    void addEntry(const record::EntryView& entry, Blank blank = Blank::LeftOut, const QStringList& but = {});
    std::vector<const record::EntryView*> entriesOf(const QStringList& forms) const; // by what happened
    // Every entry of each of these forms under the form's name, the newest first; a form without one is named too.
    void addForms(const QStringList& forms);

    // False for what must not reach the person the concern is about: the child's account and everything in free words.
    bool mayPrint(const record::EntryView& entry) const;

private:
    QString headline(const record::EntryView& entry) const;
    bool mayPrint(const guide::Field& field) const;
    bool isKeptForThePolice(const guide::Field& field) const;
    QJsonObject printable(const record::EntryView& entry) const;
    guide::ValueNames names() const;
    void addExchanges(const record::EntryView& entry);
    void addReasons(const record::EntryView& entry);
    void addUnknownForm(const record::EntryView& entry);

    std::vector<Block> m_blocks;
    mutable bool m_addressesCut = false;
};

QString notKnown();
QString orNotKnown(const QString& text);
QString yesNo(const QString& id); // "yes" "no" "not-known" "" as words

} // namespace core::report
