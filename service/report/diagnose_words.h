/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of a diagnosis, the same in text and JSON. */
#pragma once

#include "report/report_context.h"
#include "rules/diagnose.h"

/* What a report of a diagnosis is made from; all borrowed. */
typedef struct {
    const Diagnosis *diagnosis;
    const Observation *seen;
    const ReportContext *context;
    const DiagnosisTable *table;
} DiagnoseReport;

/* What the codes mean, at the acquirer that was told. FALSE, and nothing appended, when none of
 * them is known. */
gboolean diagnose_words_meaning(GString *out, const DiagnoseReport *report, Language language);

/* The acquirers whose own codes are known, each with its other names: "host-b (name, name)". */
void diagnose_words_acquirers(GString *out, const Catalogue *catalogue,
                              const DiagnosisTable *table);

/* The answer in one or two sentences. */
void diagnose_words_message(GString *out, const DiagnoseReport *report, Language language);

/* An option with those of its words that are among `allowed` (bits): "--entry chip|stripe". */
void diagnose_words_option(GString *out, Sign sign, guint8 allowed);

/* Why a mistake is suspected; what nobody has told is said to be assumed. */
void diagnose_words_reason(GString *out, const DiagnoseReason *reason, const ReportContext *context,
                           Language language);

/* What to look at first: of the patterns that point to the mistake, each once; else how the mistake
 * is caught at set-up. A list of const Localized, borrowed; unref it. */
GPtrArray *diagnose_words_checks(const Suspect *suspect);
