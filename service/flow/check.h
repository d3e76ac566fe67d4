/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a batch of applications offline: read, index, judge, write, in input order, on all cores.
 */
#pragma once

#include "report/report.h"

/* CHECK_HANDED: no report; each judged application is handed to the output. */
typedef enum { CHECK_TEXT, CHECK_JSON, CHECK_NDJSON, CHECK_HANDED } CheckFormat;

typedef struct {
    CheckFormat format;
    guint threads;            /* at least 1 */
    const char *const *files; /* "-" is standard input */
    guint file_count;
    const char *facts; /* a file of facts, NULL = nobody was asked */
    const RulePack *pack;
    const Catalogue *catalogue;
    ReportContext report; /* language, stage, today ... */
} CheckOptions;

/* Where results go. Calls come one at a time, in input order, from any thread. `write` returns
 * FALSE when the reader has gone away: then the batch ends quietly. */
typedef struct {
    gboolean (*write)(gpointer user, const char *bytes, gsize length);
    void (*complain)(gpointer user, const char *line);
    void (*progress)(gpointer user, guint64 done, guint64 total, guint applications);
    gpointer user;
    /* Of CHECK_HANDED, NULL else. The assessment is gone when it returns. With one thread it is
     * called in input order by the thread of check_run, with more by any. */
    void (*judged)(gpointer user, const Assessment *assessment);
} CheckOutput;

/* Checks the files. Fills `summary` (initialised). FALSE only when the rules and the pack do not
 * fit. */
gboolean check_run(const CheckOptions *options, const CheckOutput *output, Summary *summary,
                   GError **error);
