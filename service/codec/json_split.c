/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_split.h"

#include <string.h>

static void
skip_blanks(JsonSplit *split)
{
    while (split->at < split->length && strchr(" \t\r\n", split->bytes[split->at]) != NULL &&
           split->bytes[split->at] != '\0') {
        split->line += split->bytes[split->at] == '\n' ? 1 : 0;
        split->at++;
    }
}

void
json_split_start(JsonSplit *split, const char *bytes, gsize length)
{
    JsonSplit start = {.bytes = bytes, .length = length, .line = 1};

    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        start.at = 3;
    skip_blanks(&start);
    start.in_array = start.at < length && bytes[start.at] == '[';
    start.at += start.in_array ? 1 : 0;
    *split = start;
}

/* Moves past a string; the opening quote is at `at`. */
static void
skip_string(JsonSplit *split)
{
    for (split->at++; split->at < split->length; split->at++) {
        char byte = split->bytes[split->at];
        if (byte == '\\')
            split->at++;
        else if (byte == '"')
            break;
        split->line += byte == '\n' ? 1 : 0;
    }
}

/* Moves to the ',' or ']' that ends this element, or to the end of the input. */
static void
skip_element(JsonSplit *split)
{
    guint depth = 0;

    for (; split->at < split->length; split->at++) {
        char byte = split->bytes[split->at];
        if (byte == '"')
            skip_string(split);
        else if (byte == '{' || byte == '[')
            depth++;
        else if (depth == 0 && (byte == ',' || byte == ']'))
            return;
        else if (byte == '}' || byte == ']')
            depth -= depth > 0 ? 1 : 0;
        else if (byte == '\n')
            split->line++;
    }
    split->at = MIN(split->at, split->length);
}

static gboolean
rest_as_piece(JsonSplit *split, JsonPiece *piece)
{
    split->done = TRUE;
    piece->start = split->at;
    piece->length = split->length - split->at;
    piece->line = split->line;
    split->at = split->length;
    return piece->length > 0;
}

/* After the array only blanks may follow; anything else is a piece that cannot be read. */
static gboolean
finish_array(JsonSplit *split, JsonPiece *piece)
{
    split->at++;
    skip_blanks(split);
    return rest_as_piece(split, piece);
}

gboolean
json_split_next(JsonSplit *split, JsonPiece *piece)
{
    if (split->done)
        return FALSE;
    if (!split->in_array)
        return rest_as_piece(split, piece);
    skip_blanks(split);
    if (split->at < split->length && split->bytes[split->at] == ']')
        return finish_array(split, piece);
    piece->start = split->at;
    piece->line = split->line;
    skip_element(split);
    piece->length = split->at - piece->start;
    if (piece->length == 0 && split->at < split->length)
        split->fault = "input.json_syntax";
    if (split->at >= split->length) {
        split->done = TRUE;
        split->fault = "input.truncated";
    } else if (split->bytes[split->at] == ',') {
        split->at++;
        skip_blanks(split);
        if (split->at < split->length && split->bytes[split->at] == ']')
            split->fault = "input.json_syntax";
    }
    return piece->length > 0;
}
