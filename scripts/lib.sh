# Shared by run.sh and test.sh. Source it; it does nothing by itself.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work="$root/.run"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

apt_updated=no

# need COMMAND PACKAGE WHY: installs a Debian package when its command is missing and we are root; otherwise names it.
need() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2 ($3)..."
    if [ "$apt_updated" = no ]; then
      apt-get update -qq >/dev/null || true
      apt_updated=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null || fail "The package $2 could not be installed. It is needed: $3."
    command -v "$1" >/dev/null 2>&1 && return 0
  fi
  fail "$1 is missing ($3). Install the Debian package $2, for instance: sudo apt-get install $2"
}

# want_rtmp: installs what encoders such as OBS need, when we are root; otherwise names it and goes on: broadcasting from the browser works without.
want_rtmp() {
  { command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; } && rtmp_module && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing nginx-light and libnginx-mod-rtmp (encoders such as OBS connect through them)..."
    if [ "$apt_updated" = no ]; then
      apt-get update -qq >/dev/null || true
      apt_updated=yes
    fi
    local had_nginx=no
    { command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; } && had_nginx=yes
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light libnginx-mod-rtmp >/dev/null || true
    # We run it ourselves; the distribution's own service would only take port 80.
    if [ "$had_nginx" = no ] && command -v systemctl >/dev/null 2>&1; then systemctl disable --now nginx >/dev/null 2>&1 || true; fi
    rtmp_module && return 0
  fi
  say "Encoders such as OBS cannot connect: install the Debian packages nginx-light and libnginx-mod-rtmp. Broadcasting from the browser works without."
}

rtmp_module() {
  local folder
  for folder in /usr/lib/nginx/modules /usr/share/nginx/modules /usr/lib64/nginx/modules /usr/local/nginx/modules /etc/nginx/modules; do
    [ -f "$folder/ngx_rtmp_module.so" ] && return 0
  done
  return 1
}

# need_rtmp WHY: where nothing goes without.
need_rtmp() {
  want_rtmp
  rtmp_module || fail "nginx with its RTMP module is missing ($1). Install the Debian packages nginx-light and libnginx-mod-rtmp."
}

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks | grep -q '^10\.'; then
    if [ "$(id -u)" = 0 ] && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
      need dotnet dotnet-sdk-10.0 "it builds and runs the program"
    else
      fail "The .NET SDK 10 is missing. Install the package dotnet-sdk-10.0, see https://learn.microsoft.com/dotnet/core/install/linux-debian"
    fi
  fi
}

need_node() {
  need node nodejs "it builds the web pages"
  need npm npm "it installs what the web pages are built with"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old: the web pages are built with 20.19 or newer. See https://nodejs.org/en/download"
}

# changed STAMP PATH...: whether anything below the paths differs from when stamp_now wrote the stamp.
changed() {
  local stamp=$1
  shift
  [ ! -f "$stamp" ] || [ "$(fingerprint "$@")" != "$(cat "$stamp")" ]
}

stamp_now() {
  local stamp=$1
  shift
  mkdir -p "$(dirname "$stamp")"
  fingerprint "$@" >"$stamp"
}

# Names, sizes and times: what a build tool would look at, in milliseconds.
fingerprint() {
  (cd "$root" && find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist -o -name test-results \) -prune \
    -o -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | sha256sum | cut -d' ' -f1)
}

# install_node_packages FOLDER
install_node_packages() {
  local folder=$1 stamp="$work/stamps/npm-${1//\//-}" log="$work/npm.log"
  mkdir -p "$work"
  changed "$stamp" "$folder/package-lock.json" || [ ! -d "$root/$folder/node_modules" ] || return 0
  say "Installing the Node packages of $folder..."
  if ! (cd "$root/$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >"$log" 2>&1); then
    cat "$log" >&2
    fail "The Node packages of $folder could not be installed."
  fi
  stamp_now "$stamp" "$folder/package-lock.json"
}

build_front_end() {
  mkdir -p "$work"
  install_node_packages frontend
  changed "$work/stamps/frontend" frontend || [ ! -f "$root/frontend/dist/index.html" ] || return 0
  say "Building the web pages..."
  (cd "$root/frontend" && npm run --silent build >"$work/frontend.log" 2>&1) || { cat "$work/frontend.log" >&2; fail "The web pages could not be built."; }
  stamp_now "$work/stamps/frontend" frontend
}

# publish ENGINE FOLDER [ARGUMENT...]
publish() {
  dotnet publish "$root/src/Silo" -c Release -p:Engine="$1" -o "$2" --nologo -v quiet "${@:3}" >"$work/program.log" 2>&1
}

# build_program ENGINE: publishes the program for that engine into .run/app-ENGINE.
build_program() {
  local engine=$1 app="$work/app-$1"
  mkdir -p "$work"
  local sources=(src Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig)
  changed "$work/stamps/program-$engine" "${sources[@]}" || [ ! -f "$app/contentpages.dll" ] || return 0
  say "Building the program..."
  # Code compiled ahead of time only makes the start quicker, and its compiler is a package that a mirror may lack.
  if ! publish "$engine" "$app" && ! { grep -qi crossgen "$work/program.log" && publish "$engine" "$app" -p:ReadyToRun=false; }; then
    if [ "$engine" = Orleans ] && grep -q 'NU110[1-3].*Orleans' "$work/program.log"; then
      fail "The Microsoft.Orleans packages cannot be had from the package sources set up here, so the Orleans engine cannot be built. Use the embedded engine."
    fi
    cat "$work/program.log" >&2
    fail "The program could not be built."
  fi
  stamp_now "$work/stamps/program-$engine" "${sources[@]}"
}
