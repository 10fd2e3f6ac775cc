#pragma once
#include "core/base/result.h"
#include "core/vault/vault.h"
#include <QJsonArray>
#include <QJsonObject>
#include <map>

namespace core::sample {

// resources/sample/: the made-up office, the people, the stories and what is put between them.
struct Storybook {
    QJsonObject cast;
    std::vector<QJsonObject> stories; // by name of file
    QJsonArray filler;                // once a story is told
    QJsonArray before;                // small things noticed long before it

    static Result<Storybook> load();
    vault::Setup setup() const;
};

} // namespace core::sample
