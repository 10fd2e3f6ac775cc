#include "ui/unlock/passphrasestep.h"
#include "core/base/platform.h"
#include "core/crypto/passphrase.h"
#include "ui/unlock/passphraseedit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/tick.h"
#include <QAbstractButton>
#include <QDir>
#include <QVBoxLayout>

namespace ui {
namespace {

QString strengthText(core::crypto::Strength strength) {
    switch (strength) {
    case core::crypto::Strength::TooShort:
        return PassphraseStep::tr("At least 12 characters.");
    case core::crypto::Strength::Weak:
        return PassphraseStep::tr("Weak: it would be guessed. Add words that have nothing to do with you.");
    case core::crypto::Strength::Fair:
        return PassphraseStep::tr("Fair. One more unusual word makes it strong.");
    case core::crypto::Strength::Strong:
        return PassphraseStep::tr("Strong.");
    }
    return {};
}

QString reachWords(const core::platform::Reach& reach) {
    using Who = core::platform::Reach::Who;
    switch (reach.who) {
    case Who::Nobody:
        return FolderStep::tr(
            "Your account on this PC may not write there. Choose another folder, or ask whoever looks "
            "after this PC to let you.");
    case Who::OwnAccount:
        return FolderStep::tr("Only your own account on this PC can work in this folder. That is enough if colleagues "
                              "use Firsthand from it too. Else ask whoever looks after this PC for a folder that you "
                              "share with them, and choose it here.");
    case Who::Group:
        return FolderStep::tr("The accounts of the group %1 on this PC can work in this folder. Make sure that your "
                              "colleagues are in it.")
            .arg(reach.group);
    case Who::Everybody:
        return FolderStep::tr("Every account on this PC can work in this folder. What is in it stays encrypted: it "
                              "opens with a log-in name and its passphrase only.");
    }
    return {};
}

Colour strengthColour(core::crypto::Strength strength) {
    switch (strength) {
    case core::crypto::Strength::TooShort:
        return Colour::Soft;
    case core::crypto::Strength::Weak:
        return Colour::Bad;
    case core::crypto::Strength::Fair:
        return Colour::Warn;
    case core::crypto::Strength::Strong:
        return Colour::Ok;
    }
    return Colour::Soft;
}

} // namespace

PassphraseStep::PassphraseStep(QWidget* parent)
    : SetupStep(
          tr("Your passphrase"),
          tr("It is the key: nobody can look it up. If it is lost, only the recovery sheet opens your records. Write "
             "it down on paper now and keep the paper on you until you know it."),
          parent) {
    m_logIn = new PlainLabel({}, Type::Strong);
    m_logIn->setWordWrap(true);
    layoutOf()->addWidget(m_logIn);
    m_kind = new ChoiceGroup(ChoiceGroup::Kind::One, {{QStringLiteral("drawn"), tr("Use five words made for me"),
                                                       tr("Easy to type, very hard to guess.")},
                                                      {QStringLiteral("own"), tr("Use my own"), {}}});
    m_kind->setLabel(tr("Passphrase"));
    layoutOf()->addWidget(m_kind);

    auto* drawn = new Card;
    auto* drawnLayout = drawn->content();
    drawnLayout->setContentsMargins(space(5), space(4), space(5), space(3));
    m_words = new PlainLabel({}, Type::Mono);
    m_words->setSelectable(true);
    drawnLayout->addWidget(m_words);
    m_drawn = drawn;
    layoutOf()->addWidget(drawn);

    m_own = new QWidget;
    auto* ownLayout = new QVBoxLayout(m_own);
    ownLayout->setContentsMargins(0, 0, 0, 0);
    ownLayout->setSpacing(space(1));
    m_ownEdit = new PassphraseEdit(tr("Your own passphrase"));
    m_strength = new PlainLabel({}, Type::Small);
    ownLayout->addWidget(m_ownEdit);
    ownLayout->addWidget(m_strength);
    layoutOf()->addWidget(m_own);

    m_again = new PassphraseEdit({});
    layoutOf()->addWidget(m_again);
    // Behind the field: Space on the way there must not take away words that stand on paper already.
    m_another = new QuietButton(tr("Make &other words"));
    layoutOf()->addWidget(m_another, 0, Qt::AlignLeft);
    for (PassphraseEdit* edit : {m_ownEdit, m_again})
        addSaying(edit->field(), [edit](const QString& sentence) { edit->sayProblem(sentence); });
    connect(m_another, &QPushButton::clicked, this, [this] {
        drawAgain();
        m_again->field()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_kind, &ChoiceGroup::changed, this, &PassphraseStep::show);
    connect(m_ownEdit, &PassphraseEdit::changed, this, &PassphraseStep::sayStrength);
    m_kind->choose(QStringLiteral("drawn"));
    show();
}

void PassphraseStep::enter(SetupAnswers& answers) {
    m_logIn->setText(tr("You unlock with the log-in name %1 and this passphrase.").arg(answers.setup.logInName));
    m_known = QStringList{answers.setup.leadName, answers.setup.logInName, answers.setup.office.name,
                          QStringLiteral("Firsthand")};
    if (m_words->text().isEmpty())
        drawAgain();
    sayStrength();
}

bool PassphraseStep::isOwn() const {
    return m_kind->chosen() == QLatin1String("own");
}

void PassphraseStep::show() {
    m_drawn->setVisible(!isOwn());
    m_another->setVisible(!isOwn());
    m_own->setVisible(isOwn());
    m_again->setLabel(isOwn() ? tr("The same passphrase, a second time") : tr("Type these five words here"),
                      tr("So that it is sure you can unlock with it: a slip now would lock you out."));
    m_again->clear();
    clearProblems();
}

void PassphraseStep::drawAgain() {
    m_words->setText(core::crypto::generatePassphrase());
    m_words->setAccessibleDescription(tr("Your passphrase, five words"));
    m_again->clear();
}

void PassphraseStep::sayStrength() {
    const auto strength = core::crypto::passphraseStrength(m_ownEdit->text(), m_known);
    m_strength->setText(strengthText(strength));
    m_strength->setColour(strengthColour(strength));
    m_ownEdit->field()->setAccessibleDescription(m_strength->text());
}

void PassphraseStep::take(SetupAnswers& answers) {
    const QString wanted = isOwn() ? m_ownEdit->text() : m_words->text();
    const auto strength = isOwn() ? core::crypto::passphraseStrength(wanted, m_known) : core::crypto::Strength::Strong;
    if (strength == core::crypto::Strength::TooShort)
        fault(m_ownEdit->field(),
              tr("The passphrase is too short: use at least 12 characters, or the five words made for you."));
    else if (strength == core::crypto::Strength::Weak)
        fault(m_ownEdit->field(), tr("The passphrase would be guessed: add words that have nothing to do with you, or "
                                     "use the five made for you."));
    if (m_again->text() != wanted)
        fault(m_again->field(),
              isOwn() ? tr("The two are not the same. Type the same passphrase into both fields.")
                      : tr("These are not the five words above. Type them as they stand, with a space between them."));
    if (isRight())
        answers.passphrase = m_again->take();
}

QWidget* PassphraseStep::firstField() const {
    return isOwn() ? static_cast<QWidget*>(m_ownEdit->field()) : m_again->field();
}

FolderStep::FolderStep(QWidget* parent)
    : SetupStep(tr("Where the records are kept"),
                tr("One folder on this PC. Whoever works with the records must be able to reach it."), parent) {
    m_folder = addLine(tr("Folder"));
    m_reach = new PlainLabel;
    layoutOf()->addWidget(m_reach);
    auto* choose = new PlainButton(tr("C&hoose another…"));
    layoutOf()->addWidget(choose, 0, Qt::AlignLeft);
    m_remote = new Notice(Notice::Kind::Warning, {}, {});
    layoutOf()->addWidget(m_remote);
    m_accept = new CheckTick(tr("I know the risk and choose this folder all the same. It will be recorded."));
    layoutOf()->addWidget(m_accept);
    m_folder->setText(core::platform::proposedVaultFolder());
    connect(m_folder, &QLineEdit::textChanged, this, &FolderStep::look);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString chosen = chooseFolder(this, tr("Folder for the records"), QDir::homePath());
        if (!chosen.isEmpty())
            m_folder->setText(chosen);
    });
    look();
}

void FolderStep::enter(SetupAnswers&) {
    look();
}

void FolderStep::look() {
    const QString folder = m_folder->text().trimmed();
    m_reach->setText(folder.isEmpty() || QDir::isRelativePath(folder) ? QString()
                                                                      : reachWords(core::platform::reachOf(folder)));
    m_reach->setVisible(!m_reach->text().isEmpty());
    const QString kind = core::platform::remoteKind(m_folder->text());
    m_remote->setVisible(!kind.isEmpty());
    m_accept->setVisible(!kind.isEmpty());
    if (kind.isEmpty())
        m_accept->setChecked(false);
    else
        m_remote->set(Notice::Kind::Warning, tr("This folder is not only on this PC: %1").arg(kind),
                      tr("Two PCs writing at once, or a sync program putting back an old copy, can damage the record. "
                         "Choose a folder on this PC."));
}

void FolderStep::take(SetupAnswers& answers) {
    const QString folder = QDir::cleanPath(m_folder->text().trimmed());
    if (m_folder->text().trimmed().isEmpty() || QDir::isRelativePath(folder)) {
        fault(m_folder, tr("Type the whole path of a folder, or choose one."));
        return;
    }
    if (!core::platform::remoteKind(folder).isEmpty() && !m_accept->isChecked())
        fault(m_folder, tr("This folder is on a network or is copied by a sync program. Choose a folder on this PC, or "
                           "tick that you know the risk."));
    if (core::platform::reachOf(folder).who == core::platform::Reach::Who::Nobody)
        fault(m_folder, tr("You may not write in this folder. Choose another one."));
    answers.folder = folder;
    answers.setup.remoteFolderAccepted = m_accept->isChecked();
}

QWidget* FolderStep::firstField() const {
    return m_folder;
}

} // namespace ui
