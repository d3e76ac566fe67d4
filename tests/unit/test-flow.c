/* SPDX-License-Identifier: Apache-2.0 */
/* What the batch remembers, how layers come about, and how files are told apart. */
#include "flow/assess.h"
#include "flow/repeat_index.h"
#include "flow/source.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <string.h>

/* Adds an application and returns what it repeats as "kind:device:file:line" words. */
static char *
add(RepeatIndex *index, const Application *app)
{
    g_autoptr(GArray) repeats = g_array_new(FALSE, FALSE, sizeof(Repeat));
    GString *text = g_string_new(NULL);

    repeat_index_add(index, app, repeats);
    for (guint i = 0; i < repeats->len; i++) {
        const Repeat *repeat = &g_array_index(repeats, Repeat, i);
        g_string_append_printf(text, "%s%d:%d:%s:%u%s", i > 0 ? " " : "", repeat->kind,
                               repeat->device, repeat->file, repeat->line,
                               repeat->same_application ? ":same" : "");
    }
    return g_string_free(text, FALSE);
}

/* An application that shares nothing with sample number one. */
static Application *
other(Arena *arena, const char *file, guint32 line)
{
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_APPLICATION_EXTERNAL_REF, -1, "T-0002");
    sample_set(app, FIELD_CONTRACT_CONTRACT_NO, -1, "XY20260000002");
    sample_set(app, FIELD_SETTLE_ACCOUNT_NO, -1, "298278361644856");
    sample_set(app, FIELD_LICENCE_LICENCE_NO, -1, "91440300MA00000820");
    sample_set(app, FIELD_SHOP_SHOP_NAME, -1, "别家");
    sample_set(app, FIELD_DEVICE_TUSN, 0, "00000204000000000009");
    sample_set(app, FIELD_DEVICE_TERMINAL_NO, 0, "10000009");
    app->file = file;
    app->line = line;
    return app;
}

static void
test_repeats(void)
{
    static const struct {
        FieldId id;
        int device;
        const char *text, *repeats;
    } rows[] = {
        {FIELD_APPLICATION_EXTERNAL_REF, -1, "T-0001", "6:-1:a.csv:7"},
        {FIELD_CONTRACT_CONTRACT_NO, -1, "XY20260000001", "2:-1:a.csv:7"},
        {FIELD_SETTLE_ACCOUNT_NO, -1, "298278361644855", "3:-1:a.csv:7"},
        {FIELD_LICENCE_LICENCE_NO, -1, "91440305MA5TE5T15G", "4:-1:a.csv:7"},
        {FIELD_SHOP_SHOP_NAME, -1, "青山小馆", "5:-1:a.csv:7"},
        {FIELD_DEVICE_TUSN, 0, "00000204000000000001", "0:0:a.csv:7"},
        {FIELD_DEVICE_TERMINAL_NO, 0, "10000001", "1:0:a.csv:7"},
        {FIELD_MERCHANT_MCC, -1, "5812", ""},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(RepeatIndex) index = repeat_index_new();
        Application *first = sample_application(arena, MERCHANT_ENTERPRISE);
        first->line = 7;
        repeat_index_next_file(index, "a.csv");
        g_autofree char *none = add(index, first);
        g_assert_cmpstr(none, ==, "");
        repeat_index_next_file(index, "b.csv");
        Application *later = other(arena, "b.csv", 3);
        sample_set(later, rows[i].id, rows[i].device, rows[i].text);
        g_autofree char *text = add(index, later);
        g_assert_cmpstr(text, ==, rows[i].repeats);
    }
}

static void
test_repeats_inside(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(RepeatIndex) index = repeat_index_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);

    sample_terminals(app, 2);
    app->devices[0].line = 2;
    app->devices[1].line = 3;
    sample_set(app, FIELD_DEVICE_TERMINAL_NO, 1, "10000001");
    repeat_index_next_file(index, "sample.csv");
    g_autofree char *text = add(index, app);
    g_assert_cmpstr(text, ==, "1:1:sample.csv:2:same");
}

/* The layers of a sample as judged up to a stage. */
static Assessment
assessed(const Application *app, GArray *findings, Stage stage)
{
    Assessment assessment = {.app = app, .findings = findings};

    assess(&assessment, stage, 20780);
    return assessment;
}

static void
test_layers(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    Assessment clean = assessed(app, findings, STAGE_APPROVE);

    g_assert_cmpint(clean.verdict, ==, VERDICT_CLEAR);
    g_assert_cmpint(clean.layers[LAYER_IDENTITY].state, ==, LAYER_PASSED);
    g_assert_cmpint(clean.layers[LAYER_LIMITS].state, ==, LAYER_PASSED);
    /* nobody outside has been asked */
    g_assert_cmpint(clean.layers[LAYER_BANK_ACCOUNT].state, ==, LAYER_PENDING);
    g_assert_cmpint(clean.layers[LAYER_SCREENING].state, ==, LAYER_PENDING);
    g_assert_cmpint(clean.layers[LAYER_CONTRACT].state, ==, LAYER_NOT_STARTED);
    Assessment further = assessed(app, findings, STAGE_PROVISION);
    g_assert_cmpint(further.layers[LAYER_CONTRACT].state, ==, LAYER_PENDING);
    g_assert_cmpint(further.layers[LAYER_KEYS].state, ==, LAYER_PENDING);
}

static void
test_layer_failed(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_LIMIT_LIMIT_SINGLE_DEBIT, -1, "0");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    Assessment blocked = assessed(app, findings, STAGE_APPROVE);
    g_assert_cmpint(blocked.verdict, ==, VERDICT_BLOCKED);
    g_assert_cmpint(blocked.layers[LAYER_LIMITS].state, ==, LAYER_FAILED);
    g_assert_cmpint(blocked.layers[LAYER_IDENTITY].state, ==, LAYER_PASSED);
}

static void
test_plaque_needs_no_keys(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);
    g_autoptr(GArray) findings = g_array_new(FALSE, TRUE, sizeof(Finding));

    sample_set(app, FIELD_DEVICE_TERM_KIND, 0, "11");
    Assessment plaque = assessed(app, findings, STAGE_PROVISION);
    g_assert_cmpint(plaque.layers[LAYER_KEYS].state, ==, LAYER_NOT_REQUIRED);
    g_assert_nonnull(plaque.layers[LAYER_KEYS].reason_key);
}

static void
test_absent_is_pending(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);

    sample_clear(app, FIELD_DEVICE_FIRMWARE_VERSION, 0);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    Assessment early = assessed(app, findings, STAGE_APPROVE);
    g_assert_cmpint(early.verdict, ==, VERDICT_CLEAR);
    g_assert_cmpint(early.layers[LAYER_DEVICE].state, ==, LAYER_PENDING);
    g_assert_cmpuint(early.layers[LAYER_DEVICE].missing, ==, 1);
}

/* How a file is told by its name or its first bytes: records of the first chunk, or an error. */
static const struct {
    const char *name, *file, *text, *error;
    guint records;
} forms[] = {
    {"ndjson", "a.ndjson", "{}\n{}\n\n{}", NULL, 3},
    {"jsonl", "a.jsonl", "{}\n", NULL, 1},
    {"json-array", "a.json", "[{},{}]", NULL, 2},
    {"json-object", "a.json", "{\n}\n", NULL, 1},
    {"csv", "a.CSV", "external_ref\nA\nB\nA\n", NULL, 2},
    {"no-ending/ndjson", "a", "{}\n{}\n", NULL, 2},
    {"no-ending/json", "a", "{\n}\n", NULL, 1},
    {"no-ending/array", "a", " [{}]", NULL, 1},
    {"no-ending/csv", "a", "external_ref\nA\n", NULL, 1},
    {"byte-order-mark", "a.ndjson", "\xEF\xBB\xBF{}\n", NULL, 1},
    {"empty", "a.ndjson", "", "input.empty", 0},
};

static void
test_form(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autofree char *folder = g_dir_make_tmp("swipeready-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, forms[i].file, NULL);
    const char *files[] = {path};
    Chunk chunk;

    g_assert_true(g_file_set_contents(path, forms[i].text, -1, NULL));
    g_autoptr(Source) source = source_new(files, 1);
    chunk_init(&chunk);
    g_assert_true(source_next(source, &chunk));
    g_assert_cmpuint(chunk.records->len, ==, forms[i].records);
    if (forms[i].error != NULL)
        g_assert_cmpstr(g_array_index(chunk.errors, InputError, 0).key, ==, forms[i].error);
    g_assert_false(source_next(source, &chunk));
    chunk_clear(&chunk);
    g_unlink(path);
    g_rmdir(folder);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow/repeat_index", test_repeats);
    g_test_add_func("/flow/repeat_index-inside", test_repeats_inside);
    g_test_add_func("/flow/layers", test_layers);
    g_test_add_func("/flow/layer-failed", test_layer_failed);
    g_test_add_func("/flow/plaque-needs-no-keys", test_plaque_needs_no_keys);
    g_test_add_func("/flow/absent-is-pending", test_absent_is_pending);
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *path = g_strdup_printf("/flow/form/%s", forms[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_form);
    }
    return g_test_run();
}
