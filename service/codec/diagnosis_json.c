/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/diagnosis_json.h"

#include "codec/json_data.h"
#include "codec/reject_json.h"
#include "codec/resource.h"

#include <string.h>

static const char file_name[] = "diagnosis.json";
static const char root_keys[] =
    "name version source patterns profiles cardless acquirers rejects answers";
static const char pattern_keys[] = "id codes at_least when given causes";
static const char cause_keys[] = "mistake variant weight reason check_first";
static const char answer_keys[] = "id codes given untold verdict who message";

/* Those who may be behind a decline and are no actor of the rules. */
static const char *const strangers[] = {"cardholder", "issuer", "cardholder_or_issuer", "nobody",
                                        NULL};

typedef struct {
    DiagnosisTable *table;
    const RulePack *pack;
    GHashTable *ids; /* of patterns and answers; texts of the table */
    GHashTable *aliases;
} DiagnosisReader;

static gboolean
is_code(const char *code)
{
    static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    return g_str_equal(code, DIAGNOSIS_NO_CODE) ||
           (strlen(code) == 2 && strspn(code, letters) == 2) ||
           (strlen(code) == 5 && strspn(code, "0123456789") == 5); /* a reject code */
}

/* Form only: a table of response codes of the operator's own may hold fewer. */
static char **
read_codes(const JsonPlace *object, const char *key)
{
    JsonPlace place = json_data_member(object, key);
    char **codes = json_data_list(object, key);

    for (char **code = codes; *code != NULL; code++) {
        if (!is_code(*code))
            json_data_fail(&place, "'%s' is not a response code", *code);
    }
    return codes;
}

static guint8
read_words(const JsonPlace *signs, const char *key, Sign sign)
{
    JsonPlace place = json_data_member(signs, key);
    g_auto(GStrv) words = json_data_list(signs, key);
    guint8 bits = 0;

    for (char **word = words; *word != NULL; word++) {
        guint8 bit = diagnosis_sign_bit(sign, *word);
        if (bit == 0)
            json_data_fail(&place, "'%s' is not one of: %s", *word, diagnosis_sign_words(sign));
        bits |= bit;
    }
    if (bits == 0)
        json_data_fail(&place, "allows nothing");
    return bits;
}

/* {"cards": ["many"], ...}; missing = no condition. */
static SignSet
read_signs(const JsonPlace *object, const char *key)
{
    SignSet set = {{0}};
    JsonPlace signs = json_data_member(object, key);

    if (signs.value == NULL)
        return set;
    signs = json_data_object(object, key);
    for (void *iter = json_object_iter(signs.value); iter != NULL;
         iter = json_object_iter_next(signs.value, iter)) {
        const char *name = json_object_iter_key(iter);
        JsonPlace place = json_data_member(&signs, name);
        Sign sign = SIGN_SIGN_ON;
        if (diagnosis_sign_find(name, &sign))
            set.allowed[sign] = read_words(&signs, name, sign);
        else
            json_data_fail(&place, "is not a known key");
    }
    return set;
}

static const char *
read_id(const DiagnosisReader *reader, const JsonPlace *object)
{
    const char *id = json_data_text(object, "id");

    json_data_unique(object, "id", reader->ids, id);
    return id;
}

/* A variant must have a forecast of its own; without one, the mistake must have any. */
static void
check_mistake(const DiagnosisReader *reader, const JsonPlace *object, const char *mistake,
              const char *variant)
{
    JsonPlace place = json_data_member(object, "mistake");

    if (pack_find_forecast(reader->pack, mistake, variant) == NULL)
        json_data_fail(&place, "the mistake '%s/%s' is unknown", mistake, variant);
}

static void
read_cause(const DiagnosisReader *reader, const JsonPlace *object, DiagnosisPattern *pattern)
{
    DiagnosisCause *cause = g_new0(DiagnosisCause, 1);
    JsonPlace weight = json_data_member(object, "weight");

    g_ptr_array_add(pattern->causes, cause);
    json_data_keys(object, cause_keys);
    cause->mistake = json_data_text(object, "mistake");
    cause->variant = json_data_text_or_empty(object, "variant");
    cause->weight = (guint)MIN(json_data_number(object, "weight"), DIAGNOSIS_WEIGHT_MAX + 1);
    json_data_localized(object, "reason", cause->reason.text);
    json_data_localized(object, "check_first", cause->check_first.text);
    check_mistake(reader, object, cause->mistake, cause->variant);
    if (cause->weight == 0 || cause->weight > DIAGNOSIS_WEIGHT_MAX)
        json_data_fail(&weight, "is not from 1 to %d", DIAGNOSIS_WEIGHT_MAX);
}

static void
read_pattern(gpointer user, const JsonPlace *object)
{
    const DiagnosisReader *reader = user;
    DiagnosisPattern *pattern = diagnosis_add_pattern(reader->table);
    JsonPlace causes = json_data_array(object, "causes");
    JsonPlace at_least = json_data_member(object, "at_least");

    json_data_keys(object, pattern_keys);
    pattern->id = read_id(reader, object);
    pattern->codes = read_codes(object, "codes");
    pattern->at_least = at_least.value != NULL ? (guint)json_data_number(object, "at_least") : 1;
    pattern->when = read_signs(object, "when");
    pattern->given = read_signs(object, "given");
    for (gsize i = 0; i < json_data_count(&causes); i++) {
        JsonPlace item = json_data_item(&causes, i);
        read_cause(reader, &item, pattern);
    }
    if (pattern->at_least == 0 || pattern->at_least > MAX(g_strv_length(pattern->codes), 1))
        json_data_fail(&at_least, "is more than there are codes, or 0");
}

static void
read_profile(gpointer user, const JsonPlace *object)
{
    const DiagnosisReader *reader = user;
    DiagnosisProfile *profile = g_new0(DiagnosisProfile, 1);

    g_ptr_array_add(reader->table->profiles, profile);
    json_data_keys(object, "mistake variant fits");
    profile->mistake = json_data_text(object, "mistake");
    profile->variant = json_data_text_or_empty(object, "variant");
    json_data_object(object, "fits");
    profile->fits = read_signs(object, "fits");
    check_mistake(reader, object, profile->mistake, profile->variant);
}

static void
read_acquirer(gpointer user, const JsonPlace *object)
{
    const DiagnosisReader *reader = user;
    DiagnosisAcquirer *acquirer = diagnosis_add_acquirer(reader->table);

    json_data_keys(object, "name aliases");
    acquirer->name = json_data_text(object, "name");
    acquirer->aliases = json_data_list(object, "aliases");
    for (char **alias = acquirer->aliases; *alias != NULL; alias++)
        json_data_unique(object, "aliases", reader->aliases, *alias);
}

static guint
read_untold(const JsonPlace *object)
{
    JsonPlace place = json_data_member(object, "untold");
    g_auto(GStrv) names = json_data_optional_list(object, "untold");
    guint bits = 0;

    for (char **name = names; *name != NULL; name++) {
        Sign sign = SIGN_SIGN_ON;
        if (diagnosis_sign_find(*name, &sign))
            bits |= 1u << sign;
        else
            json_data_fail(&place, "'%s' is unknown", *name);
    }
    return bits;
}

static gboolean
is_actor(const RulePack *pack, const char *who)
{
    for (guint i = 0; i < pack->mistakes->len; i++) {
        const Topic *mistake = g_ptr_array_index(pack->mistakes, i);
        if (g_str_equal(mistake->actor, who))
            return TRUE;
    }
    return g_strv_contains(strangers, who);
}

static void
read_answer(gpointer user, const JsonPlace *object)
{
    const DiagnosisReader *reader = user;
    DiagnosisAnswer *answer = diagnosis_add_answer(reader->table);
    JsonPlace who = json_data_member(object, "who");
    const char *verdict = json_data_word(object, "verdict", "not_setup unclear");

    json_data_keys(object, answer_keys);
    answer->id = read_id(reader, object);
    answer->codes = read_codes(object, "codes");
    answer->given = read_signs(object, "given");
    answer->untold = read_untold(object);
    answer->who = json_data_text(object, "who");
    json_data_localized(object, "message", answer->message.text);
    diagnosis_verdict_find(verdict, &answer->verdict);
    if (!is_actor(reader->pack, answer->who))
        json_data_fail(&who, "the actor '%s' is unknown", answer->who);
}

DiagnosisTable *
diagnosis_from_json(GBytes *bytes, const char *file, const RulePack *pack, GError **error)
{
    g_autoptr(DiagnosisTable) table = diagnosis_table_new();
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) aliases = g_hash_table_new(g_str_hash, g_str_equal);
    DiagnosisReader reader = {table, pack, ids, aliases};
    JsonData data = {
        .file = file != NULL ? file : file_name,
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = table->strings,
    };
    JsonPlace root = json_data_open(&data, bytes);

    json_data_keys(&root, root_keys);
    table->name = json_data_text(&root, "name");
    table->version = json_data_text(&root, "version");
    json_data_text(&root, "source");
    json_data_each(&root, "patterns", read_pattern, &reader);
    json_data_each(&root, "profiles", read_profile, &reader);
    json_data_each(&root, "acquirers", read_acquirer, &reader);
    json_data_each(&root, "answers", read_answer, &reader);
    table->cardless = read_codes(&root, "cardless");
    reject_json_read(&root, pack, &table->rejects);
    return json_data_close(&data, error) ? g_steal_pointer(&table) : NULL;
}

DiagnosisTable *
diagnosis_json_load(const RulePack *pack, GError **error)
{
    g_autoptr(GBytes) bytes = resource_builtin(file_name, error);

    return bytes != NULL ? diagnosis_from_json(bytes, NULL, pack, error) : NULL;
}
