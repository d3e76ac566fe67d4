/* SPDX-License-Identifier: Apache-2.0 */
/* Strict JSON to facts: only what the fact table names, in the types it names. */
#pragma once

#include "codec/json_record.h"
#include "model/facts.h"

/* Reads the facts about one application, an object of at most JSON_RECORD_BYTES_MAX bytes, into
 * `facts` (initialised). Returns the record that owns its texts, or NULL when nothing could be read
 * of it. Each fault of the input is added to `errors`; a value that cannot be used is
 * FACT_UNUSABLE.
 */
JsonRecord *facts_from_json(const char *bytes, gsize length, const RecordPlace *place, Facts *facts,
                            ReadErrors *errors);
