/* SPDX-License-Identifier: Apache-2.0 */
#include "report/assessment_json.h"
#include "report/report.h"

void
report_ndjson_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    assessment_json_append(out, assessment, context);
    g_string_append_c(out, '\n');
}
