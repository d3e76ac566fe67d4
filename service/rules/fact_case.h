/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules on facts share: judges that many of them use, and what a fact is held against. */
#pragma once

#include "rules/rule.h"

/* Adds the finding of the case at its fact. */
Finding *fact_case_add(const FactCase *c);

/* The record of another section that is about the same terminal; 0 for sections that have one
 * record only; G_MAXUINT when there is none. */
guint fact_case_index(const FactCase *c, FactSection section);

/* Another fact of the same terminal or application that was given, else NULL. */
const FactValue *fact_case_other(const FactCase *c, FactId id);

/* The application's value of a field that can be relied on, else NULL: of the case's terminal, or,
 * in a section that is of no terminal, of the first terminal that has it. */
const FieldValue *fact_case_field(const FactCase *c, FieldId id);

/* The merchant number by the application, else by the contract, else by the host; NULL when nobody
 * has said it. */
const char *fact_case_merchant_no(const FactCase *c);

/* Whether a kind of transaction is to be taken: as applied for, else as the terminal's own menu
 * offers it. */
gboolean fact_case_takes(const FactCase *c, guint txn);

/* What the fact should say by the rule's `field`, else by its `other`, as masked text; NULL when it
 * says that, or when nobody knows what it should say. Compares texts, words and numbers. */
const char *fact_case_contradicted(const FactCase *c);

/* The words of the rule's `field` that a SET fact lacks, and those that it has beyond it; "credit;
 * preauth", or NULL for none. */
const char *fact_case_lacking(const FactCase *c);
const char *fact_case_beyond(const FactCase *c);

/* TRUE for a record of the host's terminals or of the register that was given up and is of none of
 * the application's serials: it stood there before. */
gboolean fact_case_of_before(const RuleContext *context, FactSection section, guint index);

/* TRUE where the device of the record `old` was given up for that of `next`: they may have a number
 * in common, and a key that hangs on it. */
gboolean fact_case_replaced(const RuleContext *context, FactSection section, guint old, guint next);

/* A number that is told in groups, without the blanks between them; free with g_free. */
char *fact_case_digits(const char *text);

/* Judges. Speaks at one of the rule's words. */
void fact_case_word(const FactCase *c);

/* Speaks where the fact contradicts the rule's field or other fact; gives {expected}. */
void fact_case_differs(const FactCase *c);

/* Speaks where the SET fact lacks what the application asks for; gives {lacking}. */
void fact_case_lacks(const FactCase *c);

/* Speaks where the fact is another merchant's number; gives {expected}. */
void fact_case_other_merchant(const FactCase *c);

/* When the answer was given: what it says of clocks and ages is held against that. FALSE where it
 * does not say, and where it is to be asked for again anyway: old, or dated ahead. */
gboolean fact_case_time(const FactCase *c, gint64 *at);
