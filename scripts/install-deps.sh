#!/bin/sh
# Installs what Fogbank needs on a Debian machine that has a Rust toolchain and nothing else.
#
#   scripts/install-deps.sh [run|test|bench|image]
#
#   run    (default) what a running cloud needs: QEMU, firmware, networking tools, and the tools that build
#          the fogbank-tiny image
#   test   run and image, and what the tests need: Python with pytest, boto3 and the AWS CLI; bindfs, behind which a vault
#          may hang; and moto, which serves the buckets of tests, in an environment of its own
#   bench  test, and a load generator
#   image  run, and what builds the Debian image
#
# It may be run as often as you like: when everything is there it says nothing, asks no network and takes a
# fraction of a second. It starts no service. Needs root, itself or by sudo, only when something is missing.
set -eu

cd "$(dirname "$0")/.."
mode=${1:-run}

# The machine types that instances are pinned to (pc-q35-10.0) came with this release.
qemu_at_least=1:10.0

# Everything that a running cloud calls. The QEMU packages are named apart, because they may have to come from
# another suite.
qemu_packages="qemu-system-x86 qemu-system-common qemu-system-data qemu-utils"
packages="ovmf nftables iproute2 openssh-client conntrack
  mtools dosfstools syslinux e2fsprogs cpio zstd xz-utils ca-certificates"
test_packages="python3 python3-venv procps iputils-ping libnbd-bin bindfs"
image_packages="mmdebstrap"
python_modules="pytest boto3 cryptography"

case $mode in
run) ;;
test)
  packages="$packages $test_packages $image_packages qemu-efi-aarch64"
  qemu_packages="$qemu_packages qemu-system-arm"
  ;;
bench) packages="$packages $test_packages wrk" ;;
image) packages="$packages $image_packages" ;;
*)
  echo "usage: $0 [run|test|bench|image]" >&2
  exit 2
  ;;
esac

# Prints those of the given packages that are not installed. One dpkg-query for all of them keeps a run with
# nothing to do fast.
missing() {
  installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status}\n' "$@" 2>/dev/null |
    sed -n 's/=installed$//p' | tr '\n' ' ')"
  for package; do
    case $installed in *" $package "*) ;; *) echo "$package" ;; esac
  done
}

qemu_is_new_enough() {
  version=$(dpkg-query -W -f '${Version}' qemu-system-x86 2>/dev/null) || return 1
  dpkg --compare-versions "$version" ge "$qemu_at_least"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "install-deps: packages are missing and this is not root: run it as root, or install sudo" >&2
    exit 1
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -q -y -o Dpkg::Use-Pty=0 \
    -o DPkg::Lock::Timeout=300 "$@"
}

# apt is verbose: it is heard only when it fails.
quietly() {
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    status=$?
    echo "install-deps: failed: $*" >&2
    tail -n 40 "$log" >&2
    rm -f "$log"
    exit "$status"
  fi
}

# Writes an apt source for this release's backports, made from the machine's own entry for the release, so that
# it uses the same mirror and the same key.
add_backports() {
  release=$1
  entry=$(
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
      [ -f "$file" ] || continue
      # deb [options] URI SUITE COMPONENT...
      sed -n "s/^deb \\(.*\\) $release \\(.*main.*\\)\$/deb \\1 $release-backports main/p" "$file"
    done | head -n 1
  )
  if [ -n "$entry" ]; then
    echo "$entry" | as_root tee /etc/apt/sources.list.d/fogbank-backports.list >/dev/null
    return
  fi
  entry=$(
    for file in /etc/apt/sources.list.d/*.sources; do
      [ -f "$file" ] || continue
      # The first paragraph that names the release among its suites, without comments.
      grep -v '^#' "$file" | awk -v release="$release" '
        BEGIN { RS = ""; FS = "\n" }
        !done {
          found = 0
          for (i = 1; i <= NF; i++) {
            count = 0
            if ($i ~ /^Suites:/) count = split($i, suites, /[ \t]+/)
            for (j = 2; j <= count; j++) if (suites[j] == release) found = 1
          }
          if (!found) next
          for (i = 1; i <= NF; i++) {
            if ($i ~ /^Suites:/) print "Suites: " release "-backports"
            else if ($i ~ /^Components:/) print "Components: main"
            else print $i
          }
          done = 1
        }'
    done
  )
  if [ -z "$entry" ]; then
    echo "install-deps: found no apt source for Debian $release to make one for its backports from" >&2
    exit 1
  fi
  echo "$entry" | as_root tee /etc/apt/sources.list.d/fogbank-backports.sources >/dev/null
}

# The version apt would install, or nothing.
candidate() {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)' || true
}

install_qemu() {
  version=$(candidate qemu-system-x86)
  if [ -n "$version" ] && dpkg --compare-versions "$version" ge "$qemu_at_least"; then
    # The distribution's own will do.
    quietly apt install --no-install-recommends $qemu_packages
    return
  fi
  release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  if ! apt-get indextargets --format '$(RELEASE)' 'Created-By: Packages' | grep -qx "$release-backports"; then
    add_backports "$release"
    quietly apt update
  fi
  from_backports=
  for package in $qemu_packages seabios; do
    from_backports="$from_backports $package/$release-backports"
  done
  quietly apt install --no-install-recommends $from_backports
}

wanted=$(missing $packages)
wanted_qemu=$(missing $qemu_packages)
qemu_is_new_enough || wanted_qemu=$qemu_packages
if [ -n "$wanted$wanted_qemu" ]; then
  echo "install-deps: installing" $wanted_qemu $wanted
  quietly apt update
  [ -z "$wanted_qemu" ] || install_qemu
  [ -z "$wanted" ] || quietly apt install --no-install-recommends $wanted
fi

# The Python side of the tests: this machine's own modules where they are complete, else a .venv that sees them
# and adds what lacks.
case $mode in test | bench) ;; *) exit 0 ;; esac

missing_modules() {
  "$1" -c '
import importlib.util, sys
print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name) is None])
' $python_modules
}

if [ -x .venv/bin/python ]; then
  python=.venv/bin/python
else
  python=python3
fi
lacking=$(missing_modules $python)
[ -x .venv/bin/aws ] || command -v aws >/dev/null || lacking="$lacking awscli"
if [ -n "$lacking" ]; then
  echo "install-deps: installing into .venv:" $lacking
  [ -x .venv/bin/python ] || quietly python3 -m venv --system-site-packages .venv
  quietly .venv/bin/python -m pip install -q --disable-pip-version-check $lacking
fi

if [ ! -x .venv-moto/bin/moto_server ]; then
  echo "install-deps: installing into .venv-moto: moto"
  quietly python3 -m venv .venv-moto
  quietly .venv-moto/bin/python -m pip install -q --disable-pip-version-check 'moto[server]'
fi
