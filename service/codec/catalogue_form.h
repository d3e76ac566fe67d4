/* SPDX-License-Identifier: Apache-2.0 */
/* The forms that the codes of a catalogue have, by the same checks as the values of an application:
 * a code that no application can hold would never be found. */
#pragma once

#include "codec/json_data.h"

typedef enum {
    CATALOGUE_FORM_MCC,
    CATALOGUE_FORM_PROVINCE,
    CATALOGUE_FORM_REGION,
    CATALOGUE_FORM_AREA,
    CATALOGUE_FORM_BANK,   /* also the first three digits of a merchant number */
    CATALOGUE_FORM_ISSUER, /* a bank that gives out cards */
    CATALOGUE_FORM_BRANCH,
    CATALOGUE_FORM_BIN,
    CATALOGUE_FORM_INSTITUTION,
    CATALOGUE_FORM_DEVICE_TYPE,
    CATALOGUE_FORM_VENDOR,
    CATALOGUE_FORM_ANSWER, /* field 39 */
    CATALOGUE_FORM_VERSION,
    CATALOGUE_FORM_TPDU,
    CATALOGUE_FORM_ADDRESS,
    CATALOGUE_FORM_COUNT
} CatalogueForm;

/* A text of that form; an error that says what would be right when it is another. The second may be
 * missing or null and is NULL then, of the third each text of a list must be of the form. */
const char *catalogue_form_text(const JsonPlace *row, const char *key, CatalogueForm form);
const char *catalogue_form_optional(const JsonPlace *row, const char *key, CatalogueForm form);
void catalogue_form_list(const JsonPlace *row, const char *key, char **list, CatalogueForm form);
