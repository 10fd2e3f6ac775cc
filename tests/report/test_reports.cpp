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
        for (const char* label : {"Ethnicity", "Religion", "GP", "NHS number", "Disability"})
            QVERIFY2(words.contains(QLatin1String(label) + QStringLiteral("\nNot known")), label);
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
            QVERIFY(wordsOf(document).contains(QStringLiteral("are left out, whatever was chosen")));
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
