/* SPDX-License-Identifier: Apache-2.0 */
/* What every command of the tool shares: language, built-in data, errors on standard error. */
#pragma once

#include "model/catalogue.h"
#include "model/pack.h"
#include "model/texts.h"

enum { EXIT_GOOD = 0, EXIT_FOUND = 1, EXIT_UNREADABLE = 2, EXIT_OURS = 3 };

typedef struct {
    Language language;
    Texts *texts;
} CommandContext;

/* argv[0] is the command's name. Returns the exit code. */
typedef int (*CommandFunction)(const CommandContext *context, int argc, char **argv);

/* The language of --lang ("zh", "en", also zh-CN, en-US); FALSE for any other. */
gboolean command_language(const char *name, Language *language);

/* Prints a text of the table with {a} filled in to standard error and returns EXIT_UNREADABLE: the
 * caller of the program must act. `argument` may be NULL. */
int command_usage_error(const CommandContext *context, const char *key, const char *argument);

/* As command_usage_error, with {b} filled in as well: what would be right. */
int command_value_error(const CommandContext *context, const char *option, const char *allowed);

/* Prints an error of ours and returns its exit code. */
int command_fail(const CommandContext *context, const GError *error);

/* The value of an option: `--name VALUE` at argv[*at] (moves on) or `--name=VALUE`. NULL when
 * argv[*at] is not it. An option without its value gives "". */
const char *command_option(int argc, char **argv, int *at, const char *name);

/* One option of a command, in a table that ends with a row without a name. */
typedef struct {
    const char *name;    /* "--stage" */
    const char *allowed; /* for the message about a wrong value */
    gboolean (*set)(gpointer target, const char *value);
    gsize target; /* where in the command's options; 0 = all of them */
} CommandOption;

/* For tables: sets a text that is not empty (const char *, borrowed), a day (CivilDay), whether the
 * form is JSON (gboolean). FALSE when the value is none. */
gboolean command_set_text(gpointer target, const char *value);
gboolean command_set_day(gpointer target, const char *value);
gboolean command_set_json(gpointer target, const char *value);

/* Takes the option at argv[*at], as command_option does; argv ends with NULL. Sets `problem` to
 * what is allowed when its value is wrong. FALSE when the table has no such option. */
gboolean command_take_option(const CommandOption *table, gpointer options, char **argv, int *at,
                             const char **problem);

/* The built-in rule pack or the file that replaces it; NULL with an error. */
RulePack *command_load_pack(const char *file, GError **error);

/* The built-in catalogues and the imported ones that replace them. `folder` is the value of
 * --catalogues, NULL when it was not given. NULL with an error. */
Catalogue *command_load_catalogue(const char *folder, GError **error);

/* The exit code of a command that ends with `code`: EXIT_OURS with a message when not all output
 * could be written. A reader that has gone away (a closed pipe) ends the program quietly. */
int command_end(const CommandContext *context, int code);

/* Writes a text to standard output; a reader that has gone away is no error. */
void command_print(const char *text);
