/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of schemas/texts.json. */
#pragma once

#include "model/texts.h"

/* Reads {"version": ..., "texts": {"key": {"zh-CN": ..., "en": ...}}}. `file` is the name that
 * errors give a file of somebody's own, or NULL for the built-in one. NULL with FAULT_INPUT
 * (FAULT_INTERNAL for the built-in one) naming the place when a key is unknown, a text missing or
 * empty, or the placeholders of the two languages differ. */
Texts *texts_from_json(GBytes *bytes, const char *file, GError **error);
