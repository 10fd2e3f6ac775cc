#include "tests/ui/openedcase.h"

using namespace core;

class TestCaseFile : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_case = std::make_unique<tests::OpenedCase>();
        QVERIFY(m_case->isOk());
    }

    // As after a commit of which it was not clear whether it happened, and which did.
    void whatIsRecordedAlreadyIsRecorded() {
        record::Recording quiet = noteOf("Quiet in form time.");
        QVERIFY(m_case->file->record(quiet));
        const std::size_t entries = m_case->file->state().entries.size();

        QCOMPARE(m_case->file->record(quiet), Result<EntryId>(quiet.id));
        QVERIFY(m_case->file->recordAll({quiet}));

        QCOMPARE(m_case->file->state().entries.size(), entries);
        record::Recording other = noteOf("Loud in form time.");
        other.id = quiet.id;
        QCOMPARE(m_case->file->record(other).error().code, ErrorCode::AlreadyExists);
        const auto added = m_case->file->recordAll({quiet, noteOf("A second one.")});
        QCOMPARE(added.error().code, ErrorCode::AlreadyExists); // half of it is there, and half is not
    }

private:
    static record::Recording noteOf(const char* text) {
        record::Recording recording;
        recording.kind = QStringLiteral("note/1");
        recording.occurred = *Occurred::parse(QStringLiteral("2026-11-02"));
        recording.fields = {{"text", text}};
        return recording;
    }

    std::unique_ptr<tests::OpenedCase> m_case;
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "test_casefile.moc"
