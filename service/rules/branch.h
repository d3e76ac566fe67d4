/* SPDX-License-Identifier: Apache-2.0 */
/* The rules on the branch that keeps the settlement account (branch.c): rows of account_rules. */
#pragma once

#include "rules/rule.h"

/* The row of the bank whose code begins the branch number; NULL when number or bank is not known.
 */
const BankRow *branch_bank(const RuleContext *context);

/* The number: 12 digits, and its check digit (domain 1.1). */
void branch_form(const RuleContext *context, FindingSink *sink);
void branch_check_digit(const RuleContext *context, FindingSink *sink);

/* Its bank is not in the catalogue, which does not claim to hold all of them, or does. */
void branch_bank_unknown(const RuleContext *context, FindingSink *sink);
void branch_bank_not_listed(const RuleContext *context, FindingSink *sink);

/* M11: the number is not in a complete list of branches; the list gives it another name. */
void branch_not_listed(const RuleContext *context, FindingSink *sink);
void branch_name(const RuleContext *context, FindingSink *sink);

/* X13: the branch's name is another bank's; number or name is of a place far from shop and licence.
 */
void branch_bank_name(const RuleContext *context, FindingSink *sink);
void branch_area(const RuleContext *context, FindingSink *sink);
void branch_place(const RuleContext *context, FindingSink *sink);
