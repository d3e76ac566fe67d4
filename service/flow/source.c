/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/source.h"

#include "base/text.h"
#include "codec/json_split.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum { FORM_UNKNOWN, FORM_NDJSON, FORM_JSON, FORM_SHEET } Form;

enum { READ_BYTES = 128 * 1024 };

struct Source {
    const char *const *files;
    guint count, at; /* the file being read */
    int fd;          /* -1 = no file is open */
    Form form;
    gboolean first, ended; /* of the file */
    GByteArray *pending;   /* read, not yet handed out */
    gsize pending_from;    /* where the rest begins */
    guint32 line;          /* of the rest */
    gboolean skipping;     /* inside a line that is too long */
    GBytes *document;
    JsonSplit split;
    Sheet *sheet;
    guint sheet_at;
    guint64 done, total;
};

static guint64
size_of(const char *file)
{
    struct stat status;

    return stat(file, &status) == 0 && S_ISREG(status.st_mode) ? (guint64)status.st_size : 0;
}

Source *
source_new(const char *const *files, guint count)
{
    Source *source = g_new0(Source, 1);

    source->files = files;
    source->count = count;
    source->fd = -1;
    source->pending = g_byte_array_new();
    for (guint i = 0; i < count; i++)
        source->total += size_of(files[i]);
    return source;
}

static void
close_file(Source *source)
{
    if (source->fd > STDERR_FILENO)
        close(source->fd);
    source->fd = -1;
    source->form = FORM_UNKNOWN;
    g_clear_pointer(&source->sheet, sheet_unref);
    g_clear_pointer(&source->document, g_bytes_unref);
    g_byte_array_set_size(source->pending, 0);
    source->pending_from = 0;
    source->skipping = FALSE;
}

void
source_free(Source *source)
{
    close_file(source);
    g_byte_array_unref(source->pending);
    g_free(source);
}

/* Reads once more; sets `ended` at the end of the file. FALSE when the file cannot be read. */
static gboolean
read_more(Source *source)
{
    guint had = source->pending->len;
    ssize_t got;

    g_byte_array_set_size(source->pending, had + READ_BYTES);
    do {
        got = read(source->fd, source->pending->data + had, READ_BYTES);
    } while (got < 0 && errno == EINTR);
    g_byte_array_set_size(source->pending, had + (guint)MAX(got, 0));
    source->ended = got <= 0;
    source->done += (guint64)MAX(got, 0);
    return got >= 0;
}

static const char *
rest_of(const Source *source, gsize *length)
{
    *length = source->pending->len - source->pending_from;
    return (const char *)source->pending->data + source->pending_from;
}

/* What is handed out already is dropped once it is the larger part. */
static void
drop_used(Source *source)
{
    if (source->pending_from == 0)
        return;
    g_byte_array_remove_range(source->pending, 0, (guint)source->pending_from);
    source->pending_from = 0;
}

static Form
form_of_name(const char *file)
{
    static const struct {
        const char *ending;
        Form form;
    } endings[] = {{".ndjson", FORM_NDJSON},
                   {".jsonl", FORM_NDJSON},
                   {".json", FORM_JSON},
                   {".csv", FORM_SHEET}};

    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize length = strlen(file), part = strlen(endings[i].ending);
        if (length > part && g_ascii_strcasecmp(file + length - part, endings[i].ending) == 0)
            return endings[i].form;
    }
    return FORM_UNKNOWN;
}

/* An object that ends on its first line is the first of many; one that goes on is the only one. */
static Form
form_of_bytes(const char *bytes, gsize length)
{
    gsize at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (at < length && g_ascii_isspace(bytes[at]))
        at++;
    if (at == length || (bytes[at] != '{' && bytes[at] != '['))
        return FORM_SHEET;
    if (bytes[at] == '[')
        return FORM_JSON;
    const char *newline = memchr(bytes + at, '\n', length - at);
    const char *end = newline != NULL ? newline : bytes + length;
    while (end > bytes + at && g_ascii_isspace(end[-1]))
        end--;
    return end[-1] == '}' || newline == NULL ? FORM_NDJSON : FORM_JSON;
}

/* Reads the rest of the file; FALSE when it is larger than can be judged at once. */
static gboolean
read_document(Source *source, Chunk *chunk)
{
    while (!source->ended) {
        if (!read_more(source)) {
            chunk_add_error(chunk, 0, "input.cannot_read");
            return FALSE;
        }
        if (source->pending->len > SOURCE_DOCUMENT_BYTES_MAX) {
            chunk_add_error(chunk, 0, "input.file_too_big");
            return FALSE;
        }
    }
    source->document = g_byte_array_free_to_bytes(source->pending);
    source->pending = g_byte_array_new();
    if (g_bytes_get_size(source->document) > 0)
        return TRUE;
    chunk_add_error(chunk, 0, "input.empty");
    return FALSE;
}

static gboolean
open_sheet(Source *source, Chunk *chunk)
{
    ReadErrors errors = {chunk->arena, chunk->errors};

    source->sheet = sheet_open(source->document, chunk->file, &errors);
    if (source->sheet == NULL)
        return FALSE;
    source->sheet_at = 0;
    return TRUE;
}

/* What people send in place of text, told by its first bytes: the key of the error, or NULL. */
static const char *
foreign_form(const GByteArray *bytes)
{
    static const struct {
        const char *start;
        guint length;
        const char *key;
    } forms[] = {
        {"\xFF\xFE", 2, "input.utf16"},
        {"\xFE\xFF", 2, "input.utf16"},
        {"PK\x03\x04", 4, "input.workbook"},
        {"\xD0\xCF\x11\xE0", 4, "input.workbook"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (bytes->len >= forms[i].length &&
            memcmp(bytes->data, forms[i].start, forms[i].length) == 0)
            return forms[i].key;
    }
    return NULL;
}

/* A pipe may deliver its first bytes one by one; the form is told by a whole line. */
static gboolean
read_first_line(Source *source)
{
    do {
        if (!read_more(source))
            return FALSE;
    } while (!source->ended && source->pending->len < JSON_RECORD_BYTES_MAX &&
             memchr(source->pending->data, '\n', source->pending->len) == NULL);
    return TRUE;
}

static gboolean
prepare_form(Source *source, Chunk *chunk)
{
    gsize length;

    if (!read_first_line(source)) {
        chunk_add_error(chunk, 0, errno == EISDIR ? "input.directory" : "input.cannot_read");
        return FALSE;
    }
    if (source->pending->len == 0) {
        chunk_add_error(chunk, 0, "input.empty");
        return FALSE;
    }
    const char *foreign = foreign_form(source->pending);
    if (foreign != NULL) {
        chunk_add_error(chunk, 0, foreign);
        return FALSE;
    }
    source->form = form_of_name(chunk->file);
    const char *bytes = rest_of(source, &length);
    if (source->form == FORM_UNKNOWN)
        source->form = form_of_bytes(bytes, length);
    if (source->form == FORM_NDJSON) {
        source->pending_from = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        return TRUE;
    }
    if (!read_document(source, chunk))
        return FALSE;
    if (source->form == FORM_SHEET)
        return open_sheet(source, chunk);
    json_split_start(&source->split, g_bytes_get_data(source->document, NULL),
                     g_bytes_get_size(source->document));
    return TRUE;
}

static gboolean
open_file(Source *source, Chunk *chunk)
{
    const char *file = source->files[source->at];

    source->ended = FALSE;
    source->line = 1;
    source->fd = g_str_equal(file, "-") ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
    if (source->fd < 0) {
        chunk_add_error(chunk, 0, errno == ENOENT ? "input.no_such_file" : "input.cannot_open");
        return FALSE;
    }
    return prepare_form(source, chunk);
}

/* Hands out one line of `length` bytes, of which `used` are taken (the line end, too). */
static void
take_line(Source *source, Chunk *chunk, gsize length, gsize used)
{
    const char *bytes = (const char *)source->pending->data + source->pending_from;

    if (source->skipping) {
        source->skipping = FALSE;
    } else if (length > JSON_RECORD_BYTES_MAX) {
        chunk_add_error(chunk, source->line, "input.record_too_big");
    } else if (!text_is_blank(bytes, length)) {
        chunk_add_line(chunk, bytes, length, source->line);
    }
    source->pending_from += used;
    source->line++;
}

/* A line that has grown past every bound is dropped as it comes. */
static void
skip_long_line(Source *source, Chunk *chunk)
{
    if (!source->skipping)
        chunk_add_error(chunk, source->line, "input.record_too_big");
    source->skipping = TRUE;
    source->pending_from = source->pending->len;
}

static gboolean
chunk_is_full(const Chunk *chunk)
{
    return chunk->records->len >= CHUNK_RECORDS_MAX || chunk->buffer->len >= CHUNK_BYTES ||
           chunk->errors->len > 0;
}

/* Fills the chunk with lines; FALSE when the file has no more. */
static gboolean
next_lines(Source *source, Chunk *chunk)
{
    while (!chunk_is_full(chunk)) {
        gsize length;
        const char *bytes = rest_of(source, &length);
        const char *newline = length > 0 ? memchr(bytes, '\n', length) : NULL;

        if (newline != NULL) {
            take_line(source, chunk, (gsize)(newline - bytes), (gsize)(newline - bytes) + 1);
            continue;
        }
        if (source->ended) {
            if (length > 0)
                take_line(source, chunk, length, length);
            break;
        }
        if (source->skipping || length > JSON_RECORD_BYTES_MAX)
            skip_long_line(source, chunk);
        drop_used(source);
        if (!read_more(source))
            chunk_add_error(chunk, source->line, "input.cannot_read");
    }
    return chunk->records->len > 0 || chunk->errors->len > 0;
}

static gboolean
next_pieces(Source *source, Chunk *chunk)
{
    JsonPiece piece;

    chunk->document = g_bytes_ref(source->document);
    while (chunk->records->len < CHUNK_RECORDS_MAX && json_split_next(&source->split, &piece)) {
        ChunkRecord record = {.start = piece.start, .length = piece.length, .line = piece.line};
        g_array_append_val(chunk->records, record);
    }
    if (source->split.fault != NULL) {
        chunk_add_error(chunk, source->split.line, source->split.fault);
        source->split.fault = NULL;
        source->split.done = TRUE;
    }
    return chunk->records->len > 0;
}

static gboolean
next_rows(Source *source, Chunk *chunk)
{
    chunk->sheet = sheet_ref(source->sheet);
    while (chunk->records->len < CHUNK_RECORDS_MAX &&
           source->sheet_at < sheet_count(source->sheet)) {
        ChunkRecord record = {.index = source->sheet_at++};
        g_array_append_val(chunk->records, record);
    }
    return chunk->records->len > 0;
}

static gboolean
next_of_file(Source *source, Chunk *chunk)
{
    switch (source->form) {
    case FORM_NDJSON:
        return next_lines(source, chunk);
    case FORM_JSON:
        return next_pieces(source, chunk);
    case FORM_SHEET:
        return next_rows(source, chunk);
    case FORM_UNKNOWN:
        break;
    }
    return FALSE;
}

gboolean
source_next(Source *source, Chunk *chunk)
{
    while (source->at < source->count) {
        gboolean opening = source->fd < 0;

        chunk_reset(chunk, source->files[source->at], opening);
        gboolean usable = !opening || open_file(source, chunk);
        gboolean more = usable && next_of_file(source, chunk);
        gboolean filled = more || chunk->errors->len > 0;
        if (!more) {
            close_file(source);
            source->at++;
        }
        chunk->done = source->done;
        chunk->total = source->total;
        if (filled)
            return TRUE;
    }
    return FALSE;
}
