/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_scan.h"

#include <jansson.h>
#include <string.h>

typedef struct {
    const char *at, *end;
} Scan;

static void
skip_blanks(Scan *scan)
{
    while (scan->at < scan->end && g_ascii_isspace(*scan->at))
        scan->at++;
}

/* Moves past a string whose opening quote is at `at`; FALSE when it does not end. */
static gboolean
skip_string(Scan *scan)
{
    for (scan->at++; scan->at < scan->end; scan->at++) {
        if (*scan->at == '\\')
            scan->at++;
        else if (*scan->at == '"') {
            scan->at++;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_delimiter(char byte)
{
    return byte == ',' || byte == '}' || byte == ']' || byte == ':' || g_ascii_isspace(byte);
}

static gboolean
skip_plain(Scan *scan)
{
    const char *start = scan->at;

    while (scan->at < scan->end && !is_delimiter(*scan->at))
        scan->at++;
    return scan->at > start;
}

/* Moves past an object or array whose opening bracket is at `at`. */
static gboolean
skip_nested(Scan *scan)
{
    guint depth = 0;

    while (scan->at < scan->end) {
        char byte = *scan->at;
        if (byte == '"') {
            if (!skip_string(scan))
                return FALSE;
            continue;
        }
        scan->at++;
        if (byte == '{' || byte == '[')
            depth++;
        else if ((byte == '}' || byte == ']') && --depth == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
skip_value(Scan *scan)
{
    skip_blanks(scan);
    if (scan->at >= scan->end)
        return FALSE;
    if (*scan->at == '"')
        return skip_string(scan);
    return *scan->at == '{' || *scan->at == '[' ? skip_nested(scan) : skip_plain(scan);
}

gsize
json_scan_value(const char *text, gsize length)
{
    Scan scan = {text, text + length};

    return skip_value(&scan) ? (gsize)(scan.at - text) : 0;
}

static gboolean
skip_byte(Scan *scan, char byte)
{
    skip_blanks(scan);
    if (scan->at >= scan->end || *scan->at != byte)
        return FALSE;
    scan->at++;
    return TRUE;
}

/* Moves past `"name":`, and says whether the name is `key`. */
static gboolean
take_name(Scan *scan, const char *key, gboolean *is_key)
{
    skip_blanks(scan);
    const char *start = scan->at;
    if (scan->at >= scan->end || *scan->at != '"' || !skip_string(scan))
        return FALSE;
    gsize length = (gsize)(scan->at - start) - 2;
    *is_key = length == strlen(key) && memcmp(start + 1, key, length) == 0;
    return skip_byte(scan, ':');
}

gboolean
json_scan_member(const char *text, gsize length, const char *key, const char **value,
                 gsize *value_length)
{
    Scan scan = {text, text + length};
    gboolean is_key = FALSE;

    if (!skip_byte(&scan, '{'))
        return FALSE;
    while (take_name(&scan, key, &is_key)) {
        skip_blanks(&scan);
        const char *start = scan.at;
        if (!skip_value(&scan))
            return FALSE;
        if (is_key && *start == '"') {
            *value = start + 1;
            *value_length = (gsize)(scan.at - start) - 2;
            return TRUE;
        }
        if (is_key || !skip_byte(&scan, ','))
            return FALSE;
    }
    return FALSE;
}

char *
json_scan_decode(const char *span, gsize length)
{
    g_autofree char *quoted = g_strdup_printf("\"%.*s\"", (int)MIN(length, G_MAXINT16), span);
    json_t *string = length <= G_MAXINT16 ? json_loads(quoted, JSON_DECODE_ANY, NULL) : NULL;
    char *decoded = json_is_string(string) ? g_strdup(json_string_value(string)) : NULL;

    json_decref(string);
    return decoded;
}
