#include "ui/timeline/entrypane.h"
#include "ui/entry/wording.h"
#include "ui/rows/readtext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/veil.h"
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLocale>
#include <QVBoxLayout>

using namespace core;

namespace ui::timeline {

namespace {

QString moment(const QDateTime& utc) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(utc.toLocalTime(), QStringLiteral("d MMMM yyyy, HH:mm"));
}

bool isWrittenByProgram(const guide::Form& form) {
    static const QStringList ids{QStringLiteral("member"), QStringLiteral("opened"), QStringLiteral("exported"),
                                 QStringLiteral("redaction"), QStringLiteral("moved")};
    return ids.contains(form.id);
}

} // namespace

EntryPane::EntryPane(QWidget* parent)
    : Ground(Colour::Surface, parent)
    , m_page(new Page(this))
    , m_close(new QuietButton(tr("&Close")))
    , m_amend(new PlainButton(tr("A&mend…"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_amend);
    bar->addStretch(1);
    bar->addWidget(m_close);
    m_page->bar()->addLayout(bar);
    connect(m_amend, &QAbstractButton::clicked, this, [this] { emit amendAsked(m_entry); });
    connect(m_close, &QAbstractButton::clicked, this, &EntryPane::closed);
}

void EntryPane::setBack(bool list) {
    m_close->setText(list ? tr("&Back to the timeline") : tr("&Close"));
}

void EntryPane::show(const record::EntryView& entry, const QString& child, const guide::ValueNames& names,
                     bool mayAmend) {
    m_entry = entry.id;
    delete m_content;
    m_content = new QWidget;
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(2);
    m_page->content()->insertWidget(0, m_content);

    auto* title = new PlainLabel(entry::formLabel(entry, names), Type::Heading2);
    auto* when = new PlainLabel(occurredForPeople(entry.occurred), Type::Body, Colour::Soft);
    auto* by =
        new PlainLabel(tr("Recorded by %1, %2").arg(entry.author, moment(entry.recorded)), Type::Small, Colour::Soft);
    for (PlainLabel* label : {title, when, by}) {
        label->setWordWrap(true);
        label->setSelectable(true);
        content->addWidget(label);
    }
    if (!entry.permitted)
        content->addWidget(new Notice(
            Notice::Kind::Problem, {},
            tr("Whoever wrote this could not write it at that time. It is kept, and is not part of the record.")));
    if (entry.clock != ledger::ClockState::Ok)
        content->addWidget(new Notice(
            Notice::Kind::Warning, {},
            tr("The PC’s clock was wrong or was changed when this was written. The time is kept as the PC gave it.")));
    if (entry.redacted)
        content->addWidget(new Notice(
            Notice::Kind::Info, {},
            tr("This entry was redacted. What it said is gone; that it stood here, when and by whom, is kept.")));
    else
        addLines(content, entry, entry.fields, child, names);

    if (entry.isAmended() && !entry.redacted) {
        auto* heading = new PlainLabel(tr("Earlier versions"), Type::Heading3);
        content->addSpacing(space(3));
        content->addWidget(heading);
        if (!entry.versions.back().reason.isEmpty())
            content->addWidget(new Notice(
                Notice::Kind::Info,
                tr("Amended %1 by %2").arg(moment(entry.versions.back().recorded), entry.versions.back().author),
                entry.versions.back().reason));
        for (auto version = entry.versions.rbegin() + 1; version != entry.versions.rend(); ++version)
            addVersion(entry, *version, child, names);
    }
    content->addStretch(1); // a short entry stays together at the top
    m_amend->setVisible(mayAmend && entry.permitted && !entry.redacted && entry.form &&
                        !isWrittenByProgram(*entry.form));
    m_page->toTop();
}

void EntryPane::addVersion(const record::EntryView& entry, const record::Version& version, const QString& child,
                           const guide::ValueNames& names) {
    const QString head = version.reason.isEmpty()
                             ? tr("As first recorded, %1, by %2").arg(moment(version.recorded), version.author)
                             : tr("Amended %1 by %2: %3").arg(moment(version.recorded), version.author, version.reason);
    auto* label = new PlainLabel(head, Type::SmallStrong, Colour::Soft);
    label->setWordWrap(true);
    m_content->layout()->addWidget(label);
    auto* when = new PlainLabel(occurredForPeople(version.occurred), Type::Small, Colour::Soft);
    m_content->layout()->addWidget(when);
    addLines(static_cast<QVBoxLayout*>(m_content->layout()), entry, version.fields, child, names);
}

void EntryPane::addLines(QVBoxLayout* to, const record::EntryView& entry, const QJsonObject& fields,
                         const QString& child, const guide::ValueNames& names) {
    std::vector<guide::Line> lines;
    if (entry.form)
        lines = guide::entryLines(*entry.form, fields, child, names);
    else
        for (auto field = fields.begin(); field != fields.end(); ++field)
            lines.push_back({field.key(), field.value().isString() ? field.value().toString() : QStringLiteral("…"),
                             guide::FieldType::Text, false});
    for (const guide::Line& line : lines) {
        auto* label = new PlainLabel(line.label, Type::SmallStrong, Colour::Soft);
        label->setWordWrap(true);
        to->addSpacing(space(2));
        to->addWidget(label);
        QWidget* text = rows::readText(line.text, line.label,
                                       line.type == guide::FieldType::Verbatim || line.type == guide::FieldType::Rows);
        if (line.special) {
            auto* veil = new Veil(line.label, text);
            veil->setFilled(true);
            text = veil;
        }
        to->addWidget(text);
    }
    const QJsonArray rails = fields.value(QLatin1String("_rails")).toArray();
    for (const auto& rail : rails)
        if (const QString reason = rail.toObject().value(QLatin1String("reason")).toString(); !reason.isEmpty())
            to->addWidget(new Notice(Notice::Kind::Warning, tr("Gone on with a reason"), reason));
}

void EntryPane::focusText() {
    m_page->area()->setFocus();
    if (m_amend->isVisible())
        m_amend->setFocus();
    else
        m_close->setFocus();
}

} // namespace ui::timeline
