#pragma once
#include "core/base/result.h"

struct sqlite3;

namespace core::db {

// Once in the process, before the first connection: SQLCipher ≥ 4.6 with the build options the recipe rests on, its
// memory locked and wiped, its log silent. The version as SQLCipher says it.
Result<QString> startLibrary();

// The settings of a connection that has its key. `checkRecipe` reads every one back: RecipeRefused names the one that
// differs.
Result<> applyRecipe(sqlite3* db);
Result<> checkRecipe(sqlite3* db);

// From here on: no PRAGMA, ATTACH, change of schema or function outside a short list.
Result<> closeTheDoor(sqlite3* db);

// What an SQLite result code means to a person. The detail holds the code and SQLite's fixed text for it, never
// errmsg().
Error databaseError(int code, int systemError = 0);
bool isCorruption(int code);

} // namespace core::db
