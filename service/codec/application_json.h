/* SPDX-License-Identifier: Apache-2.0 */
/* Strict JSON to an application: only what the field table names, in the types it names. */
#pragma once

#include "codec/json_record.h"
#include "model/application.h"

/* Reads one application of at most JSON_RECORD_BYTES_MAX bytes. Its texts live in the arena of
 * `errors`. FALSE when nothing could be read of it (not JSON, not an object, too deep). Each fault
 * of the input, also of a single field, is added to `errors`; a field that cannot be represented is
 * REFUSED in `app`, which must be initialised. */
gboolean application_from_json(const char *bytes, gsize length, const RecordPlace *place,
                               Application *app, ReadErrors *errors);
