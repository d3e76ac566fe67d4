/* SPDX-License-Identifier: Apache-2.0 */
/* Why a layer is where it is, in words. */
#pragma once

#include "model/texts.h"
#include "report/assessment.h"

/* What a section of facts is called; borrowed. */
const char *layer_text_section(FactSection section, const Texts *texts, Language language);

/* The sentence of a layer's reason, with the answers that are wanting or old and the stage by which
 * each is due; NULL when there is nothing to say. g_free it. */
char *layer_text_reason(const LayerResult *result, const Texts *texts, Language language);
