# What the packaging scripts share. To be sourced by a script of sh, from the root of the project.

# The version of Cargo.toml.
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -1)
# One source gives one package: files carry the time of the last change.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
built=${CARGO_TARGET_DIR:-target}
packages=$PWD/target/packages

say() { printf '%s\n' "$*"; }

# A file's size in MB, for people.
size() { wc -c < "$1" | awk '{printf "%.1f MB", $1 / 1000000}'; }

# Fails where a file is larger than so many MB: FILE LIMIT.
at_most() {
    if [ "$(wc -c < "$1")" -gt "$(($2 * 1000000))" ]; then
        say "$1 has $(size "$1"), more than $2 MB" >&2
        return 1
    fi
    say "$1: $(size "$1") (at most $2 MB)"
}
