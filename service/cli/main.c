/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready: the tool. Finds the command, its language and its texts; each command is a file of
 * its own. */
#include "cli/cmd_catalogue.h"
#include "cli/cmd_causes.h"
#include "cli/cmd_check.h"
#include "cli/cmd_diagnose.h"
#include "cli/cmd_explain.h"
#include "cli/cmd_id.h"
#include "cli/cmd_lookup.h"
#include "cli/cmd_rules.h"
#include "cli/cmd_schema.h"
#include "cli/cmd_template.h"
#include "codec/resource.h"
#include "codec/texts_json.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#ifndef SWIPEREADY_VERSION
#define SWIPEREADY_VERSION "0"
#endif

static const struct {
    const char *name;
    CommandFunction run;
    const char *help_key;
    void (*more_help)(const CommandContext *context); /* what help takes from data, or NULL */
} commands[] = {
    {"causes", cmd_causes_run, "help.causes", NULL},
    {"check", cmd_check_run, "help.check", NULL},
    {"diagnose", cmd_diagnose_run, "help.diagnose", cmd_diagnose_help},
    {"id", cmd_id_run, "help.id", NULL},
    {"explain", cmd_explain_run, "help.explain", NULL},
    {"rules", cmd_rules_run, "help.rules", NULL},
    {"schema", cmd_schema_run, "help.schema", NULL},
    {"template", cmd_template_run, "help.template", NULL},
    {"catalogue", cmd_catalogue_run, "help.catalogue", NULL},
    {"lookup", cmd_lookup_run, "help.lookup", NULL},
};

/* Chinese unless the locale says otherwise (design 3.1). */
static Language
language_of_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        if (value != NULL && value[0] != '\0')
            return g_str_has_prefix(value, "en") ? LANGUAGE_EN : LANGUAGE_ZH;
    }
    return LANGUAGE_ZH;
}

/* Takes --lang out of the arguments, wherever it stands. FALSE when its value is none of ours. */
static gboolean
take_language(int *argc, char **argv, Language *language)
{
    int kept = 1;
    gboolean known = TRUE, rest = FALSE;

    for (int i = 1; i < *argc; i++) {
        rest = rest || g_str_equal(argv[i], "--");
        const char *value = rest ? NULL : command_option(*argc, argv, &i, "--lang");
        if (value != NULL)
            known = command_language(value, language) && known;
        else
            argv[kept++] = argv[i];
    }
    *argc = kept;
    argv[kept] = NULL;
    return known;
}

static Texts *
load_texts(GError **error)
{
    g_autoptr(GBytes) bytes = resource_builtin("texts.json", error);

    return bytes != NULL ? texts_from_json(bytes, NULL, error) : NULL;
}

static gboolean
asks_for_help(int argc, char **argv)
{
    for (int i = 0; i < argc; i++) {
        if (g_str_equal(argv[i], "--"))
            return FALSE;
        if (g_str_equal(argv[i], "--help") || g_str_equal(argv[i], "-h"))
            return TRUE;
    }
    return FALSE;
}

static int
print_text(const CommandContext *context, const char *key)
{
    command_print(texts_get(context->texts, key, context->language));
    command_print("\n");
    return EXIT_GOOD;
}

static int
print_help(const CommandContext *context, const char *key,
           void (*more)(const CommandContext *context))
{
    print_text(context, key);
    if (more != NULL)
        more(context);
    return EXIT_GOOD;
}

static int
run_command(const CommandContext *context, int argc, char **argv)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (!g_str_equal(commands[i].name, argv[0]))
            continue;
        if (asks_for_help(argc - 1, argv + 1))
            return print_help(context, commands[i].help_key, commands[i].more_help);
        return command_end(context, commands[i].run(context, argc, argv));
    }
    return command_usage_error(context, "usage.unknown_command", argv[0]);
}

static int
run(const CommandContext *context, gboolean language_known, int argc, char **argv)
{
    if (!language_known)
        return command_usage_error(context, "usage.unknown_language", NULL);
    if (argc < 2) {
        fprintf(stderr, "%s\n", texts_get(context->texts, "help.main", context->language));
        return EXIT_UNREADABLE;
    }
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h") ||
        g_str_equal(argv[1], "help"))
        return print_text(context, "help.main");
    if (g_str_equal(argv[1], "--version")) {
        command_print("swipeready " SWIPEREADY_VERSION "\n");
        return EXIT_GOOD;
    }
    return run_command(context, argc - 1, argv + 1);
}

int
main(int argc, char **argv)
{
    CommandContext context = {.language = language_of_locale()};
    g_autoptr(GError) error = NULL;
    g_autoptr(Texts) texts = NULL;

    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    signal(SIGPIPE, SIG_IGN);
    texts = load_texts(&error);
    if (texts == NULL)
        return command_fail(&context, error);
    context.texts = texts;
    gboolean language_known = take_language(&argc, argv, &context.language);
    return run(&context, language_known, argc, argv);
}
