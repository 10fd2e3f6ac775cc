#!/usr/bin/env bash
# Format, clang-tidy on changed files, cppcheck, and the house rules that can be searched for. Exit 1 if anything is said.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
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
rule "a label that is not plain text (use PlainLabel):" "$(found 'new QLabel|QLabel [a-z]|QLabel\(' -- ui app ':!ui/widgets/plainlabel.*')"
rule "a message box with text that may be rich (use ui/widgets):" "$(found 'QMessageBox::(information|warning|critical|question)' -- ui app)"
rule "the network:" "$(found 'QtNetwork|QNetworkAccessManager|QTcpSocket|Qt6::Network' -- core ui app CMakeLists.txt '*/CMakeLists.txt')"
rule "a page folder includes another:" "$(for page in unlock home concern guide timeline words knows referral plan people papers export settings; do
    git grep -nE '#include "ui/' -- "ui/$page" | grep -vE "ui/($page|widgets|style)/" ; done | head)"
rule "left-overs:" "$(found 'TODO|FIXME|XXX' -- '*.cpp' '*.h' '*.json' '*.md' '*.py')"

if command -v clang-format >/dev/null; then
    changed=$(git ls-files '*.cpp' '*.h')
    rule "clang-format would change:" "$(for f in $changed; do clang-format --dry-run -Werror "$f" >/dev/null 2>&1 || echo "$f"; done | head -40)"
else echo "clang-format is not installed: format was not checked" >&2; fi

if command -v clang-tidy >/dev/null && [ -f build/release/compile_commands.json ]; then
    base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-list --max-parents=0 HEAD | tail -n 1)
    files=$( { git diff --name-only "$base" -- '*.cpp'; git ls-files -mo --exclude-standard '*.cpp'; } | sort -u | grep -v '^tests/' || true)
    [ -z "$files" ] || rule "clang-tidy:" "$(clang-tidy -p build/release --quiet $files 2>/dev/null | grep -E 'warning:|error:' | sort -u | head -40)"
else echo "clang-tidy or build/release is missing: tidy was not run" >&2; fi

if command -v cppcheck >/dev/null; then
    rule "cppcheck:" "$(cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --inline-suppr --library=qt \
        --suppress=missingInclude --suppress=unknownMacro -I . core ui app 2>&1 | grep -E 'warning|error|performance|portability' | head -40)"
else echo "cppcheck is not installed: it was not run" >&2; fi

[ $bad = 0 ] && echo "check: nothing to say"
exit $bad
