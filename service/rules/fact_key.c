/* SPDX-License-Identifier: Apache-2.0 */
/* Keys, sign-on and what both ends must agree on (K01 to K09, G25, X12; keys.md 4). */
#include "rules/fact_case.h"

#include "identifiers/digits.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE
#define BOTH_ENDS(fact) FIELD_NONE, FACT_HOST_TERMINAL_##fact, 0, NULL

enum { HSM_ABSENT, HSM_PRESENT };
enum { LOADED_NO, LOADED_YES };
enum { SIGN_ON_OK, SIGN_ON_FAILED, SIGN_ON_NEVER };
enum { HOUR = 3600, TRACE_TURN = 1000, TRACE_DIGITS = 6 };

/* ---- sign-on mode, field 60.3: 004 brings a track key, so that is another mistake ---- */

static gboolean
modes_differ(const FactCase *c, gboolean *about_track)
{
    const FactValue *host = fact_case_other(c, FACT_HOST_TERMINAL_SIGN_ON_MODE);

    if (host == NULL || host->number == c->value->number)
        return FALSE;
    *about_track = host->number == SIGN_ON_004 || c->value->number == SIGN_ON_004;
    return TRUE;
}

static void
judge_mode(const FactCase *c)
{
    gboolean about_track;

    if (modes_differ(c, &about_track) && !about_track)
        fact_case_differs(c);
}

static void
judge_track_mode(const FactCase *c)
{
    gboolean about_track;

    if (modes_differ(c, &about_track) && about_track)
        fact_case_differs(c);
}

/* ---- check values, keys.md 4: comparable only within one algorithm and method ---- */

static const Kcv *
kcv_of_host(const FactCase *c)
{
    const FactValue *host = fact_case_other(c, FACT_HOST_TERMINAL_KCV);

    return host != NULL ? host->kcv : NULL;
}

static gboolean
are_comparable(const Kcv *a, const Kcv *b)
{
    return a->algorithm == b->algorithm && a->method == b->method;
}

static void
add_kcv(const FactCase *c)
{
    const FactValue *host = fact_case_other(c, FACT_HOST_TERMINAL_KCV);
    Finding *finding = fact_case_add(c);

    finding_param_text(c->sink, finding, "expected",
                       finding_seen_fact(c->context->app->arena, FACT_HOST_TERMINAL_KCV, host));
    finding_add_evidence(c->sink, finding, FACT_HOST_TERMINAL_KCV,
                         fact_case_index(c, FACTS_HOST_TERMINAL));
}

/* A key of single and one of double length are two algorithms: one of them is set up wrongly. */
static void
judge_kcv_algorithm(const FactCase *c)
{
    const Kcv *host = kcv_of_host(c);

    if (host != NULL && host->algorithm != c->value->kcv->algorithm)
        add_kcv(c);
}

static void
judge_kcv_method(const FactCase *c)
{
    const Kcv *host = kcv_of_host(c), *own = c->value->kcv;

    if (host != NULL && host->algorithm == own->algorithm && host->method != own->method)
        add_kcv(c);
}

/* The shorter of two is a prefix of the other when the keys are the same. */
static void
judge_kcv(const FactCase *c)
{
    const Kcv *host = kcv_of_host(c), *own = c->value->kcv;

    if (host != NULL && are_comparable(host, own) &&
        memcmp(host->value, own->value, MIN(host->length, own->length)) != 0)
        add_kcv(c);
}

/* Fewer bytes prove nothing when they are equal; that they differ proves enough. */
static void
judge_kcv_length(const FactCase *c)
{
    if (c->value->kcv->length < KCV_BYTES_PROOF)
        finding_param_number(fact_case_add(c), "least", PARAM_COUNT, KCV_BYTES_PROOF);
}

/* G25: one device, one key. Equal check values of three bytes and more are no chance. */
static void
judge_shared_key(const FactCase *c)
{
    const Facts *facts = c->context->facts;
    const Kcv *own = c->value->kcv;

    for (guint i = 0; i < c->index; i++) {
        const FactValue *other = facts_given(facts, c->rule->fact, i);
        if (fact_case_replaced(c->context, FACTS_HOST_TERMINAL, i, c->index) ||
            fact_case_replaced(c->context, FACTS_HOST_TERMINAL, c->index, i))
            continue;
        if (other == NULL || !are_comparable(other->kcv, own) || own->length < KCV_BYTES_PROOF ||
            other->kcv->length < KCV_BYTES_PROOF ||
            memcmp(other->kcv->value, own->value, MIN(own->length, other->kcv->length)) != 0)
            continue;
        Finding *finding = fact_case_add(c);
        finding_add_evidence(c->sink, finding, c->rule->fact, i);
        return;
    }
}

/* ---- sign-on and trace numbers ---- */

/* Working keys are fetched at least daily: judged against the time of the read-back itself. */
static void
judge_sign_on_old(const FactCase *c)
{
    const FactValue *result = fact_case_other(c, FACT_TERMINAL_SIGN_ON_RESULT);
    gint64 at, most = rule_number(c->context, "hours");
    gboolean timed = fact_case_time(c, &at);
    gint64 age = at - c->value->number;

    if (!timed || (result != NULL && result->number != SIGN_ON_OK) ||
        (age <= most * HOUR && age >= -HOUR))
        return;
    finding_param_number(fact_case_add(c), "hours", PARAM_COUNT, most);
}

/* The host may leave leading zeros out. */
static gboolean
host_trace_number(const char *text, gint64 *number)
{
    gsize length = strlen(text);

    *number = g_ascii_strtoll(text, NULL, 10);
    return length >= 1 && length <= TRACE_DIGITS && digits_only(text, length);
}

static gboolean
trace_number(const char *text, gint64 *number)
{
    return host_trace_number(text, number) && strlen(text) == TRACE_DIGITS;
}

/* After 999999 comes 000001: a small number right after the last ones is no count begun anew. */
static gboolean
has_turned_over(gint64 own, gint64 last)
{
    return last >= 1000000 - TRACE_TURN && own <= TRACE_TURN;
}

/* A trace number below the last the host has seen: the count began anew. */
static void
judge_trace(const FactCase *c)
{
    const FactValue *host = fact_case_other(c, FACT_TERMINAL_HOST_LAST_TRACE);
    gint64 own, last;

    if (host == NULL || !trace_number(c->value->text, &own) ||
        !host_trace_number(host->text, &last) || own >= last || has_turned_over(own, last))
        return;
    Finding *finding = fact_case_add(c);
    finding_param_text(c->sink, finding, "expected", host->text);
    finding_add_evidence(c->sink, finding, FACT_TERMINAL_HOST_LAST_TRACE, c->index);
}

static void
judge_host_trace(const FactCase *c)
{
    gint64 number;

    if (c->value->text[0] != '\0' && !host_trace_number(c->value->text, &number))
        fact_case_add(c);
}

static void
judge_number_form(const FactCase *c)
{
    gint64 number;

    if (!trace_number(c->value->text, &number) ||
        (number == 0 && c->rule->fact == FACT_TERMINAL_BATCH_NO))
        fact_case_add(c);
}

/* ---- two people, X12 ---- */

static void
judge_two_people(const FactCase *c)
{
    const FactValue *witness = fact_case_other(c, FACT_INSTALL_KEY_WITNESS);

    if (witness != NULL && c->value->text[0] != '\0' && witness->text[0] != '\0' &&
        strcmp(c->value->text, witness->text) != 0)
        return;
    if (witness != NULL || c->value->text[0] == '\0')
        fact_case_add(c);
}

const FactRule key_fact_rules[] = {
    {"R-KEY-001", fact_case_word, FACT_HOST_TERMINAL_HSM_RECORD, PLAIN, 1u << HSM_ABSENT, NULL},
    {"R-KEY-002", fact_case_differs, FACT_HOST_TERMINAL_KEY_SCHEME, FIELD_DEVICE_KEY_MODE,
     FACT_NONE, 0, NULL},
    {"R-KEY-003", fact_case_differs, FACT_TERMINAL_KEY_SCHEME, FIELD_DEVICE_KEY_MODE,
     FACT_HOST_TERMINAL_KEY_SCHEME, 0, NULL},
    {"R-KEY-004", judge_mode, FACT_TERMINAL_SIGN_ON_MODE, BOTH_ENDS(SIGN_ON_MODE)},
    {"R-KEY-005", judge_track_mode, FACT_TERMINAL_SIGN_ON_MODE, BOTH_ENDS(SIGN_ON_MODE)},
    {"R-KEY-006", fact_case_differs, FACT_TERMINAL_PIN_BLOCK_RULE, BOTH_ENDS(PIN_BLOCK_RULE)},
    {"R-KEY-007", fact_case_differs, FACT_TERMINAL_MAC_RULE, BOTH_ENDS(MAC_RULE)},
    {"R-KEY-008", fact_case_differs, FACT_TERMINAL_TRACK_ENCRYPTION, BOTH_ENDS(TRACK_ENCRYPTION)},
    {"R-KEY-009", fact_case_word, FACT_TERMINAL_KEY_LOADED, PLAIN, 1u << LOADED_NO, NULL},
    {"R-KEY-011", judge_kcv, FACT_TERMINAL_KCV, PLAIN, 0, NULL},
    {"R-KEY-012", judge_kcv_method, FACT_TERMINAL_KCV, PLAIN, 0, NULL},
    {"R-KEY-013", judge_kcv_algorithm, FACT_TERMINAL_KCV, PLAIN, 0, NULL},
    {"R-KEY-014", fact_case_word, FACT_TERMINAL_SIGN_ON_RESULT, PLAIN,
     1u << SIGN_ON_FAILED | 1u << SIGN_ON_NEVER, NULL},
    {"R-KEY-015", judge_sign_on_old, FACT_TERMINAL_SIGN_ON_AT, PLAIN, 0, "hours"},
    {"R-KEY-016", judge_trace, FACT_TERMINAL_LAST_TRACE, PLAIN, 0, NULL},
    {"R-KEY-017", judge_number_form, FACT_TERMINAL_BATCH_NO, PLAIN, 0, NULL},
    {"R-KEY-017", judge_number_form, FACT_TERMINAL_LAST_TRACE, PLAIN, 0, NULL},
    {"R-KEY-021", judge_host_trace, FACT_TERMINAL_HOST_LAST_TRACE, PLAIN, 0, NULL},
    {"R-KEY-020", judge_kcv_length, FACT_TERMINAL_KCV, PLAIN, 0, NULL},
    {"R-KEY-020", judge_kcv_length, FACT_HOST_TERMINAL_KCV, PLAIN, 0, NULL},
    {"R-KEY-018", judge_two_people, FACT_INSTALL_KEY_LOADED_BY, PLAIN, 0, NULL},
    {"R-KEY-019", judge_shared_key, FACT_HOST_TERMINAL_KCV, PLAIN, 0, NULL},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};
