/* SPDX-License-Identifier: Apache-2.0 */
#include "model/facts.h"

#include "base/decimal.h"
#include "base/instant.h"

#include <string.h>

void
facts_init(Facts *facts, Arena *arena)
{
    memset(facts, 0, sizeof *facts);
    facts->arena = arena;
}

FactRecord *
facts_set_records(Facts *facts, FactSection section, guint count)
{
    guint values = fact_count(section);

    facts->records[section] = arena_alloc0(facts->arena, count * sizeof(FactRecord));
    facts->counts[section] = count;
    facts->listed[section] = TRUE;
    for (guint i = 0; i < count; i++) {
        facts->records[section][i].values = arena_alloc0(facts->arena, values * sizeof(FactValue));
        facts->records[section][i].ttl_days = -1;
    }
    return facts->records[section];
}

gboolean
facts_is_by_terminal(FactSection section)
{
    return section == FACTS_HOST_TERMINAL || section == FACTS_DEVICE || section == FACTS_TERMINAL ||
           section == FACTS_INSTALL;
}

const FactRecord *
facts_record(const Facts *facts, FactSection section, guint index)
{
    return index < facts->counts[section] ? &facts->records[section][index] : NULL;
}

int
facts_index_of(const Facts *facts, FactSection section, int device)
{
    if (facts->joined[section] == NULL || device < 0 || (guint)device >= facts->device_count)
        return -1;
    return facts->joined[section][device];
}

const FactValue *
facts_value(const Facts *facts, FactId id, guint index)
{
    static const FactValue not_asked = {.state = FACT_NOT_ASKED};
    FactSection section = fact_specs[id].section;
    const FactRecord *record = facts_record(facts, section, index);

    return record != NULL ? &record->values[id - fact_sections[section].first] : &not_asked;
}

const FactValue *
facts_given(const Facts *facts, FactId id, guint index)
{
    const FactValue *value = facts_value(facts, id, index);

    return value->state == FACT_GIVEN ? value : NULL;
}

/* ---- evidence ---- */

gboolean
facts_is_keyless(const Device *device)
{
    const FieldValue *kind = device_good(device, FIELD_DEVICE_TERM_KIND);

    return kind != NULL &&
           g_strcmp0(field_word(FIELD_DEVICE_TERM_KIND, (guint)kind->number), "11") == 0;
}

static gboolean
is_needed_of_device(const Device *device, FactId id)
{
    const FactSpec *spec = &fact_specs[id];

    if (id == FACT_TERMINAL_SIM_ICCID)
        return device_good(device, FIELD_DEVICE_SIM_ICCID) != NULL;
    if (!facts_is_keyless(device))
        return TRUE;
    return spec->section != FACTS_DEVICE && spec->section != FACTS_TERMINAL &&
           spec->layer != LAYER_KEYS;
}

gboolean
facts_is_needed(const Application *app, FactId id, int device)
{
    if (fact_specs[id].need == FACT_NEED_FREE)
        return FALSE;
    if (id == FACT_BANK_ACCOUNT_CARD_KIND)
        return !application_is(app, FIELD_SETTLE_ACCOUNT_KIND, ACCOUNT_CORPORATE);
    return device < 0 || is_needed_of_device(&app->devices[device], id);
}

EvidenceState
facts_evidence(const FactRecord *record, CivilDay today)
{
    if (record->at_text == NULL || record->ttl_days < 0 || record->source == NULL)
        return EVIDENCE_NO_ORIGIN;
    CivilDay day = instant_day(record->at);
    if (day > today)
        return EVIDENCE_AHEAD;
    return (gint64)day + record->ttl_days < today ? EVIDENCE_OLD : EVIDENCE_GOOD;
}

/* A layer waits for it: then an empty text is no answer. A serial in stock is bound to nobody. */
static gboolean
says_nothing(FactId id, const FactValue *value)
{
    return fact_specs[id].need == FACT_NEED_GATE && id != FACT_DEVICE_BOUND_TO &&
           value->text != NULL && value->text[0] == '\0';
}

gboolean
facts_settles(FactId id, const FactValue *value)
{
    if (value->state != FACT_GIVEN || says_nothing(id, value))
        return FALSE;
    if (fact_specs[id].type == FACT_TYPE_KCV)
        return value->kcv->length >= KCV_BYTES_PROOF;
    /* of a serial, "unknown" is what the register knows of it */
    return id == FACT_DEVICE_TUSN_STATE || fact_specs[id].need == FACT_NEED_FREE ||
           g_strcmp0(value->text, "unknown") != 0;
}

/* ---- gaps and oddities ---- */

static gboolean
is_odd(FactId id, const FactValue *value)
{
    return !facts_settles(id, value) ||
           (fact_specs[id].type == FACT_TYPE_SET && value->list != NULL);
}

/* Rules and layers skip records that have neither. */
static void
count_of_record(Facts *facts, const Application *app, FactSection section, guint index)
{
    FactRecord *record = &facts->records[section][index];
    FactId first = fact_sections[section].first;
    guint count = fact_count(section);
    int device = facts_is_by_terminal(section) ? facts->device[section][index] : -1;

    for (guint i = 0; i < count; i++) {
        FactId id = (FactId)(first + i);
        if (record->values[i].state != FACT_NOT_ASKED)
            record->oddities += is_odd(id, &record->values[i]) ? 1 : 0;
        else
            record->gaps += facts_is_needed(app, id, device) ? 1 : 0;
    }
}

static void
count_of_all(Facts *facts, const Application *app)
{
    for (int section = 0; section < FACTS_SECTION_COUNT; section++) {
        for (guint i = 0; i < facts->counts[section]; i++)
            count_of_record(facts, app, (FactSection)section, i);
    }
}

/* ---- joining records to terminals ---- */

/* What identifies a record and a terminal. */
typedef struct {
    FactId fact; /* FACT_NONE: this section does not have it */
    FieldId field;
} JoinKey;

typedef struct {
    FactSection section;
    JoinKey serial, number;
} JoinRow;

static const JoinRow join_rows[] = {
    {FACTS_HOST_TERMINAL,
     {FACT_HOST_TERMINAL_TUSN, FIELD_DEVICE_TUSN},
     {FACT_HOST_TERMINAL_TERMINAL_NO, FIELD_DEVICE_TERMINAL_NO}},
    {FACTS_DEVICE, {FACT_DEVICE_TUSN, FIELD_DEVICE_TUSN}, {FACT_NONE, FIELD_NONE}},
    {FACTS_TERMINAL,
     {FACT_TERMINAL_TUSN, FIELD_DEVICE_TUSN},
     {FACT_TERMINAL_TERMINAL_NO, FIELD_DEVICE_TERMINAL_NO}},
    {FACTS_INSTALL, {FACT_NONE, FIELD_NONE}, {FACT_INSTALL_TERMINAL_NO, FIELD_DEVICE_TERMINAL_NO}},
};

static void
join_pair(Facts *facts, FactSection section, guint device, guint record)
{
    facts->joined[section][device] = (int)record;
    facts->device[section][record] = (int)device;
}

static void
join_record(Facts *facts, const Application *app, const JoinKey *key, guint record)
{
    FactSection section = fact_specs[key->fact].section;
    const FactValue *value = facts_given(facts, key->fact, record);

    for (guint i = 0; value != NULL && i < app->device_count; i++) {
        const char *text = device_text(&app->devices[i], key->field);
        if (facts->joined[section][i] < 0 && text != NULL && strcmp(text, value->text) == 0) {
            join_pair(facts, section, i, record);
            return;
        }
    }
}

static void
join_by(Facts *facts, const Application *app, FactSection section, const JoinKey *key)
{
    for (guint i = 0; key->fact != FACT_NONE && i < facts->counts[section]; i++) {
        if (facts->device[section][i] < 0)
            join_record(facts, app, key, i);
    }
}

/* The only -1 of a list; -1 when there is none or more than one. */
static int
only_free(const int *list, guint count)
{
    int found = -1;

    for (guint i = 0; i < count; i++) {
        if (list[i] >= 0)
            continue;
        if (found >= 0)
            return -1;
        found = (int)i;
    }
    return found;
}

static int *
new_list(Arena *arena, guint count)
{
    int *list = arena_alloc0(arena, (count + 1) * sizeof(int));

    for (guint i = 0; i < count; i++)
        list[i] = -1;
    return list;
}

static void
join_section(Facts *facts, const Application *app, const JoinRow *row)
{
    FactSection section = row->section;

    facts->joined[section] = new_list(facts->arena, app->device_count);
    facts->device[section] = new_list(facts->arena, facts->counts[section]);
    join_by(facts, app, section, &row->serial);
    join_by(facts, app, section, &row->number);
    int device = only_free(facts->joined[section], app->device_count);
    int record = only_free(facts->device[section], facts->counts[section]);
    if (device >= 0 && record >= 0)
        join_pair(facts, section, (guint)device, (guint)record);
}

void
facts_join(Facts *facts, const Application *app)
{
    facts->device_count = app->device_count;
    for (gsize i = 0; i < G_N_ELEMENTS(join_rows); i++)
        join_section(facts, app, &join_rows[i]);
    count_of_all(facts, app);
}

/* ---- showing ---- */

static void
append_kcv(GString *out, const Kcv *kcv)
{
    static const char *const algorithms[] = {"des", "tdes", "aes", "sm4"};
    static const char *const methods[] = {"ecb_zero", "cmac_zero"};

    for (guint i = 0; i < kcv->length; i++)
        g_string_append_printf(out, "%02X", kcv->value[i]);
    g_string_append_printf(out, " (%s %s)", algorithms[kcv->algorithm], methods[kcv->method]);
}

static void
append_joined(GString *out, const char *const *list)
{
    for (guint i = 0; list[i] != NULL; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? ";" : "", list[i]);
}

static void
append_words(GString *out, FactId id, gint64 bits)
{
    for (guint i = 0; fact_word(id, i) != NULL; i++) {
        if ((bits & (G_GINT64_CONSTANT(1) << i)) != 0)
            g_string_append_printf(out, "%s%s", out->len > 0 ? ";" : "", fact_word(id, i));
    }
}

static void
append_value(GString *out, FactId id, const FactValue *value)
{
    switch (fact_specs[id].type) {
    case FACT_TYPE_MONEY:
        decimal_append(out, value->number, 2, 2);
        break;
    case FACT_TYPE_RATE:
        decimal_append(out, value->number, 6, 2);
        break;
    case FACT_TYPE_INTEGER:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, value->number);
        break;
    case FACT_TYPE_BOOL:
        g_string_append(out, value->number != 0 ? "true" : "false");
        break;
    case FACT_TYPE_SET:
        append_words(out, id, value->number);
        break;
    case FACT_TYPE_KCV:
        append_kcv(out, value->kcv);
        break;
    case FACT_TYPE_LIST:
        append_joined(out, value->list);
        break;
    case FACT_TYPE_TEXT:
    case FACT_TYPE_ENUM:
    case FACT_TYPE_DATE:
    case FACT_TYPE_TIME:
    case FACT_TYPE_COORDINATE:
    case FACT_TYPE_COUNT:
        g_string_append(out, value->text);
        break;
    }
}

const char *
facts_shown(Arena *arena, FactId id, const FactValue *value)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (value->state != FACT_GIVEN)
        return value->text;
    append_value(text, id, value);
    return arena_strndup(arena, text->str, text->len);
}
