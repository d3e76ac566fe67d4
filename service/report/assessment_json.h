/* SPDX-License-Identifier: Apache-2.0 */
/* A judged application as a JSON object. */
#pragma once

#include "report/report_context.h"

/* Appends {"external_ref","verdict","layers","findings"} (design 4.1) as the reader of `context`
 * may see it; one line, no line end. */
void assessment_json_append(GString *out, const Assessment *assessment,
                            const ReportContext *context);
