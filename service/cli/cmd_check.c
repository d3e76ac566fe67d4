/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready check: files in, a report out. Options and output only; flow/check does the work. */
#include "cli/cmd_check.h"

#include "cli/progress.h"
#include "flow/check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { THREADS_MAX = 64, COLUMNS = 80 };

#ifndef SWIPEREADY_VERSION
#define SWIPEREADY_VERSION "0"
#endif

typedef struct {
    CheckOptions check;
    const char *rulepack;   /* file, NULL = the built-in pack */
    const char *catalogues; /* folder, NULL = where imports are kept */
    gboolean staged;        /* --stage was given */
    GPtrArray *files;       /* char *, borrowed */
} Options;

static gboolean
set_format(gpointer user, const char *value)
{
    Options *options = user;
    static const char *const names[] = {"text", "json", "ndjson"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_str_equal(value, names[i])) {
            options->check.format = (CheckFormat)i;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
set_stage(gpointer user, const char *value)
{
    Options *options = user;

    options->staged = TRUE;
    return stage_from_name(value, &options->check.report.stage);
}

static gboolean
set_audience(gpointer user, const char *value)
{
    Options *options = user;

    options->check.report.risk_audience = g_str_equal(value, "risk");
    return options->check.report.risk_audience || g_str_equal(value, "sales");
}

static const CommandOption option_table[] = {
    {"--format", "text json ndjson", set_format, 0},
    {"--stage", "submit approve contract provision ready", set_stage, 0},
    {"--audience", "sales risk", set_audience, 0},
    {"--rulepack", "FILE", command_set_text, offsetof(Options, rulepack)},
    {"--facts", "FILE", command_set_text, offsetof(Options, check.facts)},
    {"--catalogues", "DIR", command_set_text, offsetof(Options, catalogues)},
    {"--today", "YYYY-MM-DD", command_set_day, offsetof(Options, check.report.today)},
    {NULL, NULL, NULL, 0},
};

static int
parse_arguments(const CommandContext *context, int argc, char **argv, Options *options)
{
    gboolean only_files = FALSE;

    for (int at = 1; at < argc; at++) {
        const char *problem = NULL;
        int option_at = at;
        if (!only_files && g_str_equal(argv[at], "--")) {
            only_files = TRUE;
        } else if (only_files || argv[at][0] != '-' || argv[at][1] == '\0') {
            g_ptr_array_add(options->files, argv[at]);
        } else if (!command_take_option(option_table, options, argv, &at, &problem)) {
            return command_usage_error(context, "usage.unknown_option", argv[at]);
        }
        if (problem != NULL)
            return command_value_error(context, argv[option_at], problem);
    }
    if (options->files->len == 0)
        return command_usage_error(context, "usage.no_file", NULL);
    return EXIT_GOOD;
}

/* Where the batch's output goes. */
typedef struct {
    Progress *progress;
    gboolean failed;
} Output;

static gboolean
write_output(gpointer user, const char *bytes, gsize length)
{
    Output *output = user;

    progress_hide(output->progress);
    output->failed = output->failed || fwrite(bytes, 1, length, stdout) != length;
    return !output->failed;
}

static void
complain(gpointer user, const char *lines)
{
    Output *output = user;

    progress_hide(output->progress);
    fflush(stdout);
    fputs(lines, stderr);
}

static void
show_progress(gpointer user, guint64 done, guint64 total, guint applications)
{
    Output *output = user;

    progress_show(output->progress, done, total, applications);
}

static int
exit_code(const Summary *summary)
{
    if (summary->input_errors > 0)
        return EXIT_UNREADABLE;
    return summary->by_verdict[VERDICT_BLOCKED] > 0 ? EXIT_FOUND : EXIT_GOOD;
}

static int
run_check(const CommandContext *context, const Options *options)
{
    Output output = {0};
    CheckOutput check_output = {write_output, complain, show_progress, &output, NULL};
    Summary summary;
    g_autoptr(GError) error = NULL;
    g_autoptr(Progress) progress = progress_new(context->texts, context->language);

    output.progress = progress;
    summary_init(&summary);
    gboolean ran = check_run(&options->check, &check_output, &summary, &error);
    progress_hide(progress);
    fflush(stdout);
    int code = ran ? exit_code(&summary) : command_fail(context, error);
    summary_clear(&summary);
    return code;
}

static void
set_defaults(const CommandContext *context, Options *options)
{
    ReportContext *report = &options->check.report;

    options->check.threads = MIN(g_get_num_processors(), THREADS_MAX);
    report->texts = context->texts;
    report->language = context->language;
    report->columns = COLUMNS;
    report->colour = isatty(STDOUT_FILENO) && g_getenv("NO_COLOR") == NULL;
    report->today = civil_today();
    report->stage = STAGE_APPROVE;
    report->version = SWIPEREADY_VERSION;
}

int
cmd_check_run(const CommandContext *context, int argc, char **argv)
{
    Options options = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = g_ptr_array_new();

    options.files = files;
    set_defaults(context, &options);
    int usage = parse_arguments(context, argc, argv, &options);
    if (usage != EXIT_GOOD)
        return usage;
    /* who brings facts wants to know whether a card will work (design 4.1) */
    if (options.check.facts != NULL && !options.staged)
        options.check.report.stage = STAGE_READY;
    g_autoptr(RulePack) pack = command_load_pack(options.rulepack, &error);
    if (pack == NULL)
        return command_fail(context, error);
    g_autoptr(Catalogue) catalogue = command_load_catalogue(options.catalogues, &error);
    if (catalogue == NULL)
        return command_fail(context, error);
    options.check.files = (const char *const *)files->pdata;
    options.check.file_count = files->len;
    options.check.pack = options.check.report.pack = pack;
    options.check.catalogue = options.check.report.catalogue = catalogue;
    return run_check(context, &options);
}
