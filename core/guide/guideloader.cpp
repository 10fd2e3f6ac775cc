#include "core/guide/guideloader.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>

// The resources are a static library: without this call the linker leaves them out. It may not stand in a namespace.
static void wakeGuideResources() {
    Q_INIT_RESOURCE(firsthand_guide);
}

namespace core::guide {

namespace {

const QStringList& confidences() {
    static const QStringList names{QStringLiteral("sure"), QStringLiteral("fairly"), QStringLiteral("memory"),
                                   QStringLiteral("local")};
    return names;
}

Source readSource(Reader json) {
    Source source{json.need("document"), json.text("section"), json.date("checked")};
    json.done();
    return source;
}

Step readStep(Reader& json) {
    Step step;
    step.id = json.id("id");
    json.narrow(QStringLiteral("step ") + step.id);
    step.title = json.need("title");
    step.why = json.texts("why");
    step.say = json.texts("say");
    step.doNotSay = json.texts("doNotSay");
    step.forms = json.texts("forms");
    step.appliesWhen = json.condition("appliesWhen");
    step.hasDoneWhen = json.has("doneWhen");
    step.doneWhen = json.condition("doneWhen");
    step.hasWaiting = json.has("waitingWhen");
    step.waitingWhen = json.condition("waitingWhen");
    step.hasUrgent = json.has("urgentWhen");
    step.urgentWhen = json.condition("urgentWhen");
    step.entriesWhen = json.condition("entriesWhen");
    step.source = readSource(json.object("source"));
    step.demands = json.texts("demands");
    if (step.forms.isEmpty() && !step.hasDoneWhen)
        json.note(QStringLiteral("nothing completes this step"));
    json.done();
    return step;
}

Stage readStage(Reader& json) {
    Stage stage;
    stage.id = json.id("id");
    json.narrow(QStringLiteral("stage ") + stage.id);
    stage.title = json.need("title");
    for (Reader& step : json.objects("steps"))
        stage.steps.push_back(readStep(step));
    json.done();
    return stage;
}

std::vector<Clock::Trigger> readTriggers(Reader& clock, const char* key) {
    std::vector<Clock::Trigger> triggers;
    for (Reader& json : clock.objects(key)) {
        triggers.push_back(
            {json.need("form"), json.condition("when"), json.text("subjectField"), json.condition("subjectWhen")});
        json.done();
    }
    return triggers;
}

Clock readClock(Reader& json, const QStringList& nations) {
    Clock clock;
    clock.id = json.id("id");
    json.narrow(QStringLiteral("clock ") + clock.id);
    clock.nations = json.texts("nations");
    for (const QString& nation : clock.nations) {
        if (!nations.contains(nation))
            json.note(QStringLiteral("unknown nation \"%1\"").arg(nation));
    }
    clock.title = json.need("title");
    clock.about = json.need("about");
    clock.starts = readTriggers(json, "starts");
    clock.stops = readTriggers(json, "stops");
    clock.oncePerCase = json.flag("oncePerCase");
    if (const auto unit = unitFromName(json.need("unit")))
        clock.unit = *unit;
    else
        json.note(QStringLiteral("unknown unit"));
    clock.length = json.number("length", 0, 0, 1000);
    clock.dueField = json.text("dueField");
    clock.closeOfDay = json.flag("closeOfDay");
    clock.source = json.need("source");
    clock.section = json.text("section");
    clock.confidence = json.oneOf("confidence", confidences());
    clock.checked = json.date("checked");
    clock.on = json.flag("on", true);
    clock.local = json.flag("local");
    json.done();
    return clock;
}

void checkHours(Reader& service, const QJsonObject& open) {
    static const QStringList days{QStringLiteral("mon"), QStringLiteral("tue"),        QStringLiteral("wed"),
                                  QStringLiteral("thu"), QStringLiteral("fri"),        QStringLiteral("sat"),
                                  QStringLiteral("sun"), QStringLiteral("bankHoliday")};
    const auto isTime = [](const QString& text) {
        return text == QLatin1String("24:00") || QTime::fromString(text, QStringLiteral("HH:mm")).isValid();
    };
    for (auto day = open.begin(); day != open.end(); ++day) {
        if (!days.contains(day.key()) || !day.value().isArray())
            service.note(QStringLiteral("unknown day \"%1\"").arg(day.key()));
        for (const QJsonValue& span : day.value().toArray()) {
            const QString from = span.toArray().at(0).toString();
            const QString to = span.toArray().at(1).toString();
            if (span.toArray().size() != 2 || !isTime(from) || !isTime(to) || from >= to)
                service.note(QStringLiteral("hours of %1 are not two times").arg(day.key()));
        }
    }
}

Service readService(Reader& json, const QStringList& nations) {
    Service service;
    service.id = json.id("id");
    json.narrow(QStringLiteral("service ") + service.id);
    service.name = json.need("name");
    service.forWhom = json.need("forWhom");
    service.phone = json.text("phone");
    service.hours = json.text("hours");
    service.how = json.text("how");
    service.source = json.need("source");
    service.nations = json.texts("nations");
    for (const QString& nation : service.nations) {
        if (!nations.contains(nation))
            json.note(QStringLiteral("unknown nation \"%1\"").arg(nation));
    }
    service.checked = json.date("checked");
    service.open = json.raw("open");
    checkHours(json, service.open);
    service.always = json.flag("always");
    json.done();
    return service;
}

} // namespace

QStringList GuideLoader::filesIn(const QString& folder) {
    QStringList files;
    for (const QString& name :
         QDir(m_root + QLatin1Char('/') + folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        files += folder + QLatin1Char('/') + name;
    return files;
}

Reader GuideLoader::open(const QString& file) {
    QFile onDisk(m_root + QLatin1Char('/') + file);
    QJsonParseError problem;
    QJsonDocument document;
    if (!onDisk.open(QIODevice::ReadOnly)) {
        m_findings.note(file, QStringLiteral("cannot be read"));
    } else {
        document = QJsonDocument::fromJson(onDisk.readAll(), &problem);
        if (problem.error != QJsonParseError::NoError)
            m_findings.note(file, QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    }
    return Reader(document.object(), file, m_findings);
}

void GuideLoader::readTerms() {
    const QString file = QStringLiteral("language/terms.json");
    Reader json = open(file);
    for (const char* nation : {"england", "wales"}) {
        const QJsonObject words = json.raw(nation);
        Terms terms;
        for (auto it = words.begin(); it != words.end(); ++it) {
            if (it.value().toString().isEmpty())
                m_findings.note(file,
                                QStringLiteral("%1 has no words for \"%2\"").arg(QLatin1String(nation), it.key()));
            terms.insert(it.key(), it.value().toString());
        }
        m_guide.m_terms.insert(QLatin1String(nation), terms);
    }
    json.done();
}

void GuideLoader::readPhrases() {
    Reader json = open(QStringLiteral("language/phrases.json"));
    for (auto& [list, phrases] : json.lists()) {
        if (phrases.isEmpty())
            json.note(QStringLiteral("\"%1\" is empty").arg(list));
        m_guide.m_phrases.insert(list, phrases);
    }
}

void GuideLoader::readForms() {
    for (const QString& file : filesIn(QStringLiteral("forms"))) {
        Reader json = open(file);
        m_guide.m_forms.push_back(readForm(json));
        const Form& form = m_guide.m_forms.back();
        if (file != QStringLiteral("forms/%1.%2.json").arg(form.id).arg(form.version))
            m_findings.note(file, QStringLiteral("holds %1 version %2").arg(form.id).arg(form.version));
    }
    for (Form& form : m_guide.m_forms) {
        form.newest = std::none_of(m_guide.m_forms.begin(), m_guide.m_forms.end(), [&](const Form& other) {
            return other.id == form.id && other.version > form.version;
        });
    }
}

void GuideLoader::readClocks() {
    Reader json = open(QStringLiteral("clocks/clocks.json"));
    for (Reader& clock : json.objects("clocks"))
        m_guide.m_clocks.push_back(readClock(clock, m_guide.m_terms.keys()));
    json.done();
}

void GuideLoader::readServices() {
    Reader json = open(QStringLiteral("directory/services.json"));
    for (Reader& service : json.objects("services"))
        m_guide.m_services.push_back(readService(service, m_guide.m_terms.keys()));
    json.done();
}

// Every file of guide/ is a pathway, but for those that have a reader of their own.
void GuideLoader::readPathways() {
    const QStringList others{QStringLiteral("guide/first-questions.json"), QStringLiteral("guide/guard-rails.json"),
                             QStringLiteral("guide/demands.json"), QStringLiteral("guide/conclusions.json")};
    for (const QString& file : filesIn(QStringLiteral("guide"))) {
        if (others.contains(file))
            continue;
        Reader json = open(file);
        Pathway pathway;
        pathway.id = json.id("id");
        if (json.has("kind"))
            json.oneOf("kind", {QStringLiteral("pathway")});
        pathway.version = json.number("version", 1, 1, 9999);
        pathway.title = json.need("title");
        pathway.chosenWhen = json.condition("chosenWhen");
        for (Reader& stage : json.objects("stages"))
            pathway.stages.push_back(readStage(stage));
        json.done();
        if (file != QStringLiteral("guide/%1.json").arg(pathway.id))
            m_findings.note(file, QStringLiteral("holds the pathway \"%1\"").arg(pathway.id));
        m_guide.m_pathways.push_back(std::move(pathway));
    }
}

void GuideLoader::readRails() {
    Reader json = open(QStringLiteral("guide/guard-rails.json"));
    for (Reader& one : json.objects("rails")) {
        GuardRail rail;
        rail.id = one.id("id");
        one.narrow(QStringLiteral("guard-rail ") + rail.id);
        rail.forms = one.texts("forms");
        rail.when = one.condition("when");
        rail.text = one.need("text");
        rail.reasonAsked = one.flag("reasonAsked");
        rail.stop = one.flag("stop");
        rail.demand = one.text("demand");
        if (rail.stop && rail.reasonAsked)
            one.note(QStringLiteral("a rail that stops asks for no reason"));
        one.done();
        m_guide.m_rails.push_back(std::move(rail));
    }
    json.done();
}

void GuideLoader::readConclusions() {
    Reader json = open(QStringLiteral("guide/conclusions.json"));
    for (Reader& one : json.objects("conclusions")) {
        Conclusion conclusion{one.id("fact"), one.condition("when")};
        one.done();
        m_guide.m_conclusions.push_back(std::move(conclusion));
    }
    json.done();
}

void GuideLoader::readFirstQuestions() {
    Reader json = open(QStringLiteral("guide/first-questions.json"));
    m_guide.m_firstQuestions = json.texts("forms");
    json.done();
}

void GuideLoader::readDemands() {
    Reader json = open(QStringLiteral("guide/demands.json"));
    for (Reader& one : json.objects("demands")) {
        Demand demand;
        demand.id = one.id("id");
        one.narrow(demand.id);
        demand.must = one.flag("must");
        demand.pathway = one.flag("pathway");
        demand.where = one.need("where");
        demand.how = one.need("how");
        one.done();
        m_guide.m_demands.push_back(std::move(demand));
    }
    json.done();
}

Result<Guide> GuideLoader::load() {
    readTerms();
    readPhrases();
    readForms();
    readClocks();
    readServices();
    readPathways();
    readRails();
    readConclusions();
    readFirstQuestions();
    readDemands();
    check();
    if (!m_findings.isEmpty())
        return fail(m_findings.error());
    return std::move(m_guide);
}

Result<Guide> Guide::load(const QString& root) {
    wakeGuideResources();
    return GuideLoader(root).load();
}

} // namespace core::guide
