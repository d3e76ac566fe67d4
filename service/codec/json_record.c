/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_record.h"

#include "codec/json_reading.h"

void
json_record_free(JsonRecord *record)
{
    (void)record;
}
