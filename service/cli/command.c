/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include "base/fault.h"
#include "codec/pack_json.h"
#include "codec/resource.h"

#include <stdio.h>
#include <string.h>

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

static void
print_filled(const char *text, const char *argument)
{
    const char *hole = strstr(text, "{a}");

    if (hole == NULL)
        fputs(text, stderr);
    else
        fprintf(stderr, "%.*s%s%s", (int)(hole - text), text, argument != NULL ? argument : "",
                hole + 3);
    fputc('\n', stderr);
}

int
command_usage_error(const CommandContext *context, const char *key, const char *argument)
{
    fputs("swipeready: ", stderr);
    print_filled(texts_get(context->texts, key, context->language), argument);
    fprintf(stderr, "%s\n", texts_get(context->texts, "usage.see_help", context->language));
    return EXIT_UNREADABLE;
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

RulePack *
command_load_pack(const char *file, GError **error)
{
    g_autoptr(GBytes) bytes =
        file != NULL ? resource_file(file, error) : resource_builtin("rulepack.json", error);

    return bytes != NULL ? pack_from_json(bytes, file, error) : NULL;
}

void
command_print(const char *text)
{
    fputs(text, stdout);
    fflush(stdout);
}
