#include "core/report/pdf.h"
#include "core/report/reports.h"
#include "samplecase.h"
#include "tools.h"
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace core::report;

namespace {

// Every word of a document, as one text.
QString wordsOf(const Document& document) {
    QStringList words{document.title, document.office, document.runningHead};
    for (const Block& block : document.blocks) {
        words << block.text << block.attribution << block.header;
        for (const QStringList& row : block.rows)
            words << row;
    }
    return words.join(u'\n');
}

QStringList quotations(const Document& document) {
    QStringList said;
    for (const Block& block : document.blocks)
        if (block.kind == Block::Kind::Quotation)
            said << block.text;
    return said;
}

// Any run of white space is one space: where a line breaks says nothing.
bool holds(const QString& text, const QString& words) {
    return text.simplified().contains(words.simplified());
}

// Every form of the pathway recorded once, every field of it filled with a mark that stands nowhere else: a person for
// each part, since the part says in which section they are.
class FilledCase {
public:
    struct Answer {
        QString path, label, mark;
        bool isTyped = false;  // a mark of ours, not the label of an option
        bool isQuoted = false; // the child's words: under the question as it was asked
    };

    FilledCase() {
        const auto& guide = m_case.guide();
        m_referral =
            m_case.record(QStringLiteral("referral"), QStringLiteral("2026-11-23"), filled(*guide.form(u"referral")));
        QStringList done{QStringLiteral("referral"), QStringLiteral("person")};
        for (const auto& stage : guide.pathways().front().stages)
            for (const auto& step : stage.steps)
                for (const QString& id : step.forms) {
                    if (done.contains(id))
                        continue;
                    done += id;
                    m_case.record(id, QStringLiteral("2026-11-24"), filled(*guide.form(id)));
                }
        for (const auto& part : guide.form(u"person")->field(u"part")->options) {
            QJsonObject fields = filled(*guide.form(u"person"));
            fields.insert(QStringLiteral("part"), part.id);
            m_answers.push_back({QStringLiteral("person.part"), label(*guide.form(u"person")->field(u"part")),
                                 worded(part.label), false, false});
            m_case.record(QStringLiteral("person"), {}, fields);
        }
    }

    const std::vector<Answer>& answers() const { return m_answers; }
    QString markOf(const QString& path) const {
        for (const Answer& answer : m_answers)
            if (answer.path == path)
                return answer.mark;
        return {};
    }
    Document summary(const Purpose& purpose) const {
        const auto state = m_case.state();
        return buildReport(ReportKind::ReferralSummary, state, m_case.office(),
                           sections(ReportKind::ReferralSummary, state), {}, purpose, m_case.guide());
    }

private:
    QString worded(const QString& text) const {
        return m_case.guide().worded(text, QStringLiteral("wales"), m_case.state().childForText());
    }
    QString label(const core::guide::Field& field) const { return worded(field.shortLabel()); }
    QString mark() { return QStringLiteral("mark%1.").arg(++m_marks, 4, 10, QLatin1Char('0')); }

    QJsonObject filled(const core::guide::Form& form) {
        QJsonObject fields;
        for (const auto& field : form.fields)
            if (!(form.id == QLatin1String("person") && field.id == QLatin1String("part")))
                fields.insert(field.id, answer(form.id, field));
        return fields;
    }

    void expect(const QString& form, const core::guide::Field& field, const QString& mark, bool isTyped) {
        m_answers.push_back({form + QLatin1Char('.') + field.id, label(field), mark, isTyped,
                             field.type == core::guide::FieldType::Verbatim});
    }

    QJsonValue answer(const QString& form, const core::guide::Field& field) {
        using Type = core::guide::FieldType;
        switch (field.type) {
        case Type::Text:
        case Type::LongText:
        case Type::Verbatim:
        case Type::Duration: {
            const QString typed = mark();
            expect(form, field, typed, true);
            return typed;
        }
        case Type::Person:
        case Type::People: {
            const QString name = mark();
            expect(form, field, name, true);
            return field.type == Type::Person ? QJsonValue(person(name)) : QJsonValue(QJsonArray{person(name)});
        }
        case Type::Choice:
        case Type::Choices: {
            const auto& option = field.options[field.options.size() / 2];
            expect(form, field, worded(option.label), false);
            return field.type == Type::Choice ? QJsonValue(option.id) : QJsonValue(QJsonArray{option.id});
        }
        case Type::YesNo:
            expect(form, field, QStringLiteral("Yes"), false);
            return QStringLiteral("yes");
        case Type::When: {
            const auto day = core::Occurred::on(QDate(2027, 1, 1).addDays(++m_marks));
            expect(form, field, core::occurredForPeople(day), false);
            return day.text();
        }
        case Type::Authority:
            expect(form, field, QStringLiteral("Glanhafren County Council"), false);
            return QStringLiteral("glanhafren");
        case Type::Entry:
            expect(form, field, QStringLiteral("Report"), false);
            return m_referral.toString();
        case Type::Rows: {
            QJsonObject row;
            for (const auto& part : field.rows) {
                const QString said = mark();
                m_answers.push_back(
                    {form + QLatin1Char('.') + field.id + QLatin1Char('.') + part.id, {}, said, true, true});
                row.insert(part.id, said);
            }
            return QJsonArray{row};
        }
        }
        return {};
    }

    SampleCase m_case;
    core::EntryId m_referral;
    std::vector<Answer> m_answers;
    int m_marks = 0;
};

} // namespace

class TestReports : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SampleCase m_case;

    Document build(ReportKind kind, const Purpose& purpose = SampleCase::toSocialCare(),
                   const QStringList& off = {}) const {
        const auto state = m_case.state();
        auto chosen = sections(kind, state);
        for (Section& section : chosen)
            section.on = !off.contains(section.id);
        return buildReport(kind, state, m_case.office(), chosen, {}, purpose, m_case.guide());
    }

    QString save(const QByteArray& bytes, const QString& name) const {
        const QString keep = qEnvironmentVariable("FIRSTHAND_KEEP");
        const QString path = (keep.isEmpty() ? m_folder.path() : keep) + u'/' + name + QStringLiteral(".pdf");
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private slots:
    void initTestCase() { QVERIFY(m_case.isReady()); }

    void bothReportsPassEveryTool_data() {
        QTest::addColumn<ReportKind>("kind");
        QTest::newRow("referral summary") << ReportKind::ReferralSummary;
        QTest::newRow("chronology") << ReportKind::Chronology;
    }
    void bothReportsPassEveryTool() {
        QFETCH(ReportKind, kind);
        const auto pdf = writePdf(build(kind), {}, SampleCase::toSocialCare().made);

        QVERIFY(pdf);
        const QString file = save(pdf->bytes, reportId(kind));
        for (const auto& outcome : {tools::qpdfCheck(file), tools::accessible(file), tools::archival(file)})
            QVERIFY2(outcome.ok(), outcome.all().constData());
        QCOMPARE(tools::images(file).out.trimmed().split('\n').size(), 2);
        const auto texts = tools::actualTexts(file, QStringLiteral("BlockQuote"));
        QVERIFY(texts);
        for (const QString& said : SampleCase::said())
            QVERIFY2(texts->contains(said), qPrintable(said));
    }

    void blankAnswersReadNotKnown() {
        for (const Block& block : build(ReportKind::ReferralSummary).blocks)
            for (const QStringList& row : block.rows)
                for (const QString& cell : row)
                    QVERIFY2(!cell.trimmed().isEmpty(), qPrintable(row.join(u'|')));
        const QString words = wordsOf(build(ReportKind::ReferralSummary));
        for (const char* label :
             {"Ethnicity", "Religion or belief", "GP or surgery", "NHS number", "Disability or learning difficulty"})
            QVERIFY2(words.contains(QLatin1String(label) + QStringLiteral("\nNot known")), label);
    }

    // Each form of the pathway with every question answered, whether or not they can be answered together: all of it is
    // in a summary with every section, under the form's own words. A question that a form gets later is looked for too.
    void everyAnswerIsInTheFullReferralSummary() {
        // Where an answer stands in another way, or on purpose not: why.
        const QSet<QString> exceptions{
            "child.identified", // said by the name: "Not identified yet"
            "child.first_name", // with the last name as one
            "child.last_name",
            "child.born",             // with the age behind it
            "told.person",            // in the column "Who"
            "told.outcome",           // in the column "Told or not"
            "parents.continues",      // which entry it follows is for the record
            "need-to-know.continues", // the same
            "need-to-know.person",    // in the column "Who", as are the next ones in theirs
            "need-to-know.role",
            "need-to-know.why",
            "need-to-know.may_be_told", // the part stands in its place; nothing: under "Not to be told"
            "need-to-know.what",
            "need-to-know.until",
            "plan.continues",
            "restriction.continues",
            "referral-progress.referral", // it stands under that referral
            "referral.confidential",      // has a section of its own
            "person.name",                // the heading
            "seen.web_address",           // for the police only
        };
        FilledCase filled;

        const QString words = wordsOf(filled.summary(SampleCase::toSocialCare()));

        int looked = 0;
        QStringList missing;
        for (const FilledCase::Answer& answer : filled.answers()) {
            ++looked;
            const bool isThere = words.contains(answer.mark);
            const bool underItsWords = words.contains(answer.label + QLatin1Char('\n') + answer.mark) ||
                                       words.contains(answer.label + QStringLiteral(": ") + answer.mark) ||
                                       answer.isQuoted;
            const bool excepted = exceptions.contains(answer.path);
            if (excepted ? !isThere && answer.isTyped && answer.path != QLatin1String("seen.web_address")
                         : !isThere || !underItsWords)
                missing += answer.path;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
        QVERIFY(looked > 150);
        Purpose toPolice = SampleCase::toSocialCare();
        toPolice.recipientIsPolice = true;
        QVERIFY(wordsOf(filled.summary(toPolice)).contains(filled.markOf(QStringLiteral("seen.web_address"))));
        QVERIFY(words.contains(QStringLiteral("It is given to the police only")));
    }

    void whatIsLeftOutIsSaid() {
        SampleCase other;
        const QString line = QStringLiteral("One note or step that was not needed is in the record and not here.");
        QVERIFY(!wordsOf(build(ReportKind::ReferralSummary)).contains(line));
        other.record(QStringLiteral("note"), QStringLiteral("2026-11-23"),
                     {{QStringLiteral("text"), QStringLiteral("Rota changed.")}});
        const auto state = other.state();

        const QString words = wordsOf(buildReport(ReportKind::ReferralSummary, state, other.office(),
                                                  sections(ReportKind::ReferralSummary, state), {},
                                                  SampleCase::toSocialCare(), other.guide()));

        QVERIFY(words.contains(line));
        QVERIFY(!words.contains(QStringLiteral("Rota changed")));
    }

    void theSummarySaysWhatTheRecordSays() {
        SampleCase other;
        other.record(QStringLiteral("danger"), QStringLiteral("2026-11-23T12:40+00:00"),
                     {{QStringLiteral("danger_now"), QStringLiteral("no")},
                      {QStringLiteral("threat"), QStringLiteral("yes")},
                      {QStringLiteral("called_who"), QJsonArray{QStringLiteral("police-999")}}});
        other.record(QStringLiteral("person"), {},
                     {{QStringLiteral("name"), QStringLiteral("Bryn Tudor")},
                      {QStringLiteral("part"), QStringLiteral("alleged")}});
        const auto state = other.state();

        const QString words = wordsOf(buildReport(ReportKind::ReferralSummary, state, other.office(),
                                                  sections(ReportKind::ReferralSummary, state), {},
                                                  SampleCase::toSocialCare(), other.guide()));

        QVERIFY(words.contains(QStringLiteral("Called\nPolice, on 999")));
        QVERIFY(words.contains(QStringLiteral("May be involved: Bryn Tudor")));
        QVERIFY(words.contains(QStringLiteral("May be involved: Gethin Prydderch")));
        QVERIFY(words.mid(words.indexOf(QStringLiteral("Bryn Tudor")))
                    .contains(QStringLiteral("Lives with the child\nNot known"))); // never answered
    }

    void purposeAndRecordMarkAreOnTheFirstPageAndTheMarkOnAll() {
        const auto purpose = SampleCase::toSocialCare();
        const QString mark = core::ledger::recordMark(QByteArray(32, '\x5a'));
        for (const ReportKind kind : {ReportKind::ReferralSummary, ReportKind::Chronology}) {
            const auto pdf = writePdf(build(kind), {}, purpose.made);
            const auto text = tools::text(save(pdf->bytes, QStringLiteral("cover")));

            const QStringList pages = QString::fromUtf8(text.out).split(u'\f', Qt::SkipEmptyParts);
            QCOMPARE(pages.size(), qsizetype(pdf->pages));
            for (const QString& words : {purpose.recipient, purpose.organisation, purpose.why, purpose.madeBy})
                QVERIFY2(holds(pages.first(), words), qPrintable(words));
            for (qsizetype i = 0; i < pages.size(); ++i) {
                QVERIFY(holds(pages[i], mark));
                QVERIFY(holds(pages[i], QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
            }
            const QString all = wordsOf(build(kind));
            const auto at = [&](const char* heading) { return all.indexOf(QLatin1String(heading)); };
            QVERIFY(holds(QString::fromUtf8(text.out), QStringLiteral("Who needs to know")));
            QVERIFY(at("Child\n") >= 0 && at("Child\n") < at("Who needs to know")); // whom it is about, on the cover
            QVERIFY(at("Who needs to know") < at("The child\n")); // before anything that is told of the child
            QVERIFY(wordsOf(build(kind)).contains(QStringLiteral("That she may leave a lesson, not why.")));
        }
    }

    void aSectionThatIsOffLeavesNoWordInTheFile_data() {
        QTest::addColumn<ReportKind>("kind");
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("alsoOff"); // another section that tells of the same
        QTest::addColumn<QStringList>("words");
        const auto add = [](ReportKind kind, const char* section, const char* alsoOff, const QStringList& words) {
            QTest::addRow("%s, %s", qPrintable(reportId(kind)), section)
                << kind << QString::fromLatin1(section) << QString::fromLatin1(alsoOff) << words;
        };
        const auto row = [&](const char* section, const char* word) {
            add(ReportKind::ReferralSummary, section, "", {QString::fromUtf8(word)});
        };
        row("household", "tablet");
        row("professionals", "Gwanwyn");
        row("concern", "registration");
        row("seen", "zerox_99");
        add(ReportKind::ReferralSummary, "words", "", SampleCase::said());
        add(ReportKind::Chronology, "entries", "", SampleCase::said());
        add(ReportKind::Chronology, "overview", "", {QStringLiteral("Dan Okoro: told")});
        add(ReportKind::Chronology, "child", "entries", {QStringLiteral("Tan-y-coed")});
        row("wishes", "hell send");
        row("observations", "slept");
        row("referrals", "GC-4471");
        row("done", "Sealed");
        row("told", "pass-card");
        row("parents", "often");
    }
    void aSectionThatIsOffLeavesNoWordInTheFile() {
        QFETCH(ReportKind, kind);
        QFETCH(QString, section);
        QFETCH(QString, alsoOff);
        QFETCH(QStringList, words);
        const auto printed = [&](const QStringList& off) {
            const auto purpose = SampleCase::toSocialCare();
            const auto pdf = writePdf(build(kind, purpose, off), {}, purpose.made);
            return pdf ? tools::everything(save(pdf->bytes, QStringLiteral("sections"))) : std::nullopt;
        };
        static QHash<QString, std::optional<QString>> wholes;
        const QString key = reportId(kind) + alsoOff;
        if (!wholes.contains(key))
            wholes.insert(key, printed({alsoOff}));

        const auto left = printed({section, alsoOff});
        const auto whole = wholes.value(key);
        QVERIFY(left && whole);
        for (const QString& word : words) {
            QVERIFY2(!holds(*left, word), qPrintable(word));
            QVERIFY2(holds(*whole, word), qPrintable(word)); // the same search finds it when the section is on
        }
    }

    void theChildsAccountNeverReachesTheAllegedPerson() {
        QStringList account = SampleCase::said();
        account << QStringLiteral("n for nobody in my form") << QStringLiteral("hell send it")
                << QStringLiteral("zerox_99") << QStringLiteral("slept little")
                << QStringLiteral("spoke to her form tutor") << QStringLiteral("GC-4471")
                << QStringLiteral("Tan-y-coed") << QStringLiteral("Okoro") << QStringLiteral("may leave a lesson");
        for (const ReportKind kind : {ReportKind::ReferralSummary, ReportKind::Chronology}) {
            Purpose toAlleged = SampleCase::toSocialCare();
            toAlleged.recipientIsAlleged = true;
            const Document document = build(kind, toAlleged);
            const auto pdf = writePdf(document, {}, toAlleged.made);
            const auto all = tools::everything(save(pdf->bytes, QStringLiteral("alleged")));
            const QString toOthers = wordsOf(build(kind));

            QVERIFY(all);
            QVERIFY(quotations(document).isEmpty());
            for (const QString& words : account) {
                QVERIFY2(!holds(*all, words) && !holds(wordsOf(document), words), qPrintable(words));
                QVERIFY2(holds(toOthers, words), qPrintable(words)); // any other recipient is given it
            }
            // Nor does it say that there is an account, or that people know.
            QVERIFY(!wordsOf(document).contains(QStringLiteral("account")));
            QVERIFY(!wordsOf(document).contains(QStringLiteral("threat")));
        }
    }

    // Whom we talked to, to whom a document went and who can open the record say who knows: none of it goes to the
    // alleged person. The control is anybody else, who gets all of it.
    void whoKnowsNeverReachesTheAllegedPersonByTheChronology_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QStringList>("marks");
        const auto text = [](const char* words) { return QString::fromUtf8(words); };
        QTest::newRow("contact") << text("contact")
                                 << QJsonObject{{"with", person(text("Rhodri Vaughan"))},
                                                {"with_role", "police"},
                                                {"how", "phone"},
                                                {"about", "He will ring the mother at six."}}
                                 << QStringList{text("Rhodri Vaughan"), text("ring the mother")};
        QTest::newRow("document made") << text("exported")
                                       << QJsonObject{{"report", "referral"},
                                                      {"recipient", "Sioned Bevan"},
                                                      {"organisation", "Glanhafren duty desk"},
                                                      {"purpose", "For the strategy discussion"}}
                                       << QStringList{text("Sioned Bevan"), text("strategy discussion")};
        QTest::newRow("who can open the record") << text("member")
                                                 << QJsonObject{{"member", core::MemberId::random().toString()},
                                                                {"name", "Elin Howells"},
                                                                {"title", "Deputy head"},
                                                                {"role", "deputy"}}
                                                 << QStringList{text("Elin Howells")};
        QTest::newRow("support") << text("support")
                                 << QJsonObject{{"kind", QJsonArray{"therapy"}}, {"state", "offered"}} << QStringList{};
        QTest::newRow("Report Remove") << text("report-remove") << QJsonObject{{"step", "explained"}} << QStringList{};
        QTest::newRow("a device") << text("device") << QJsonObject{{"what", "Grey phone"}, {"power", "off"}}
                                  << QStringList{};
        QTest::newRow("a day to look again")
            << text("review") << QJsonObject{{"looked_at", "All of it"}, {"next", "2026-12-24"}}
            << QStringList{text("24 December")};
        QTest::newRow("a restriction") << text("restriction") << QJsonObject{{"what", "Phone at night"}}
                                       << QStringList{text("Phone at night")};
        QTest::newRow("a step put aside")
            << text("step-not-needed") << QJsonObject{{"step", "talk"}, {"reason", "Done"}} << QStringList{};
    }
    void whatIsDecidedMayBeSeenByTheAllegedPersonButNotRead() {
        SampleCase other;
        other.record(QStringLiteral("decision"), QStringLiteral("2026-11-24T15:17+00:00"),
                     {{QStringLiteral("decision"), QStringLiteral("Send him home")}});
        const auto state = other.state();
        Purpose purpose = SampleCase::toSocialCare();
        purpose.recipientIsAlleged = true;
        ChronologyChoice whole;
        whole.groups = QStringList{QStringLiteral("decisions")};

        const QString words =
            wordsOf(buildReport(ReportKind::Chronology, state, other.office(), sections(ReportKind::Chronology, state),
                                whole, purpose, other.guide()));

        QVERIFY(words.contains(QStringLiteral("15:17")));
        QVERIFY(!words.contains(QStringLiteral("Send him home")));
    }
    void whoKnowsNeverReachesTheAllegedPersonByTheChronology() {
        QFETCH(QString, form);
        QFETCH(QJsonObject, fields);
        QFETCH(QStringList, marks);
        SampleCase other;
        other.record(form, QStringLiteral("2026-11-24T15:17+00:00"), fields);
        const auto state = other.state();
        QVERIFY(!state.entries.empty() && state.entries.back().form);
        const auto chronology = [&](bool alleged) {
            Purpose purpose = SampleCase::toSocialCare();
            purpose.recipient = QStringLiteral("Somebody else");
            purpose.recipientIsAlleged = alleged;
            ChronologyChoice whole;
            for (const char* group : {"words", "told", "referral", "decisions", "support", "other", "record"})
                whole.groups += QString::fromLatin1(group);
            return wordsOf(buildReport(ReportKind::Chronology, state, other.office(),
                                       sections(ReportKind::Chronology, state), whole, purpose, other.guide()));
        };

        const QString toAlleged = chronology(true), toOthers = chronology(false);

        marks << QStringLiteral("15:17"); // not even that there was something at that hour
        int printed = 0;
        for (const QString& mark : marks) {
            QVERIFY2(!toAlleged.contains(mark), qPrintable(mark));
            printed += toOthers.contains(mark) ? 1 : 0;
        }
        qInfo("control: to anybody else, %d of %d marks are printed", printed, int(marks.size()));
        QCOMPARE(printed, int(marks.size()));
    }

    void anAddressInThePurposeEndsAfterTheSiteToo() {
        Purpose purpose = SampleCase::toSocialCare();
        purpose.why = purpose.organisation = purpose.recipient =
            QStringLiteral("See https://files.example.com/u/mark-9");

        const QString words = wordsOf(build(ReportKind::ReferralSummary, purpose));

        QVERIFY(!words.contains(QStringLiteral("mark-9")));
        QCOMPARE(words.count(QStringLiteral("See hxxps://files[.]example[.]com/…")), 3);
    }

    void onlyThePoliceGetTheAddressOfAnImage() {
        Purpose toPolice = SampleCase::toSocialCare();
        toPolice.recipientIsPolice = true;
        for (const ReportKind kind : {ReportKind::ReferralSummary, ReportKind::Chronology}) {
            const QString others = wordsOf(build(kind)), police = wordsOf(build(kind, toPolice));

            QVERIFY(!others.contains(QStringLiteral("marker-path")));
            QVERIFY(others.contains(QStringLiteral("hxxps://files[.]example[.]com/…")));
            QVERIFY(police.contains(QStringLiteral("hxxps://files[.]example[.]com/u/marker-path-88.jpg")));
            QVERIFY(police.contains(QStringLiteral("marker-path-77")));
            QVERIFY(!police.contains(QStringLiteral("https://")));
        }
    }

    void whyAWarningWasPassedIsPrinted() {
        SampleCase other;
        other.record(
            QStringLiteral("danger"), QStringLiteral("2026-11-23T13:00+00:00"),
            {{QStringLiteral("danger_now"), QStringLiteral("no")},
             {QStringLiteral("threat"), QStringLiteral("yes")},
             {QStringLiteral("called_who"), QJsonArray{QStringLiteral("nobody-yet")}},
             {QStringLiteral("_rails"),
              QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("danger-nobody-rung")},
                                     {QStringLiteral("reason"), QStringLiteral("The office line was engaged")}}}}});
        const auto state = other.state();
        const auto printed = [&](ReportKind kind, bool alleged) {
            Purpose purpose = SampleCase::toSocialCare();
            purpose.recipientIsAlleged = alleged;
            return wordsOf(buildReport(kind, state, other.office(), sections(kind, state), {}, purpose, other.guide()));
        };
        for (const ReportKind kind : {ReportKind::ReferralSummary, ReportKind::Chronology}) {
            QVERIFY(printed(kind, false).contains(QStringLiteral("The office line was engaged")));
            QVERIFY(printed(kind, false).contains(QStringLiteral("nobody has been rung")));
            QVERIFY(!printed(kind, true).contains(QStringLiteral("The office line was engaged")));
        }
    }

    void whoWasSpokenWithIsAmongThoseWhoWereTold() {
        const auto told = [](const char* reached) {
            SampleCase other;
            other.record(QStringLiteral("contact"), QStringLiteral("2026-11-23T13:00+00:00"),
                         {{QStringLiteral("with"), person(QStringLiteral("PC Bevan"))},
                          {QStringLiteral("with_role"), QStringLiteral("police")},
                          {QStringLiteral("reached"), QLatin1String(reached)},
                          {QStringLiteral("about"), QStringLiteral("All of it")}});
            const auto state = other.state();
            const auto kind = ReportKind::ReferralSummary;
            return wordsOf(buildReport(kind, state, other.office(), sections(kind, state), {},
                                       SampleCase::toSocialCare(), other.guide()))
                .contains(QStringLiteral("Spoken with"));
        };
        QVERIFY(told("yes"));
        QVERIFY(!told("no"));
    }

    void anAddressInTheChildsWordsIsCutAndNothingElseIs() {
        SampleCase other;
        const QString said = QStringLiteral("he sent me https://pics.example.net/a/b.jpg\u00A0lol. ok.so what");
        other.record(QStringLiteral("words"), QStringLiteral("2026-11-23T13:00+00:00"),
                     {{QStringLiteral("to"), person(QStringLiteral("Ruth Adeyemi"))},
                      {QStringLiteral("exchanges"), QJsonArray{QJsonObject{{QStringLiteral("said"), said}}}}});
        const auto state = other.state();

        const Document document =
            buildReport(ReportKind::ReferralSummary, state, other.office(),
                        sections(ReportKind::ReferralSummary, state), {}, SampleCase::toSocialCare(), other.guide());

        QVERIFY(quotations(document).contains(
            QStringLiteral("he sent me hxxps://pics[.]example[.]net/…\u00A0lol. ok.so what")));
        QVERIFY(wordsOf(document).contains(QStringLiteral("given to the police only")));
    }

    void chronologyFollowsWhatHappenedNotWhatWasTyped() {
        m_case.record(QStringLiteral("note"), QStringLiteral("2026-11-02"),
                      {{QStringLiteral("text"), QStringLiteral("An earlier worry, written down late.")}});
        const QString words = wordsOf(build(ReportKind::Chronology));

        QVERIFY(words.indexOf(QStringLiteral("Monday 2 November 2026")) <
                words.indexOf(QStringLiteral("Monday 23 November 2026, 10:40")));
        QVERIFY(words.contains(QStringLiteral("21 days later")));
    }

    void chronologyKeepsToItsKindsAndDates() {
        const auto state = m_case.state();
        const auto all = sections(ReportKind::Chronology, state);
        ChronologyChoice choice;
        choice.groups = QStringList{QStringLiteral("referral")};
        const auto build = [&](const ChronologyChoice& c) {
            return wordsOf(buildReport(ReportKind::Chronology, state, m_case.office(), all, c,
                                       SampleCase::toSocialCare(), m_case.guide()));
        };

        QVERIFY(build(choice).contains(QStringLiteral("GC-4471")));
        QVERIFY(!build(choice).contains(QStringLiteral("slept little")));
        choice.groups.clear();
        choice.from = QDate(2026, 11, 24);
        QVERIFY(!build(choice).contains(QStringLiteral("GC-4471")));
        QVERIFY(build(choice).contains(QStringLiteral("Nothing of these kinds and dates has been recorded.")));
    }

    void whatHappenedBetweenTwoDaysBelongsToBoth() {
        SampleCase other;
        other.record(QStringLiteral("note"), QStringLiteral("2026-11-05/2026-11-09"),
                     {{QStringLiteral("text"), QStringLiteral("A message some time that week.")}});
        const auto state = other.state();
        const auto holdsIt = [&](QDate from, QDate to) {
            ChronologyChoice choice;
            choice.from = from;
            choice.to = to;
            return wordsOf(buildReport(ReportKind::Chronology, state, other.office(),
                                       sections(ReportKind::Chronology, state), choice, SampleCase::toSocialCare(),
                                       other.guide()))
                .contains(QStringLiteral("some time that week"));
        };

        QVERIFY(holdsIt(QDate(2026, 11, 7), {}) && holdsIt({}, QDate(2026, 11, 7)));
        QVERIFY(holdsIt(QDate(2026, 11, 9), {}) && holdsIt({}, QDate(2026, 11, 5)));
        QVERIFY(!holdsIt(QDate(2026, 11, 10), {}) && !holdsIt({}, QDate(2026, 11, 4)));
    }

    void noTitleSaysTheOppositeOfTheAnswer() {
        SampleCase other;
        other.record(QStringLiteral("images-left"), QStringLiteral("2026-11-23"),
                     {{QStringLiteral("left"), QStringLiteral("no")}});
        const auto state = other.state();

        const QString words =
            wordsOf(buildReport(ReportKind::Chronology, state, other.office(), sections(ReportKind::Chronology, state),
                                {}, SampleCase::toSocialCare(), other.guide()));

        QVERIFY(words.contains(QStringLiteral("What became of the images · Left where they are: No")));
        QVERIFY(!words.contains(QStringLiteral("Images left alone")));
    }

    void whatAnAmendedEntrySaidBeforeStandsBelowIt() {
        SampleCase other;
        const auto note = [](const char* text) { return QJsonObject{{QStringLiteral("text"), QLatin1String(text)}}; };
        const auto first = other.record(QStringLiteral("note"), QStringLiteral("2026-11-23"), note("Seen at four."));
        other.amend(first, QStringLiteral("2026-11-22"), note("Seen at five."), QStringLiteral("misread my notes"));
        other.amend(first, QStringLiteral("2026-11-22"), note("Seen at six."), QStringLiteral("asked again"));
        const auto state = other.state();
        const auto chronology = [&](bool earlier) {
            ChronologyChoice choice;
            choice.earlier = earlier;
            return wordsOf(buildReport(ReportKind::Chronology, state, other.office(),
                                       sections(ReportKind::Chronology, state), choice, SampleCase::toSocialCare(),
                                       other.guide()));
        };

        const QString whole = chronology(true), newest = chronology(false);

        const QStringList inOrder{"Note\nSeen at six.",
                                  "Amended by Ruth Adeyemi",
                                  "asked again",
                                  "Note\nSeen at five.",
                                  "misread my notes",
                                  "As first recorded by Ruth Adeyemi",
                                  "when it happened: Monday 23 November 2026",
                                  "Note\nSeen at four."};
        qsizetype at = 0;
        for (const QString& words : inOrder) {
            at = whole.indexOf(words, at);
            QVERIFY2(at >= 0, qPrintable(words));
        }
        QVERIFY(newest.contains(QStringLiteral("misread my notes")) && newest.contains(QStringLiteral("Seen at six.")));
        QVERIFY(!newest.contains(QStringLiteral("Seen at five.")) && !newest.contains(QStringLiteral("Seen at four.")));
        QVERIFY(newest.contains(QStringLiteral("What amended entries said before"))); // among what is left out
    }

    void theOverviewSaysWhoWasToldAndDoesNotCutTheChildsWords() {
        const Document document =
            build(ReportKind::Chronology, SampleCase::toSocialCare(), {QStringLiteral("entries")});

        const QString words = wordsOf(document);
        QVERIFY(words.contains(QStringLiteral("Dan Okoro: told")));
        QVERIFY(words.contains(QStringLiteral("Agnieszka Kowalska: not yet told")));
        QVERIFY(!words.contains(SampleCase::said().first().left(10)));
    }

    void theSameStateGivesTheSameDocument() {
        QCOMPARE(build(ReportKind::ReferralSummary), build(ReportKind::ReferralSummary));
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestReports test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_reports.moc"
