/* SPDX-License-Identifier: Apache-2.0 */
/* What the reader of a report may see of an assessment: findings of the screening layer are for
 * risk staff and auditors only; all others see "in review" (design 2.2). */
#pragma once

#include "report/report_context.h"

/* The verdict by the findings that are shown; where some are left out, not better than warned. */
Verdict view_verdict(const Assessment *assessment, const ReportContext *context);

/* TRUE when a finding is left out. */
gboolean view_hides(const Assessment *assessment, const ReportContext *context);

/* A layer's result. Of a screening layer with findings that are left out, only that it is in
 * review. */
LayerResult view_layer(const Assessment *assessment, Layer layer, const ReportContext *context);

/* How many layers wait for an answer, or have one that is old: no fault seen is no yes there. */
guint view_open_layers(const Assessment *assessment, const ReportContext *context);

/* The index of the nearest shown finding that explains finding `index`, -1 when there is none. */
int view_cause(const Assessment *assessment, guint index, const ReportContext *context);

/* The index of the finding that explains finding `index` (last of the chain of causes) and is
 * itself shown as no mere information; -1 when there is none: then it is told for itself. */
int view_head(const Assessment *assessment, guint index, const ReportContext *context);

/* What a text report tells together: findings alike on several terminals are one, and a consequence
 * stands under its cause. Free with view_groups_clear. */
typedef struct {
    guint count; /* of findings */
    int *first;  /* by finding: index of the first one alike; -1 = not shown */
    int *under;  /* by first finding: the first finding it is a consequence of; -1 = told for itself
                  */
    guint *alike;                /* by first finding: how many there are */
    guint heads[SEVERITY_COUNT]; /* first findings that are told for themselves, by severity */
} ViewGroups;

void view_groups_init(ViewGroups *groups, const Assessment *assessment,
                      const ReportContext *context);
void view_groups_clear(ViewGroups *groups);
