#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs each fuzz target for FUZZ_SECONDS on its seeds and on what earlier runs in this build found.
# Prints TAP, one result a target. An input that breaks a target is kept in fuzz-found/<name>-*.
#   TOP_SRCDIR=... FUZZ_SECONDS=5 run.sh TARGET...
set -u
seconds=${FUZZ_SECONDS:-5}
count=0
failed=0
# Two targets' worth of memory must fit beside a compiler; an input may take ten seconds under ASan.
limits="-max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1"

for target; do
    name=$(basename "$target")
    name=${name#fuzz-}
    seeds=$TOP_SRCDIR/tests/fuzz/corpus/$name
    count=$((count + 1))
    mkdir -p "fuzz-corpus/$name" fuzz-found
    # The first folder takes what is new; the seeds are only read.
    [ -d "$seeds" ] || seeds=
    if G_DEBUG=fatal-warnings "./$target" -max_total_time="$seconds" $limits \
        -artifact_prefix="fuzz-found/$name-" "fuzz-corpus/$name" ${seeds:+"$seeds"} \
        >"fuzz-corpus/$name.log" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "fuzz-corpus/$name.log")
        echo "ok $count - $name: $runs inputs in $seconds s"
    else
        failed=$((failed + 1))
        echo "not ok $count - $name"
        # What it is and which input, then where.
        grep -E 'ERROR|SUMMARY|runtime error|Test unit written|^Base64' "fuzz-corpus/$name.log" |
            cut -c1-300 | sed 's/^/# /'
        tail -n 40 "fuzz-corpus/$name.log" | cut -c1-300 | sed 's/^/# /'
    fi
done
echo "1..$count"
[ "$failed" -eq 0 ]
