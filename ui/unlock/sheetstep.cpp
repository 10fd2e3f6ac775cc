#include "ui/unlock/sheetstep.h"
#include "core/base/filestore.h"
#include "core/report/pdf.h"
#include "ui/unlock/recoverygroups.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {
namespace {

using core::report::Block;

Block block(Block::Kind kind, const QString& text) {
    Block made;
    made.kind = kind;
    made.text = text;
    return made;
}

} // namespace

core::report::Document recoverySheet(const QString& office, const QStringList& groups, QDate made) {
    core::report::Document sheet;
    sheet.title = SheetStep::tr("Recovery sheet");
    sheet.office = office;
    sheet.runningHead = office;
    sheet.blocks.push_back(block(Block::Kind::Heading1, sheet.title));
    sheet.blocks.push_back(block(
        Block::Kind::Paragraph,
        SheetStep::tr("%1 · made %2")
            .arg(office,
                 QLocale(QLocale::English, QLocale::UnitedKingdom).toString(made, QStringLiteral("d MMMM yyyy")))));
    sheet.blocks.push_back(block(Block::Kind::Notice,
                                 SheetStep::tr("Whoever holds this sheet can open every record of this office. Keep it "
                                               "sealed, in a safe or with a solicitor, not with the PC.")));
    Block table;
    table.kind = Block::Kind::Table;
    table.header = QStringList{SheetStep::tr("Group"), SheetStep::tr("Letters and numbers")};
    table.shares = {0.2, 0.8};
    for (qsizetype i = 0; i < groups.size(); ++i)
        table.rows.push_back({QString::number(i + 1), groups.at(i)});
    sheet.blocks.push_back(table);
    sheet.blocks.push_back(block(Block::Kind::Heading2, SheetStep::tr("When to use it")));
    sheet.blocks.push_back(block(
        Block::Kind::Paragraph,
        SheetStep::tr(
            "When nobody can unlock the records any more. Start Firsthand, choose “Use the recovery sheet” and type "
            "the eight groups. Everything opens, for reading only. There is no letter O, I or L in them.")));
    return sheet;
}

SheetStep::SheetStep(QWidget* parent)
    : SetupStep(tr("The recovery sheet"),
                tr("The only other way in, if passphrases are forgotten or people leave. Make two paper copies now: it "
                   "is not shown again."),
                parent)
    , m_save(new PlainButton(tr("&Save as PDF, to print…")))
    , m_status(new StatusLine) {
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setSpacing(space(4));
    card->content()->setContentsMargins(space(5), space(4), space(5), space(4));
    card->content()->addLayout(grid);
    for (int i = 0; i < 8; ++i) {
        auto* number = new PlainLabel(QString::number(i + 1), Type::Small, Colour::Soft);
        auto* shown = new PlainLabel({}, Type::Mono);
        number->setWordWrap(false);
        shown->setWordWrap(false);
        shown->setAccessibleDescription(tr("Group %1 of 8").arg(i + 1));
        auto* cell = new QHBoxLayout;
        cell->setSpacing(space(2));
        cell->addWidget(number);
        cell->addWidget(shown, 1);
        grid->addLayout(cell, i / 4, i % 4);
        m_shown.push_back(shown);
    }
    layoutOf()->addWidget(card);
    layoutOf()->addWidget(m_save, 0, Qt::AlignLeft);
    layoutOf()->addWidget(m_status);
    m_status->hide();
    layoutOf()->addWidget(new Notice(
        Notice::Kind::Info, tr("Give the copies to two people, neither of them you."),
        tr("Whoever holds a sheet can open everything: the head or a governor and a solicitor, say, each in a sealed "
           "envelope. Delete the PDF once it is printed.")));
    connect(m_save, &QPushButton::clicked, this, &SheetStep::save);
}

void SheetStep::setGroups(const QString& office, const QStringList& groups) {
    m_office = office;
    m_groups = groups;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        m_shown[i]->setText(groups.value(qsizetype(i)));
        m_shown[i]->setSelectable(true);
    }
}

void SheetStep::save() {
    QString path =
        chooseFileToSave(this, tr("Save the recovery sheet"), tr("Firsthand recovery sheet.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    m_status->show();
    const auto pdf = core::report::writePdf(recoverySheet(m_office, m_groups, QDate::currentDate()));
    if (!pdf)
        return m_status->warn(errorText(pdf.error()));
    const core::FileStore files;
    const auto placed = files
                            .prepare(path, pdf->bytes) // for its owner's eyes only, as an export is
                            .and_then([&](const QString& prepared) { return files.place(prepared, path); });
    const QFileInfo saved(path);
    if (placed)
        m_status->say(tr("Saved as %1 in %2. Print it twice, then delete the file.")
                          .arg(saved.fileName(), QDir::toNativeSeparators(saved.absolutePath())));
    else if (placed.error().code == core::ErrorCode::AlreadyExists)
        m_status->warn(tr("There is a file of that name already, and it was left as it is. Save again under another "
                          "name."));
    else
        m_status->warn(tr("The PDF could not be written there. Choose another folder, or copy the sheet by hand."));
}

QWidget* SheetStep::firstField() const {
    return m_save;
}

TypeBackStep::TypeBackStep(QWidget* parent)
    : SetupStep(tr("Type the sheet back"),
                tr("From the paper, not from memory: this is the proof that it can be read. A sheet from a set-up that "
                   "was broken off opens nothing: destroy it."),
                parent)
    , m_typed(new RecoveryGroups) {
    layoutOf()->addWidget(m_typed);
}

void TypeBackStep::setGroups(const QStringList& groups) {
    if (groups == m_groups)
        return; // what was typed of them stays
    m_groups = groups;
    m_typed->clear();
}

bool TypeBackStep::leave(SetupAnswers&) {
    // Every group may be well-formed and the sheet another one.
    std::vector<int> others;
    const auto key = core::crypto::RecoveryKey::parse(m_typed->typed());
    for (qsizetype i = 0; key && i < m_groups.size(); ++i) {
        if (key->groups().value(i) != m_groups.at(i))
            others.push_back(int(i) + 1);
    }
    if (key && others.empty())
        return true;
    m_typed->nameWrong(others);
    return false;
}

QWidget* TypeBackStep::firstField() const {
    return m_typed->first();
}

} // namespace ui
