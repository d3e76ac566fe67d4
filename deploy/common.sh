# SPDX-License-Identifier: Apache-2.0
# Shell functions that deploy/quickstart and deploy/test share. Sourced by bash; the caller is in
# the checkout's top folder.

say() { printf '\n==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
die() {
    printf '\nSTOPPED: %s\n' "$*" >&2
    exit 1
}

# as_root COMMAND...: as it is when root already, else through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "neither root nor sudo: cannot run: $*" >&2
        return 1
    fi
}

# What is asked for -> the Debian package that has it. A tool that came another way will do too.
#   cmd NAME: in the search path      pc NAME: pkg-config finds it
#   py NAME: the system's Python imports it
BUILD_NEEDS="cmd gcc gcc
cmd make make
cmd autoconf autoconf
cmd automake automake
cmd pkg-config pkg-config
pc gio-2.0 libglib2.0-dev
pc jansson libjansson-dev"

TEST_NEEDS="$BUILD_NEEDS
cmd clang clang
cmd python3 python3
py stdnum python3-stdnum
cmd node nodejs
cmd npm npm"

FULL_NEEDS="$TEST_NEEDS
cmd valgrind valgrind
cmd clang-tidy clang-tidy
cmd clang-format clang-format
cmd cppcheck cppcheck
cmd gcovr gcovr
cmd xz xz-utils
cmd debootstrap debootstrap"

have() {
    case $1 in
        cmd) command -v "$2" ;;
        pc) pkg-config --exists "$2" ;;
        py) "$(system_python)" -c "import $2" ;;
    esac >/dev/null 2>&1
}

system_python() {
    if [ -x /usr/bin/python3 ]; then
        echo /usr/bin/python3
    else
        command -v python3 || echo python3
    fi
}

# missing NEEDS: the packages that are not there yet, one a line.
missing() {
    local kind name package
    while read -r kind name package; do
        have "$kind" "$name" || echo "$package"
    done <<<"$1"
}

install_packages() {
    note "installing: $*"
    as_root apt-get update -q >/dev/null 2>&1 ||
        note "apt-get update failed; trying with the lists that are here"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
        >"${INSTALL_LOG:-/dev/stdout}" 2>&1
}

# ensure NEEDS: installs what is missing; nothing is asked of apt when all is there.
ensure() {
    local packages still
    mapfile -t packages < <(missing "$1" | sort -u)
    if [ "${#packages[@]}" -eq 0 ]; then
        note "nothing is missing"
        return 0
    fi
    install_packages "${packages[@]}" || note "apt-get install failed"
    hash -r
    still=$(missing "$1" | sort -u | tr '\n' ' ')
    [ -z "$still" ] || { note "still missing: $still"; return 1; }
}

# The sanitizers and libFuzzer are a package of the very version of clang that is installed.
ensure_clang_runtime() {
    local major
    major=$(clang -dumpversion 2>/dev/null | cut -d. -f1)
    [ -n "$major" ] || { note "clang is missing"; return 1; }
    if [ -e "$(clang -print-file-name=libclang_rt.fuzzer.a)" ] ||
        [ -e "$(clang -print-file-name="libclang_rt.fuzzer-$(uname -m).a")" ]; then
        return 0
    fi
    install_packages "libclang-rt-$major-dev"
}

cores() { nproc 2>/dev/null || echo 2; }

# configure_in FOLDER OPTION...: makes configure if need be, and a Makefile in FOLDER. A folder that
# is set up with these options already is left to make, which sees what changed.
configure_in() {
    local folder=$1 wanted
    shift
    wanted="$PWD $*"
    [ -x configure ] || ./autogen.sh || return 1
    mkdir -p "$folder" || return 1
    if [ -f "$folder/Makefile" ] && [ "$(cat "$folder/.configured" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    (cd "$folder" && "$OLDPWD/configure" --quiet "$@") || return 1
    echo "$wanted" >"$folder/.configured"
}
