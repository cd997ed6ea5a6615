# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run.sh and test.sh share: it is sourced, not run. What it says goes to standard error,
# so that standard output holds only what was asked for.

say ()
{
  printf 'Liaison: %s\n' "$*" >&2
}

# Prints the packages of the named sections of packages.txt, one a line.
# usage: list_packages SOURCE SECTION…
list_packages ()
{
  packages_file=$1/build-aux/packages.txt
  shift
  awk -v sections="$*" '
    BEGIN { n = split (sections, names, " "); for (i = 1; i <= n; i++) wanted["[" names[i] "]"] = 1 }
    { sub (/#.*/, "") }
    /^\[/ { inside = ($1 in wanted); next }
    inside && NF { print $1 }' "$packages_file"
}

# Prints those of the given packages that are not installed.
list_missing ()
{
  for package in "$@"; do
    # A package of several architectures has a line for each of them.
    # shellcheck disable=SC2016
    if ! dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed; then
      printf '%s\n' "$package"
    fi
  done
}

# Runs apt-get as root, through sudo where needed, without ever asking about a package.
apt_get ()
{
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
  else
    sudo DEBIAN_FRONTEND=noninteractive \
      apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
  fi </dev/null >&2
}

# Installs what is missing of the named sections.
# usage: install_packages SOURCE SECTION…
install_packages ()
{
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is not a Debian system, so nothing was installed; build-aux/packages.txt says what is needed."
    return 0
  fi

  # Package names hold no spaces: the lists are split into words on purpose.
  # shellcheck disable=SC2046
  missing=$(list_missing $(list_packages "$@") | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "these packages are missing, and only root or sudo can install them: $missing"
    say "ask your administrator to run: apt-get install $missing"
    return 1
  fi

  say "installing what is missing: $missing"
  apt_get update || say "the lists of packages could not be refreshed; trying with those at hand."
  # shellcheck disable=SC2086
  if ! apt_get install -y --no-install-recommends $missing; then
    say "the packages could not be installed; try by hand, as root: apt-get install $missing"
    return 1
  fi
}

# Configures a build folder: anew, or again where it exists; one that is broken is made anew.
# usage: configure SOURCE BUILD OPTION…
configure ()
{
  # A shell has no variables of a function: these are not those of the script.
  configured_source=$1
  configured_dir=$2
  shift 2
  if [ -e "$configured_dir/meson-private/coredata.dat" ]; then
    meson setup --reconfigure "$@" "$configured_dir" "$configured_source" </dev/null >&2 && return 0
    say "the set-up in $configured_dir is broken; making it anew."
  fi
  rm -rf "$configured_dir" || return 1
  meson setup "$@" "$configured_dir" "$configured_source" </dev/null >&2
}

# Configures and builds.
# usage: build SOURCE BUILD OPTION…
build ()
{
  if ! configure "$@"; then
    say "the build could not be configured in $2."
    return 1
  fi
  if ! meson compile -C "$2" </dev/null >&2; then
    say "the build in $2 failed."
    return 1
  fi
}
