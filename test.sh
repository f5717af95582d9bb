#!/usr/bin/env bash
# Runs every test there is and ends with one line: N passed, N failed.
# Usage: ./test.sh [PART...]   parts: dotnet orleans frontend e2e (all of them)
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/scripts/lib.sh"

parts=" ${*:-dotnet orleans frontend e2e} "
passed=0
failed=0
mkdir -p "$work/tests"

wants() { [[ "$parts" == *" $1 "* ]]; }

# count NAME PASSED FAILED
count() {
  passed=$((passed + $2))
  failed=$((failed + $3))
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

if wants dotnet; then
  say "Building..."
  if dotnet build "$root/ContentPages.sln" -c Release --nologo -v quiet -clp:ErrorsOnly >"$work/tests/build.log" 2>&1; then
    for project in "$root"/tests/*/*.csproj; do
      name=$(basename "$project" .csproj)
      run_dotnet_tests "$name" "$name" Embedded
    done
  else
    cat "$work/tests/build.log"
    count build 0 1
  fi
fi

if wants orleans; then
  if timeout 300 dotnet restore "$root/tests/Grains.Tests" -p:Engine=Orleans --nologo -v quiet >"$work/tests/orleans-restore.log" 2>&1; then
    if dotnet build "$root/ContentPages.sln" -c Release -p:Engine=Orleans --nologo -v quiet -clp:ErrorsOnly >"$work/tests/orleans-build.log" 2>&1; then
      count "build (Engine=Orleans)" 1 0
      run_dotnet_tests "Grains.Tests (Engine=Orleans)" Grains.Tests Orleans
    else
      cat "$work/tests/orleans-build.log"
      count "build (Engine=Orleans)" 0 1
    fi
  else
    say "The Microsoft.Orleans packages cannot be had from the package sources set up here: the grain tests ran on the embedded engine only."
  fi
fi

if wants frontend || wants e2e; then
  need_node
  install_node_packages frontend
fi

# add_json NAME FILE EXPRESSION...: counts out of a JSON report.
add_json() {
  local counts
  counts=$(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); const [p, f] = eval(process.argv[2])(r); console.log(p, f)' "$2" "$3" 2>/dev/null) || counts="0 1"
  # shellcheck disable=SC2086
  count "$1" $counts
}

if wants frontend; then
  cd "$root/frontend" || exit 1
  check "front end types" npm run --silent typecheck
  check "front end lint" npm run --silent lint
  report="$work/tests/vitest.json"
  rm -f "$report"
  npx vitest run --reporter=dot --reporter=json --outputFile="$report" >"$work/tests/vitest.log" 2>&1 || cat "$work/tests/vitest.log"
  add_json "front end" "$report" 'r => [r.numPassedTests, r.numFailedTests + (r.success || r.numFailedTests ? 0 : 1)]'
  cd "$root" || exit 1
fi

if wants e2e; then
  need chromium chromium "the end-to-end tests drive it"
  need_rtmp "the end-to-end tests send live streams to it"
  install_node_packages tests/e2e
  check "end to end types" npm --prefix tests/e2e run --silent typecheck
  (build_front_end && build_program Embedded) || { count "end to end" 0 1; }
  report="$work/tests/e2e.json"
  rm -f "$report"
  (cd "$root/tests/e2e" && PLAYWRIGHT_JSON_OUTPUT_NAME="$report" npx playwright test --reporter=line,json) >"$work/tests/e2e.log" 2>&1 || tail -n 150 "$work/tests/e2e.log"
  add_json "end to end" "$report" 'r => [r.stats.expected + r.stats.flaky, r.stats.unexpected + r.errors.length]'
fi

say "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
