/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/weigh.h"

#include <string.h>

/* Points. A code alone gives at most 40, its patterns as much again, so that what was told beside
 * the code decides between mistakes that share it. */
enum {
    POINTS_LISTED_FIRST = 20,
    POINTS_LISTED_STEP = 3,
    POINTS_LISTED_LEAST = 4,
    POINTS_PRIMARY = 20,
    POINTS_ALTERNATE = 8
};

static const guint finding_points[SEVERITY_COUNT] = {5, 15, 25};

const DeclineOverride *
weigh_override_of(const Work *work, const char *code)
{
    return diagnose_override(work->input->catalogue, work->input->seen->acquirer, code);
}

static gboolean
lists(char *const *list, const char *text)
{
    return g_strv_contains((const char *const *)list, text);
}

static gboolean
is_variant(const char *wanted, const char *variant)
{
    return wanted[0] == '\0' || g_str_equal(wanted, variant);
}

static gboolean
was_told(const Work *work, Sign sign, const char *word)
{
    return work->told[sign] == diagnosis_sign_bit(sign, word);
}

/* A code at sign-on is a failed sign-on, whichever of the two was told. Sign-on reads no card:
 * where it failed no card works, however many were tried. */
static void
take_signs(Work *work)
{
    memcpy(work->told, work->input->seen->told, sizeof work->told);
    if (work->told[SIGN_SIGN_ON] == 0 &&
        work->told[SIGN_TXN] == diagnosis_sign_bit(SIGN_TXN, "sign_on"))
        work->told[SIGN_SIGN_ON] = diagnosis_sign_bit(SIGN_SIGN_ON, "failed");
    if (was_told(work, SIGN_SIGN_ON, "failed"))
        work->told[SIGN_CARDS] = diagnosis_sign_bit(SIGN_CARDS, "many");
}

gboolean
weigh_agrees(const Work *work, const SignSet *set, guint *conditions, guint *met)
{
    *conditions = *met = 0;
    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        guint8 allowed = set->allowed[sign], told = work->told[sign];
        if (allowed != 0 && told != 0 && (allowed & told) == 0)
            return FALSE;
        *conditions += allowed != 0 ? 1 : 0;
        *met += allowed != 0 && told != 0 ? 1 : 0;
    }
    return TRUE;
}

/* Whether the moment of a forecast can be the moment of the decline. */
static gboolean
fits_moment(const Work *work, const Forecast *forecast)
{
    gboolean at_sign_on = was_told(work, SIGN_SIGN_ON, "failed");

    if (g_str_equal(forecast->stage, "sign_on"))
        return at_sign_on || work->told[SIGN_SIGN_ON] == 0;
    if (g_str_equal(forecast->stage, "purchase"))
        return !at_sign_on;
    if (g_str_equal(forecast->stage, "void"))
        return !at_sign_on && !was_told(work, SIGN_TXN, "sale");
    return TRUE;
}

static void
add_reason(Slot *slot, const DiagnoseReason *reason)
{
    g_array_append_vals(slot->reasons, reason, 1);
}

/* ---- what the codes alone say */

static DiagnoseReasonKind
kind_of(const Work *work, const Forecast *forecast, const char *code)
{
    if (!fits_moment(work, forecast))
        return REASON_LISTED;
    if (g_strcmp0(forecast->de39, code) == 0)
        return REASON_PRIMARY;
    return lists(forecast->alternates, code) ? REASON_ALTERNATE : REASON_LISTED;
}

static guint
points_of_place(guint place)
{
    guint lost = place * POINTS_LISTED_STEP;

    return POINTS_LISTED_FIRST - MIN(lost, POINTS_LISTED_FIRST - POINTS_LISTED_LEAST);
}

static void
add_code_to_slot(const Work *work, Slot *slot, const char *code, int place)
{
    DiagnoseReason reason = {.kind = kind_of(work, slot->forecast, code), .code = code};

    slot->from_codes += place >= 0 ? points_of_place((guint)place) : 0;
    slot->from_codes += reason.kind == REASON_PRIMARY     ? POINTS_PRIMARY
                        : reason.kind == REASON_ALTERNATE ? POINTS_ALTERNATE
                                                          : 0;
    slot->place = MIN(slot->place, place >= 0 ? (guint)place : slot->place);
    slot->brought_up = TRUE;
    add_reason(slot, &reason);
}

static gboolean
shows_code(const Forecast *forecast, const char *code)
{
    return g_strcmp0(forecast->de39, code) == 0 || lists(forecast->alternates, code);
}

/* Of a mistake that shows in several ways, those that give this code; all when none is known to. */
static gboolean
is_way_of_code(const Work *work, const Forecast *forecast, const char *code)
{
    const GPtrArray *forecasts = work->input->pack->forecasts;

    if (shows_code(forecast, code))
        return TRUE;
    for (guint i = 0; i < forecasts->len; i++) {
        const Forecast *other = g_ptr_array_index(forecasts, i);
        if (g_str_equal(other->mistake, forecast->mistake) && shows_code(other, code))
            return FALSE;
    }
    return TRUE;
}

static int
place_in(char *const *mistakes, const char *mistake)
{
    for (int i = 0; mistakes[i] != NULL; i++) {
        if (g_str_equal(mistakes[i], mistake))
            return i;
    }
    return -1;
}

char *const *
weigh_mistakes_of(const Work *work, const char *code)
{
    const DeclineOverride *own = weigh_override_of(work, code);
    const DeclineCode *row = catalogue_decline_code(work->input->catalogue, code);
    Reject reject;

    if (own != NULL)
        return own->mistakes;
    if (row != NULL)
        return row->mistakes;
    reject_decode(&work->input->table->rejects, code, &reject);
    return reject.mistakes;
}

/* Where an acquirer has a meaning of its own, only the mistakes that it names count. */
static void
add_code(Work *work, const char *code)
{
    const DeclineOverride *own = weigh_override_of(work, code);
    char *const *mistakes = weigh_mistakes_of(work, code);

    for (guint i = 0; i < work->slot_count; i++) {
        Slot *slot = &work->slots[i];
        int place = place_in(mistakes, slot->forecast->mistake);
        gboolean listed = place >= 0 && is_way_of_code(work, slot->forecast, code);
        if (listed || (own == NULL && place < 0 && shows_code(slot->forecast, code)))
            add_code_to_slot(work, slot, code, place);
    }
}

/* ---- what the patterns say */

/* How many of the codes that were seen are the pattern's. A code with a meaning of the acquirer's
 * own counts only for the mistakes which that names. */
static guint
covered(const Work *work, const DiagnosisPattern *pattern, const char *mistake)
{
    guint count = 0;

    for (char **code = work->input->seen->codes; *code != NULL; code++) {
        const DeclineOverride *own = weigh_override_of(work, *code);
        gboolean meant = own == NULL || (mistake != NULL && lists(own->mistakes, mistake));
        count += meant && lists(pattern->codes, *code) ? 1 : 0;
    }
    return count;
}

/* The full weight where all conditions were told, down to about half of it where none was. */
static guint
weakened(guint weight, guint conditions, guint met)
{
    return weight * (conditions + met + 1) / (2 * conditions + 1);
}

static guint
untold_of(const Work *work, const SignSet *set)
{
    guint bits = 0;

    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        if (set->allowed[sign] != 0 && work->told[sign] == 0)
            bits |= 1u << sign;
    }
    return bits;
}

static void
add_cause_to_slot(const Work *work, Slot *slot, const DiagnosisPattern *pattern,
                  const DiagnosisCause *cause, guint weight)
{
    DiagnoseReason reason = {.kind = REASON_PATTERN,
                             .cause = cause,
                             .provided = &pattern->when,
                             .untold = untold_of(work, &pattern->when)};
    guint count = work->code_count;

    if (pattern->codes[0] != NULL)
        count = covered(work, pattern, cause->mistake);
    else if (!slot->brought_up)
        return;
    if (count == 0 || (pattern->codes[0] != NULL && count < pattern->at_least))
        return;
    slot->brought_up = TRUE;
    slot->score += weight * count / work->code_count;
    add_reason(slot, &reason);
}

/* Whether a cause that names no variant may speak of this way of the mistake: the ways that the
 * code brought up, or all when it brought up none. */
static gboolean
is_way_of_cause(const Work *work, const Slot *slot, const DiagnosisCause *cause)
{
    if (!g_str_equal(slot->forecast->mistake, cause->mistake) ||
        !is_variant(cause->variant, slot->forecast->variant))
        return FALSE;
    if (cause->variant[0] != '\0' || slot->from_codes > 0)
        return TRUE;
    for (guint i = 0; i < work->slot_count; i++) {
        if (g_str_equal(work->slots[i].forecast->mistake, cause->mistake) &&
            work->slots[i].from_codes > 0)
            return FALSE;
    }
    return TRUE;
}

static void
add_cause(Work *work, const DiagnosisPattern *pattern, const DiagnosisCause *cause, guint weight)
{
    for (guint i = 0; i < work->slot_count; i++) {
        Slot *slot = &work->slots[i];
        if (is_way_of_cause(work, slot, cause))
            add_cause_to_slot(work, slot, pattern, cause, weight);
    }
}

static void
add_pattern(Work *work, const DiagnosisPattern *pattern)
{
    guint conditions, met, demanded, told;

    if (!weigh_agrees(work, &pattern->given, &demanded, &told) || told < demanded ||
        !weigh_agrees(work, &pattern->when, &conditions, &met))
        return;
    if (pattern->codes[0] != NULL && covered(work, pattern, NULL) >= pattern->at_least)
        work->ask |= untold_of(work, &pattern->when);
    for (guint i = 0; i < pattern->causes->len; i++) {
        const DiagnosisCause *cause = g_ptr_array_index(pattern->causes, i);
        add_cause(work, pattern, cause, weakened(cause->weight, conditions, met));
    }
}

/* Patterns without codes come last: they raise what the others have brought up. */
static void
add_patterns(Work *work)
{
    const GPtrArray *patterns = work->input->table->patterns;

    for (int general = 0; general <= 1; general++) {
        for (guint i = 0; i < patterns->len; i++) {
            const DiagnosisPattern *pattern = g_ptr_array_index(patterns, i);
            if ((pattern->codes[0] == NULL) == (general == 1))
                add_pattern(work, pattern);
        }
    }
}

/* ---- what contradicts, and what is open */

/* Only a code that may come from an issuer depends on the card. An acquirer's own code that is in
 * no table, and a reject code, do not. */
static gboolean
depends_on_card(const Work *work, const char *code)
{
    return catalogue_decline_code(work->input->catalogue, code) != NULL &&
           !lists(work->input->table->cardless, code);
}

/* Whether the code has brought the mistake up; where patterns alone did, any code may have. */
static gboolean
speaks_of(const char *code, const Slot *slot)
{
    gboolean by_codes = FALSE;

    for (guint i = 0; i < slot->reasons->len; i++) {
        const DiagnoseReason *reason = &g_array_index(slot->reasons, DiagnoseReason, i);
        if (g_strcmp0(reason->code, code) == 0)
            return TRUE;
        by_codes = by_codes || reason->code != NULL;
    }
    return !by_codes;
}

/* Whether the number of cards says something of the mistake: one code that does not depend on the
 * card is enough to keep it. */
static gboolean
cards_count(const Work *work, const Slot *slot)
{
    for (char **code = work->input->seen->codes; *code != NULL; code++) {
        if (!depends_on_card(work, *code) && speaks_of(*code, slot))
            return FALSE;
    }
    return TRUE;
}

static gboolean
contradicts(const Work *work, const Slot *slot, const DiagnosisProfile *profile)
{
    guint conditions, met;
    SignSet fits = profile->fits;

    if (!g_str_equal(slot->forecast->mistake, profile->mistake) ||
        !is_variant(profile->variant, slot->forecast->variant))
        return FALSE;
    if (!cards_count(work, slot))
        fits.allowed[SIGN_CARDS] = 0;
    return !weigh_agrees(work, &fits, &conditions, &met);
}

static void
rule_out(Work *work, const DiagnosisProfile *profile)
{
    for (guint i = 0; i < work->slot_count; i++) {
        Slot *slot = &work->slots[i];
        slot->ruled_out = slot->ruled_out || contradicts(work, slot, profile);
    }
}

/* A rule that forecasts one way of a mistake speaks of that way only. */
static gboolean
is_about(const RuleEntry *rule, const Forecast *forecast)
{
    gboolean names_ways = FALSE;

    if (!lists(rule->mistakes, forecast->mistake))
        return FALSE;
    for (guint i = 0; i < rule->forecasts->len; i++) {
        const Forecast *own = g_ptr_array_index(rule->forecasts, i);
        names_ways = names_ways || g_str_equal(own->mistake, forecast->mistake);
        if (own == forecast)
            return TRUE;
    }
    return !names_ways;
}

/* The gravest finding counts; more of the same are no more reason. */
static void
add_evidence(const Work *work, Slot *slot)
{
    const GArray *evidence = work->input->evidence;
    guint most = 0;

    for (guint i = 0; evidence != NULL && i < evidence->len; i++) {
        const DiagnoseEvidence *item = &g_array_index(evidence, DiagnoseEvidence, i);
        DiagnoseReason reason = {.kind = REASON_FINDING, .evidence = item};
        if (!is_about(item->rule, slot->forecast))
            continue;
        most = MAX(most, finding_points[item->rule->severity]);
        slot->brought_up = TRUE;
        add_reason(slot, &reason);
    }
    slot->score += most;
}

/* Findings that do not go with the code explain nothing; where the code names no mistake at all,
 * they are the only trace. */
static void
add_all_evidence(Work *work)
{
    gboolean any = FALSE;

    for (guint i = 0; i < work->slot_count; i++)
        any = any || work->slots[i].brought_up;
    for (guint i = 0; i < work->slot_count; i++) {
        if (!any || work->slots[i].brought_up)
            add_evidence(work, &work->slots[i]);
    }
}

void
weigh_run(Work *work)
{
    const DiagnoseInput *input = work->input;

    for (char **code = input->seen->codes; *code != NULL; code++)
        add_code(work, *code);
    for (guint i = 0; i < work->slot_count; i++)
        work->slots[i].score = work->slots[i].from_codes / work->code_count;
    add_patterns(work);
    for (guint i = 0; i < input->table->profiles->len; i++)
        rule_out(work, g_ptr_array_index(input->table->profiles, i));
    add_all_evidence(work);
}

void
weigh_init(Work *work, const DiagnoseInput *input)
{
    work->input = input;
    work->code_count = g_strv_length(input->seen->codes);
    work->slot_count = input->pack->forecasts->len;
    work->slots = g_new0(Slot, work->slot_count);
    for (guint i = 0; i < work->slot_count; i++) {
        work->slots[i].forecast = g_ptr_array_index(input->pack->forecasts, i);
        work->slots[i].place = G_MAXUINT;
        work->slots[i].reasons = g_array_new(FALSE, FALSE, sizeof(DiagnoseReason));
    }
    take_signs(work);
}

void
weigh_clear(Work *work)
{
    for (guint i = 0; i < work->slot_count; i++)
        g_array_unref(work->slots[i].reasons);
    g_free(work->slots);
}
