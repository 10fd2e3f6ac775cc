#include "core/guide/guide.h"
#include "tests/record/madeup.h"
#include "ui/guide/stepmodel.h"
#include <QAbstractItemModelTester>
#include <QTest>

using namespace core;
using ui::guide::StepModel;

static void wakeGuide() {
    Q_INIT_RESOURCE(firsthand_guide);
}

class TestStepModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        wakeGuide();
        auto loaded = core::guide::Guide::load();
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
        m_guide = std::move(*loaded);
    }

    void everyStepThatAppliesIsOneRowWithItsStatusInWords() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T09:00+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        const record::CaseState state = made.fold();
        StepModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.show(state, words(state));

        QVERIFY(model.rowCount() > 5);
        QCOMPARE(model.rowCount(), int(state.stepsApplying()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString said = model.index(row).data(Qt::AccessibleTextRole).toString();
            const auto status =
                static_cast<core::guide::StepStatus>(model.index(row).data(StepModel::StatusRole).toInt());
            QVERIFY2(said.contains(StepModel::statusWord(status)), qPrintable(said));
            QVERIFY2(!said.contains(QLatin1Char('{')), qPrintable(said));
        }
    }

    void anUrgentStepIsTheOneToOpenAndIsSaidToBeNow() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T09:00+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));
        const record::CaseState state = made.fold();
        StepModel model;
        model.show(state, words(state));

        const QModelIndex first = model.index(model.rowOf(model.firstOpen()));

        QVERIFY(first.isValid());
        QVERIFY(first.data(StepModel::UrgentRole).toBool());
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains("Now"));
    }

    void aStepNotNeededGivesItsReason() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T09:00+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        const QString id = made.fold().stages.back().steps.back().step->id;
        made.add("step-not-needed/1", "", fieldsOf({{"step", id}, {"reason", "The family moved away."}}));
        const record::CaseState state = made.fold();
        StepModel model;
        model.show(state, words(state));

        const QModelIndex step = model.index(model.rowOf(id));

        QVERIFY(step.data(Qt::AccessibleTextRole).toString().contains("Not needed, The family moved away."));
    }

    void recordingKeepsThePlaceInTheList() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T09:00+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        StepModel model;
        const record::CaseState before = made.fold();
        model.show(before, words(before));
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&] { ++resets; });

        made.add("note/1", "2026-11-18T10:00+00:00", fieldsOf({{"text", "Quiet afternoon."}}));
        const record::CaseState after = made.fold();
        model.show(after, words(after));

        QCOMPARE(resets, 0);
    }

private:
    StepModel::Words words(const record::CaseState& state) const {
        return [this, &state](const QString& text) { return m_guide.worded(text, state.nation, state.childForText()); };
    }
    core::guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestStepModel)
#include "test_stepmodel.moc"
