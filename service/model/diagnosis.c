/* SPDX-License-Identifier: Apache-2.0 */
#include "model/diagnosis.h"

static const struct {
    const char *key, *option, *words;
} signs[SIGN_COUNT] = {
    [SIGN_SIGN_ON] = {"sign_on", "--sign-on", "ok failed"},
    [SIGN_ENTRY] = {"entry", "--entry", "chip stripe tap"},
    [SIGN_PIN] = {"pin", "--pin", "yes no"},
    [SIGN_CARDS] = {"cards", "--cards", "one many"},
    [SIGN_AFTER] = {"after", "--after", "swap move update"},
    [SIGN_TXN] = {"txn", "--txn", "sign_on sale void refund preauth"},
    [SIGN_AMOUNT] = {"amount", "--amount", "small large"},
    [SIGN_MERCHANTS] = {"merchants", "--merchants", "one many"},
    [SIGN_TERMINALS] = {"terminals", "--terminals", "one many"},
    [SIGN_CARD_KIND] = {"card_kind", "--card-kind", "one all"},
};

static const char *const verdict_names[] = {
    [DIAGNOSIS_SETUP] = "setup",
    [DIAGNOSIS_NOT_SETUP] = "not_setup",
    [DIAGNOSIS_UNCLEAR] = "unclear",
};

static void
pattern_free(gpointer data)
{
    DiagnosisPattern *pattern = data;

    g_strfreev(pattern->codes);
    g_ptr_array_unref(pattern->causes);
    g_free(pattern);
}

static void
answer_free(gpointer data)
{
    DiagnosisAnswer *answer = data;

    g_strfreev(answer->codes);
    g_free(answer);
}

static void
acquirer_free(gpointer data)
{
    DiagnosisAcquirer *acquirer = data;

    g_strfreev(acquirer->aliases);
    g_free(acquirer);
}

DiagnosisTable *
diagnosis_table_new(void)
{
    DiagnosisTable *table = g_new0(DiagnosisTable, 1);

    table->acquirers = g_ptr_array_new_with_free_func(acquirer_free);
    reject_table_init(&table->rejects);
    table->patterns = g_ptr_array_new_with_free_func(pattern_free);
    table->profiles = g_ptr_array_new_with_free_func(g_free);
    table->answers = g_ptr_array_new_with_free_func(answer_free);
    table->strings = g_string_chunk_new(16384);
    return table;
}

void
diagnosis_table_free(DiagnosisTable *table)
{
    g_strfreev(table->cardless);
    g_ptr_array_unref(table->acquirers);
    reject_table_clear(&table->rejects);
    g_ptr_array_unref(table->patterns);
    g_ptr_array_unref(table->profiles);
    g_ptr_array_unref(table->answers);
    g_string_chunk_free(table->strings);
    g_free(table);
}

const char *
diagnosis_acquirer(const DiagnosisTable *table, const char *told)
{
    for (guint i = 0; i < table->acquirers->len; i++) {
        const DiagnosisAcquirer *acquirer = g_ptr_array_index(table->acquirers, i);
        for (char **alias = acquirer->aliases; *alias != NULL; alias++) {
            if (g_ascii_strcasecmp(*alias, told) == 0)
                return acquirer->name;
        }
    }
    return told;
}

DiagnosisAcquirer *
diagnosis_add_acquirer(DiagnosisTable *table)
{
    DiagnosisAcquirer *acquirer = g_new0(DiagnosisAcquirer, 1);

    g_ptr_array_add(table->acquirers, acquirer);
    return acquirer;
}

DiagnosisPattern *
diagnosis_add_pattern(DiagnosisTable *table)
{
    DiagnosisPattern *pattern = g_new0(DiagnosisPattern, 1);

    pattern->causes = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(table->patterns, pattern);
    return pattern;
}

DiagnosisAnswer *
diagnosis_add_answer(DiagnosisTable *table)
{
    DiagnosisAnswer *answer = g_new0(DiagnosisAnswer, 1);

    g_ptr_array_add(table->answers, answer);
    return answer;
}

const char *
diagnosis_sign_key(Sign sign)
{
    g_return_val_if_fail((guint)sign < SIGN_COUNT, "");
    return signs[sign].key;
}

const char *
diagnosis_sign_option(Sign sign)
{
    g_return_val_if_fail((guint)sign < SIGN_COUNT, "");
    return signs[sign].option;
}

const char *
diagnosis_sign_words(Sign sign)
{
    g_return_val_if_fail((guint)sign < SIGN_COUNT, "");
    return signs[sign].words;
}

gboolean
diagnosis_sign_find(const char *key, Sign *sign)
{
    for (guint i = 0; i < SIGN_COUNT; i++) {
        if (g_str_equal(signs[i].key, key)) {
            *sign = (Sign)i;
            return TRUE;
        }
    }
    return FALSE;
}

guint8
diagnosis_sign_bit(Sign sign, const char *word)
{
    g_auto(GStrv) words = g_strsplit(diagnosis_sign_words(sign), " ", -1);

    for (guint i = 0; words[i] != NULL; i++) {
        if (g_str_equal(words[i], word))
            return (guint8)(1u << i);
    }
    return 0;
}

const char *
diagnosis_verdict_name(DiagnosisVerdict verdict)
{
    g_return_val_if_fail((guint)verdict < G_N_ELEMENTS(verdict_names), "");
    return verdict_names[verdict];
}

gboolean
diagnosis_verdict_find(const char *name, DiagnosisVerdict *verdict)
{
    for (guint i = 0; i < G_N_ELEMENTS(verdict_names); i++) {
        if (g_str_equal(verdict_names[i], name)) {
            *verdict = (DiagnosisVerdict)i;
            return TRUE;
        }
    }
    return FALSE;
}
