/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready diagnose: from a live decline to the set-up mistakes that give it. Options and output
 * only; rules/diagnose does the work. */
#include "cli/cmd_diagnose.h"

#include "codec/diagnosis_json.h"
#include "flow/evidence.h"
#include "report/diagnose_json.h"
#include "report/diagnose_text.h"
#include "report/fill.h"
#include "report/layout.h"

#include <stdio.h>
#include <string.h>

enum { CODES_MAX = 8, CODE_LENGTH_MAX = 8, CAUSES_SHOWN = 5, COLUMNS = 80 };

typedef struct {
    Observation seen;
    GPtrArray *codes;        /* char *, owned; NULL-terminated once parsed */
    const char *rulepack;    /* file, NULL = the built-in pack */
    const char *application; /* file, NULL = none was given */
    const char *facts;       /* file, NULL = nobody was asked */
    const char *catalogues;  /* folder, NULL = where imports are kept */
    CivilDay today;
    gboolean json, all;
} Options;

/* Codes are compared in capitals; people type a0. */
static gboolean
add_code(Options *options, const char *code)
{
    gsize length = strlen(code);
    gboolean none = g_ascii_strcasecmp(code, DIAGNOSIS_NO_CODE) == 0;
    g_autofree char *taken = none ? g_strdup(DIAGNOSIS_NO_CODE) : g_ascii_strup(code, -1);

    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalnum(code[i]))
            return FALSE;
    }
    if (length == 0 || length > CODE_LENGTH_MAX)
        return FALSE;
    if (!g_ptr_array_find_with_equal_func(options->codes, taken, g_str_equal, NULL))
        g_ptr_array_add(options->codes, g_steal_pointer(&taken));
    return options->codes->len <= CODES_MAX;
}

static gboolean
set_codes(gpointer user, const char *value)
{
    Options *options = user;

    g_auto(GStrv) codes = g_strsplit(value, ",", -1);

    for (char **code = codes; *code != NULL; code++) {
        if (!add_code(options, *code))
            return FALSE;
    }
    return options->codes->len > 0;
}

static const CommandOption option_table[] = {
    {"--code", "A0 55,99 none", set_codes, 0},
    {"--acquirer", "NAME", command_set_text, offsetof(Options, seen.acquirer)},
    {"--format", "text json", command_set_json, offsetof(Options, json)},
    {"--rulepack", "FILE", command_set_text, offsetof(Options, rulepack)},
    {"--application", "FILE", command_set_text, offsetof(Options, application)},
    {"--today", "YYYY-MM-DD", command_set_day, offsetof(Options, today)},
    {"--facts", "FILE", command_set_text, offsetof(Options, facts)},
    {"--catalogues", "DIR", command_set_text, offsetof(Options, catalogues)},
    {NULL, NULL, NULL, 0},
};

/* --sign-on ok and the like. FALSE when argv[*at] is none of them. */
static gboolean
take_sign(Options *options, int argc, char **argv, int *at, const char **problem)
{
    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        const char *value = command_option(argc, argv, at, diagnosis_sign_option((Sign)sign));
        if (value == NULL)
            continue;
        options->seen.told[sign] = diagnosis_sign_bit((Sign)sign, value);
        if (options->seen.told[sign] == 0)
            *problem = diagnosis_sign_words((Sign)sign);
        return TRUE;
    }
    return FALSE;
}

/* Takes one option; sets `problem` to what is allowed when its value is wrong. FALSE when argv[*at]
 * is no option of ours. */
static gboolean
take_option(Options *options, int argc, char **argv, int *at, const char **problem)
{
    if (g_str_equal(argv[*at], "--all")) {
        options->all = TRUE;
        return TRUE;
    }
    return command_take_option(option_table, options, argv, at, problem) ||
           take_sign(options, argc, argv, at, problem);
}

static int
parse_arguments(const CommandContext *context, int argc, char **argv, Options *options)
{
    for (int at = 1; at < argc; at++) {
        const char *problem = NULL;
        int option_at = at;
        if (argv[at][0] != '-')
            return command_usage_error(context, "usage.no_arguments", argv[at]);
        if (!take_option(options, argc, argv, &at, &problem))
            return command_usage_error(context, "usage.unknown_option", argv[at]);
        if (problem != NULL)
            return command_value_error(context, argv[option_at], problem);
    }
    if (options->codes->len == 0)
        return command_usage_error(context, "usage.decline_code_needed", NULL);
    if (options->facts != NULL && options->application == NULL)
        return command_usage_error(context, "usage.application_needed", NULL);
    g_ptr_array_add(options->codes, NULL);
    options->seen.codes = (char **)options->codes->pdata;
    return EXIT_GOOD;
}

static void
print_diagnosis(const Options *options, const DiagnoseInput *input, const ReportContext *context)
{
    g_autoptr(Diagnosis) diagnosis = diagnose(input);
    g_autoptr(GString) out = g_string_new(NULL);
    DiagnoseReport report = {diagnosis, input->seen, context, input->table};

    if (options->json)
        diagnose_json_append(out, &report);
    else
        diagnose_text_append(out, &report, options->all ? 0 : CAUSES_SHOWN);
    command_print(out->str);
}

static void
complain(const char *lines)
{
    fputs(lines, stderr);
}

/* What is open on the application that was given; nothing where none was. */
static int
gather(const CommandContext *context, const Options *options, const ReportContext *report,
       Evidence *evidence)
{
    const char *files[] = {options->application};
    g_autoptr(GError) error = NULL;
    CheckOptions check = {.threads = 1,
                          .facts = options->facts,
                          .files = files,
                          .file_count = 1,
                          .pack = report->pack,
                          .catalogue = report->catalogue,
                          .report = *report};

    if (options->application == NULL)
        return EXIT_GOOD;
    if (!evidence_gather(evidence, &check, complain, &error))
        return command_fail(context, error);
    if (evidence->applications == 1)
        return EXIT_GOOD;
    if (evidence->applications == 0 && evidence->faults > 0)
        return EXIT_UNREADABLE; /* why is said */
    g_autofree char *count = g_strdup_printf("%u", evidence->applications);
    return command_usage_error(context, "usage.one_application", count);
}

static int
run_with(const CommandContext *context, const Options *options, const DiagnosisTable *table,
         const ReportContext *report)
{
    Evidence evidence;
    Observation seen = options->seen;
    DiagnoseInput input = {
        .pack = report->pack, .catalogue = report->catalogue, .table = table, .seen = &seen};

    if (seen.acquirer != NULL)
        seen.acquirer = diagnosis_acquirer(table, seen.acquirer);
    evidence_init(&evidence);
    int code = gather(context, options, report, &evidence);
    input.evidence = evidence.items;
    if (code == EXIT_GOOD)
        print_diagnosis(options, &input, report);
    if (evidence.faults > 0)
        code = MAX(code, EXIT_UNREADABLE);
    evidence_clear(&evidence);
    return code;
}

static int
run_diagnose(const CommandContext *context, const Options *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RulePack) pack = command_load_pack(options->rulepack, &error);
    if (pack == NULL)
        return command_fail(context, error);
    g_autoptr(Catalogue) catalogue = command_load_catalogue(options->catalogues, &error);
    if (catalogue == NULL)
        return command_fail(context, error);
    g_autoptr(DiagnosisTable) table = diagnosis_json_load(pack, &error);
    if (table == NULL)
        return command_fail(context, error);
    ReportContext report = {.texts = context->texts,
                            .pack = pack,
                            .catalogue = catalogue,
                            .language = context->language,
                            .columns = COLUMNS,
                            .today = options->today,
                            .stage = options->facts != NULL ? STAGE_READY : STAGE_APPROVE};
    return run_with(context, options, table, &report);
}

void
cmd_diagnose_help(const CommandContext *context)
{
    g_autoptr(RulePack) pack = command_load_pack(NULL, NULL);
    g_autoptr(Catalogue) catalogue = command_load_catalogue(NULL, NULL);
    g_autoptr(DiagnosisTable) table = pack != NULL ? diagnosis_json_load(pack, NULL) : NULL;
    g_autoptr(GString) names = g_string_new(NULL);
    g_autoptr(GString) line = g_string_new(NULL);
    g_autoptr(GString) out = g_string_new("\n");

    if (catalogue == NULL || table == NULL)
        return;
    diagnose_words_acquirers(names, catalogue, table);
    fill_arguments(line, texts_get(context->texts, "help.diagnose_acquirers", context->language),
                   names->str, NULL);
    layout_wrap(out, line->str, "", 0, COLUMNS);
    command_print(out->str);
}

int
cmd_diagnose_run(const CommandContext *context, int argc, char **argv)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(g_free);
    Options options = {.codes = codes, .today = civil_today()};
    int usage = parse_arguments(context, argc, argv, &options);

    return usage == EXIT_GOOD ? run_diagnose(context, &options) : usage;
}
