#include "samplecase.h"
#include "core/base/utc.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace core;

QJsonObject person(const QString& name) {
    return {{QStringLiteral("name"), name}};
}

const QStringList& SampleCase::said() {
    static const QStringList words{
        QStringLiteral("he sed hed put it on the grp chat if i didnt do another 1\u00A0😟 i was like pls 🙏🏽"),
        QStringLiteral("dwi ddim isio i Mam wybod. Mae'r tŷ'n llawn ŵyn bach a dwi jyst isio mynd adra"),
        QStringLiteral("Boję się. Zażółć gęślą jaźń to był mój login, a on go zna."),
        QStringLiteral("مجھے گھر جانے سے ڈر لگتا ہے۔ اس نے Snapchat پر لکھا تھا۔"),
        QStringLiteral("his name online is Ze\u0301ro\u0308x_99\n\ni blocked him then he made a new 1"),
    };
    return words;
}

SampleCase::SampleCase() {
    auto guide = guide::Guide::load();
    if (!guide) {
        qWarning("guide: %s", qPrintable(guide.error().detail));
        return;
    }
    m_guide = *std::move(guide);
    m_ready = true;
    m_office.name = QStringLiteral("Ysgol Bro Ceirw");
    m_office.nation = vault::Nation::Wales;
    m_office.phone = QStringLiteral("01632 960 200");
    m_office.address = QStringLiteral("Heol y Felin, Llanfair-ar-y-bryn");
    m_office.leadTitle = QStringLiteral("Designated safeguarding person");
    m_office.authorities.push_back({QStringLiteral("glanhafren"),
                                    QStringLiteral("Glanhafren County Council"),
                                    vault::Nation::Wales,
                                    QStringLiteral("01632 960 101"),
                                    QStringLiteral("01632 960 199"),
                                    {},
                                    {},
                                    QDate(2026, 9, 1),
                                    {}});
    recordFirstAnswers();
    recordPeople();
    recordTalk();
    recordAction();
}

EntryId SampleCase::record(const QString& form, const QString& occurred, const QJsonObject& fields) {
    ledger::Entry entry;
    entry.seq = qint64(m_entries.size()) + 1;
    entry.id = EntryId::random();
    entry.kind = form + QStringLiteral("/1");
    entry.occurred = Occurred::parse(occurred).value_or(Occurred());
    entry.recorded = core::utc(QDate(2026, 11, 23), QTime(12, 0)).addSecs(60 * entry.seq);
    entry.author = m_lead;
    entry.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    m_entries.push_back(entry);
    return entry.id;
}

void SampleCase::amend(const EntryId& original, const QString& occurred, QJsonObject fields, const QString& why) {
    const auto first =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.id == original; });
    fields.insert(QStringLiteral("_amend_reason"), why);
    record(first->formId(), occurred, fields);
    m_entries.back().amends = original;
}

void SampleCase::recordFirstAnswers() {
    record(QStringLiteral("danger"), QStringLiteral("2026-11-23T10:40+00:00"),
           {{QStringLiteral("danger_now"), QStringLiteral("no")},
            {QStringLiteral("threat"), QStringLiteral("yes")},
            {QStringLiteral("called"), QStringLiteral("101 at 11:52, call taken by the control room")}});
    record(QStringLiteral("came-to-light"), QStringLiteral("2026-11-23T10:40+00:00"),
           {{QStringLiteral("route"), QStringLiteral("child-told")},
            {QStringLiteral("told_by"), person(QStringLiteral("Dan Okoro"))},
            {QStringLiteral("account"),
             QStringLiteral("Mali spoke to her form tutor before registration and asked for somebody to come with her. "
                            "He brought her to the quiet room and stayed.")}});
    record(QStringLiteral("device-owner"), QStringLiteral("2026-11-23T10:50+00:00"),
           {{QStringLiteral("whose"), QStringLiteral("child")}});
    record(QStringLiteral("harm"), QStringLiteral("2026-11-23T10:50+00:00"),
           {{QStringLiteral("media"), QJsonArray{QStringLiteral("photo"), QStringLiteral("messages")}},
            {QStringLiteral("context"), QJsonArray{QStringLiteral("blackmail")}}});
    record(QStringLiteral("child"), {},
           {{QStringLiteral("identified"), QStringLiteral("yes")},
            {QStringLiteral("first_name"), QStringLiteral("Mali")},
            {QStringLiteral("last_name"), QStringLiteral("Ŵyn-Kowalska")},
            {QStringLiteral("born"), QStringLiteral("2012-03-09")},
            {QStringLiteral("address"), QStringLiteral("4 Tan-y-coed, Ŷstrad")},
            {QStringLiteral("authority"), QStringLiteral("glanhafren")},
            {QStringLiteral("school"), QStringLiteral("Ysgol Bro Ceirw")},
            {QStringLiteral("year_group"), QStringLiteral("Year 9")},
            {QStringLiteral("language"), QStringLiteral("Cymraeg and polski; English at school")},
            {QStringLiteral("interpreter_needed"), QStringLiteral("no")}});
    record(QStringLiteral("social-worker"), {}, {{QStringLiteral("has"), QStringLiteral("no")}});
    record(QStringLiteral("child-knows"), {},
           {{QStringLiteral("knows"), QStringLiteral("yes")},
            {QStringLiteral("circulating"), QStringLiteral("not-known")}});
}

void SampleCase::recordPeople() {
    const auto add = [this](QJsonObject fields) { record(QStringLiteral("person"), {}, fields); };
    add({{QStringLiteral("name"), QStringLiteral("Agnieszka Kowalska")},
         {QStringLiteral("part"), QStringLiteral("parent")},
         {QStringLiteral("relation"), QStringLiteral("Mother")},
         {QStringLiteral("household"), QStringLiteral("yes")},
         {QStringLiteral("parental_responsibility"), QStringLiteral("yes")},
         {QStringLiteral("involvement"), QStringLiteral("not-considered")}});
    add({{QStringLiteral("name"), QStringLiteral("Tomos Ŵyn-Kowalski")},
         {QStringLiteral("part"), QStringLiteral("sibling")},
         {QStringLiteral("relation"), QStringLiteral("Brother, 9")},
         {QStringLiteral("household"), QStringLiteral("yes")},
         {QStringLiteral("risk"),
          QStringLiteral("Shares a tablet with Mali; was asked by the same account to play a game.")}});
    add({{QStringLiteral("name"), QStringLiteral("Gethin Prydderch")},
         {QStringLiteral("part"), QStringLiteral("alleged")},
         {QStringLiteral("relation"), QStringLiteral("Friend of the family")},
         {QStringLiteral("household"), QStringLiteral("no")}});
    add({{QStringLiteral("name"), QStringLiteral("Dan Okoro")},
         {QStringLiteral("part"), QStringLiteral("staff")},
         {QStringLiteral("title"), QStringLiteral("Form tutor")},
         {QStringLiteral("organisation"), QStringLiteral("Gwanwyn federation")}});
}

void SampleCase::recordTalk() {
    QJsonArray exchanges;
    const QStringList asked{
        QStringLiteral("What would you like me to know?"), QStringLiteral("Beth wyt ti isio ddigwydd rŵan?"), QString(),
        QStringLiteral("Is there anything that feels unsafe today?"), QStringLiteral("Do you know who it is?")};
    for (qsizetype i = 0; i < said().size(); ++i)
        exchanges.append(QJsonObject{{QStringLiteral("asked"), asked[i]}, {QStringLiteral("said"), said()[i]}});
    record(QStringLiteral("words"), QStringLiteral("2026-11-23T11:10+00:00"),
           {{QStringLiteral("to"), person(QStringLiteral("Ruth Adeyemi"))},
            {QStringLiteral("present"), QJsonArray{person(QStringLiteral("Dan Okoro"))}},
            {QStringLiteral("place"), QStringLiteral("The quiet room by the library")},
            {QStringLiteral("exchanges"), exchanges}});
    record(QStringLiteral("wishes"), QStringLiteral("2026-11-23T11:20+00:00"),
           {{QStringLiteral("wants"), QStringLiteral("for it to stop n for nobody in my form to find out")},
            {QStringLiteral("fears"), QStringLiteral("that hell send it to my mam")}});
    record(QStringLiteral("observation"), QStringLiteral("2026-11-23T11:30+00:00"),
           {{QStringLiteral("observed"),
             QStringLiteral("Mali kept her coat on and looked at the door each time someone passed.")},
            {QStringLiteral("opinion"), QStringLiteral("I think she has slept little.")}});
    record(
        QStringLiteral("seen"), QStringLiteral("2026-11-23"),
        {{QStringLiteral("media"), QJsonArray{QStringLiteral("photo")}},
         {QStringLiteral("how_many"), QStringLiteral("One that she knows of")},
         {QStringLiteral("platform"), QStringLiteral("Snapchat, and a group chat of about twelve")},
         {QStringLiteral("account"), QStringLiteral("zerox_99")},
         {QStringLiteral("web_address"), QStringLiteral("https://files.example.com/u/marker-path-88.jpg")},
         {QStringLiteral("described"),
          QStringLiteral(
              "Nobody at school has seen it. She was sent https://files.example.com/g/marker-path-77?x=1 by him.")}});
}

void SampleCase::recordAction() {
    record(QStringLiteral("parents"), QStringLiteral("2026-11-23T11:45+00:00"),
           {{QStringLiteral("parent"), person(QStringLiteral("Agnieszka Kowalska"))},
            {QStringLiteral("decision"), QStringLiteral("wait")},
            {QStringLiteral("reason"), QStringLiteral("Gethin Prydderch is often at the house. Social services asked "
                                                      "us to wait until they have spoken to the police.")}});
    record(QStringLiteral("referral"), QStringLiteral("2026-11-23T11:55+00:00"),
           {{QStringLiteral("to_kind"), QStringLiteral("social-care")},
            {QStringLiteral("authority"), QStringLiteral("glanhafren")},
            {QStringLiteral("level"), QStringLiteral("significant-harm")},
            {QStringLiteral("how"), QStringLiteral("phone")},
            {QStringLiteral("taken_by"), QStringLiteral("Sioned, front door team")},
            {QStringLiteral("reference"), QStringLiteral("GC-4471")},
            {QStringLiteral("confidential"),
             QStringLiteral("That Mali has named an account: not to be told to the family or to Gethin Prydderch.")}});
    record(QStringLiteral("told"), QStringLiteral("2026-11-23T11:00+00:00"),
           {{QStringLiteral("person"), person(QStringLiteral("Dan Okoro"))},
            {QStringLiteral("outcome"), QStringLiteral("told")},
            {QStringLiteral("what"), QStringLiteral("That Mali has a pass-card and may use it.")},
            {QStringLiteral("withheld"), QStringLiteral("What it is about, and any names.")},
            {QStringLiteral("how"), QStringLiteral("in-person")}});
    record(QStringLiteral("told"), QStringLiteral("2026-11-23T11:46+00:00"),
           {{QStringLiteral("person"), person(QStringLiteral("Agnieszka Kowalska"))},
            {QStringLiteral("outcome"), QStringLiteral("not-yet")},
            {QStringLiteral("reason"), QStringLiteral("Social services will say when.")}});
    record(QStringLiteral("need-to-know"), QStringLiteral("2026-11-23"),
           {{QStringLiteral("person"), person(QStringLiteral("Dan Okoro"))},
            {QStringLiteral("role"), QStringLiteral("Form tutor")},
            {QStringLiteral("why"), QStringLiteral("Sees Mali every morning and can let her out of lessons.")},
            {QStringLiteral("may_be_told"), QStringLiteral("part")},
            {QStringLiteral("what"), QStringLiteral("That she may leave a lesson, not why.")}});
    record(QStringLiteral("device"), QStringLiteral("2026-11-23T11:35+00:00"),
           {{QStringLiteral("what"), QStringLiteral("Mali's phone")},
            {QStringLiteral("kept_where"), QStringLiteral("Sealed in the office safe, switched off")},
            {QStringLiteral("by"), person(QStringLiteral("Ruth Adeyemi"))}});
    record(QStringLiteral("support"), QStringLiteral("2026-11-23T11:40+00:00"),
           {{QStringLiteral("what"), QStringLiteral("Mali may come to the library at any time and say nothing.")},
            {QStringLiteral("state"), QStringLiteral("accepted")}});
}

record::CaseState SampleCase::state() const {
    ledger::Grant grant;
    grant.member = m_lead;
    grant.name = QStringLiteral("Ruth Adeyemi");
    grant.title = QStringLiteral("Designated safeguarding person");
    grant.role = ledger::Role::Lead;
    grant.mayAdd = grant.mayGrant = grant.mayExport = true;
    grant.why = QStringLiteral("Leads on this concern");
    const ledger::Head head{m_entries.empty() ? 0 : m_entries.back().seq, QByteArray(32, '\x5a')};
    vault::Office office = m_office;
    vault::Member lead;
    lead.id = m_lead;
    lead.name = grant.name;
    office.members.push_back(lead);
    return record::fold(m_entries, {grant}, head, {m_guide, office, m_lead, CaseId::random(), QStringLiteral("M2QX")});
}

report::Purpose SampleCase::toSocialCare() {
    report::Purpose purpose;
    purpose.recipient = QStringLiteral("Sioned Bevan, front door team");
    purpose.organisation = QStringLiteral("Glanhafren County Council");
    purpose.why = QStringLiteral("To confirm in writing the report made by phone on 23 November");
    purpose.madeBy = QStringLiteral("Ruth Adeyemi");
    purpose.madeByTitle = QStringLiteral("Designated safeguarding person");
    purpose.made = core::utc(QDate(2026, 11, 23), QTime(12, 20));
    return purpose;
}
