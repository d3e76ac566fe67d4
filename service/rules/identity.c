/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/rule.h"

const RuleRow identity_rules[] = {
    {NULL, NULL, NULL},
};
