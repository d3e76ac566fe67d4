/* SPDX-License-Identifier: Apache-2.0 */
/* A finding as the JSON object of design 2.2. */
#pragma once

#include "report/report_context.h"

/* Appends the object of finding `index` of the assessment; the cause it names is one that the
 * reader may see. */
void finding_json_append(GString *out, guint index, const Assessment *assessment,
                         const ReportContext *context);

/* Appends {"zh-CN": ..., "en": ...}. */
void finding_json_localized(GString *out, const Localized *localized);
