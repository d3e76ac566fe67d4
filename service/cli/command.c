/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include "base/civil.h"
#include "base/fault.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "flow/catalogue_store.h"
#include "report/fill.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

gboolean
command_language(const char *name, Language *language)
{
    gboolean zh = g_str_has_prefix(name, "zh"), en = g_str_has_prefix(name, "en");
    gboolean whole = strlen(name) == 2 || name[2] == '-' || name[2] == '_' || name[2] == '.';

    if ((!zh && !en) || !whole)
        return FALSE;
    *language = zh ? LANGUAGE_ZH : LANGUAGE_EN;
    return TRUE;
}

static int
print_usage_error(const CommandContext *context, const char *key, const char *a, const char *b)
{
    g_autoptr(GString) line = g_string_new("swipeready: ");

    fill_arguments(line, texts_get(context->texts, key, context->language), a, b);
    fprintf(stderr, "%s\n%s\n", line->str,
            texts_get(context->texts, "usage.see_help", context->language));
    return EXIT_UNREADABLE;
}

int
command_usage_error(const CommandContext *context, const char *key, const char *argument)
{
    return print_usage_error(context, key, argument, NULL);
}

int
command_value_error(const CommandContext *context, const char *option, const char *allowed)
{
    return print_usage_error(context, "usage.bad_value", option, allowed);
}

int
command_fail(const CommandContext *context, const GError *error)
{
    (void)context;
    fprintf(stderr, "swipeready: %s\n", error->message);
    return error->domain == FAULT ? fault_exit_code((Fault)error->code) : EXIT_OURS;
}

const char *
command_option(int argc, char **argv, int *at, const char *name)
{
    gsize length = strlen(name);

    if (strncmp(argv[*at], name, length) != 0)
        return NULL;
    if (argv[*at][length] == '=')
        return argv[*at] + length + 1;
    if (argv[*at][length] != '\0')
        return NULL;
    if (*at + 1 >= argc)
        return "";
    (*at)++;
    return argv[*at];
}

gboolean
command_set_text(gpointer target, const char *value)
{
    *(const char **)target = value;
    return value[0] != '\0';
}

gboolean
command_set_day(gpointer target, const char *value)
{
    return civil_parse(value, strlen(value), target);
}

gboolean
command_set_json(gpointer target, const char *value)
{
    gboolean json = g_str_equal(value, "json");

    *(gboolean *)target = json;
    return json || g_str_equal(value, "text");
}

gboolean
command_take_option(const CommandOption *table, gpointer options, char **argv, int *at,
                    const char **problem)
{
    int argc = (int)g_strv_length(argv);

    for (const CommandOption *option = table; option->name != NULL; option++) {
        const char *value = command_option(argc, argv, at, option->name);
        if (value == NULL)
            continue;
        if (!option->set((char *)options + option->target, value))
            *problem = option->allowed;
        return TRUE;
    }
    return FALSE;
}

RulePack *
command_load_pack(const char *file, GError **error)
{
    g_autoptr(GBytes) bytes =
        file != NULL ? resource_file(file, error) : resource_builtin("rulepack.json", error);

    return bytes != NULL ? pack_from_json(bytes, file, error) : NULL;
}

Catalogue *
command_load_catalogue(const char *folder, GError **error)
{
    return catalogue_store_load(folder, error);
}

int
command_end(const CommandContext *context, int code)
{
    struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
    gboolean flushed = fflush(stdout) == 0;

    if (flushed && !ferror(stdout))
        return code;
    if (poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0)
        return code;
    fprintf(stderr, "swipeready: %s\n",
            texts_get(context->texts, "fail.output", context->language));
    return EXIT_OURS;
}

void
command_print(const char *text)
{
    fputs(text, stdout);
    fflush(stdout);
}
