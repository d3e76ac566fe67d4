/* SPDX-License-Identifier: Apache-2.0 */
/* How much speaks for each way of each mistake: the codes, the patterns, the open findings. Made
 * for rules/diagnose, which turns it into an answer. */
#pragma once

#include "rules/diagnose.h"

/* What is gathered on one forecast, that is on one way of one mistake. */
typedef struct {
    const Forecast *forecast;
    guint from_codes; /* summed over the codes that were seen */
    guint score;
    guint place; /* the foremost in the lists of the codes that name it */
    gboolean brought_up, ruled_out;
    GArray *reasons; /* DiagnoseReason */
} Slot;

typedef struct {
    const DiagnoseInput *input;
    guint8 told[SIGN_COUNT];
    guint code_count;
    Slot *slots; /* one a forecast of the pack */
    guint slot_count;
    guint ask;
} Work;

/* Prepares the work on an input, borrowed; weigh_clear releases it. */
void weigh_init(Work *work, const DiagnoseInput *input);
void weigh_clear(Work *work);

/* Fills the slots. */
void weigh_run(Work *work);

/* The mistakes that a code names: by the acquirer's own meaning, else by the table of response
 * codes, else as a reject code. Borrowed; may be empty. */
char *const *weigh_mistakes_of(const Work *work, const char *code);

/* Counts conditions and those that were told; FALSE when one is contradicted. */
gboolean weigh_agrees(const Work *work, const SignSet *set, guint *conditions, guint *met);

/* The acquirer's own meaning of a code, NULL when there is none. */
const DeclineOverride *weigh_override_of(const Work *work, const char *code);
