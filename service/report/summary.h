/* SPDX-License-Identifier: Apache-2.0 */
/* What a whole batch looks like: how many, by cause and by actor. */
#pragma once

#include "model/input_error.h"
#include "report/report_context.h"

typedef struct {
    guint applications, by_verdict[VERDICT_COUNT], by_severity[SEVERITY_COUNT], input_errors;
    guint open;         /* how many of the clear ones have layers that wait for answers */
    GHashTable *causes; /* code -> SummaryCause */
    GHashTable *actors; /* actor -> count */
} Summary;

/* Findings of one code. Consequences of other findings are not counted: the cause is. by_severity
 * counts all. */
typedef struct {
    const RuleEntry *rule; /* the first rule of the code, by id */
    guint findings, applications;
    Severity severity; /* the worst of its rules that fired */
} SummaryCause;

/* Findings that an actor must see to, as SummaryCause counts them; mere information is nobody's
 * task. */
typedef struct {
    const char *actor; /* borrowed from the pack */
    guint findings;
} SummaryActor;

void summary_init(Summary *summary);
void summary_clear(Summary *summary);

/* Takes an application in, as the reader of `context` may see it. */
void summary_add(Summary *summary, const Assessment *assessment, const ReportContext *context);
void summary_add_input_error(Summary *summary);

/* Takes another summary in; the order of merging does not matter. */
void summary_merge(Summary *summary, const Summary *other);

/* Causes (const SummaryCause, borrowed) at least as severe, worst first, then most frequent, then
 * by code. */
GPtrArray *summary_causes(const Summary *summary, Severity least);

/* Actors (SummaryActor), busiest first, then by name. */
GArray *summary_actors(const Summary *summary);
