#pragma once
#include "core/record/casefile.h"
#include "ui/widgets/draftkeeper.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/notice.h"
#include <QMap>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {
class Button;
class Page;
class PlainTextEdit;
class StatusLine;
} // namespace ui

namespace ui::entry {

// Where an entry that is to be written begins: an empty form, a draft that comes back, or an entry to amend.
struct Seed {
    QString form; // id of the form; its newest version unless `kind` says another
    QString kind; // "words/1": when amending
    core::EntryId id = core::EntryId::random();
    QString step;       // of the guide, if it is written there
    QJsonObject fields; // filled in beforehand
    core::Occurred occurred;
    std::optional<core::EntryId> amends;
    QJsonObject draft;   // content of a draft, as it was kept
    bool wasAway = true; // the draft is of another sitting: that it is back is said
};

// A form with its Record bar: keeps a draft while it is written, asks for the reason of an amendment, and lets
// guard-rails speak before anything is recorded. It records nothing itself.
class EntryEditor : public QWidget {
    Q_OBJECT
public:
    using Save = std::function<core::Result<>(const core::ledger::Draft&)>;
    EntryEditor(const core::guide::Form& form, FormNeeds needs, const Seed& seed, const core::CaseId& caseId, Save save,
                QWidget* parent = nullptr);

    const Seed& seed() const { return m_seed; }
    const core::guide::Form& form() const;
    QVBoxLayout* above() const;                // the form: a step's why and what to say
    QVBoxLayout* below() const;                // the form: its source
    Button* addBarButton(const QString& text); // at the right of the bar
    void focusForm();
    void setFormTitleShown(bool shown); // not where a step says the same already
    void setUnderTitle(bool titled);    // a title stands above: the form's own is smaller, or gone
    void hideField(const QString& id);  // given by the page: kept, recorded, never asked
    void setRecordText(const QString& text);
    void setThrowAwayOffered(bool offered);                // not where the page has its own way
    QJsonObject content() const { return draftContent(); } // as it would be kept; empty: nothing is written
    bool hasText() const;

    void ask(); // as if Record were pressed: what is wrong is named, else recordAsked
    // What is known of the case now, when it is not what it was: questions come and go by it. True: it was another.
    bool takeFacts(const core::guide::Facts& facts);
    core::record::Recording recording() const;
    void showProblems(const std::vector<core::guide::FieldProblem>& problems);
    // Lets the guard-rails that apply speak, before it is recorded. True: every one has, and has its reason.
    using Rails = std::vector<const core::guide::GuardRail*>;
    bool passRails(const Rails& rails, const std::function<QString(QString)>& words);
    // Of a draft that comes back: those that had spoken stand there again, with what was answered.
    void bringBackRails(const Rails& rails, const std::function<QString(QString)>& words);
    void showError(const core::Error& error);
    void finish(); // recorded or thrown away: the draft is no longer kept
    core::Result<> keep();

signals:
    void recordAsked();
    void throwAwayAsked(); // the draft

private:
    struct RailShown {
        QString id;
        bool stop = false;
        PlainTextEdit* reason = nullptr; // where one is asked for
    };
    void buildBar();
    void buildThrowAway();
    QString goOn() const; // the words on the button
    void buildAmendReason();
    // Above the form's end, scrolled into sight; it goes when something is typed and it stands no longer.
    void tell(Notice::Kind kind, const QString& sentence, std::function<bool()> stands = {});
    void typed();
    QString standing() const; // why it was not recorded, while that stands; else empty
    void sayStatus();
    void showRails(const Rails& rails, const std::function<QString(QString)>& words);
    bool askForReason(); // of what stands there. False: nothing is missing
    QJsonObject draftContent() const;
    void saySaved(const QDateTime& local);

    Seed m_seed;
    FormView* m_form;
    Page* m_page;
    Notice* m_notice;
    QWidget* m_rails = nullptr;
    std::vector<RailShown> m_railsShown;
    QMap<QString, QString> m_reasons; // of each guard-rail that has spoken, by id; kept while it does not apply
    QStringList m_droppedSaid;
    PlainTextEdit* m_amendReason = nullptr;
    StatusLine* m_status;
    QString m_draftSaid; // what became of the draft
    bool m_draftFailed = false;
    bool m_asked = false; // to be recorded, and it was not
    Button* m_record;
    Button* m_throwAway;
    Notice* m_sure = nullptr; // asks before anything is thrown away
    bool m_throwAwayOffered = true;
    std::function<bool()> m_noticeStands;
    QHBoxLayout* m_bar = nullptr;
    QVBoxLayout* m_above;
    QVBoxLayout* m_below;
    DraftKeeper* m_keeper;
};

// Makes the editor of a seed, wired to be recorded; a draft that fits it comes back. nullptr: nothing can be written
// here.
using EditorFactory = std::function<EntryEditor*(const Seed& seed, QWidget* parent)>;

} // namespace ui::entry
