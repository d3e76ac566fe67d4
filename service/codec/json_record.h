/* SPDX-License-Identifier: Apache-2.0 */
/* A record of JSON input: where it stands, and how big it may be. */
#pragma once

#include "codec/read_errors.h"

enum { JSON_RECORD_BYTES_MAX = 1024 * 1024, JSON_RECORD_DEPTH_MAX = 64 };

/* Where a record stands in the input. */
typedef struct {
    const char *file; /* borrowed; must outlive what is read */
    guint32 line;     /* 1-based line of its first byte */
} RecordPlace;
