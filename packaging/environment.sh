#!/usr/bin/env bash
# Makes the virtual environment and, where it may, installs what the system lacks. Usage: environment.sh PYTHON VENV KIND,
# where KIND is `run` for what the program needs, `ready` for what working on it needs besides.
set -euo pipefail
python=$1
venv=$2
kind=$3

qt_packages="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 \
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 fonts-dejavu-core"

say() { printf '%s\n' "$*" >&2; }

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Installs packages where the user is root on a Debian-like system, and names the command elsewhere.
need() {
    why=$1
    shift
    if is_debian_root; then
        say "Installing $why: $*"
        (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@") >/dev/null
    else
        say "$why is missing. Install it with your system's packages; on Debian and Ubuntu:"
        say "    sudo apt-get install $*"
        return 1
    fi
}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "Garfio needs Python 3.11 or newer; $python is $("$python" --version 2>&1 || echo missing)."
    say "Name another one: make run PYTHON=python3.12"
    exit 1
fi

if [ ! -x "$venv/bin/python" ]; then
    say "Making the environment in $venv …"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        need "Python's venv module" "python3-venv" || exit 1
    fi
    "$python" -m venv "$venv"
fi

say "Installing what Garfio needs …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
group=$([ "$kind" = run ] || echo "--group dev")
# shellcheck disable=SC2086
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable . $group

# Qt's libraries are in the wheel; those of the system under it may be missing, and then its plugins do not load.
if [ "$(uname -s)" = Linux ]; then
    qt=$("$venv/bin/python" -c 'import importlib.util, pathlib; print(pathlib.Path(importlib.util.find_spec("PySide6").origin).parent)')
    missing=$(ldd "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqoffscreen.so "$qt"/Qt/lib/libQt6Widgets.so.6 2>/dev/null \
        | awk '/not found/ && $1 !~ /^libQt6/ {print $1}' | sort -u | tr '\n' ' ')
    if [ -n "$missing" ]; then
        say "Qt misses system libraries: $missing"
        # shellcheck disable=SC2086
        need "the system libraries for Qt" $qt_packages || say "Without them the window cannot open; the listener works."
    fi
fi
touch "$venv/.$kind"
