/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/check.h"

#include "base/turnstile.h"
#include "flow/assess.h"
#include "flow/facts_file.h"
#include "flow/repeat_index.h"
#include "flow/source.h"

/* What all workers share. Each chunk passes the three turnstiles in its turn: read, index, write.
 */
typedef struct {
    const CheckOptions *options;
    const CheckOutput *output;
    RuleSet *rules;
    Source *source;
    FactsFile *facts; /* NULL = none was named, or it could not be read */
    RepeatIndex *repeats;
    Turnstile reading, indexing, writing;
    gint next_number; /* atomic */
    gint stopped;     /* atomic: the reader of our output has gone away */
    Summary *summary;
    guint applications;    /* written so far; touched only while writing */
    gboolean wrote_any;    /* of the applications of a JSON report; likewise */
    GString *input_errors; /* of a JSON report; likewise */
} Batch;

/* One record of the chunk in work. */
typedef struct {
    Application app;
    Facts facts;
    gboolean judged;
    GArray *repeats;  /* Repeat, NULL = none */
    GArray *findings; /* Finding */
} Item;

typedef struct {
    Batch *batch;
    Chunk chunk;
    Item items[CHUNK_RECORDS_MAX];
    GArray *errors; /* InputError of the chunk and its records */
    Arena *arena;   /* of the chunk */
    GString *out, *complaints, *input_errors;
    Summary summary;
} Worker;

static void
read_record(Worker *worker, const ChunkRecord *source_record, Item *item)
{
    ReadErrors errors = {worker->arena, worker->errors};
    Chunk *chunk = &worker->chunk;

    application_init(&item->app, worker->arena);
    if (chunk->sheet != NULL) {
        item->judged = sheet_read(chunk->sheet, source_record->index, &item->app, &errors);
    } else {
        RecordPlace place = {chunk->file, source_record->line};
        item->judged = application_from_json(chunk_bytes(chunk, source_record),
                                             source_record->length, &place, &item->app, &errors);
    }
    if (item->judged && worker->batch->facts != NULL)
        facts_file_read(worker->batch->facts, &item->app, &item->facts, &errors);
}

static void
read_records(Worker *worker)
{
    g_array_set_size(worker->errors, 0);
    g_array_append_vals(worker->errors, worker->chunk.errors->data, worker->chunk.errors->len);
    for (guint i = 0; i < worker->chunk.records->len; i++)
        read_record(worker, &g_array_index(worker->chunk.records, ChunkRecord, i),
                    &worker->items[i]);
}

/* Only here do records of one chunk meet those of others. */
static void
index_records(Worker *worker)
{
    if (worker->chunk.first)
        repeat_index_next_file(worker->batch->repeats, worker->chunk.file);
    for (guint i = 0; i < worker->chunk.records->len; i++) {
        Item *item = &worker->items[i];
        g_array_set_size(item->repeats, 0);
        if (item->judged)
            repeat_index_add(worker->batch->repeats, &item->app, item->repeats);
    }
}

static void
append_report(Worker *worker, const Assessment *assessment)
{
    const CheckOptions *options = worker->batch->options;

    switch (options->format) {
    case CHECK_TEXT:
        report_text_append(worker->out, assessment, &options->report);
        break;
    case CHECK_JSON:
        report_json_append(worker->out, assessment, &options->report);
        break;
    case CHECK_NDJSON:
        report_ndjson_append(worker->out, assessment, &options->report);
        break;
    case CHECK_HANDED:
        worker->batch->output->judged(worker->batch->output->user, assessment);
        break;
    }
}

static void
judge_record(Worker *worker, Item *item)
{
    const CheckOptions *options = worker->batch->options;
    const Facts *facts = worker->batch->facts != NULL ? &item->facts : NULL;
    RuleContext context = {.app = &item->app,
                           .facts = facts,
                           .repeats = item->repeats,
                           .today = options->report.today,
                           .stage = options->report.stage};
    Assessment assessment = {.app = &item->app, .facts = facts, .findings = item->findings};

    g_array_set_size(item->findings, 0);
    rule_set_run(worker->batch->rules, &context, item->findings);
    assess(&assessment, options->report.stage, options->report.today);
    append_report(worker, &assessment);
    summary_add(&worker->summary, &assessment, &options->report);
}

static void
append_complaints(Worker *worker)
{
    for (guint i = 0; i < worker->errors->len; i++) {
        const InputError *error = &g_array_index(worker->errors, InputError, i);
        report_input_error_append(worker->complaints, error, &worker->batch->options->report);
        summary_add_input_error(&worker->summary);
        if (worker->batch->options->format == CHECK_JSON)
            report_json_input_error(worker->input_errors, error, &worker->batch->options->report);
    }
}

static void
judge_records(Worker *worker)
{
    g_string_truncate(worker->out, 0);
    g_string_truncate(worker->complaints, 0);
    g_string_truncate(worker->input_errors, 0);
    append_complaints(worker);
    for (guint i = 0; i < worker->chunk.records->len; i++) {
        if (worker->items[i].judged)
            judge_record(worker, &worker->items[i]);
    }
}

static void
keep_input_errors(Batch *batch, const GString *errors)
{
    if (errors->len > 0 && batch->input_errors->len > 0)
        g_string_append(batch->input_errors, ",\n");
    g_string_append_len(batch->input_errors, errors->str, (gssize)errors->len);
}

static void
write_records(Worker *worker)
{
    Batch *batch = worker->batch;
    const CheckOutput *output = batch->output;

    if (worker->complaints->len > 0)
        output->complain(output->user, worker->complaints->str);
    keep_input_errors(batch, worker->input_errors);
    /* in a JSON report a comma stands before each application but the first */
    gsize skip = batch->options->format == CHECK_JSON && !batch->wrote_any ? 1 : 0;
    if (worker->out->len > 0 && !g_atomic_int_get(&batch->stopped) &&
        !output->write(output->user, worker->out->str + skip, worker->out->len - skip))
        g_atomic_int_set(&batch->stopped, 1);
    batch->wrote_any = batch->wrote_any || worker->out->len > 0;
    batch->applications += worker->chunk.records->len;
    output->progress(output->user, worker->chunk.done, worker->chunk.total, batch->applications);
}

/* Takes the next chunk through; FALSE when there is none. The number is passed at each turnstile in
 * any case. */
static gboolean
work_on_chunk(Worker *worker)
{
    Batch *batch = worker->batch;
    guint64 number = (guint)g_atomic_int_add(&batch->next_number, 1);

    turnstile_enter(&batch->reading, number);
    gboolean more =
        !g_atomic_int_get(&batch->stopped) && source_next(batch->source, &worker->chunk);
    turnstile_leave(&batch->reading);
    if (more)
        read_records(worker);
    turnstile_enter(&batch->indexing, number);
    if (more)
        index_records(worker);
    turnstile_leave(&batch->indexing);
    if (more)
        judge_records(worker);
    turnstile_enter(&batch->writing, number);
    if (more)
        write_records(worker);
    turnstile_leave(&batch->writing);
    if (more)
        arena_reset(worker->arena);
    return more;
}

static void
worker_init(Worker *worker, Batch *batch)
{
    worker->batch = batch;
    chunk_init(&worker->chunk);
    worker->errors = g_array_new(FALSE, FALSE, sizeof(InputError));
    worker->arena = arena_new();
    worker->out = g_string_sized_new(64 * 1024);
    worker->complaints = g_string_new(NULL);
    worker->input_errors = g_string_new(NULL);
    summary_init(&worker->summary);
    for (guint i = 0; i < CHUNK_RECORDS_MAX; i++) {
        worker->items[i].repeats = g_array_new(FALSE, FALSE, sizeof(Repeat));
        worker->items[i].findings = g_array_new(FALSE, TRUE, sizeof(Finding));
    }
}

static void
worker_clear(Worker *worker)
{
    chunk_clear(&worker->chunk);
    g_array_unref(worker->errors);
    arena_free(worker->arena);
    g_string_free(worker->out, TRUE);
    g_string_free(worker->complaints, TRUE);
    g_string_free(worker->input_errors, TRUE);
    summary_clear(&worker->summary);
    for (guint i = 0; i < CHUNK_RECORDS_MAX; i++) {
        g_array_unref(worker->items[i].repeats);
        g_array_unref(worker->items[i].findings);
    }
}

static gpointer
worker_run(gpointer data)
{
    Worker *worker = data;

    while (work_on_chunk(worker))
        continue;
    return NULL;
}

static void
run_workers(Batch *batch, guint count)
{
    g_autofree Worker *workers = g_new0(Worker, count);
    g_autofree GThread **threads = g_new0(GThread *, count);

    for (guint i = 0; i < count; i++)
        worker_init(&workers[i], batch);
    for (guint i = 1; i < count; i++)
        threads[i] = g_thread_new("check", worker_run, &workers[i]);
    worker_run(&workers[0]);
    for (guint i = 1; i < count; i++)
        g_thread_join(threads[i]);
    for (guint i = 0; i < count; i++) {
        summary_merge(batch->summary, &workers[i].summary);
        worker_clear(&workers[i]);
    }
}

static void
write_piece(const Batch *batch, const GString *piece)
{
    if (piece->len > 0 && !g_atomic_int_get(&batch->stopped))
        batch->output->write(batch->output->user, piece->str, piece->len);
}

static void
write_head(const Batch *batch)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (batch->options->format == CHECK_JSON)
        report_json_begin(out, &batch->options->report);
    write_piece(batch, out);
}

static void
write_tail(const Batch *batch)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const ReportContext *context = &batch->options->report;

    if (batch->options->format == CHECK_JSON)
        report_json_end(out, batch->input_errors, batch->summary);
    else if (batch->options->format == CHECK_TEXT)
        report_text_summary(out, batch->summary, context);
    write_piece(batch, out);
}

/* What is wrong with the facts' file is said before anything else. */
static void
open_facts(Batch *batch, Arena *arena)
{
    const ReportContext *context = &batch->options->report;
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(InputError));
    g_autoptr(GString) lines = g_string_new(NULL);
    ReadErrors errors = {arena, list};

    if (batch->options->facts == NULL)
        return;
    batch->facts = facts_file_open(batch->options->facts, &errors);
    for (guint i = 0; i < list->len; i++) {
        const InputError *error = &g_array_index(list, InputError, i);
        report_input_error_append(lines, error, context);
        report_json_input_error(batch->input_errors, error, context);
        summary_add_input_error(batch->summary);
    }
    if (lines->len > 0)
        batch->output->complain(batch->output->user, lines->str);
}

/* Facts that nobody asked for are no fault, but a reference that is misspelt looks like that. One
 * application of many is diagnosed: there the others' are not told. */
static void
note_unused_facts(const Batch *batch)
{
    guint32 line;
    guint count = batch->facts != NULL ? facts_file_unused(batch->facts, &line) : 0;
    gboolean is_told = batch->options->format != CHECK_HANDED ||
                       (count > 0 && count == facts_file_count(batch->facts));
    g_autofree char *number = g_strdup_printf("%u", count);
    g_autoptr(GString) text = g_string_new(NULL);

    if (count == 0 || !is_told)
        return;
    InputError note = {.file = batch->options->facts,
                       .line = line,
                       .key = "input.facts_unused",
                       .arguments = {number, NULL}};
    report_input_error_append(text, &note, &batch->options->report);
    batch->output->complain(batch->output->user, text->str);
}

gboolean
check_run(const CheckOptions *options, const CheckOutput *output, Summary *summary, GError **error)
{
    Batch batch = {.options = options, .output = output, .summary = summary};
    g_autoptr(RuleSet) rules = rule_set_new(options->pack, options->catalogue, error);
    g_autoptr(Source) source = source_new(options->files, options->file_count);
    g_autoptr(RepeatIndex) repeats = repeat_index_new();
    g_autoptr(GString) input_errors = g_string_new(NULL);
    g_autoptr(Arena) arena = arena_new();

    if (rules == NULL)
        return FALSE;
    batch.rules = rules;
    batch.source = source;
    batch.repeats = repeats;
    batch.input_errors = input_errors;
    open_facts(&batch, arena);
    turnstile_init(&batch.reading);
    turnstile_init(&batch.indexing);
    turnstile_init(&batch.writing);
    write_head(&batch);
    /* facts that cannot be read at all: a report without them would be another than was asked for
     */
    if (options->facts == NULL || batch.facts != NULL)
        run_workers(&batch, MAX(options->threads, 1));
    write_tail(&batch);
    note_unused_facts(&batch);
    turnstile_clear(&batch.reading);
    turnstile_clear(&batch.indexing);
    turnstile_clear(&batch.writing);
    g_clear_pointer(&batch.facts, facts_file_free);
    return TRUE;
}
