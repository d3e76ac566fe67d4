/* SPDX-License-Identifier: Apache-2.0 */
/* A diagnosis for a person at a terminal. */
#pragma once

#include "report/diagnose_words.h"

/* Appends the answer and the likeliest `most` causes; 0 = all of them. */
void diagnose_text_append(GString *out, const DiagnoseReport *report, guint most);
