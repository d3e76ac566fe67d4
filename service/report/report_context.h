/* SPDX-License-Identifier: Apache-2.0 */
/* What every form of the report needs to know about its reader and its sources. All borrowed. */
#pragma once

#include "model/catalogue.h"
#include "report/assessment.h"

typedef struct {
    const Texts *texts;
    const RulePack *pack;
    const Catalogue *catalogue;
    Language language;
    gboolean colour; /* escape sequences allowed */
    guint columns;   /* of the terminal, for text */
    CivilDay today;
    Stage stage;
    gboolean risk_audience; /* FALSE: findings of the screening layer are not told (design 2.2) */
    const char *version;    /* of the program */
} ReportContext;

/* TRUE when the reader may see the finding. */
gboolean report_context_shows(const ReportContext *context, const Finding *finding);

/* The sentence of a key in the reader's language. */
const char *report_context_text(const ReportContext *context, const char *key);

/* Who must act on a finding: the actor of its first remedy, "sales" when there is none. */
const char *report_context_actor(const Finding *finding);
