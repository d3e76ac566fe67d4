/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/facts_file.h"

#include "base/text.h"
#include "codec/json_scan.h"
#include "codec/json_split.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STREAM_BYTES_MAX = 1024 * 1024 * 1024, READ_BYTES = 128 * 1024 };

/* The facts of one application: where they stand, and what they are found by. */
typedef struct {
    const char *reference; /* between the quotes in the file's own bytes, or without its escapes */
    gsize reference_length, start, length;
    guint32 line;
    gboolean twice; /* another record is about the same application */
    gint used;      /* atomic: an application asked for it */
} Entry;

struct FactsFile {
    const char *path;
    GMappedFile *mapped; /* of a file, or */
    GByteArray *stream;  /* what was read from a pipe */
    GStringChunk *texts; /* references without their escapes */
    const char *bytes;
    gsize length;
    GArray *entries;   /* Entry */
    GHashTable *index; /* Entry -> itself */
};

static guint
entry_hash(gconstpointer key)
{
    const Entry *entry = key;
    guint hash = 5381;

    for (gsize i = 0; i < entry->reference_length; i++)
        hash = hash * 33 + (guchar)entry->reference[i];
    return hash;
}

static gboolean
entry_equal(gconstpointer a, gconstpointer b)
{
    const Entry *one = a, *other = b;

    return one->reference_length == other->reference_length &&
           memcmp(one->reference, other->reference, one->reference_length) == 0;
}

static void
add_error(const FactsFile *file, ReadErrors *errors, guint32 line, const char *key)
{
    InputError error = {.file = file->path, .line = line, .key = key};

    read_errors_add(errors, &error);
}

/* ---- bytes ---- */

static gboolean
read_stream(FactsFile *file, int fd)
{
    ssize_t got;

    file->stream = g_byte_array_new();
    do {
        guint had = file->stream->len;
        g_byte_array_set_size(file->stream, had + READ_BYTES);
        got = read(fd, file->stream->data + had, READ_BYTES);
        g_byte_array_set_size(file->stream, had + (guint)MAX(got, 0));
    } while ((got > 0 && file->stream->len <= STREAM_BYTES_MAX) || (got < 0 && errno == EINTR));
    file->bytes = (const char *)file->stream->data;
    file->length = file->stream->len;
    return got == 0;
}

/* A pipe that has a name: `--facts <(command)`. */
static gboolean
read_pipe(FactsFile *file)
{
    int fd = open(file->path, O_RDONLY | O_CLOEXEC);
    gboolean is_good = fd >= 0 && read_stream(file, fd);

    if (fd >= 0)
        close(fd);
    return is_good;
}

static gboolean
map_file(FactsFile *file)
{
    file->mapped = g_mapped_file_new(file->path, FALSE, NULL);
    if (file->mapped == NULL)
        return FALSE;
    file->bytes = g_mapped_file_get_contents(file->mapped);
    file->length = g_mapped_file_get_length(file->mapped);
    return TRUE;
}

static gboolean
is_pipe(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static gboolean
read_bytes(FactsFile *file)
{
    if (g_str_equal(file->path, "-"))
        return read_stream(file, STDIN_FILENO);
    return is_pipe(file->path) ? read_pipe(file) : map_file(file);
}

static const char *
open_problem(const char *path)
{
    struct stat status;

    if (g_str_equal(path, "-"))
        return "input.cannot_read";
    if (stat(path, &status) != 0)
        return "input.no_such_file";
    return S_ISDIR(status.st_mode) ? "input.directory" : "input.cannot_open";
}

/* ---- records ---- */

/* What the file says between the quotes is what an application says, unless there are escapes:
 * many writers escape all that is not ASCII. */
static gboolean
find_reference(FactsFile *file, const JsonPiece *piece, Entry *entry)
{
    if (!json_scan_member(file->bytes + piece->start, piece->length, "external_ref",
                          &entry->reference, &entry->reference_length))
        return FALSE;
    while (entry->reference_length > 0 && *entry->reference == ' ')
        entry->reference++, entry->reference_length--;
    while (entry->reference_length > 0 && entry->reference[entry->reference_length - 1] == ' ')
        entry->reference_length--; /* as of the application's */
    if (memchr(entry->reference, '\\', entry->reference_length) == NULL)
        return TRUE;
    g_autofree char *decoded = json_scan_decode(entry->reference, entry->reference_length);
    if (decoded == NULL)
        return FALSE;
    entry->reference = g_string_chunk_insert(file->texts, decoded);
    entry->reference_length = strlen(entry->reference);
    return TRUE;
}

static void
add_record(FactsFile *file, ReadErrors *errors, const JsonPiece *piece)
{
    Entry entry = {.start = piece->start, .length = piece->length, .line = piece->line};

    if (piece->length > FACTS_BYTES_MAX)
        add_error(file, errors, piece->line, "input.facts_too_big");
    else if (!find_reference(file, piece, &entry))
        add_error(file, errors, piece->line, "input.facts_of_nobody");
    else
        g_array_append_val(file->entries, entry);
}

static void
find_lines(FactsFile *file, ReadErrors *errors)
{
    JsonPiece piece = {.line = 1};

    for (gsize at = 0; at < file->length; at += piece.length + 1, piece.line++) {
        const char *newline = memchr(file->bytes + at, '\n', file->length - at);
        piece.start = at;
        piece.length = newline != NULL ? (gsize)(newline - file->bytes) - at : file->length - at;
        if (!text_is_blank(file->bytes + at, piece.length))
            add_record(file, errors, &piece);
    }
}

static void
find_pieces(FactsFile *file, ReadErrors *errors)
{
    JsonSplit split;
    JsonPiece piece;

    json_split_start(&split, file->bytes, file->length);
    while (json_split_next(&split, &piece))
        add_record(file, errors, &piece);
    if (split.fault != NULL)
        add_error(file, errors, split.line, split.fault);
}

/* An array, or one object and nothing after it, is a document; else each line is a record. */
static gboolean
is_document(const FactsFile *file)
{
    gsize end = json_scan_value(file->bytes, file->length);
    gsize blanks = 0;

    while (blanks < file->length && g_ascii_isspace(file->bytes[blanks]))
        blanks++;
    if (blanks < file->length && file->bytes[blanks] == '[')
        return TRUE;
    return end > 0 && text_is_blank(file->bytes + end, file->length - end);
}

/* Two answers about one application would have to be weighed against each other: nobody can, so
 * that neither is taken. */
static void
build_index(FactsFile *file, ReadErrors *errors)
{
    file->index = g_hash_table_new(entry_hash, entry_equal);
    for (guint i = 0; i < file->entries->len; i++) {
        Entry *entry = &g_array_index(file->entries, Entry, i);
        Entry *earlier = g_hash_table_lookup(file->index, entry);
        if (earlier == NULL) {
            g_hash_table_add(file->index, entry);
            continue;
        }
        earlier->twice = TRUE;
        add_error(file, errors, entry->line, "input.facts_twice");
    }
}

static void
skip_mark(FactsFile *file)
{
    if (file->length < 3 || memcmp(file->bytes, "\xEF\xBB\xBF", 3) != 0)
        return;
    file->bytes += 3;
    file->length -= 3;
}

FactsFile *
facts_file_open(const char *path, ReadErrors *errors)
{
    g_autoptr(FactsFile) file = g_new0(FactsFile, 1);

    file->path = path;
    file->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    file->texts = g_string_chunk_new(READ_BYTES / 64);
    if (!read_bytes(file)) {
        add_error(file, errors, 0, open_problem(path));
        return NULL;
    }
    if (file->length == 0) {
        add_error(file, errors, 0, "input.empty");
        return NULL;
    }
    skip_mark(file);
    if (is_document(file))
        find_pieces(file, errors);
    else
        find_lines(file, errors);
    build_index(file, errors);
    return g_steal_pointer(&file);
}

void
facts_file_free(FactsFile *file)
{
    g_clear_pointer(&file->mapped, g_mapped_file_unref);
    g_clear_pointer(&file->stream, g_byte_array_unref);
    g_clear_pointer(&file->texts, g_string_chunk_free);
    g_clear_pointer(&file->entries, g_array_unref);
    g_clear_pointer(&file->index, g_hash_table_unref);
    g_free(file);
}

void
facts_file_read(const FactsFile *file, const Application *app, Facts *facts, ReadErrors *errors)
{
    const char *reference = application_text(app, FIELD_APPLICATION_EXTERNAL_REF);
    Entry wanted = {.reference = reference};

    facts_init(facts, app->arena);
    wanted.reference_length = reference != NULL ? strlen(reference) : 0;
    Entry *entry = reference != NULL ? g_hash_table_lookup(file->index, &wanted) : NULL;
    if (entry != NULL)
        g_atomic_int_set(&entry->used, 1);
    facts->twice = entry != NULL && entry->twice;
    if (entry != NULL && !entry->twice) {
        RecordPlace place = {file->path, entry->line};
        facts_from_json(file->bytes + entry->start, entry->length, &place, facts, errors);
    }
    facts_join(facts, app);
}

guint
facts_file_count(const FactsFile *file)
{
    return g_hash_table_size(file->index);
}

guint
facts_file_unused(const FactsFile *file, guint32 *first_line)
{
    GHashTableIter iter;
    gpointer key;
    guint count = 0;

    *first_line = G_MAXUINT32;
    g_hash_table_iter_init(&iter, file->index);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        Entry *entry = key;
        if (g_atomic_int_get(&entry->used) != 0)
            continue;
        *first_line = MIN(*first_line, entry->line);
        count++;
    }
    return count;
}
