#include "core/sample/storybook.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>

static void wakeSampleResources() {
    Q_INIT_RESOURCE(firsthand_sample);
}

namespace core::sample {

namespace {

Result<QJsonObject> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ResourceBroken, path);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return fail(ErrorCode::ResourceBroken, path + QStringLiteral(": ") + problem.errorString());
    return document.object();
}

vault::Authority authorityFrom(const QJsonObject& json) {
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    vault::Authority authority;
    authority.id = text("id");
    authority.name = text("name");
    authority.nation = vault::nationFromId(text("nation")).value_or(vault::Nation::England);
    authority.phone = text("phone");
    authority.outOfHours = text("outOfHours");
    authority.email = text("email");
    authority.portal = text("portal");
    authority.checked = QDate::currentDate().addDays(-40);
    for (const QJsonValue& place : json.value(QLatin1String("places")).toArray())
        authority.places << place.toString();
    return authority;
}

} // namespace

Result<Storybook> Storybook::load() {
    wakeSampleResources();
    const QDir folder(QStringLiteral(":/firsthand/sample"));
    Storybook book;
    const auto cast = read(folder.filePath(QStringLiteral("cast.json")));
    const auto filler = read(folder.filePath(QStringLiteral("filler.json")));
    if (!cast || !filler)
        return fail(cast ? filler.error() : cast.error());
    book.cast = *cast;
    book.filler = filler->value(QLatin1String("entries")).toArray();
    book.before = filler->value(QLatin1String("before")).toArray();
    const QDir stories(folder.filePath(QStringLiteral("stories")));
    for (const QString& name : stories.entryList(QDir::Files, QDir::Name)) {
        auto story = read(stories.filePath(name));
        if (!story)
            return fail(story.error());
        book.stories.push_back(std::move(*story));
    }
    return book;
}

vault::Setup Storybook::setup() const {
    const QJsonObject json = cast.value(QLatin1String("office")).toObject();
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    vault::Setup setup;
    setup.office.name = text("name");
    setup.office.nation = vault::nationFromId(text("nation")).value_or(vault::Nation::England);
    setup.office.phone = text("phone");
    setup.office.address = text("address");
    setup.office.leadTitle = QStringLiteral("Designated safeguarding lead");
    for (const QJsonValue& authority : json.value(QLatin1String("authorities")).toArray())
        setup.office.authorities.push_back(authorityFrom(authority.toObject()));
    setup.leadName = text("lead");
    setup.leadTitle = text("leadTitle");
    setup.logInName = text("logIn");
    return setup;
}

} // namespace core::sample
