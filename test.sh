#!/usr/bin/env bash
# Runs every test there is and ends with one line: N passed, N failed.
# Usage: ./test.sh [PART...]   parts: dotnet orleans frontend e2e (all of them)
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/scripts/lib.sh"

parts=" ${*:-dotnet orleans frontend e2e} "
mkdir -p "$work/tests"
tally="$work/tests/tally"
: >"$tally"

wants() { [[ "$parts" == *" $1 "* ]]; }

# count NAME PASSED FAILED
count() {
  echo "$2 $3" >>"$tally"
  printf '  %-34s %5d passed, %d failed\n' "$1" "$2" "$3"
}

# check NAME COMMAND...: a command that passes or fails as a whole.
check() {
  local name=$1 log="$work/tests/${1// /-}.log"
  shift
  if "$@" >"$log" 2>&1; then
    count "$name" 1 0
  else
    cat "$log"
    count "$name" 0 1
  fi
}

# run_dotnet_tests NAME PROJECT ENGINE: runs a built xunit executable and adds up its closing line.
run_dotnet_tests() {
  local name=$1 project=$2 engine=$3 log="$work/tests/${1// /-}.log" dll summary total bad skipped
  dll=$(find "$root/tests/$project/bin/$engine/Release" -maxdepth 2 -name "*$project.dll" -not -path '*/ref/*' | head -n 1)
  if [ -z "$dll" ]; then
    say "$name was not built."
    count "$name" 0 1
    return
  fi
  (cd "$(dirname "$dll")" && timeout 1200 dotnet "$dll" -noColor -noLogo >"$log" 2>&1)
  summary=$(grep -Eo 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  if [ -z "$summary" ]; then
    tail -n 80 "$log"
    count "$name" 0 1
    return
  fi
  read -r total errors bad skipped <<<"$(grep -Eo '[0-9]+' <<<"$summary" | tr '\n' ' ')"
  bad=$((bad + errors))
  if [ "$bad" -gt 0 ]; then grep -vE '^\s*$' "$log" | tail -n 200; fi
  count "$name" $((total - bad - skipped)) "$bad"
}

need_dotnet
need ffmpeg ffmpeg "the tests make and transcode films"
need setpriv util-linux "it stops ffmpeg when the server dies"
want_rtmp

# add_json NAME FILE EXPRESSION...: counts out of a JSON report.
add_json() {
  local counts
  counts=$(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); const [p, f] = eval(process.argv[2])(r); console.log(p, f)' "$2" "$3" 2>/dev/null) || counts="0 1"
  # shellcheck disable=SC2086
  count "$1" $counts
}

# build_dotnet ENGINE [COMMAND...]: by that command.
build_dotnet() {
  "${@:2}" dotnet build "$root/ContentPages.sln" -c Release -p:Engine="$1" --nologo -v quiet -clp:ErrorsOnly >"$work/tests/build-$1.log" 2>&1
}

test_dotnet() {
  local project name
  for project in "$root"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    run_dotnet_tests "$name" "$name" Embedded
  done
}

test_orleans() {
  if ! timeout 300 dotnet restore "$root/tests/Grains.Tests" -p:Engine=Orleans --nologo -v quiet >"$work/tests/orleans-restore.log" 2>&1; then
    say "The Microsoft.Orleans packages cannot be had from the package sources set up here: the grain tests ran on the embedded engine only."
  elif build_dotnet Orleans nice; then
    count "build (Engine=Orleans)" 1 0
    run_dotnet_tests "Grains.Tests (Engine=Orleans)" Grains.Tests Orleans
  else
    cat "$work/tests/build-Orleans.log"
    count "build (Engine=Orleans)" 0 1
  fi
}

test_frontend() {
  local report="$work/tests/vitest.json"
  rm -f "$report"
  (cd "$root/frontend" && npx vitest run --reporter=dot --reporter=json --outputFile="$report") >"$work/tests/vitest.log" 2>&1 || cat "$work/tests/vitest.log"
  add_json "front end" "$report" 'r => [r.numPassedTests, r.numFailedTests + (r.success || r.numFailedTests ? 0 : 1)]'
}

# beside PID: what goes on beside the .NET tests, whose build is that process. Both lists wait for disks and clocks for half of their time.
beside() {
  if wants frontend; then
    check "front end types" npm --prefix frontend run --silent typecheck
    check "front end lint" npm --prefix frontend run --silent lint
  fi
  if wants e2e; then
    check "end to end types" npm --prefix tests/e2e run --silent typecheck
    (build_front_end) || count "web pages" 0 1
  fi
  # Two builds of the same sources at once would only share the processors, and tests give up waiting at some time.
  if wants dotnet; then tail --pid="$1" -f /dev/null; fi
  if wants frontend; then test_frontend; fi
  if wants orleans; then test_orleans; fi
  if wants e2e; then (build_program Embedded) || count "program" 0 1; fi
}

if wants frontend || wants e2e; then
  need_node
  install_node_packages frontend
fi
if wants e2e; then
  need chromium chromium "the end-to-end tests drive it"
  need_rtmp "the end-to-end tests send live streams to it"
  install_node_packages tests/e2e
fi

trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
build_pid=
if wants dotnet; then
  say "Building..."
  build_dotnet Embedded &
  build_pid=$!
fi
beside "$build_pid" &
beside_pid=$!
if wants dotnet; then
  if wait "$build_pid"; then
    test_dotnet
  else
    cat "$work/tests/build-Embedded.log"
    count build 0 1
  fi
fi
wait "$beside_pid"

# Alone: they look at pages, pictures and the clock.
if wants e2e; then
  report="$work/tests/e2e.json"
  rm -f "$report"
  (cd "$root/tests/e2e" && PLAYWRIGHT_JSON_OUTPUT_NAME="$report" npx playwright test --reporter=line,json) >"$work/tests/e2e.log" 2>&1 || tail -n 150 "$work/tests/e2e.log"
  add_json "end to end" "$report" 'r => [r.stats.expected + r.stats.flaky, r.stats.unexpected + r.errors.length]'
fi

read -r passed failed <<<"$(awk '{ p += $1; f += $2 } END { print p + 0, f + 0 }' "$tally")"
say "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
