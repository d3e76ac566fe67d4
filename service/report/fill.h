/* SPDX-License-Identifier: Apache-2.0 */
/* Fills {placeholders} of a text with the parameters of a finding, formatted for a language. */
#pragma once

#include "report/report_context.h"

/* Appends `text` with each {name} replaced; a name the finding lacks becomes an ellipsis. */
void fill_message(GString *out, const char *text, const Finding *finding, const Texts *texts,
                  Language language);

/* Appends `text` with {a} and {b} replaced; NULL stands for nothing. */
void fill_arguments(GString *out, const char *text, const char *a, const char *b);
