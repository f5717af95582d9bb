#!/usr/bin/env bash
# Builds the program and the benchmarks in Release, measures, and prints a table. See bench/README.md.
# Usage: bench/run.sh [--smoke] [--huge] [--rounds N] [BENCHMARK ...]   (all of them; see bench/README.md)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

need_dotnet
need ffmpeg ffmpeg "it makes the films and transcodes them"
need setpriv util-linux "it stops ffmpeg when the server dies"
need taskset util-linux "it gives a server a core of its own"
need curl curl "it sends the uploads"
need chromium chromium "it watches live streams"
need_rtmp "it takes live streams, ours and those of the other side"
need_node
build_front_end
install_node_packages tests/e2e
build_program Embedded
say "Building the benchmarks..."
dotnet build "$root/bench/Bench.csproj" -c Release --nologo -v quiet -clp:ErrorsOnly >"$work/bench.log" 2>&1 || {
  cat "$work/bench.log" >&2
  fail "The benchmarks could not be built."
}
exec dotnet "$root/bench/bin/Embedded/Release/net10.0/ContentPages.Bench.dll" "$@"
