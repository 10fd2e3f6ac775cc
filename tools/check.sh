#!/usr/bin/env bash
# Format, clang-tidy, cppcheck, and the house rules that can be searched for. Exit 1 if anything is said.
#   tools/check.sh [all]     clang-tidy takes half a minute a file: without "all" it looks at what was changed since the branch that
#                            is tracked, else since the last tag, else in the last commit; and at what is not committed yet
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
jobs=$(nproc)
bad=0
rule() { # rule SENTENCE MATCHES
    [ -n "$2" ] || return 0
    bad=1
    printf '%s\n%s\n' "$1" "$2"
}
found() { git grep -nE "$@" 2>/dev/null | head -20; }

rule "sodium.h is included outside core/crypto:" "$(found 'include <sodium' -- '*.h' '*.cpp' ':!core/crypto' ':!tests')"
rule "sqlite3.h is included outside core/db:" "$(found 'include <(sqlcipher/)?sqlite3' -- '*.h' '*.cpp' ':!core/db' ':!tests')"
rule "core knows a window:" "$(found 'include (<Q(Widget|Label|MessageBox|Dialog)|<QtWidgets|"ui/)' -- core)"
rule "rich text, or a widget that reads it:" "$(found 'QTextBrowser|QTextEdit\b|Qt::RichText|Qt::AutoText|setHtml|setMarkdown|QDateEdit|QDateTimeEdit' -- ui app)"
rule "a label that is not plain text (use PlainLabel):" "$(found 'new QLabel|QLabel [a-z]|QLabel\(' -- ui app ':!ui/widgets/plainlabel.*' ':!ui/widgets/pill.*')"
rule "a message box with text that may be rich (use ui/widgets):" "$(found 'QMessageBox::(information|warning|critical|question)' -- ui app)"
rule "the network:" "$(found 'QtNetwork|QNetworkAccessManager|QTcpSocket|Qt6::Network' -- core ui app CMakeLists.txt '*/CMakeLists.txt')"
rule "a page folder includes another:" "$(for page in unlock home concern guide timeline words knows referral plan people papers export settings; do
    git grep -nE '#include "ui/' -- "ui/$page" | grep -vE "ui/($page|rows|entry|widgets|style)/" ; done | head)"
rule "left-overs:" "$(found '\b(TODO|FIXME|XXX)\b' -- '*.cpp' '*.h' '*.json' '*.md' '*.py')"

if command -v clang-format >/dev/null; then
    rule "clang-format would change:" "$(git ls-files -z '*.cpp' '*.h' | xargs -0 -P "$jobs" -n 20 sh -c \
        'for f; do clang-format "$f" | cmp -s - "$f" || echo "$f"; done' sh | sort | head -40)"
else echo "clang-format is not installed: format was not checked" >&2; fi

since() {
    git merge-base HEAD '@{upstream}' 2>/dev/null || git describe --tags --abbrev=0 2>/dev/null ||
        git rev-parse --quiet --verify HEAD~1 || git rev-parse HEAD
}
to_tidy() { # only what is built here has a command to be read with
    if [ "${1:-}" = all ]; then git ls-files core ui app; else
        git diff --name-only "$(since)"
        git ls-files --others --exclude-standard
    fi | grep -E '^(core|ui|app)/.*\.cpp$' | sort -u | while read -r file; do
        ! grep -q "/$file\"" build/release/compile_commands.json || echo "$file"
    done
}
if command -v clang-tidy >/dev/null && [ -f build/release/compile_commands.json ]; then
    rule "clang-tidy:" "$(to_tidy "$@" | xargs -r -P "$jobs" -n 1 clang-tidy -p build/release --quiet \
        --extra-arg=-Wno-unknown-warning-option 2>/dev/null |
        grep -E 'warning:|error:' | sort -u | head -40)"
else echo "clang-tidy or build/release is missing: tidy was not run" >&2; fi

if command -v cppcheck >/dev/null; then
    rule "cppcheck:" "$(cppcheck -j "$jobs" --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --inline-suppr \
        --library=qt --suppress=missingInclude --suppress=unknownMacro -I . core ui app 2>&1 |
        grep -E 'warning|error|performance|portability' | head -40)"
else echo "cppcheck is not installed: it was not run" >&2; fi

[ $bad = 0 ] && echo "check: nothing to say"
exit $bad
