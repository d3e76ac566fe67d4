/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready catalogue: takes reference data in and shows what is used. */
#include "cli/cmd_catalogue.h"

#include "base/fault.h"
#include "flow/catalogue_store.h"
#include "report/catalogue_list.h"

#include <stdio.h>

typedef struct {
    const char *folder; /* --dir, NULL = the usual one */
    gboolean json;
    GPtrArray *files; /* borrowed names */
} Options;

static const CommandOption option_table[] = {
    {"--dir", "DIR", command_set_text, offsetof(Options, folder)},
    {"--format", "text json", command_set_json, offsetof(Options, json)},
    {NULL, NULL, NULL, 0},
};

/* Reads argv from `at` on. EXIT_GOOD, or the exit code after a message. */
static int
parse(const CommandContext *context, int argc, char **argv, Options *options)
{
    gboolean only_files = FALSE;

    for (int at = 2; at < argc; at++) {
        const char *problem = NULL;
        const char *word = argv[at];
        if (only_files || word[0] != '-')
            g_ptr_array_add(options->files, argv[at]);
        else if (g_str_equal(word, "--"))
            only_files = TRUE;
        else if (!command_take_option(option_table, options, argv, &at, &problem))
            return command_usage_error(context, "usage.unknown_option", word);
        if (problem != NULL)
            return command_value_error(context, word, problem);
    }
    return EXIT_GOOD;
}

static int
refuse(const CommandContext *context, const char *file, const CatalogueFile *head,
       const GError *error)
{
    gboolean empty = head->name != NULL && head->rows == 0;
    const char *why =
        empty ? texts_get(context->texts, "catalogue.no_rows", context->language) : error->message;
    g_autoptr(GString) out = g_string_new(NULL);

    catalogue_list_append_refused(out, file, why, context->texts, context->language);
    fputs(out->str, stderr);
    return error->domain == FAULT ? fault_exit_code((Fault)error->code) : EXIT_OURS;
}

static int
import_file(const CommandContext *context, const char *folder, const char *file)
{
    CatalogueFile imported = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(Catalogue) catalogue = catalogue_new();

    if (!catalogue_store_import(folder, file, catalogue, &imported, &error))
        return refuse(context, file, &imported, error);
    catalogue_list_append_imported(out, &imported, context->texts, context->language);
    command_print(out->str);
    return EXIT_GOOD;
}

/* Each file for itself: one that is refused does not keep the others out. */
static int
import_all(const CommandContext *context, const Options *options)
{
    g_autofree char *folder = catalogue_store_folder(options->folder);
    int worst = EXIT_GOOD;

    if (options->files->len == 0)
        return command_usage_error(context, "usage.no_catalogue", NULL);
    for (guint i = 0; i < options->files->len; i++) {
        int code = import_file(context, folder, g_ptr_array_index(options->files, i));
        worst = MAX(worst, code);
    }
    return worst;
}

static int
list_all(const CommandContext *context, const Options *options)
{
    g_autofree char *folder = catalogue_store_folder(options->folder);
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);

    if (options->files->len > 0)
        return command_usage_error(context, "usage.no_arguments",
                                   g_ptr_array_index(options->files, 0));
    g_autoptr(Catalogue) catalogue = catalogue_store_load(options->folder, &error);
    if (catalogue == NULL)
        return command_fail(context, error);
    if (options->json)
        catalogue_list_append_json(out, catalogue, folder);
    else
        catalogue_list_append_text(out, catalogue, folder, context->texts, context->language);
    command_print(out->str);
    return EXIT_GOOD;
}

int
cmd_catalogue_run(const CommandContext *context, int argc, char **argv)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    Options options = {.files = files};
    const char *action = argc > 1 ? argv[1] : "";
    gboolean imports = g_str_equal(action, "import");

    if (!imports && !g_str_equal(action, "list"))
        return command_usage_error(context, "usage.catalogue", NULL);
    int usage = parse(context, argc, argv, &options);
    if (usage != EXIT_GOOD)
        return usage;
    return imports ? import_all(context, &options) : list_all(context, &options);
}
