#!/usr/bin/env bash
# Builds what has changed and serves ContentPages on one port. Ctrl-C stops it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/scripts/lib.sh"

usage() {
  cat <<'EOF'
Usage: ./run.sh [--port N] [--data DIR] [--roles LIST] [--engine embedded|orleans]

  --port N      port to serve on (8080)
  --data DIR    where accounts, catalog and films are kept (./data); made if missing
  --roles LIST  web,silo,processors or some of them (all three)
  --engine E    embedded: one process, nothing else needed (the default)
                orleans: a real Orleans silo with localhost clustering; needs the Microsoft.Orleans packages
EOF
}

engine=Embedded
data="$root/data"
arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    --port | --roles)
      [ $# -gt 1 ] || fail "$1 needs a value. See ./run.sh --help"
      arguments+=("$1" "$2")
      shift 2
      ;;
    --data)
      [ $# -gt 1 ] || fail "--data needs a folder. See ./run.sh --help"
      data=$2
      shift 2
      ;;
    --engine)
      case "${2:-}" in
        embedded) engine=Embedded ;;
        orleans) engine=Orleans ;;
        *) fail "--engine is embedded or orleans, not '${2:-}'." ;;
      esac
      shift 2
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) fail "Unknown option '$1'. See ./run.sh --help" ;;
  esac
done

need_dotnet
need ffmpeg ffmpeg "it reads and transcodes films"
need setpriv util-linux "it stops ffmpeg when the server dies"
want_rtmp
need_node
build_front_end
build_program "$engine"

export Web__FrontEnd="$root/frontend/dist"
exec dotnet "$work/app-$engine/contentpages.dll" --data "$data" ${arguments[@]+"${arguments[@]}"}
