#!/bin/sh
# Installs what building and testing need, on Debian 12 and 13. Called by ./dev; run it as root or with sudo at hand.
#   tools/install.sh [build|test]     build: enough to build and run; test: that and what the tests drive the program with
set -eu

build_packages="cmake ninja-build g++ pkg-config git python3
qt6-base-dev libsqlcipher-dev libsodium-dev libexpected-dev libqpdf-dev libzxcvbn-dev"
test_packages="xvfb xauth openbox xdotool x11-utils imagemagick dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi util-linux xclip
python3-xlib qpdf poppler-utils python3-pikepdf strace default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java libcommons-logging-java"
wanted=$build_packages
[ "${1:-build}" = test ] && wanted="$wanted $test_packages"

say() { printf '%s\n' "$*" >&2; }

. /etc/os-release
case "${VERSION_ID:-}" in
12 | 13) ;;
*) say "Firsthand builds on Debian 12 and 13; this is ${PRETTY_NAME:-an unknown system}. Install the packages yourself: $(echo $wanted)" ;;
esac

sqlcipher_version() { pkg-config --modversion sqlcipher 2>/dev/null || echo 0; }
enough() { dpkg --compare-versions "$(dpkg-query -W -f='${Version}' libsqlcipher-dev 2>/dev/null || echo 0)" ge 4.6; }

missing=""
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
enough || case " $missing " in *" libsqlcipher-dev "*) ;; *) missing="$missing libsqlcipher-dev" ;; esac
[ -n "$missing" ] || exit 0

# SQLCipher 4.6 is in Debian 13 and, for Debian 12, in backports.
release=""
if [ "${VERSION_ID:-}" = 12 ]; then release="-t bookworm-backports"; fi

if [ "$(id -u)" = 0 ]; then root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then root="sudo"
else
    say "These packages are missing. Install them as root, then run this again:"
    [ -z "$release" ] || say "(SQLCipher comes from bookworm-backports: add that suite to your Debian source first.)"
    say "  apt-get install --no-install-recommends$missing"
    exit 1
fi

# The machine's own Debian source, with the suite bookworm-backports: the same mirror, the same key.
add_backports() {
    grep -rqsE '^[^#]*bookworm-backports' /etc/apt/sources.list /etc/apt/sources.list.d && return
    uri="" key=""
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        found=$(awk 'BEGIN { RS = ""; FS = "\n" }
            { uri = suites = key = ""
              for (i = 1; i <= NF; i++) { if ($i ~ /^URIs:/) { uri = $i; sub(/^URIs:[ \t]*/, "", uri) }
                                          if ($i ~ /^Suites:/) suites = $i " "
                                          if ($i ~ /^Signed-By:/) { key = $i; sub(/^Signed-By:[ \t]*/, "", key) } }
              if (uri != "" && suites ~ /[ \t]bookworm[ \t]/) { print uri "|" key; exit } }' "$file")
        if [ -n "$found" ]; then uri=${found%%|*}; key=${found#*|}; break; fi
    done
    if [ -z "$uri" ]; then
        uri=$(sed -nE 's/^deb[ \t]+(\[[^]]*\][ \t]+)?([^ \t]+)[ \t]+bookworm[ \t].*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | head -n 1)
        key=$(sed -nE 's/^deb[ \t]+\[[^]]*signed-by=([^] \t]+)[^]]*\][ \t]+[^ \t]+[ \t]+bookworm[ \t].*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | head -n 1)
    fi
    if [ -z "$uri" ]; then say "No Debian source for bookworm was found on this machine; add bookworm-backports yourself, then run this again."; exit 1; fi
    {
        printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\n' "$uri"
        printf 'Signed-By: %s\n' "${key:-/usr/share/keyrings/debian-archive-keyring.gpg}"
    } | $root tee /etc/apt/sources.list.d/firsthand-backports.sources >/dev/null
}

say "Installing:$missing"
[ -z "$release" ] || add_backports
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
ordinary=$(printf '%s\n' $missing | grep -v '^libsqlcipher-dev$' || true)
[ -z "$ordinary" ] || $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $ordinary >/dev/null
case " $missing " in *" libsqlcipher-dev "*)
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $release libsqlcipher-dev >/dev/null ;;
esac
if ! enough; then
    say "SQLCipher $(sqlcipher_version) is too old: Firsthand needs 4.6 or newer (Debian 13, or bookworm-backports on Debian 12)."
    exit 1
fi
