/* SPDX-License-Identifier: Apache-2.0 */
/* Strict JSON to facts: only what the fact table names, in the types it names. */
#pragma once

#include "codec/json_record.h"
#include "model/facts.h"

/* A thousand terminals with all that may be said of each. */
enum { FACTS_BYTES_MAX = 4 * 1024 * 1024 };

/* Reads the facts about one application, an object of at most FACTS_BYTES_MAX bytes, into
 * `facts` (initialised). Its texts live in the arena of `errors`. FALSE when nothing could be read
 * of it. Each fault of the input is added to `errors`; a value that cannot be used is
 * FACT_UNUSABLE. */
gboolean facts_from_json(const char *bytes, gsize length, const RecordPlace *place, Facts *facts,
                         ReadErrors *errors);
