/* SPDX-License-Identifier: Apache-2.0 */
/* swipeready id: form and check digits of identifiers, from arguments or standard input. */
#include "cli/cmd_id.h"

#include "base/fault.h"
#include "identifiers/identifier.h"
#include "identifiers/identifier_text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    LINE_MAX_BYTES = 4096, /* a longer value is no identifier, whatever its kind */
    BUFFER_BYTES = 65536
};

typedef struct {
    const IdentifierKind *kind;
    CivilDay today;
    gboolean chinese;
    gboolean any_bad;
} Judge;

/* Lines as they come in: `bytes` holds what is read and not yet judged. */
typedef struct {
    char bytes[BUFFER_BYTES];
    gsize held;
    gboolean too_long; /* the beginning of this line is echoed already */
} Lines;

/* Writes what stands behind the value. */
static void
judge_finish(Judge *judge, IdentifierVerdict verdict)
{
    if (verdict.level == IDENTIFIER_OK) {
        fputs("\tok\n", stdout);
        return;
    }
    judge->any_bad |= verdict.level == IDENTIFIER_BAD;
    fputs(verdict.level == IDENTIFIER_BAD ? "\tbad\t" : "\twarn\t", stdout);
    fputs(verdict.code, stdout);
    fputc('\t', stdout);
    fputs(identifier_text(judge->kind->name, verdict.code, judge->chinese), stdout);
    fputc('\n', stdout);
}

static void
judge_value(Judge *judge, const char *text, gsize length)
{
    IdentifierVerdict verdict = IDENTIFIER_BAD_FOR("LENGTH");

    if (length <= LINE_MAX_BYTES)
        verdict = judge->kind->check(text, length, judge->today);
    fwrite(text, 1, length, stdout);
    judge_finish(judge, verdict);
}

static void
lines_end(Lines *lines, Judge *judge, const char *text, gsize length)
{
    if (!lines->too_long) {
        judge_value(judge, text, length);
        return;
    }
    fwrite(text, 1, length, stdout);
    judge_finish(judge, IDENTIFIER_BAD_FOR("LENGTH"));
    lines->too_long = FALSE;
}

/* Judges all whole lines and keeps the rest at the front. A rest that is too long already is echoed
 * and forgotten, so that a line without end needs no memory. */
static void
lines_judge(Lines *lines, Judge *judge)
{
    const char *start = lines->bytes;
    const char *end = lines->bytes + lines->held;
    const char *line_feed;

    while ((line_feed = memchr(start, '\n', (gsize)(end - start))) != NULL) {
        lines_end(lines, judge, start, (gsize)(line_feed - start));
        start = line_feed + 1;
    }
    lines->held = (gsize)(end - start);
    if (lines->too_long || lines->held > LINE_MAX_BYTES) {
        fwrite(start, 1, lines->held, stdout);
        lines->too_long = TRUE;
        lines->held = 0;
        return;
    }
    memmove(lines->bytes, start, lines->held);
}

/* Output goes out before each wait for input, so that the other end of a pipe gets its answers. */
static gssize
lines_read(Lines *lines)
{
    gssize count;

    if (fflush(stdout) != 0 || ferror(stdout))
        return 0;
    do
        count = read(STDIN_FILENO, lines->bytes + lines->held, BUFFER_BYTES - lines->held);
    while (count < 0 && errno == EINTR);
    if (count > 0)
        lines->held += (gsize)count;
    return count;
}

static gboolean
judge_standard_input(Judge *judge, GError **error)
{
    static Lines lines;
    gssize count;

    while ((count = lines_read(&lines)) > 0)
        lines_judge(&lines, judge);
    if (count < 0)
        return fault_raise(error, FAULT_INPUT, "standard input: %s", g_strerror(errno));
    if (lines.held > 0 || lines.too_long)
        lines_end(&lines, judge, lines.bytes, lines.held);
    return TRUE;
}

/* A closed pipe is the reader's choice and nothing to report. */
static gboolean
flush_output(GError **error)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return TRUE;
    if (errno == EPIPE)
        return TRUE;
    return fault_raise(error, FAULT_STORE, "standard output: %s", g_strerror(errno));
}

/* Takes the options out of argv[1..] and returns how many operands are left there; `option` is set
 * when there is one, for this command has none. After "--" a value may begin with a hyphen. */
static int
take_operands(int argc, char **argv, const char **option)
{
    gboolean may_be_option = TRUE;
    int count = 0;

    for (int i = 1; i < argc; i++) {
        if (may_be_option && strcmp(argv[i], "--") == 0) {
            may_be_option = FALSE;
            continue;
        }
        if (may_be_option && argv[i][0] == '-' && argv[i][1] != '\0')
            *option = argv[i];
        argv[1 + count++] = argv[i];
    }
    return count;
}

static int
ask_for_kind(const CommandContext *context)
{
    gsize count;
    const IdentifierKind *kinds = identifier_kinds(&count);
    g_autoptr(GString) names = g_string_new(NULL);

    for (gsize i = 0; i < count; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", kinds[i].name);
    return command_usage_error(context, "usage.id_kind", names->str);
}

static gboolean
judge_all(Judge *judge, int count, char **values, GError **error)
{
    for (int i = 0; i < count; i++)
        judge_value(judge, values[i], strlen(values[i]));
    if (count == 0 && !judge_standard_input(judge, error))
        return FALSE;
    return flush_output(error);
}

int
cmd_id_run(const CommandContext *context, int argc, char **argv)
{
    static char output[BUFFER_BYTES];
    g_autoptr(GError) error = NULL;
    const char *option = NULL;
    int count = take_operands(argc, argv, &option);

    if (option != NULL)
        return command_usage_error(context, "usage.unknown_option", option);
    const IdentifierKind *kind = count > 0 ? identifier_find(argv[1]) : NULL;
    if (kind == NULL)
        return ask_for_kind(context);
    setvbuf(stdout, output, _IOFBF, sizeof output);
    Judge judge = {kind, civil_today(), context->language == LANGUAGE_ZH, FALSE};
    if (!judge_all(&judge, count - 1, argv + 2, &error))
        return command_fail(context, error);
    return judge.any_bad ? EXIT_FOUND : EXIT_GOOD;
}
