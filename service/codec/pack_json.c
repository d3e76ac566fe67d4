/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/pack_json.h"

#include "codec/json_data.h"

#include <string.h>

static const char root_keys[] =
    "name version source forecasts mistakes regulations actors fee_rows rules";
static const char forecast_keys[] =
    "mistake variant stage de39 alternates symptom confidence waivable seen_from";
static const char mistake_keys[] = "id title caught_by actor source confidence";
static const char regulation_keys[] = "id title source confidence";
static const char fee_row_keys[] =
    "product fee_class kind rate_low rate_high cap_low cap_high amount_low amount_high from to"
    " confidence source";
static const char rule_keys[] =
    "id code severity confidence layer due_by message remedies forecasts mistakes regulations"
    " products parameters waivable from to source caused_by sets";

static const char forecast_stages[] = "sign_on purchase void settlement none";
static const char forecast_views[] = "check ask provision";
static const char fee_products[] = "debit credit foreign qr contactless";
static const char fee_classes[] = "standard preferential exempt";
static const char fee_kinds[] = "floor band";

/* What the law demands outright cannot be waived by anybody (design 2.2). */
static const char *const unwaivable_regulations[] = {
    "G01", "G02", "G03", "G04", "G11", "G12", "G16", "G17", "G18", "G25", "G27", NULL,
};

enum { IDS_MISTAKES, IDS_REGULATIONS, IDS_FORECASTS, IDS_RULES, IDS_COUNT };

/* A pack while it is read. */
typedef struct {
    RulePack *pack;
    json_t *actors;             /* borrowed */
    GHashTable *ids[IDS_COUNT]; /* sets of what was read so far; texts of the pack */
} PackReader;

static void
check_actor(const PackReader *reader, const JsonPlace *object, const char *actor)
{
    JsonPlace place = json_data_member(object, "actor");

    if (json_object_get(reader->actors, actor) == NULL)
        json_data_fail(&place, "the actor '%s' is unknown", actor);
}

static void
read_actors(const JsonPlace *actors)
{
    const char *name[LANGUAGE_COUNT];

    for (void *iter = json_object_iter(actors->value); iter != NULL;
         iter = json_object_iter_next(actors->value, iter))
        json_data_localized(actors, json_object_iter_key(iter), name);
}

static void
check_ids(const JsonPlace *object, const char *key, char **list, GHashTable *ids)
{
    JsonPlace place = json_data_member(object, key);

    for (; *list != NULL; list++) {
        if (!g_hash_table_contains(ids, *list))
            json_data_fail(&place, "'%s' is unknown", *list);
    }
}

static gboolean
is_of(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);

    return g_strv_contains((const char *const *)list, word);
}

static void
check_words(const JsonPlace *object, const char *key, char **list, const char *words)
{
    JsonPlace place = json_data_member(object, key);

    for (; *list != NULL; list++) {
        if (!is_of(words, *list))
            json_data_fail(&place, "'%s' is not one of: %s", *list, words);
    }
}

static Topic *
read_topic(const JsonPlace *object, GPtrArray *topics, GHashTable *ids)
{
    Topic *topic = g_new0(Topic, 1);

    g_ptr_array_add(topics, topic);
    topic->id = json_data_text(object, "id");
    json_data_unique(object, "id", ids, topic->id);
    json_data_localized(object, "title", topic->title.text);
    return topic;
}

/* Where a mistake comes from is our own reading of the response codes unless the file says else. */
static void
read_mistake(gpointer user, const JsonPlace *object)
{
    PackReader *reader = user;

    json_data_keys(object, mistake_keys);
    Topic *topic = read_topic(object, reader->pack->mistakes, reader->ids[IDS_MISTAKES]);
    json_data_localized(object, "caught_by", topic->caught_by.text);
    topic->actor = json_data_text(object, "actor");
    check_actor(reader, object, topic->actor);
    JsonPlace confidence = json_data_member(object, "confidence");
    topic->confidence = confidence.value != NULL ? json_data_confidence(object) : CONFIDENCE_LIKELY;
    const char *source = json_data_optional_text(object, "source");
    topic->source = source != NULL ? source : "";
}

static void
read_regulation(gpointer user, const JsonPlace *object)
{
    PackReader *reader = user;

    json_data_keys(object, regulation_keys);
    Topic *topic = read_topic(object, reader->pack->regulations, reader->ids[IDS_REGULATIONS]);
    topic->source = json_data_text(object, "source");
    topic->confidence = json_data_confidence(object);
}

static void
check_forecast(PackReader *reader, const JsonPlace *object, const Forecast *forecast)
{
    g_autofree char *name = g_strconcat(forecast->mistake, "/", forecast->variant, NULL);
    const char *kept = g_string_chunk_insert(reader->pack->strings, name);
    JsonPlace mistake = json_data_member(object, "mistake");

    if (!g_hash_table_contains(reader->ids[IDS_MISTAKES], forecast->mistake))
        json_data_fail(&mistake, "the mistake '%s' is unknown", forecast->mistake);
    json_data_unique(object, "variant", reader->ids[IDS_FORECASTS], kept);
    check_words(object, "seen_from", forecast->seen_from, forecast_views);
    for (char **code = forecast->alternates; *code != NULL; code++) {
        if (strlen(*code) != 2)
            json_data_fail(object, "the alternate '%s' is not a response code", *code);
    }
}

static void
read_forecast(gpointer user, const JsonPlace *object)
{
    PackReader *reader = user;
    Forecast *forecast = g_new0(Forecast, 1);
    JsonPlace de39 = json_data_member(object, "de39");

    g_ptr_array_add(reader->pack->forecasts, forecast);
    json_data_keys(object, forecast_keys);
    forecast->mistake = json_data_text(object, "mistake");
    forecast->variant = json_data_text_or_empty(object, "variant");
    forecast->stage = json_data_word(object, "stage", forecast_stages);
    forecast->de39 = de39.value != NULL ? json_data_code(object, "de39", 2) : NULL;
    forecast->alternates = json_data_list(object, "alternates");
    json_data_localized(object, "symptom", forecast->symptom.text);
    forecast->confidence = json_data_confidence(object);
    forecast->waivable = json_data_boolean(object, "waivable");
    forecast->seen_from = json_data_list(object, "seen_from");
    check_forecast(reader, object, forecast);
}

/* -1 is "no bound", so that an open bound contradicts nothing. */
static void
check_bounds(const JsonPlace *object, const char *what, gint64 low, gint64 high)
{
    if (high >= 0 && low > high)
        json_data_fail(object, "the bounds of %s are the wrong way round", what);
}

static void
read_fee_row(gpointer user, const JsonPlace *object)
{
    PackReader *reader = user;
    FeeRow row = {
        .product = json_data_word(object, "product", fee_products),
        .fee_class = json_data_word(object, "fee_class", fee_classes),
        .kind = json_data_word(object, "kind", fee_kinds),
        .rate_low = json_data_optional_number(object, "rate_low"),
        .rate_high = json_data_optional_number(object, "rate_high"),
        .cap_low = json_data_optional_number(object, "cap_low"),
        .cap_high = json_data_optional_number(object, "cap_high"),
        .amount_low = json_data_optional_number(object, "amount_low"),
        .amount_high = json_data_optional_number(object, "amount_high"),
        .from = json_data_day(object, "from"),
        .to = json_data_last_day(object, "to"),
        .confidence = json_data_confidence(object),
        .source = json_data_text(object, "source"),
    };

    json_data_keys(object, fee_row_keys);
    check_bounds(object, "rate", row.rate_low, row.rate_high);
    check_bounds(object, "cap", row.cap_low, row.cap_high);
    check_bounds(object, "amount", row.amount_low, row.amount_high);
    if (row.from > row.to)
        json_data_fail(object, "is in force from a day after its last");
    g_array_append_val(reader->pack->fee_rows, row);
}

static void
read_remedy(PackReader *reader, const JsonPlace *object, RuleEntry *rule)
{
    Remedy *remedy = g_new0(Remedy, 1);

    g_ptr_array_add(rule->remedies, remedy);
    json_data_keys(object, "actor do");
    remedy->actor = json_data_text(object, "actor");
    json_data_localized(object, "do", remedy->action.text);
    check_actor(reader, object, remedy->actor);
}

static void
read_remedies(PackReader *reader, const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace remedies = json_data_array(object, "remedies");

    for (gsize i = 0; i < json_data_count(&remedies); i++) {
        JsonPlace item = json_data_item(&remedies, i);
        read_remedy(reader, &item, rule);
    }
}

/* "M11", or "M09/low" where a mistake shows in more than one way. */
static const Forecast *
find_forecast(const RulePack *pack, const char *name)
{
    const char *slash = strchr(name, '/');

    if (slash == NULL)
        return pack_find_forecast(pack, name, "");
    g_autofree char *mistake = g_strndup(name, (gsize)(slash - name));
    return slash[1] != '\0' ? pack_find_forecast(pack, mistake, slash + 1) : NULL;
}

static void
read_rule_forecasts(PackReader *reader, const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "forecasts");
    g_auto(GStrv) names = json_data_list(object, "forecasts");

    for (char **name = names; *name != NULL; name++) {
        const Forecast *forecast = find_forecast(reader->pack, *name);
        if (forecast == NULL)
            json_data_fail(&place, "the forecast '%s' is unknown", *name);
        else
            g_ptr_array_add(rule->forecasts, (gpointer)(guintptr)forecast);
    }
}

static void
read_parameters(const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace parameters = json_data_object(object, "parameters");

    for (void *iter = json_object_iter(parameters.value); iter != NULL;
         iter = json_object_iter_next(parameters.value, iter)) {
        const char *key = json_object_iter_key(iter);
        gboolean is_text = json_is_string(json_object_iter_value(iter));
        RuleParameter parameter = {
            .name = g_string_chunk_insert(object->data->strings, key),
            .number = is_text ? 0 : json_data_integer(&parameters, key),
            .text = is_text ? json_data_text_or_empty(&parameters, key) : NULL,
        };
        g_array_append_val(rule->parameters, parameter);
    }
}

static void
read_layer(const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "layer");
    const char *name = json_data_text(object, "layer");
    Layer layer = LAYER_IDENTITY;

    if (g_str_equal(name, "field"))
        rule->layer = PACK_LAYER_OF_FIELD;
    else if (layer_from_name(name, &layer))
        rule->layer = (int)layer;
    else
        json_data_fail(&place, "the layer '%s' is unknown", name);
}

static void
read_due_by(const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "due_by");
    const char *name = json_data_text(object, "due_by");
    Stage stage = STAGE_SUBMIT;

    if (g_str_equal(name, "field"))
        rule->due_by = PACK_STAGE_OF_FIELD;
    else if (stage_from_name(name, &stage))
        rule->due_by = (int)stage;
    else
        json_data_fail(&place, "the stage '%s' is unknown", name);
}

static void
read_severity(const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "severity");
    const char *name = json_data_text(object, "severity");

    if (!severity_from_name(name, &rule->severity))
        json_data_fail(&place, "the severity '%s' is unknown", name);
}

/* What a finding makes of its layer, where that is not what its severity says. */
static void
read_sets(const JsonPlace *object, RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "sets");
    const char *name = json_data_optional_text(object, "sets");
    LayerState state = LAYER_PENDING;

    rule->sets = PACK_STATE_OF_SEVERITY;
    if (name == NULL)
        return;
    if (!layer_state_from_name(name, &state) || state == LAYER_PASSED)
        json_data_fail(&place, "a finding cannot put its layer into '%s'", name);
    rule->sets = (int)state;
}

static gboolean
is_code_prefix(const char *prefix)
{
    g_autofree char *lower = g_ascii_strdown(prefix, -1);
    g_autofree char *upper = g_ascii_strup(prefix, -1);
    Layer layer;

    if (!g_str_equal(prefix, upper))
        return FALSE;
    return is_of("INTAKE DATA", prefix) || layer_from_name(lower, &layer);
}

/* INTAKE and DATA go with any layer, since their findings are of the field's. */
static gboolean
is_layer_prefix(int layer, const char *prefix)
{
    if (layer == PACK_LAYER_OF_FIELD || is_of("INTAKE DATA", prefix))
        return TRUE;
    return g_ascii_strcasecmp(layer_name((Layer)layer), prefix) == 0;
}

/* LAYER.REASON is what others script against (design 2.2). */
static void
check_code(const JsonPlace *object, const RuleEntry *rule)
{
    static const char reason_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    JsonPlace place = json_data_member(object, "code");
    g_auto(GStrv) parts = g_strsplit(rule->code, ".", 2);

    if (g_strv_length(parts) != 2 || !is_code_prefix(parts[0]))
        json_data_fail(&place, "'%s' begins with no layer, INTAKE or DATA", rule->code);
    else if (!is_layer_prefix(rule->layer, parts[0]))
        json_data_fail(&place, "'%s' is not of its layer", rule->code);
    else if (parts[1][0] == '\0' || parts[1][strspn(parts[1], reason_letters)] != '\0')
        json_data_fail(&place, "the reason of '%s' is not in capitals", rule->code);
}

static void
check_waivable(const JsonPlace *object, const RuleEntry *rule)
{
    JsonPlace place = json_data_member(object, "waivable");

    for (char **id = rule->regulations; rule->waivable && *id != NULL; id++) {
        if (g_strv_contains(unwaivable_regulations, *id))
            json_data_fail(&place, "what %s demands cannot be waived", *id);
    }
    for (guint i = 0; rule->waivable && i < rule->forecasts->len; i++) {
        const Forecast *forecast = g_ptr_array_index(rule->forecasts, i);
        if (!forecast->waivable)
            json_data_fail(&place, "the forecast of %s cannot be waived", forecast->mistake);
    }
}

static void
read_rule_lists(PackReader *reader, const JsonPlace *object, RuleEntry *rule)
{
    rule->mistakes = json_data_list(object, "mistakes");
    rule->regulations = json_data_list(object, "regulations");
    rule->products = json_data_list(object, "products");
    rule->caused_by = json_data_list(object, "caused_by");
    check_ids(object, "mistakes", rule->mistakes, reader->ids[IDS_MISTAKES]);
    check_ids(object, "regulations", rule->regulations, reader->ids[IDS_REGULATIONS]);
    read_remedies(reader, object, rule);
    read_rule_forecasts(reader, object, rule);
    read_parameters(object, rule);
}

static void
read_rule(gpointer user, const JsonPlace *object)
{
    PackReader *reader = user;
    RuleEntry *rule = pack_add_rule(reader->pack);

    json_data_keys(object, rule_keys);
    rule->id = json_data_text(object, "id");
    rule->code = json_data_text(object, "code");
    rule->confidence = json_data_confidence(object);
    rule->waivable = json_data_boolean(object, "waivable");
    rule->from = json_data_day(object, "from");
    rule->to = json_data_last_day(object, "to");
    rule->source = json_data_text(object, "source");
    json_data_localized(object, "message", rule->message.text);
    read_severity(object, rule);
    read_sets(object, rule);
    read_layer(object, rule);
    read_due_by(object, rule);
    read_rule_lists(reader, object, rule);
    json_data_unique(object, "id", reader->ids[IDS_RULES], rule->id);
    check_code(object, rule);
    check_waivable(object, rule);
    if (rule->from > rule->to)
        json_data_fail(object, "is in force from a day after its last");
}

/* A rule may be explained by one that stands after it, so this waits for all of them. */
static void
check_causes(PackReader *reader, const JsonPlace *rules)
{
    for (gsize i = 0; i < json_data_count(rules); i++) {
        const RuleEntry *rule = g_ptr_array_index(reader->pack->rules, i);
        JsonPlace object = json_data_item(rules, i);
        check_ids(&object, "caused_by", rule->caused_by, reader->ids[IDS_RULES]);
        if (g_strv_contains((const char *const *)rule->caused_by, rule->id))
            json_data_fail(&object, "explains itself");
    }
}

/* In an order in which what is named comes before what names it. */
static void
read_pack(PackReader *reader, const JsonPlace *root)
{
    JsonPlace actors = json_data_object(root, "actors");
    JsonPlace rules = json_data_array(root, "rules");

    json_data_keys(root, root_keys);
    json_data_text(root, "source");
    reader->pack->name = json_data_text(root, "name");
    reader->pack->version = json_data_text(root, "version");
    reader->actors = actors.value;
    read_actors(&actors);
    json_data_each(root, "mistakes", read_mistake, reader);
    json_data_each(root, "regulations", read_regulation, reader);
    json_data_each(root, "forecasts", read_forecast, reader);
    json_data_each(root, "fee_rows", read_fee_row, reader);
    json_data_each(root, "rules", read_rule, reader);
    check_causes(reader, &rules);
}

static void
set_digest(RulePack *pack, GBytes *bytes)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

    g_strlcpy(pack->sha256, digest, sizeof pack->sha256);
}

RulePack *
pack_from_json(GBytes *bytes, const char *file, GError **error)
{
    g_autoptr(RulePack) pack = pack_new();
    PackReader reader = {.pack = pack};
    JsonData data = {
        .file = file != NULL ? file : "rulepack.json",
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = pack->strings,
    };
    JsonPlace root = json_data_open(&data, bytes);

    for (int i = 0; i < IDS_COUNT; i++)
        reader.ids[i] = g_hash_table_new(g_str_hash, g_str_equal);
    read_pack(&reader, &root);
    for (int i = 0; i < IDS_COUNT; i++)
        g_hash_table_unref(reader.ids[i]);
    set_digest(pack, bytes);
    return json_data_close(&data, error) ? g_steal_pointer(&pack) : NULL;
}
