/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/repeat_index.h"

#include "base/place_table.h"

/* Lines of all files are numbered through, so that a place is one number. */
typedef struct {
    const char *file;
    guint32 base; /* place = base + line */
} FilePlaces;

struct RepeatIndex {
    PlaceTable *table;
    GArray *files;    /* FilePlaces, base rising */
    guint32 furthest; /* greatest place used */
};

RepeatIndex *
repeat_index_new(void)
{
    RepeatIndex *index = g_new0(RepeatIndex, 1);

    index->table = place_table_new();
    index->files = g_array_new(FALSE, FALSE, sizeof(FilePlaces));
    return index;
}

void
repeat_index_free(RepeatIndex *index)
{
    place_table_free(index->table);
    g_array_unref(index->files);
    g_free(index);
}

void
repeat_index_next_file(RepeatIndex *index, const char *file)
{
    FilePlaces places = {file, index->furthest};

    g_array_append_val(index->files, places);
}

static const FilePlaces *
file_of_place(const RepeatIndex *index, guint32 place)
{
    guint i = index->files->len - 1;

    while (i > 0 && g_array_index(index->files, FilePlaces, i).base >= place)
        i--;
    return &g_array_index(index->files, FilePlaces, i);
}

/* One value that must not repeat. */
typedef struct {
    RepeatKind kind;
    int device;
    guint32 line;
} Candidate;

static void
look_up(RepeatIndex *index, GArray *repeats, const Candidate *what, guint64 digest)
{
    guint32 base = g_array_index(index->files, FilePlaces, index->files->len - 1).base;
    guint32 place = base + MAX(what->line, 1);

    index->furthest = MAX(index->furthest, place);
    if (!place_table_find_or_add(index->table, digest, &place))
        return;
    const FilePlaces *first = file_of_place(index, place);
    Repeat repeat = {what->kind, what->device, first->file, place - first->base, FALSE};
    g_array_append_val(repeats, repeat);
}

static void
add_text(RepeatIndex *index, GArray *repeats, const Candidate *what, const char *text)
{
    if (text != NULL)
        look_up(index, repeats, what, place_table_digest(what->kind, text));
}

/* TRUE when an earlier terminal of the application has the same value: that is said without the
 * index. */
static gboolean
repeats_inside(const Application *app, FieldId id, guint device, Repeat *repeat)
{
    const char *text = device_text(&app->devices[device], id);

    for (guint i = 0; i < device; i++) {
        if (g_strcmp0(device_text(&app->devices[i], id), text) != 0)
            continue;
        repeat->file = app->file;
        repeat->line = app->devices[i].line != 0 ? app->devices[i].line : app->line;
        return TRUE;
    }
    return FALSE;
}

static void
add_device_value(RepeatIndex *index, const Application *app, GArray *repeats, const Candidate *what)
{
    FieldId id = what->kind == REPEAT_TUSN ? FIELD_DEVICE_TUSN : FIELD_DEVICE_TERMINAL_NO;
    Repeat inside = {what->kind, what->device, NULL, 0, TRUE};
    const char *text = device_text(&app->devices[what->device], id);

    if (text == NULL)
        return;
    if (repeats_inside(app, id, (guint)what->device, &inside))
        g_array_append_val(repeats, inside);
    else
        add_text(index, repeats, what, text);
}

static const char *
identity_of(const Application *app)
{
    const char *licence = application_text(app, FIELD_LICENCE_LICENCE_NO);

    return licence != NULL ? licence : application_text(app, FIELD_PERSON_LEGAL_ID_NO);
}

static void
add_account_owner(RepeatIndex *index, const Application *app, GArray *repeats,
                  const Candidate *what)
{
    const char *account = application_text(app, FIELD_SETTLE_ACCOUNT_NO);
    const char *owner = identity_of(app);

    if (account == NULL || owner == NULL)
        return;
    guint64 digest = place_table_digest(REPEAT_ACCOUNT_OWNER, account);
    look_up(index, repeats, what, place_table_digest_more(digest, owner));
}

static void
add_shop(RepeatIndex *index, const Application *app, GArray *repeats, const Candidate *what)
{
    const char *name = application_text(app, FIELD_SHOP_SHOP_NAME);
    const char *address = application_text(app, FIELD_SHOP_SHOP_ADDRESS);

    if (name == NULL || address == NULL)
        return;
    guint64 digest = place_table_digest(REPEAT_SHOP, name);
    look_up(index, repeats, what, place_table_digest_more(digest, address));
}

void
repeat_index_add(RepeatIndex *index, const Application *app, GArray *repeats)
{
    Candidate what = {.device = -1, .line = app->line};

    what.kind = REPEAT_REF;
    add_text(index, repeats, &what, application_text(app, FIELD_APPLICATION_EXTERNAL_REF));
    what.kind = REPEAT_CONTRACT_NO;
    add_text(index, repeats, &what, application_text(app, FIELD_CONTRACT_CONTRACT_NO));
    what.kind = REPEAT_ACCOUNT;
    add_text(index, repeats, &what, application_text(app, FIELD_SETTLE_ACCOUNT_NO));
    what.kind = REPEAT_IDENTITY;
    add_text(index, repeats, &what, identity_of(app));
    what.kind = REPEAT_ACCOUNT_OWNER;
    add_account_owner(index, app, repeats, &what);
    what.kind = REPEAT_SHOP;
    add_shop(index, app, repeats, &what);
    for (guint i = 0; i < app->device_count; i++) {
        what.device = (int)i;
        what.line = app->devices[i].line != 0 ? app->devices[i].line : app->line;
        what.kind = REPEAT_TUSN;
        add_device_value(index, app, repeats, &what);
        what.kind = REPEAT_TERMINAL_NO;
        add_device_value(index, app, repeats, &what);
    }
}
