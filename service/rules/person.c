/* SPDX-License-Identifier: Apache-2.0 */
/* The people: documents, age and validity, who signs, phones, and what was consented to. */
#include "rules/rule.h"

#include "base/text.h"
#include "identifiers/digits.h"
#include "identifiers/mobile.h"
#include "identifiers/resident_id.h"

#include <string.h>

static void
add_dated(FindingSink *sink, FieldId id, gint64 day)
{
    finding_param_number(finding_add(sink, id, -1), "day", PARAM_DATE, day);
}

/* ---- the document's number ---- */

/* The number when the document is an identity card, else NULL. */
static const char *
id_card_number(const RuleContext *context)
{
    if (!application_is(context->app, FIELD_PERSON_LEGAL_ID_KIND, ID_CARD))
        return NULL;
    return application_text(context->app, FIELD_PERSON_LEGAL_ID_NO);
}

static const char *
reason_key(const char *code)
{
    static const struct {
        const char *code, *key;
    } reasons[] = {
        {"FORMAT", "reason.id.format"},         {"REGION", "reason.id.region"},
        {"BIRTH_DATE", "reason.id.birth_date"}, {"BIRTH_RANGE", "reason.id.birth_range"},
        {"CHECKSUM", "reason.id.checksum"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
        if (g_str_equal(reasons[i].code, code))
            return reasons[i].key;
    }
    return reasons[0].key;
}

/* GB 11643: form, region, a real past birth date, check character. */
static void
rule_id_number(const RuleContext *context, FindingSink *sink)
{
    const char *number = id_card_number(context);

    if (number == NULL)
        return;
    IdentifierVerdict verdict = resident_id_check(number, strlen(number), context->today);
    if (verdict.level == IDENTIFIER_BAD)
        finding_param_key(finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1), "reason",
                          reason_key(verdict.code));
}

/* What the other documents print: a = letter, 9 = digit, x = either. Permits and residence permits
 * of 18 digits have the check of GB 11643. */
static const struct {
    int kind;
    const char *first; /* letters or digits it may begin with, NULL = any */
    gsize letters;     /* that many letters in front */
    gsize low, high;
} document_forms[] = {
    {ID_HKMO_PERMIT, "HM", 1, 9, 11},        {ID_TAIWAN_PERMIT, NULL, 0, 8, 10},
    {ID_HKMO_PERMIT, "8", 0, 18, 18},        {ID_TAIWAN_PERMIT, "8", 0, 18, 18},
    {ID_FOREIGN_RESIDENCE, NULL, 3, 15, 15}, {ID_FOREIGN_RESIDENCE, "9", 0, 18, 18},
};

static gboolean
is_of_form(const char *number, gsize form)
{
    gsize length = strlen(number), letters = document_forms[form].letters;

    if (length < document_forms[form].low || length > document_forms[form].high)
        return FALSE;
    if (document_forms[form].first != NULL && strchr(document_forms[form].first, number[0]) == NULL)
        return FALSE;
    for (gsize i = 0; i < letters; i++) {
        if (!g_ascii_isupper(number[i]))
            return FALSE;
    }
    gboolean checked = length == RESIDENT_ID_LENGTH;
    return digits_only(number + letters, length - letters - (checked ? 1 : 0)) &&
           digits_or_capitals(number + letters, length - letters);
}

/* Passports of the world: letters and digits, up to nine in ICAO 9303, longer in some countries. */
static gboolean
is_passport(const char *number)
{
    gsize length = strlen(number);

    return length >= 5 && length <= 12 && digits_or_letters(number, length) &&
           strpbrk(number, "0123456789") != NULL;
}

static gboolean
document_fits(int kind, const char *number)
{
    if (kind == ID_PASSPORT)
        return is_passport(number);
    for (gsize i = 0; i < G_N_ELEMENTS(document_forms); i++) {
        if (document_forms[i].kind == kind && is_of_form(number, i))
            return TRUE;
    }
    return FALSE;
}

/* The number when the document is known and no identity card, else NULL. */
static const char *
other_number(const RuleContext *context, gint64 *kind)
{
    if (!application_number(context->app, FIELD_PERSON_LEGAL_ID_KIND, kind) || *kind == ID_CARD)
        return NULL;
    return application_text(context->app, FIELD_PERSON_LEGAL_ID_NO);
}

/* No document has signs in its number. */
static gboolean
is_number_at_all(const char *number)
{
    const FieldSpec *spec = &field_specs[FIELD_PERSON_LEGAL_ID_NO];
    gsize length = strlen(number);

    return length >= spec->low && length <= spec->high && digits_or_letters(number, length);
}

static void
rule_other_document(const RuleContext *context, FindingSink *sink)
{
    gint64 kind;
    const char *number = other_number(context, &kind);

    if (number != NULL && !is_number_at_all(number))
        finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1);
}

/* Forms change from issue to issue, so an unknown one is a question. */
static void
rule_document_form(const RuleContext *context, FindingSink *sink)
{
    gint64 kind;
    const char *number = other_number(context, &kind);

    if (number != NULL && is_number_at_all(number) && !document_fits((int)kind, number))
        finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1);
}

/* The weights of GB 11643 are 2^17 .. 2^1 modulo 11 and the check's own weight is 1: the sum of a
 * right number leaves 1. */
static gboolean
has_right_sum(const char *number)
{
    guint remainder = 0;

    for (gsize i = 0; i < RESIDENT_ID_LENGTH; i++)
        remainder = (remainder * 2 + (number[i] == 'X' ? 10 : (guint)(number[i] - '0'))) % 11;
    return remainder == 1;
}

static void
rule_residence_check(const RuleContext *context, FindingSink *sink)
{
    gint64 kind;
    const char *number = other_number(context, &kind);

    if (number == NULL || strlen(number) != RESIDENT_ID_LENGTH || kind == ID_PASSPORT)
        return;
    if (document_fits((int)kind, number) && !has_right_sum(number))
        finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1);
}

static gboolean
birth_of(const RuleContext *context, CivilDay *birth)
{
    const char *number = id_card_number(context);

    return number != NULL &&
           resident_id_check(number, strlen(number), context->today).level == IDENTIFIER_OK &&
           resident_id_birth(number, birth);
}

/* Civil Code art. 18: whoever is sixteen and lives on own work acts as an adult. */
static void
rule_age(const RuleContext *context, FindingSink *sink)
{
    CivilDay birth;
    gint64 years = rule_number(context, "years");

    if (birth_of(context, &birth) && civil_years_between(birth, context->today) < years)
        finding_param_number(finding_add(sink, FIELD_PERSON_LEGAL_ID_NO, -1), "years", PARAM_COUNT,
                             years);
}

/* ---- the document's validity ---- */

static gboolean
validity_of(const RuleContext *context, gint64 *from, gint64 *to)
{
    return application_number(context->app, FIELD_PERSON_LEGAL_ID_FROM, from) &&
           application_number(context->app, FIELD_PERSON_LEGAL_ID_TO, to);
}

/* Resident Identity Card Law art. 5: 5, 10 or 20 years by the age at issue, from 46 on without
 * end; 0 = without end. */
static int
years_of_validity(int age)
{
    static const struct {
        int below, years;
    } steps[] = {{16, 5}, {26, 10}, {46, 20}};

    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (age < steps[i].below)
            return steps[i].years;
    }
    return 0;
}

/* Offices print the last day either on or before the day of the month of issue. */
static gboolean
period_fits(int years, CivilDay from, CivilDay to)
{
    CivilDay end = years != 0 ? civil_add_years(from, years) : CIVIL_LONG_TERM;

    return years != 0 ? to >= end - 1 && to <= end + 1 : to == end;
}

/* The age that counts may be that of the day of the request, some weeks before the issue. */
static void
rule_id_period(const RuleContext *context, FindingSink *sink)
{
    CivilDay birth;
    gint64 from, to;

    if (!birth_of(context, &birth) || !validity_of(context, &from, &to) || from >= to)
        return;
    CivilDay requested = (CivilDay)(from - rule_number(context, "days"));
    int at_issue = years_of_validity(civil_years_between(birth, (CivilDay)from));
    int at_request = years_of_validity(civil_years_between(birth, requested));
    if (from >= birth && (period_fits(at_issue, (CivilDay)from, (CivilDay)to) ||
                          period_fits(at_request, (CivilDay)from, (CivilDay)to)))
        return;
    finding_add(sink, FIELD_PERSON_LEGAL_ID_TO, -1);
}

static void
rule_id_expired(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (application_number(context->app, FIELD_PERSON_LEGAL_ID_TO, &to) && to < context->today)
        add_dated(sink, FIELD_PERSON_LEGAL_ID_TO, to);
}

static void
rule_id_ending(const RuleContext *context, FindingSink *sink)
{
    gint64 to;

    if (application_number(context->app, FIELD_PERSON_LEGAL_ID_TO, &to) && to >= context->today &&
        to <= context->today + rule_number(context, "days"))
        add_dated(sink, FIELD_PERSON_LEGAL_ID_TO, to);
}

static void
rule_id_order(const RuleContext *context, FindingSink *sink)
{
    gint64 from, to;

    if (validity_of(context, &from, &to) && from >= to)
        add_dated(sink, FIELD_PERSON_LEGAL_ID_TO, from);
}

static void
rule_id_future(const RuleContext *context, FindingSink *sink)
{
    gint64 from;

    if (application_number(context->app, FIELD_PERSON_LEGAL_ID_FROM, &from) &&
        from > context->today)
        add_dated(sink, FIELD_PERSON_LEGAL_ID_FROM, from);
}

/* X09: who signs has a document that is valid when the contract starts. */
static void
rule_id_before_contract(const RuleContext *context, FindingSink *sink)
{
    gint64 to, start;

    if (application_number(context->app, FIELD_PERSON_LEGAL_ID_TO, &to) &&
        application_number(context->app, FIELD_CONTRACT_CONTRACT_FROM, &start) && to < start)
        add_dated(sink, FIELD_PERSON_LEGAL_ID_TO, start);
}

/* ---- names of people ---- */

/* The name on an identity card is in Chinese characters; letters and digits come from a slip. */
static void
rule_legal_name(const RuleContext *context, FindingSink *sink)
{
    const char *name = application_text(context->app, FIELD_PERSON_LEGAL_NAME);

    if (name == NULL || id_card_number(context) == NULL)
        return;
    for (const char *p = name; *p != '\0'; p++) {
        if (g_ascii_isalnum(*p)) {
            finding_add(sink, FIELD_PERSON_LEGAL_NAME, -1);
            return;
        }
    }
}

/* X02: who consented is the legal person, the contact or the merchant itself. */
static void
rule_consent_person(const RuleContext *context, FindingSink *sink)
{
    static const FieldId known[] = {FIELD_PERSON_LEGAL_NAME, FIELD_PERSON_CONTACT_NAME,
                                    FIELD_MERCHANT_REGISTER_NAME};
    const char *person = application_text(context->app, FIELD_CONSENT_CONSENT_PERSON);
    gboolean any = FALSE;

    for (gsize i = 0; person != NULL && i < G_N_ELEMENTS(known); i++) {
        const char *name = application_text(context->app, known[i]);
        any = any || name != NULL;
        if (name != NULL && text_name_equal(person, name))
            return;
    }
    if (any)
        finding_add(sink, FIELD_CONSENT_CONSENT_PERSON, -1);
}

/* What follows the legal person's name in the signer field ("" when nothing does), NULL when the
 * signer is somebody else. */
static const char *
after_legal_name(const char *signer, const char *name)
{
    gsize length = strlen(name);

    if (text_name_equal(signer, name))
        return "";
    if (strncmp(signer, name, length) == 0 && (signer[length] == ' ' || signer[length] == '\0'))
        return signer + length;
    return NULL;
}

/* X02: a signer who is not the legal person brings a proof of authority: three parts, as the field
 * is written (name, ID number, proof). */
static void
rule_signer_authority(const RuleContext *context, FindingSink *sink)
{
    const char *signer = application_text(context->app, FIELD_PERSON_SIGNER);
    const char *name = application_text(context->app, FIELD_PERSON_LEGAL_NAME);
    guint parts = 1;

    if (signer == NULL || name == NULL || after_legal_name(signer, name) != NULL)
        return;
    for (const char *p = signer; *p != '\0'; p++)
        parts += p[0] == ' ' && p[1] != ' ' ? 1 : 0;
    if (parts < 3)
        finding_add(sink, FIELD_PERSON_SIGNER, -1);
}

/* Looks at each word of a text between blanks and semicolons. */
typedef gboolean (*WordTest)(const RuleContext *context, const char *word, gsize length);

static gboolean
any_word(const RuleContext *context, const char *text, WordTest test)
{
    while (text != NULL && *text != '\0') {
        gsize length = strcspn(text, " ;");
        if (test(context, text, length))
            return TRUE;
        text += length + (text[length] != '\0' ? 1 : 0);
    }
    return FALSE;
}

/* Eighteen characters that look like an identity number and fail its check. */
static gboolean
is_wrong_id(const RuleContext *context, const char *word, gsize length)
{
    if (length != RESIDENT_ID_LENGTH || !digits_only(word, length - 1) ||
        !digits_or_letters(word, length))
        return FALSE;
    return resident_id_check(word, length, context->today).level == IDENTIFIER_BAD;
}

static gboolean
is_past_day(const RuleContext *context, const char *word, gsize length)
{
    CivilDay day;

    return civil_parse(word, length, &day) && day < context->today;
}

/* The fields that hold "name kind number valid-to" of people beside the legal person. */
static const FieldId people[] = {FIELD_LICENCE_CONTROLLER, FIELD_LICENCE_BENEFICIAL_OWNER,
                                 FIELD_PERSON_SIGNER};

static void
judge_people(const RuleContext *context, FindingSink *sink, WordTest test)
{
    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        if (any_word(context, application_text(context->app, people[i]), test))
            finding_add(sink, people[i], -1);
    }
}

static void
rule_people_id(const RuleContext *context, FindingSink *sink)
{
    judge_people(context, sink, is_wrong_id);
}

static void
rule_people_expired(const RuleContext *context, FindingSink *sink)
{
    judge_people(context, sink, is_past_day);
}

/* ---- phones ---- */

static const FieldId mobiles[] = {FIELD_PERSON_LEGAL_PHONE, FIELD_PERSON_CONTACT_PHONE};

static gboolean
has_mobile_length(const char *phone)
{
    enum { MOBILE_LENGTH = 11 };
    gsize length = strlen(phone);

    return length == MOBILE_LENGTH && digits_only(phone, length);
}

/* Eleven digits or it is no mobile number at all; a wrong beginning may be a new range. */
static void
judge_mobiles(const RuleContext *context, FindingSink *sink, gboolean whole)
{
    for (gsize i = 0; i < G_N_ELEMENTS(mobiles); i++) {
        const char *phone = application_text(context->app, mobiles[i]);
        /* a number of another country is a mobile all the same */
        if (phone != NULL && phone[0] != '+' && has_mobile_length(phone) == whole &&
            mobile_check(phone, strlen(phone), context->today).level == IDENTIFIER_BAD)
            finding_add(sink, mobiles[i], -1);
    }
}

static void
rule_mobile_length(const RuleContext *context, FindingSink *sink)
{
    judge_mobiles(context, sink, FALSE);
}

static void
rule_mobile_range(const RuleContext *context, FindingSink *sink)
{
    judge_mobiles(context, sink, TRUE);
}

/* Service numbers have five digits, landlines with their area up to twelve. */
static void
rule_customer_phone(const RuleContext *context, FindingSink *sink)
{
    const char *phone = application_text(context->app, FIELD_MERCHANT_CUSTOMER_PHONE);
    gsize length = phone != NULL ? strlen(phone) : 0;

    if (phone != NULL && (length < 5 || length > 12 || !digits_only(phone, length)))
        finding_add(sink, FIELD_MERCHANT_CUSTOMER_PHONE, -1);
}

/* ---- consent ---- */

static void
rule_consent_future(const RuleContext *context, FindingSink *sink)
{
    gint64 day;

    if (application_number(context->app, FIELD_CONSENT_CONSENT_AT, &day) && day > context->today)
        add_dated(sink, FIELD_CONSENT_CONSENT_AT, day);
}

static void
rule_consent_old(const RuleContext *context, FindingSink *sink)
{
    gint64 day, days = rule_number(context, "days");

    if (application_number(context->app, FIELD_CONSENT_CONSENT_AT, &day) &&
        day < context->today - days)
        finding_param_number(finding_add(sink, FIELD_CONSENT_CONSENT_AT, -1), "days", PARAM_COUNT,
                             days);
}

/* A partner is asked only within the consent (PIPL art. 29): without these three nobody can be
 * asked. The positions are those of the field's words. */
static void
rule_consent_purposes(const RuleContext *context, FindingSink *sink)
{
    static const char *const needed[] = {"purpose.identity_check", "purpose.account_check",
                                         "purpose.risk_query"};

    if (application_good(context->app, FIELD_CONSENT_CONSENT_PURPOSES) == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++) {
        if (!application_has(context->app, FIELD_CONSENT_CONSENT_PURPOSES, i))
            finding_param_key(finding_add(sink, FIELD_CONSENT_CONSENT_PURPOSES, -1), "purpose",
                              needed[i]);
    }
}

const RuleRow person_rules[] = {
    {"R-PER-001", rule_id_number, NULL},
    {"R-PER-002", rule_other_document, NULL},
    {"R-PER-019", rule_document_form, NULL},
    {"R-PER-013", rule_residence_check, NULL},
    {"R-PER-003", rule_age, "years"},
    {"R-PER-004", rule_id_period, "days"},
    {"R-PER-005", rule_id_expired, NULL},
    {"R-PER-006", rule_id_ending, "days"},
    {"R-PER-007", rule_id_order, NULL},
    {"R-PER-008", rule_id_future, NULL},
    {"R-PER-014", rule_id_before_contract, NULL},
    {"R-PER-015", rule_legal_name, NULL},
    {"R-PER-009", rule_consent_person, NULL},
    {"R-PER-010", rule_signer_authority, NULL},
    {"R-PER-016", rule_people_id, NULL},
    {"R-PER-017", rule_people_expired, NULL},
    {"R-PER-011", rule_mobile_length, NULL},
    {"R-PER-018", rule_mobile_range, NULL},
    {"R-PER-012", rule_customer_phone, NULL},
    {"R-ID-025", rule_consent_future, NULL},
    {"R-ID-026", rule_consent_old, "days"},
    {"R-ID-027", rule_consent_purposes, NULL},
    {NULL, NULL, NULL},
};
