/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready lookup: codes by name, and what papers a merchant must bring. */
#include "cli/cmd_lookup.h"

#include "report/documents.h"
#include "report/lookup.h"

#include <string.h>

enum { LIMIT_DEFAULT = 10, LIMIT_MAX = 1000, COLUMNS = 80, MCC_DIGITS = 4 };

typedef struct {
    const char *what;       /* branch mcc area model documents */
    const char *catalogues; /* folder, NULL = where imports are kept */
    GString *text;          /* what is looked for, words joined by blanks */
    gboolean json;
    guint64 limit;
} Options;

static gboolean
set_limit(gpointer user, const char *value)
{
    Options *options = user;

    return g_ascii_string_to_unsigned(value, 10, 1, LIMIT_MAX, &options->limit, NULL);
}

static const CommandOption option_table[] = {
    {"--format", "text json", command_set_json, offsetof(Options, json)},
    {"--limit", "1...1000", set_limit, 0},
    {"--catalogues", "DIR", command_set_text, offsetof(Options, catalogues)},
    {NULL, NULL, NULL, 0},
};

static void
take_word(Options *options, const char *word)
{
    if (options->what == NULL) {
        options->what = word;
        return;
    }
    if (options->text->len > 0)
        g_string_append_c(options->text, ' ');
    g_string_append(options->text, word);
}

static int
parse(const CommandContext *context, int argc, char **argv, Options *options)
{
    gboolean only_words = FALSE;

    for (int at = 1; at < argc; at++) {
        const char *problem = NULL;
        const char *word = argv[at];
        if (only_words || word[0] != '-')
            take_word(options, word);
        else if (g_str_equal(word, "--"))
            only_words = TRUE;
        else if (!command_take_option(option_table, options, argv, &at, &problem))
            return command_usage_error(context, "usage.unknown_option", word);
        if (problem != NULL)
            return command_value_error(context, word, problem);
    }
    if (options->what == NULL || options->text->len == 0 ||
        !g_utf8_validate(options->text->str, -1, NULL))
        return command_usage_error(context, "usage.lookup", NULL);
    return EXIT_GOOD;
}

static int
nothing(const CommandContext *context, const char *text)
{
    command_usage_error(context, "lookup.nothing", text);
    return EXIT_FOUND;
}

static int
find_rows(const CommandContext *context, const Options *options, const ReportContext *report)
{
    CatalogueSearch what = CATALOGUE_SEARCH_BRANCH;
    g_autoptr(GString) out = g_string_new(NULL);

    if (!catalogue_search_find(options->what, &what))
        return command_usage_error(context, "usage.lookup", NULL);
    g_autoptr(GArray) hits =
        catalogue_search(report->catalogue, what, options->text->str, (guint)options->limit);
    if (options->json)
        lookup_append_json(out, hits, options->what, options->text->str, report);
    else
        lookup_append_text(out, hits, report);
    if (hits->len == 0 && !options->json)
        return nothing(context, options->text->str);
    command_print(out->str);
    return hits->len > 0 ? EXIT_GOOD : EXIT_FOUND;
}

/* One word of "household 5812": the kind of merchant or its MCC. FALSE when it is neither. */
static gboolean
take_question(const char *word, const Catalogue *catalogue, DocumentsQuestion *question, int *kind)
{
    int found = field_word_find(&field_specs[FIELD_MERCHANT_MERCHANT_KIND], word, strlen(word));
    gboolean code = strlen(word) == MCC_DIGITS && strspn(word, "0123456789") == MCC_DIGITS;

    if (code)
        question->mcc = catalogue_mcc(catalogue, word);
    else if (found >= 0)
        *kind = found;
    return code ? question->mcc != NULL : found >= 0;
}

static int
list_documents(const CommandContext *context, const Options *options, const ReportContext *report)
{
    DocumentsQuestion question = {0};
    int kind = -1;
    g_autoptr(GString) out = g_string_new(NULL);
    g_auto(GStrv) words = g_strsplit(options->text->str, " ", -1);

    for (char **word = words; *word != NULL; word++) {
        if (**word != '\0' && !take_question(*word, report->catalogue, &question, &kind))
            return nothing(context, *word);
    }
    if (kind < 0)
        return command_usage_error(context, "usage.documents", NULL);
    question.kind = (MerchantKind)kind;
    if (options->json)
        documents_append_json(out, &question, report);
    else
        documents_append_text(out, &question, report);
    command_print(out->str);
    return EXIT_GOOD;
}

int
cmd_lookup_run(const CommandContext *context, int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    Options options = {.text = text, .limit = LIMIT_DEFAULT};
    int usage = parse(context, argc, argv, &options);

    if (usage != EXIT_GOOD)
        return usage;
    g_autoptr(Catalogue) catalogue = command_load_catalogue(options.catalogues, &error);
    if (catalogue == NULL)
        return command_fail(context, error);
    ReportContext report = {.texts = context->texts,
                            .catalogue = catalogue,
                            .language = context->language,
                            .columns = COLUMNS};
    if (g_strcmp0(options.what, "documents") == 0)
        return list_documents(context, &options, &report);
    return find_rows(context, &options, &report);
}
