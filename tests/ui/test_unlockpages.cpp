#include "core/crypto/recoverykey.h"
#include "core/report/document.h"
#include "tests/ui/inwindow.h"
#include "ui/shell/readingorder.h"
#include "ui/unlock/officestep.h"
#include "ui/unlock/passphraseedit.h"
#include "ui/unlock/passphrasestep.h"
#include "ui/unlock/recoverygroups.h"
#include "ui/unlock/setuppage.h"
#include "ui/unlock/sheetstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>

using tests::line;
using tests::says;

namespace {

ui::Button* primary(const QWidget& in) {
    for (auto* found : in.findChildren<ui::Button*>()) {
        if (found->kind() == ui::Button::Kind::Primary)
            return found;
    }
    return nullptr;
}

// In labels and on links.
int saidTimes(const QWidget& in, const QString& part) {
    int times = 0;
    for (auto* label : in.findChildren<ui::PlainLabel*>())
        times += label->isVisibleTo(&in) && label->text().contains(part);
    for (auto* button : in.findChildren<QAbstractButton*>())
        times += button->isVisibleTo(&in) && button->text().contains(part);
    return times;
}

QAbstractButton* choice(const QWidget& in, const QString& words) {
    for (auto* found : in.findChildren<QAbstractButton*>()) {
        if (found->text() == words)
            return found;
    }
    return nullptr;
}

void shown(QWidget& widget) {
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

void type(ui::RecoveryGroups& groups, const QStringList& typed) {
    const auto fields = groups.findChildren<ui::PlainLineEdit*>();
    for (qsizetype i = 0; i < typed.size(); ++i) {
        fields[i]->clear();
        QTest::keyClicks(fields[i], typed[i]);
    }
}

} // namespace

class TestUnlockPages : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { core::crypto::init(); }

    void aWrongPassphraseKeepsTheNameAndEmptiesTheRest() {
        ui::UnlockPage page;
        line(page, QStringLiteral("Log-in name"))->setText(QStringLiteral("ruth"));
        line(page, QStringLiteral("Passphrase"))->setText(QStringLiteral("not this one"));

        page.refuse(QStringLiteral("The passphrase is not right."), true);

        QCOMPARE(line(page, QStringLiteral("Log-in name"))->text(), QStringLiteral("ruth"));
        QVERIFY(line(page, QStringLiteral("Passphrase"))->text().isEmpty());
        QVERIFY(says(page, QStringLiteral("The passphrase is not right.")));
        QVERIFY(primary(page)->isEnabled());
    }
    void aThirdWrongPassphraseHasToWait() {
        ui::UnlockPage page;

        for (int i = 0; i < 3; ++i)
            page.refuse(QStringLiteral("The passphrase is not right."), true);

        QVERIFY(!primary(page)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(primary(page)->isEnabled(), 5000);
    }
    void theWaitGrowsToHalfAMinute() {
        QCOMPARE(ui::secondsToWait(2), 0);
        QCOMPARE(ui::secondsToWait(3), 2);
        QCOMPARE(ui::secondsToWait(4), 4);
        QCOMPARE(ui::secondsToWait(40), 30);
    }
    void withoutAPassphraseNothingIsAsked() {
        ui::UnlockPage page;
        QSignalSpy asked(&page, &ui::UnlockPage::unlockAsked);
        line(page, QStringLiteral("Log-in name"))->setText(QStringLiteral("ruth"));

        primary(page)->click();
        QCOMPARE(asked.size(), 0);
        QVERIFY(says(page, QStringLiteral("Type your passphrase.")));

        line(page, QStringLiteral("Passphrase"))->setText(QStringLiteral("x"));
        primary(page)->click();
        QCOMPARE(asked.size(), 1);
    }
    void capsLockIsNoticed() {
        ui::PassphraseEdit edit(QStringLiteral("Passphrase"));

        QTest::keyClick(edit.field(), 'A', Qt::NoModifier); // a capital without Shift
        QVERIFY(says(edit, QStringLiteral("Caps Lock")));

        QTest::keyClick(edit.field(), 'a', Qt::NoModifier);
        QVERIFY(!says(edit, QStringLiteral("Caps Lock")));
    }
    void aLongPassphraseCanBeSeenWhole() {
        ui::PassphraseEdit edit(QStringLiteral("Passphrase"));
        edit.resize(300, 200);
        edit.show();
        edit.field()->setText(QStringLiteral("harbour lantern mossy quilt tandem gravel otter teapot fog"));
        QVERIFY(!says(edit, QStringLiteral("harbour")));

        choice(edit, QStringLiteral("Show passphrase"))->click();
        QVERIFY(says(edit, QStringLiteral("teapot fog")));

        edit.clear();
        QVERIFY(!says(edit, QStringLiteral("harbour")));
        QVERIFY(!choice(edit, QStringLiteral("Show passphrase"))->isChecked());
        QCOMPARE(edit.field()->echoMode(), QLineEdit::Password);
    }
    void thePassphraseIsTakenOnceAndGone() {
        ui::PassphraseEdit edit(QStringLiteral("Passphrase"));
        edit.field()->setText(QStringLiteral("five quiet words here now"));

        const core::crypto::Secret secret = edit.take();

        QCOMPARE(secret.size(), std::size_t(25));
        QVERIFY(edit.isEmpty());
    }
    void theGroupsOnTheSheetCarryTheirNumbers() {
        ui::SheetStep step;

        step.setGroups(QStringLiteral("Harbourside"), core::crypto::RecoveryKey::random().groups());

        for (int i = 1; i <= 8; ++i) {
            QVERIFY(says(step, QString::number(i)));
            const auto labels = step.findChildren<ui::PlainLabel*>();
            QVERIFY(std::any_of(labels.begin(), labels.end(), [i](const auto* label) {
                return label->accessibleDescription() == QStringLiteral("Group %1 of 8").arg(i);
            }));
        }
    }
    void aSheetTypedRightIsWhole() {
        ui::RecoveryGroups groups;

        type(groups, core::crypto::RecoveryKey::random().groups());

        QVERIFY(groups.isWhole());
    }
    void aGroupTypedWrongIsNamed() {
        ui::RecoveryGroups groups;
        QStringList typed = core::crypto::RecoveryKey::random().groups();
        typed[5][1] = typed[5][1] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');

        type(groups, typed);

        QVERIFY(!groups.isWhole());
        QVERIFY(says(groups, QStringLiteral("Group 6 is not right")));
    }
    // Somebody reads from the paper and types on without looking at the screen.
    void keysAfterAGroupTypedWrongChangeNoGroup() {
        ui::RecoveryGroups groups;
        shown(groups);
        QStringList typed = core::crypto::RecoveryKey::random().groups();
        const auto fields = groups.findChildren<ui::PlainLineEdit*>();
        for (qsizetype i = 4; i < 8; ++i)
            QTest::keyClicks(fields[i], typed[i]);
        QString wrong = typed[2];
        wrong[1] = wrong[1] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        fields[2]->setFocus();

        for (const QChar key : wrong + typed[3])
            QTest::keyClick(QApplication::focusWidget(), key.toLatin1());

        QCOMPARE(QApplication::focusWidget(), fields[2]);
        QCOMPARE(fields[2]->text(), wrong);
        QVERIFY(fields[3]->text().isEmpty());
        for (qsizetype i = 4; i < 8; ++i)
            QCOMPARE(fields[i]->text(), typed[i]);
        QVERIFY(says(groups, QStringLiteral("Group 3 is not right. Compare it with the sheet and correct it.")));
    }
    void aGroupTypedRightLeadsOnToAnEmptyOneOnly() {
        ui::RecoveryGroups groups;
        shown(groups);
        const QStringList typed = core::crypto::RecoveryKey::random().groups();
        const auto fields = groups.findChildren<ui::PlainLineEdit*>();
        QTest::keyClicks(fields[2], typed[2]);
        fields[0]->setFocus();

        for (const QChar key : typed[0] + typed[1] + QStringLiteral("9"))
            QTest::keyClick(QApplication::focusWidget(), key.toLatin1());

        QCOMPARE(fields[0]->text(), typed[0]);
        QCOMPARE(fields[1]->text(), typed[1]);
        QCOMPARE(fields[2]->text(), typed[2]);
        QCOMPARE(QApplication::focusWidget(), fields[1]);
        QVERIFY(says(groups, QStringLiteral("Group 2 is whole. Press Tab for the next one.")));
    }
    void everyGroupOfAnotherSheetIsNamedAndStays() {
        ui::TypeBackStep step;
        ui::SetupAnswers answers;
        const QStringList ours = core::crypto::RecoveryKey::random().groups();
        const QStringList theirs = core::crypto::RecoveryKey::random().groups();
        step.setGroups(ours);
        shown(step);
        QStringList typed = ours;
        typed[1] = theirs[1];
        typed[6] = theirs[6];
        type(*step.findChild<ui::RecoveryGroups*>(), typed);

        QVERIFY(!step.leave(answers));

        QVERIFY(says(step, QStringLiteral("Groups 2 and 7 are not right.")));
        const auto fields = step.findChildren<ui::PlainLineEdit*>();
        QCOMPARE(QApplication::focusWidget(), fields[1]);
        QTest::keyClick(fields[1], 'Q');
        QCOMPARE(fields[1]->text(), theirs[1]);
    }
    void aGroupThatIsMissingIsNotCalledWrong() {
        ui::RecoveryGroups groups;
        type(groups, core::crypto::RecoveryKey::random().groups().mid(0, 7));

        groups.nameWrong();

        QVERIFY(says(groups, QStringLiteral("Group 8 is not whole yet.")));
        QVERIFY(!says(groups, QStringLiteral("not right")));
    }
    void aPasteThatWouldCoverOtherGroupsIsNotTaken() {
        ui::RecoveryGroups groups;
        const QStringList typed = core::crypto::RecoveryKey::random().groups();
        const auto fields = groups.findChildren<ui::PlainLineEdit*>();
        QTest::keyClicks(fields[3], typed[3]);

        fields[2]->insert(typed[2] + typed[3] + typed[4]);

        QVERIFY(fields[2]->text().isEmpty());
        QCOMPARE(fields[3]->text(), typed[3]);
        QVERIFY(says(groups, QStringLiteral("What was pasted is more than group 3.")));

        QTest::keyClicks(fields[1], typed[1]);
        fields[0]->insert(typed[0] + typed[2]);

        QVERIFY(fields[0]->text().isEmpty());
        QCOMPARE(fields[1]->text(), typed[1]);
    }
    void aSheetPastedWholeIsDealtOut() {
        ui::RecoveryGroups groups;
        const QStringList typed = core::crypto::RecoveryKey::random().groups();
        ui::PlainLineEdit* first = groups.first();

        first->setText(typed.join(QLatin1Char(' ')));
        emit first->textEdited(first->text());

        QVERIFY(groups.isWhole());
    }
    void anotherOfficesSheetIsNotTakenBack() {
        ui::TypeBackStep step;
        ui::SetupAnswers answers;
        const QStringList ours = core::crypto::RecoveryKey::random().groups();
        step.setGroups(ours);

        type(*step.findChild<ui::RecoveryGroups*>(), core::crypto::RecoveryKey::random().groups());
        QVERIFY(!step.leave(answers));

        type(*step.findChild<ui::RecoveryGroups*>(), ours);
        QVERIFY(step.leave(answers));
    }
    void theSheetNamesTheOfficeAndNobody() {
        const QStringList groups = core::crypto::RecoveryKey::random().groups();

        const core::report::Document sheet =
            ui::recoverySheet(QStringLiteral("Harbourside School"), groups, QDate(2026, 11, 22));

        QString text;
        for (const auto& block : sheet.blocks) {
            text += block.text;
            for (const QStringList& row : block.rows)
                text += row.join(QLatin1Char(' '));
        }
        QVERIFY(text.contains(QStringLiteral("Harbourside School")));
        for (const QString& group : groups)
            QVERIFY(text.contains(group));
    }
    void theSheetIsSavedForItsOwnerOnlyAndWhereIsSaid() {
        QTemporaryDir home; // without a Documents folder
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        const auto back = qScopeGuard([&] { qputenv("HOME", before); });
        ui::SheetStep step;
        step.setGroups(QStringLiteral("Harbourside School"), core::crypto::RecoveryKey::random().groups());
        shown(step);
        QString proposed;
        const auto save = [&] {
            QTimer::singleShot(0, &step, [&] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                proposed = dialog->directory().absolutePath();
                QMetaObject::invokeMethod(dialog, "accept");
            });
            step.findChild<QAbstractButton*>()->click();
        };

        save();

        QCOMPARE(proposed, home.path());
        const QFileInfo saved(home.filePath(QStringLiteral("Firsthand recovery sheet.pdf")));
        QVERIFY(saved.exists());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(saved.permissions() & others));
        QVERIFY(says(step, QStringLiteral("Saved as Firsthand recovery sheet.pdf in %1.").arg(home.path())));
        save();
        QVERIFY(says(step, QStringLiteral("There is a file of that name already")));
    }
    void anOfficeNeedsANameAndANation() {
        ui::OfficeStep step;
        ui::SetupAnswers answers;

        QVERIFY(!step.leave(answers));
        line(step, QStringLiteral("Name of the school or agency"))->setText(QStringLiteral("  Ysgol   Brynteg "));
        QVERIFY(!step.leave(answers));
        choice(step, QStringLiteral("Wales"))->click();

        QVERIFY(step.leave(answers));
        QCOMPARE(answers.setup.office.name, QStringLiteral("Ysgol Brynteg"));
        QCOMPARE(answers.setup.office.leadTitle, QStringLiteral("Designated safeguarding person"));
    }
    void everythingToPutRightIsNamedAtOnceAndTheFirstHasTheFocus() {
        ui::OfficeStep step;
        ui::SetupAnswers answers;
        shown(step);

        QVERIFY(!step.leave(answers));

        QVERIFY(says(step, QStringLiteral("2 things to put right, then press Continue")));
        QCOMPARE(saidTimes(step, QStringLiteral("Type the name of the school or agency.")),
                 2); // above and at its field
        QCOMPARE(saidTimes(step, QStringLiteral("Choose England or Wales.")), 2);
        ui::PlainLineEdit* name = line(step, QStringLiteral("Name of the school or agency"));
        QCOMPARE(QApplication::focusWidget(), name);
        QCOMPARE(name->accessibleDescription(), QStringLiteral("Type the name of the school or agency."));
        choice(step, QStringLiteral("Choose England or Wales."))->click();
        QVERIFY(QApplication::focusWidget() != name);

        name->setText(QStringLiteral("Ysgol Brynteg"));
        QVERIFY(!step.leave(answers));
        QVERIFY(says(step, QStringLiteral("One thing to put right, then press Continue")));
        QCOMPARE(saidTimes(step, QStringLiteral("Type the name of the school or agency.")), 0);
        QVERIFY(name->accessibleDescription().isEmpty());
    }
    void theNumbersOfTwoAuthoritiesWithoutANameAreBothNamed() {
        ui::AuthoritiesStep step;
        ui::SetupAnswers answers;
        choice(step, QStringLiteral("+ &Add another local authority"))->click();
        line(step, QStringLiteral("Telephone in office hours"))->setText(QStringLiteral("01632 960101"));
        line(step, QStringLiteral("Telephone in office hours, authority 2"))->setText(QStringLiteral("01632 960102"));

        QVERIFY(!step.leave(answers));

        QCOMPARE(saidTimes(step, QStringLiteral("Type the name of the local authority")), 4);
        QCOMPARE(line(step, QStringLiteral("Telephone in office hours"))->text(), QStringLiteral("01632 960101"));
    }
    void eachAuthorityHasItsNationAndTheOfficesIsProposed() {
        ui::AuthoritiesStep step;
        ui::SetupAnswers answers;
        answers.setup.office.nation = core::vault::Nation::Wales;
        step.enter(answers);
        line(step, QStringLiteral("Local authority"))->setText(QStringLiteral("Cyngor Glanfor"));
        choice(step, QStringLiteral("+ &Add another local authority"))->click();
        line(step, QStringLiteral("Local authority, authority 2"))->setText(QStringLiteral("Harbourside"));
        for (auto* button : step.findChildren<QAbstractButton*>())
            if (button->accessibleName() == QLatin1String("Nation of local authority 2: England"))
                button->click();

        QVERIFY(step.leave(answers));

        const auto& authorities = answers.setup.office.authorities;
        QCOMPARE(authorities.size(), std::size_t(2));
        QCOMPARE(authorities[0].nation, core::vault::Nation::Wales);
        QCOMPARE(authorities[1].nation, core::vault::Nation::England);
    }
    void aNumberThatCannotBeRungIsSaidInSetUpAsInSettings() {
        ui::AuthoritiesStep step;
        ui::SetupAnswers answers;
        line(step, QStringLiteral("Local authority"))->setText(QStringLiteral("Harbourside"));
        line(step, QStringLiteral("Telephone out of hours"))->setText(QStringLiteral("see the website"));

        QVERIFY(!step.leave(answers));

        QCOMPARE(saidTimes(step, QStringLiteral("“see the website” cannot be rung.")), 2);
        line(step, QStringLiteral("Telephone out of hours"))->setText(QStringLiteral("01632 960102 ext 4"));
        QVERIFY(step.leave(answers));
    }
    void anotherAuthorityStandsInSightInALowWindow() {
        ui::Page page;
        auto* step = new ui::AuthoritiesStep;
        page.content()->addWidget(step);
        page.resize(640, 300);
        shown(page);

        choice(*step, QStringLiteral("+ &Add another local authority"))->click();

        ui::PlainLineEdit* name = line(*step, QStringLiteral("Local authority, authority 2"));
        QTRY_VERIFY(name->visibleRegion().boundingRect() == name->rect());
        QCOMPARE(QApplication::focusWidget(), name);
    }
    void unlockNamesBothThatAreMissing() {
        ui::UnlockPage page;

        primary(page)->click();

        QVERIFY(says(page, QStringLiteral("Type your log-in name and your passphrase.")));
    }
    void aLogInNameIsProposedWithoutAccents() {
        QCOMPARE(ui::suggestedLogIn(QStringLiteral("Siân O'Neill-Wyn")), QStringLiteral("sian.o.neill.wyn"));
    }
    // Space on the way to the field would take away words that stand on paper already.
    void otherWordsAreMadeOnlyBehindTheField() {
        ui::PassphraseStep step;
        ui::SetupAnswers answers;
        step.enter(answers);
        step.resize(720, 640);
        step.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&step));
        const QList<QWidget*> stops = ui::shell::readingOrder(&step);
        auto* field = line(step, QStringLiteral("Type these five words here"));
        auto* other = choice(step, QStringLiteral("Make &other words"));
        QVERIFY(stops.indexOf(field) >= 0);
        QVERIFY(stops.indexOf(field) < stops.indexOf(other));

        field->setText(QStringLiteral("harbour lantern"));
        other->click();

        QCOMPARE(field->text(), QString());
    }
    void aShortOrGuessablePassphraseIsRefused() {
        ui::PassphraseStep step;
        ui::SetupAnswers answers;
        answers.setup.leadName = QStringLiteral("Ruth Adeyemi");
        step.enter(answers);
        choice(step, QStringLiteral("Use my own"))->click();
        auto* own = line(step, QStringLiteral("Your own passphrase"));
        auto* again = line(step, QStringLiteral("The same passphrase, a second time"));

        for (const char* weak : {"short", "password1234", "ruthadeyemi1"}) {
            own->setText(QString::fromLatin1(weak));
            again->setText(QString::fromLatin1(weak));
            QVERIFY2(!step.leave(answers), weak);
        }
        own->setText(QStringLiteral("gravel-otter-98-teapot-fog"));
        again->setText(QStringLiteral("gravel-otter-98-teapot-fod"));
        QVERIFY(!step.leave(answers));
        again->setText(QStringLiteral("gravel-otter-98-teapot-fog"));

        QVERIFY(step.leave(answers));
        QCOMPARE(answers.passphrase.size(), std::size_t(26));
    }
    void whoCanOpenTheFolderIsSaidOfTheOneThatIsTyped() {
        QTemporaryDir place;
        const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        const auto all = own | QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                         QFile::WriteOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(place.path(), own));
        ui::FolderStep step;

        line(step, QStringLiteral("Folder"))->setText(place.filePath(QStringLiteral("records")));
        QVERIFY(says(step, QStringLiteral("Only your own account on this PC")));
        QVERIFY(!says(step, QStringLiteral("Every account")));

        QVERIFY(QFile::setPermissions(place.path(), all));
        line(step, QStringLiteral("Folder"))->setText(place.filePath(QStringLiteral("our records")));
        QVERIFY(says(step, QStringLiteral("Every account on this PC can work in this folder")));
        QVERIFY(!says(step, QStringLiteral("Only your own")));

        line(step, QStringLiteral("Folder"))->setText(QStringLiteral("records"));
        QVERIFY(!says(step, QStringLiteral("account on this PC can")));
    }
    // Who is called away, or whose PC goes off, never works with records whose sheet nobody has.
    void nothingIsOnTheDiskBeforeTheSheetIsTypedBack() {
        QTemporaryDir place;
        qputenv("XDG_DATA_HOME", place.filePath(QStringLiteral("profile")).toUtf8());
        const QString folder = place.filePath(QStringLiteral("records"));
        ui::SetupPage page;
        page.begin();
        shown(page);
        QSignalSpy finished(&page, &ui::SetupPage::finished);
        const auto answer = [&](const char* question, const QString& text) {
            line(page, QString::fromUtf8(question))->setText(text);
        };
        answer("Name of the school or agency", QStringLiteral("Ysgol Brynteg"));
        choice(page, QStringLiteral("Wales"))->click();
        primary(page)->click();
        answer("Local authority", QStringLiteral("Glanfor"));
        answer("Telephone in office hours", QStringLiteral("01632 960120"));
        answer("Telephone out of hours", QStringLiteral("01632 960121"));
        primary(page)->click();
        answer("Your name", QStringLiteral("Rhian Maddox"));
        primary(page)->click();
        choice(page, QStringLiteral("Use my own"))->click();
        answer("Your own passphrase", QStringLiteral("gravel-otter-98-teapot-fog"));
        answer("The same passphrase, a second time", QStringLiteral("gravel-otter-98-teapot-fog"));
        primary(page)->click();
        QVERIFY(QDir().mkpath(place.filePath(QStringLiteral("letters"))));
        QFile letter(place.filePath(QStringLiteral("letters/dear.txt")));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        answer("Folder", place.filePath(QStringLiteral("letters")));
        primary(page)->click();
        QVERIFY(says(page, QStringLiteral("There is something in that place already. Choose an empty folder.")));
        answer("Folder", folder);
        primary(page)->click();
        QStringList groups;
        for (auto* label : page.findChildren<ui::PlainLabel*>())
            if (label->isVisible() && label->text().size() == 5 && label->accessibleDescription().startsWith("Group"))
                groups << label->text();
        QCOMPARE(groups.size(), 8);
        QVERIFY(says(page, QStringLiteral("Give the copies to two people")));
        QVERIFY(!QFileInfo::exists(folder));

        primary(page)->click();
        auto* typed = page.findChildren<ui::RecoveryGroups*>().front();
        type(*typed, groups);
        QVERIFY(!QFileInfo::exists(folder));
        primary(page)->click();

        QVERIFY(finished.wait(20'000));
        const auto sheet = core::crypto::RecoveryKey::parse(groups.join(QLatin1Char('-')));
        QVERIFY(core::vault::Vault::unlockWithRecovery(folder, *sheet, place.filePath(QStringLiteral("elsewhere"))));
    }
    void aSyncFolderNeedsAnExplicitChoice() {
        QTemporaryDir place;
        const QString synced = place.filePath(QStringLiteral("OneDrive/vault"));
        QVERIFY(QDir().mkpath(synced));
        ui::FolderStep step;
        ui::SetupAnswers answers;
        line(step, QStringLiteral("Folder"))->setText(synced);
        QVERIFY(!step.leave(answers));

        choice(step, QStringLiteral("I know the risk and choose this folder all the same. It will be recorded."))
            ->click();

        QVERIFY(step.leave(answers));
        QVERIFY(answers.setup.remoteFolderAccepted);
    }
};

QTEST_MAIN(TestUnlockPages)
#include "test_unlockpages.moc"
