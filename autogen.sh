#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes configure. Needs autoconf, automake and pkg-config.
set -e
cd "$(dirname "$0")"
exec autoreconf --install --warnings=all,no-obsolete "$@"
