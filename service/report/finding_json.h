/* SPDX-License-Identifier: Apache-2.0 */
/* A finding as the JSON object of design 2.2. */
#pragma once

#include "report/report_context.h"

/* Appends the object. `findings` is the list the finding stands in: its causes are named from there. */
void finding_json_append(GString *out, const Finding *finding, const Assessment *assessment,
                         const ReportContext *context);

/* Appends {"zh-CN": ..., "en": ...}. */
void finding_json_localized(GString *out, const Localized *localized);
