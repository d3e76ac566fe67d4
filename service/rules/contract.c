/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/rule.h"

const RuleRow contract_rules[] = {
    {NULL, NULL, NULL},
};
