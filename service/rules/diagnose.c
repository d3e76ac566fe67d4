/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/diagnose.h"

#include "rules/weigh.h"

enum { SCORE_MAX = 100 };

const DeclineOverride *
diagnose_override(const Catalogue *catalogue, const char *acquirer, const char *code)
{
    for (guint i = 0; acquirer != NULL && i < catalogue->overrides->len; i++) {
        const DeclineOverride *row = g_ptr_array_index(catalogue->overrides, i);
        if (g_ascii_strcasecmp(row->acquirer, acquirer) == 0 && g_str_equal(row->code, code))
            return row;
    }
    return NULL;
}

static gboolean
lists(char *const *list, const char *text)
{
    return g_strv_contains((const char *const *)list, text);
}

static gboolean
counts(const Slot *slot)
{
    return slot->brought_up && !slot->ruled_out;
}

/* Slots stand in the order of the pack, so addresses settle what score and list leave open. */
static int
compare_slots(gconstpointer a, gconstpointer b)
{
    const Slot *first = *(const Slot *const *)a, *second = *(const Slot *const *)b;

    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    if (first->place != second->place)
        return first->place < second->place ? -1 : 1;
    return first < second ? -1 : first > second;
}

static const Topic *
topic_of(const RulePack *pack, const char *mistake)
{
    for (guint i = 0; i < pack->mistakes->len; i++) {
        const Topic *topic = g_ptr_array_index(pack->mistakes, i);
        if (g_str_equal(topic->id, mistake))
            return topic;
    }
    return NULL;
}

static void
suspect_free(gpointer data)
{
    Suspect *suspect = data;

    g_array_unref(suspect->reasons);
    g_free(suspect);
}

/* The likeliest way of each mistake, likeliest mistake first. */
static void
collect(const Work *work, GPtrArray *suspects)
{
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < work->slot_count; i++) {
        if (counts(&work->slots[i]))
            g_ptr_array_add(order, &work->slots[i]);
    }
    g_ptr_array_sort(order, compare_slots);
    for (guint i = 0; i < order->len; i++) {
        const Slot *slot = g_ptr_array_index(order, i);
        if (!g_hash_table_add(named, (gpointer)(guintptr)slot->forecast->mistake))
            continue;
        Suspect *suspect = g_new0(Suspect, 1);
        suspect->forecast = slot->forecast;
        suspect->mistake = topic_of(work->input->pack, slot->forecast->mistake);
        suspect->score = MIN(slot->score, SCORE_MAX);
        suspect->reasons = g_array_ref(slot->reasons);
        g_ptr_array_add(suspects, suspect);
    }
}

static gboolean
answers(const Work *work, const DiagnosisAnswer *answer, const char *code)
{
    guint conditions, met;

    if (!lists(answer->codes, code) || !weigh_agrees(work, &answer->given, &conditions, &met) ||
        met < conditions)
        return FALSE;
    for (guint sign = 0; sign < SIGN_COUNT; sign++) {
        if ((answer->untold & 1u << sign) != 0 && work->told[sign] != 0)
            return FALSE;
    }
    return TRUE;
}

static const DiagnosisAnswer *
answer_of(const Work *work, const char *code)
{
    const GPtrArray *rows = work->input->table->answers;

    for (guint i = 0; i < rows->len; i++) {
        const DiagnosisAnswer *answer = g_ptr_array_index(rows, i);
        if (answers(work, answer, code))
            return answer;
    }
    return NULL;
}

/* What to say of a code that is neither in the table nor the acquirer's own. */
static void
judge_stranger(const Work *work, const char *code, Diagnosis *one)
{
    Reject reject;

    if (g_str_equal(code, DIAGNOSIS_NO_CODE) ||
        catalogue_decline_code(work->input->catalogue, code) != NULL)
        return;
    if (!reject_decode(&work->input->table->rejects, code, &reject)) {
        one->verdict = DIAGNOSIS_UNCLEAR;
        one->because = BECAUSE_UNKNOWN_CODE;
    } else if (reject.mistakes[0] == NULL) {
        one->verdict = DIAGNOSIS_UNCLEAR;
        one->because = BECAUSE_REJECTED;
        one->who = "switch_team";
    }
}

/* What one code alone means for the verdict. */
static void
judge_code(const Work *work, const char *code, Diagnosis *one)
{
    const DeclineOverride *own = weigh_override_of(work, code);
    const DiagnosisAnswer *answer = own == NULL ? answer_of(work, code) : NULL;

    one->code = code;
    one->because = BECAUSE_ANSWER;
    one->answer = answer;
    one->who = answer != NULL ? answer->who : "operations";
    one->verdict = answer != NULL ? answer->verdict : DIAGNOSIS_SETUP;
    if (own != NULL && own->mistakes[0] == NULL) {
        one->verdict = DIAGNOSIS_NOT_SETUP;
        one->because = BECAUSE_OWN_MEANING;
    } else if (own == NULL && answer == NULL) {
        judge_stranger(work, code, one);
    }
}

static void
adopt(Diagnosis *diagnosis, const Diagnosis *one)
{
    diagnosis->verdict = one->verdict;
    diagnosis->because = one->because;
    diagnosis->answer = one->answer;
    diagnosis->who = one->who;
    diagnosis->code = one->code;
}

/* Not set-up only when no code is; set-up when one is, and there is somebody to suspect. */
static void
judge(const Work *work, Diagnosis *diagnosis)
{
    static const int ranks[] = {
        [DIAGNOSIS_NOT_SETUP] = 1, [DIAGNOSIS_UNCLEAR] = 2, [DIAGNOSIS_SETUP] = 3};
    int best = 0;

    for (char **code = work->input->seen->codes; *code != NULL; code++) {
        Diagnosis one = {0};
        judge_code(work, *code, &one);
        if (ranks[one.verdict] > best)
            adopt(diagnosis, &one);
        best = MAX(best, ranks[one.verdict]);
    }
    if (diagnosis->verdict != DIAGNOSIS_SETUP)
        return;
    if (diagnosis->suspects->len > 0) {
        const Suspect *first = g_ptr_array_index(diagnosis->suspects, 0);
        diagnosis->who = first->mistake->actor;
        return;
    }
    diagnosis->verdict = DIAGNOSIS_UNCLEAR;
    diagnosis->because = BECAUSE_RULED_OUT;
}

static void
note_answers(Work *work)
{
    for (char **code = work->input->seen->codes; *code != NULL; code++) {
        const DiagnosisAnswer *answer =
            weigh_override_of(work, *code) == NULL ? answer_of(work, *code) : NULL;
        work->ask |= answer != NULL ? answer->untold : 0;
    }
}

Diagnosis *
diagnose(const DiagnoseInput *input)
{
    Work work = {0};
    Diagnosis *diagnosis = g_new0(Diagnosis, 1);

    g_return_val_if_fail(input->seen->codes[0] != NULL, diagnosis);
    weigh_init(&work, input);
    diagnosis->suspects = g_ptr_array_new_with_free_func(suspect_free);
    weigh_run(&work);
    collect(&work, diagnosis->suspects);
    judge(&work, diagnosis);
    note_answers(&work);
    if (diagnosis->verdict == DIAGNOSIS_NOT_SETUP)
        g_ptr_array_set_size(diagnosis->suspects, 0);
    diagnosis->ask = diagnosis->verdict == DIAGNOSIS_NOT_SETUP ? 0 : work.ask;
    weigh_clear(&work);
    return diagnosis;
}

void
diagnose_free(Diagnosis *diagnosis)
{
    g_ptr_array_unref(diagnosis->suspects);
    g_free(diagnosis);
}
