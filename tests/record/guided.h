#pragma once
#include "core/guide/guide.h"
#include "madeup.h"

// Outside every namespace: the macro declares a function there.
inline void wakeGuideOfRecord() {
    Q_INIT_RESOURCE(firsthand_guide);
}

// The program's own guide, as a test over it begins; the detail of what is wrong with it otherwise.
inline QString loadGuide(core::guide::Guide& guide) {
    wakeGuideOfRecord();
    auto loaded = core::guide::Guide::load();
    if (!loaded)
        return loaded.error().detail;
    guide = std::move(*loaded);
    return {};
}

// What she said, in one exchange with her form tutor.
inline QJsonObject wordsSaid(const char* said) {
    return fieldsOf({{"to", named("Dan Okoro")},
                     {"exchanges", QJsonArray{fieldsOf({{"asked", "What would you like me to know?"},
                                                        {"said", QString::fromUtf8(said)}})}}});
}
