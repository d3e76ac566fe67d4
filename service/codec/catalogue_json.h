/* SPDX-License-Identifier: Apache-2.0 */
/* The reference data of schemas/: devices.json mcc.json areas.json acquirers.json banks.json
 * bins.json decline_codes.json. */
#pragma once

#include "model/catalogue.h"

/* The name of the built-in file of a kind ("devices.json"); static. */
const char *catalogue_json_name(CatalogueKind kind);

/* Adds one file to a catalogue that holds nothing of its kind yet. `file` is the name that errors
 * give a file of somebody's own, or NULL for the built-in one. FALSE with FAULT_INPUT
 * (FAULT_INTERNAL for the built-in one) naming the place; the catalogue may then hold a part of the
 * file and is only good to be freed. */
gboolean catalogue_json_read(Catalogue *catalogue, CatalogueKind kind, GBytes *bytes,
                             const char *file, GError **error);

/* All built-in files. NULL with FAULT_INTERNAL. Free with catalogue_free. */
Catalogue *catalogue_json_load(GError **error);
