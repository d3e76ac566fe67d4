/* SPDX-License-Identifier: Apache-2.0 */
/* The people: the legal person's document, age and validity, phones, signer and consent. */
#include "base/text.h"
#include "identifiers/mobile.h"
#include "identifiers/resident_id.h"
#include "rules/rule.h"

#include <string.h>

enum { AGE_MIN = 16 }; /* Civil Code art. 18: sixteen and living on one's own work */

static const char *
text_of(const RuleContext *context, FieldId id)
{
    return application_text(context->app, id);
}

/* The ID card's number when the document is one, else NULL. */
static const char *
id_card_number(const RuleContext *context)
{
    if (!application_is(context->app, FIELD_PERSON_LEGAL_ID_KIND, ID_CARD))
        return NULL;
    return text_of(context, FIELD_PERSON_LEGAL_ID_NO);
}

/* GB 11643-1999: form, region, a real past birth date, check character. */
static void
rule_id_number(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        const char *code, *key;
    } reasons[] = {
        {"FORMAT", "reason.id.format"},          {"REGION", "reason.id.region"},
        {"BIRTH_DATE", "reason.id.birth_date"},  {"BIRTH_RANGE", "reason.id.birth_range"},
        {"CHECKSUM", "reason.id.checksum"},
    };
    const char *number = id_card_number(context);

    if (number == NULL)
        return;
    IdentifierVerdict verdict = resident_id_check(number, strlen(number), context->today);
    for (gsize i = 0; verdict.level == IDENTIFIER_BAD && i < G_N_ELEMENTS(reasons); i++) {
        if (g_str_equal(reasons[i].code, verdict.code))
            finding_param_key(finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1), "reason", reasons[i].key);
    }
}

static gboolean
is_letters_and_digits(const char *text)
{
    for (; *text != '\0'; text++) {
        if (!g_ascii_isalnum(*text))
            return FALSE;
    }
    return TRUE;
}

/* Lengths that the other documents print; none of them has a check digit that is public for all issues. */
static void
rule_other_document(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        int kind;
        gsize low, high;
    } forms[] = {
        {ID_PASSPORT, 5, 12}, {ID_HKMO_PERMIT, 8, 11}, {ID_TAIWAN_PERMIT, 8, 12}, {ID_FOREIGN_RESIDENCE, 15, 18}};
    const char *number = text_of(context, FIELD_PERSON_LEGAL_ID_NO);

    for (gsize i = 0; number != NULL && i < G_N_ELEMENTS(forms); i++) {
        gsize length = strlen(number);
        if (!application_is(context->app, FIELD_PERSON_LEGAL_ID_KIND, forms[i].kind))
            continue;
        if (length < forms[i].low || length > forms[i].high || !is_letters_and_digits(number))
            finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1);
    }
}

static gboolean
birth_of(const RuleContext *context, CivilDay *birth)
{
    const char *number = id_card_number(context);

    return number != NULL &&
           resident_id_check(number, strlen(number), context->today).level == IDENTIFIER_OK &&
           resident_id_birth(number, birth);
}

static void
rule_age(const RuleContext *context, FindingSink *sink)
{
    CivilDay birth;

    if (!birth_of(context, &birth) || civil_years_between(birth, context->today) >= AGE_MIN)
        return;
    finding_param_number(finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1), "age", PARAM_COUNT, AGE_MIN);
}

static gboolean
validity_of(const RuleContext *context, CivilDay *from, CivilDay *to)
{
    const FieldValue *begins = application_good(context->app, FIELD_PERSON_LEGAL_ID_FROM);
    const FieldValue *ends = application_good(context->app, FIELD_PERSON_LEGAL_ID_TO);

    if (begins == NULL || ends == NULL)
        return FALSE;
    *from = (CivilDay)begins->number;
    *to = (CivilDay)ends->number;
    return TRUE;
}

/* Resident Identity Card Law art. 5: 5, 10 or 20 years by the age at issue, from 46 on without end. */
static gboolean
period_fits(CivilDay birth, CivilDay from, CivilDay to)
{
    int age = civil_years_between(birth, from);
    int years = age < 16 ? 5 : age < 26 ? 10 : age < 46 ? 20 : 0;

    if (years == 0)
        return to == CIVIL_LONG_TERM;
    CivilDay end = civil_add_years(from, years);
    return to == end || to == end - 1;
}

static void
rule_id_period(const RuleContext *context, FindingSink *sink)
{
    CivilDay birth, from, to;

    if (birth_of(context, &birth) && validity_of(context, &from, &to) && from >= birth && from < to &&
        !period_fits(birth, from, to))
        finding_add(sink, FIELD_PERSON_LEGAL_ID_TO, -1);
}

static void
rule_id_expired(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *to = application_good(context->app, FIELD_PERSON_LEGAL_ID_TO);

    if (to != NULL && to->number < context->today)
        finding_param_number(finding_add(sink, FIELD_PERSON_LEGAL_ID_TO, -1), "day", PARAM_DATE, to->number);
}

static void
rule_id_ending(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *to = application_good(context->app, FIELD_PERSON_LEGAL_ID_TO);

    if (to != NULL && to->number >= context->today && to->number < context->today + rule_number(context, "days"))
        finding_param_number(finding_add(sink, FIELD_PERSON_LEGAL_ID_TO, -1), "day", PARAM_DATE, to->number);
}

static void
rule_id_order(const RuleContext *context, FindingSink *sink)
{
    CivilDay from, to;

    if (validity_of(context, &from, &to) && from >= to)
        finding_add(sink, FIELD_PERSON_LEGAL_ID_FROM, -1);
}

static void
rule_id_future(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *from = application_good(context->app, FIELD_PERSON_LEGAL_ID_FROM);

    if (from != NULL && from->number > context->today)
        finding_add(sink, FIELD_PERSON_LEGAL_ID_FROM, -1);
}

/* X02: who consented is the legal person, the contact or the merchant itself. */
static void
rule_consent_person(const RuleContext *context, FindingSink *sink)
{
    static const FieldId known[] = {FIELD_PERSON_LEGAL_NAME, FIELD_PERSON_CONTACT_NAME, FIELD_MERCHANT_REGISTER_NAME};
    const char *person = text_of(context, FIELD_CONSENT_CONSENT_PERSON);
    gboolean any = FALSE;

    for (gsize i = 0; person != NULL && i < G_N_ELEMENTS(known); i++) {
        const char *name = text_of(context, known[i]);
        any = any || name != NULL;
        if (name != NULL && text_name_equal(person, name))
            return;
    }
    if (person != NULL && any)
        finding_add(sink, FIELD_CONSENT_CONSENT_PERSON, -1);
}

/* X02: a signer who is not the legal person brings a proof of authority: at least three parts, as the field is
 * written (name, ID number, proof). */
static void
rule_signer_authority(const RuleContext *context, FindingSink *sink)
{
    const char *signer = text_of(context, FIELD_PERSON_SIGNER);
    const char *name = text_of(context, FIELD_PERSON_LEGAL_NAME);

    if (signer == NULL || name == NULL || text_name_equal(signer, name))
        return;
    g_auto(GStrv) parts = g_strsplit(signer, " ", -1);
    if (!text_name_equal(parts[0], name) && g_strv_length(parts) < 3)
        finding_add(sink, FIELD_PERSON_SIGNER, -1);
}

static void
rule_mobile(const RuleContext *context, FindingSink *sink)
{
    static const FieldId phones[] = {FIELD_PERSON_LEGAL_PHONE, FIELD_PERSON_CONTACT_PHONE};

    for (gsize i = 0; i < G_N_ELEMENTS(phones); i++) {
        const char *phone = text_of(context, phones[i]);
        if (phone != NULL && mobile_check(phone, strlen(phone), context->today).level == IDENTIFIER_BAD)
            finding_add(sink, phones[i], -1);
    }
}

static void
rule_customer_phone(const RuleContext *context, FindingSink *sink)
{
    const char *phone = text_of(context, FIELD_MERCHANT_CUSTOMER_PHONE);
    gsize length = phone != NULL ? strlen(phone) : 0;

    if (phone != NULL && (length < 5 || length > 12 || strspn(phone, "0123456789") != length))
        finding_add(sink, FIELD_MERCHANT_CUSTOMER_PHONE, -1);
}

const RuleRow person_rules[] = {
    {"R-PER-001", rule_id_number, NULL},      {"R-PER-002", rule_other_document, NULL},
    {"R-PER-003", rule_age, NULL},            {"R-PER-004", rule_id_period, NULL},
    {"R-PER-005", rule_id_expired, NULL},     {"R-PER-006", rule_id_ending, "days"},
    {"R-PER-007", rule_id_order, NULL},       {"R-PER-008", rule_id_future, NULL},
    {"R-PER-009", rule_consent_person, NULL}, {"R-PER-010", rule_signer_authority, NULL},
    {"R-PER-011", rule_mobile, NULL},         {"R-PER-012", rule_customer_phone, NULL},
    {NULL, NULL, NULL},
};
