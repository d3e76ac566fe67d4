/* SPDX-License-Identifier: Apache-2.0 */
/* What a search of the catalogues has found, as text and JSON. */
#pragma once

#include "model/catalogue_search.h"
#include "report/report_context.h"

/* One entry a hit (CatalogueHit): code, names, and what matters about it. */
void lookup_append_text(GString *out, const GArray *hits, const ReportContext *context);

/* {"what", "query", "results": [{"code", "zh-CN", "en", ...}]} */
void lookup_append_json(GString *out, const GArray *hits, const char *what, const char *query,
                        const ReportContext *context);
