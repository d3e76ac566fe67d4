/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/identifier.h"

#include "identifiers/bankcard.h"
#include "identifiers/bic.h"
#include "identifiers/cnaps.h"
#include "identifiers/iban.h"
#include "identifiers/institution_no.h"
#include "identifiers/mcc.h"
#include "identifiers/merchant_no.h"
#include "identifiers/mobile.h"
#include "identifiers/orgcode.h"
#include "identifiers/region.h"
#include "identifiers/regno15.h"
#include "identifiers/resident_id.h"
#include "identifiers/terminal_no.h"
#include "identifiers/tusn.h"
#include "identifiers/uscc.h"

#include <string.h>

static const IdentifierKind kinds[] = {
    {"uscc", uscc_check},
    {"orgcode", orgcode_check},
    {"regno15", regno15_check},
    {"resident-id", resident_id_check},
    {"bankcard", bankcard_check},
    {"cnaps", cnaps_check},
    {"merchant-no", merchant_no_check},
    {"terminal-no", terminal_no_check},
    {"institution-no", institution_no_check},
    {"mcc", mcc_check},
    {"region", region_check},
    {"mobile", mobile_check},
    {"tusn", tusn_check},
    {"iban", iban_check},
    {"bic", bic_check},
};

const IdentifierKind *
identifier_find(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    }
    return NULL;
}

const IdentifierKind *
identifier_kinds(gsize *count)
{
    *count = G_N_ELEMENTS(kinds);
    return kinds;
}
