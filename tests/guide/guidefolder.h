#pragma once
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

// A small guide that is whole, on disk, so that a test can break one thing in it.
class GuideFolder {
public:
    GuideFolder() {
        put("language/terms.json",
            R"({"england":{"social-care":"children's social care","lead":"designated safeguarding lead"},
            "wales":{"social-care":"social services","lead":"designated safeguarding person"}})");
        put("language/phrases.json", R"({"deletion-promise":["delete","gone for ever"]})");
        put("forms/danger.1.json",
            R"({"id":"danger","version":1,"title":"Is {child} in danger now?","label":"Danger","role":"danger",
            "occurred":{"ask":false,"after":"called"},"headline":["danger_now"],
            "advice":[{"below":"danger_now","when":{"field":"called","known":false},"title":"Ring 999","ring":["police"]}],
            "fields":[{"id":"danger_now","type":"yesNo","label":"Is anyone in danger now?","required":true,"fact":"danger_now"},
                      {"id":"called","type":"longText","label":"Whom did you call?","shownWhen":{"field":"danger_now","is":"yes"}}]})");
        put("forms/words.1.json",
            R"({"id":"words","version":1,"title":"What {child} said","label":"Child's words","group":"words",
            "role":"words","fields":[{"id":"to","type":"person","label":"To whom"},
            {"id":"exchanges","type":"rows","label":"What was said","fields":[
                {"id":"asked","type":"verbatim","label":"You asked"},
                {"id":"said","type":"verbatim","label":"They said","required":true}]}]})");
        put("forms/told.1.json",
            R"({"id":"told","version":1,"title":"Who was told","label":"Told","group":"told","role":"told",
            "headline":["person"],"detail":["what"],
            "fields":[{"id":"person","type":"person","label":"Who","required":true},
            {"id":"outcome","type":"choice","label":"Was this person told?","required":true,"options":[
                {"id":"told","label":"Told"},{"id":"not-told","label":"Not told"}]},
            {"id":"what","type":"longText","label":"What they were told"}]})");
        put("forms/referral.1.json",
            R"({"id":"referral","version":1,"title":"Refer to {term:social-care}","label":"Referral",
            "group":"referral","role":"referral",
            "fields":[{"id":"how","type":"choice","label":"How","options":[{"id":"phone","label":"By phone"},
                {"id":"drafted","label":"Not yet sent"}]},
            {"id":"review","type":"when","label":"Review","future":true}]})");
        put("forms/referral-progress.1.json",
            R"({"id":"referral-progress","version":1,"title":"Progress","label":"Referral",
            "group":"referral","role":"referral-progress",
            "fields":[{"id":"referral","type":"entry","label":"Which","entryRole":"referral"},
            {"id":"step","type":"choice","label":"What happened","options":[{"id":"decided","label":"Decided"},
                {"id":"acknowledged","label":"Acknowledged"}]}]})");
        put("guide/images.json", R"({"id":"images","version":1,"title":"Images","chosenWhen":{},"stages":[
            {"id":"now","title":"Now","steps":[
                {"id":"danger","title":"Is {child} safe now?","why":["Safety comes first."],"forms":["danger"],
                 "appliesWhen":{"fact":"danger_now","isNot":"no"},"urgentWhen":{"fact":"danger_now","is":"yes"},
                 "source":{"document":"A guide","section":"1","checked":"2026-06-01"},"demands":["S2-75"]},
                {"id":"refer","title":"Refer to {term:social-care}","why":["They decide."],"forms":["referral"],
                 "doneWhen":{"recorded":"referral"},"source":{"document":"A guide","checked":"2026-06-01"},
                 "demands":["S2-73"]}]}]})");
        put("guide/first-questions.json", R"({"forms":["danger"]})");
        put("guide/guard-rails.json", R"({"rails":[{"id":"deletion","forms":["told"],
            "when":{"field":"what","phrases":"deletion-promise"},"text":"Nobody can promise that.","reasonAsked":true,
            "demand":"S2-45"}]})");
        put("guide/conclusions.json", R"({"conclusions":[{"fact":"must_ring","when":{"all":[
            {"fact":"danger_now","is":"yes"},{"not":{"recorded":"referral"}}]}}]})");
        put("guide/demands.json", R"({"demands":[
            {"id":"S2-45","must":true,"pathway":true,"where":"guard-rail:deletion","how":"Asks before a promise is recorded."},
            {"id":"S2-73","must":true,"pathway":true,"where":"step:refer","how":"On by default."},
            {"id":"S2-75","must":true,"pathway":true,"where":"form:danger","how":"The first question."},
            {"id":"S2-74","must":true,"pathway":true,"where":"clock:T7","how":"Starts with the referral."},
            {"id":"S2-92","must":true,"pathway":false,"where":"not yet","how":"Comes with support."}]})");
        put("clocks/clocks.json", R"({"clocks":[{"id":"T7","nations":["england"],"title":"Ask for the decision",
            "about":"Within one working day.","starts":[{"form":"referral","when":{"field":"how","in":["phone"]}}],
            "stops":[{"form":"referral-progress","when":{"field":"step","is":"decided"},"subjectField":"referral"}],
            "unit":"workingDays","length":1,"source":"Statutory guidance","section":"3","confidence":"sure",
            "checked":"2026-06-01"}]})");
        put("directory/services.json", R"({"services":[{"id":"helpline","name":"A helpline","forWhom":"Parents",
            "phone":"01632 960100","source":"Its page","checked":"2026-06-01","nations":["england"],
            "open":{"mon":[["09:00","21:00"]],"fri":[["09:00","12:00"],["13:00","24:00"]]}}]})");
    }

    QString root() const { return m_dir.path(); }

    void put(const QString& file, const QString& json) {
        const QString path = m_dir.filePath(file);
        QDir().mkpath(QFileInfo(path).path());
        QFile onDisk(path);
        if (!onDisk.open(QIODevice::WriteOnly | QIODevice::Truncate) || onDisk.write(json.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(path));
    }
    QString text(const QString& file) const {
        QFile onDisk(m_dir.filePath(file));
        return onDisk.open(QIODevice::ReadOnly) ? QString::fromUtf8(onDisk.readAll()) : QString();
    }
    bool replace(const QString& file, const QString& before, const QString& after) { // the first place where it stands
        QString json = text(file);
        const qsizetype at = json.indexOf(before);
        if (at < 0)
            return false;
        put(file, json.replace(at, before.size(), after));
        return true;
    }
    void remove(const QString& file) { QFile::remove(m_dir.filePath(file)); }

private:
    QTemporaryDir m_dir;
};
