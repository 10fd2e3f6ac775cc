#include "core/record/recordable.h"
#include "core/sample/storyteller.h"
#include <QJsonDocument>
#include <QTest>

using namespace core;

// The made-up cases themselves, without a vault.
class TestSample : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        auto guide = guide::Guide::load();
        auto book = sample::Storybook::load();
        QVERIFY(guide && book);
        m_guide = std::move(*guide);
        m_book = std::move(*book);
    }

    void theSameSeedTellsTheSameCase() {
        QCOMPARE(text(tell(3, 1, 30)), text(tell(3, 1, 30)));
        QVERIFY(text(tell(3, 1, 30)) != text(tell(4, 1, 30)));
        QVERIFY(text(tell(3, 1, 30)) != text(tell(3, 2, 30)));
    }

    void aCaseHasExactlyAsManyEntriesAsWanted_data() {
        QTest::addColumn<int>("entries");
        for (const int entries : {1, 9, 40, 60, 700})
            QTest::addRow("%d", entries) << entries;
    }
    void aCaseHasExactlyAsManyEntriesAsWanted() {
        QFETCH(int, entries);
        for (int index = 0; index < 14; ++index)
            QCOMPARE(int(tell(1, index, entries).size()), entries);
    }

    void everyEntryCanBeRecordedAndNothingLiesInTheFuture() {
        for (int index = 0; index < 28; ++index) {
            record::CaseState state;
            state.guide = &m_guide;
            guide::Facts facts;
            for (const sample::Told& told : tell(5, index, 60)) {
                QVERIFY(told.recorded < m_now);
                QVERIFY(!told.recording.occurred.isKnown() || told.recording.occurred.start() <= told.recorded.toUTC());
                const auto problems = record::recordingProblems(told.recording, state, facts, told.recorded);
                const QByteArray shown = QJsonDocument(told.recording.fields).toJson(QJsonDocument::Compact);
                QVERIFY2(problems.empty(), problems.empty()
                                               ? ""
                                               : qPrintable(told.recording.kind + ' ' + problems[0].field + ": " +
                                                            problems[0].sentence + ' ' + QString::fromUtf8(shown)));
                QVERIFY2(guide::hiddenAnswers(*m_guide.formOfKind(told.recording.kind), {facts, told.recording.fields})
                             .isEmpty(),
                         shown.constData());
                QVERIFY2(!shown.contains('{' + QByteArray("child}")) && !shown.contains("{he}") &&
                             !shown.contains("\"name\":\"\""),
                         shown.constData());
                record::takeAnswers(facts, *m_guide.formOfKind(told.recording.kind), told.recording.fields);
                facts.insert(QStringLiteral("threatened"), facts.value(QStringLiteral("threat"))); // as the record does
            }
        }
    }

    void theCasesAreVaried() {
        QSet<QString> words;
        QSet<QString> kinds;
        int all = 0;
        for (int index = 0; index < 24; ++index)
            for (const sample::Told& told : tell(1, index, 40)) {
                kinds.insert(told.recording.kind);
                words.insert(QString::fromUtf8(QJsonDocument(told.recording.fields).toJson()));
                ++all;
            }
        QVERIFY2(kinds.size() >= 22, qPrintable(QString::number(kinds.size())));
        QVERIFY2(words.size() * 10 >= all * 6, qPrintable(QStringLiteral("%1 of %2").arg(words.size()).arg(all)));
    }

private:
    std::vector<sample::Told> tell(quint32 seed, int index, int entries) const {
        return sample::Storyteller(m_book, m_guide, seed, index, m_now).tell(entries);
    }
    static QByteArray text(const std::vector<sample::Told>& told) {
        QByteArray all;
        for (const sample::Told& one : told)
            all += one.recording.kind.toUtf8() + one.recording.occurred.text().toUtf8() +
                   one.recording.id.toString().toUtf8() + QJsonDocument(one.recording.fields).toJson();
        return all;
    }

    guide::Guide m_guide;
    sample::Storybook m_book;
    QDateTime m_now{QDate(2026, 11, 20), QTime(15, 10)};
};

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
