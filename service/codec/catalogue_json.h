/* SPDX-License-Identifier: Apache-2.0 */
/* The reference data of schemas/: devices.json mcc.json areas.json acquirers.json banks.json
 * bins.json decline_codes.json regions.json branches.json. */
#pragma once

#include "model/catalogue.h"

/* Adds one file to a catalogue that holds nothing of its kind yet. `file` is the name that errors
 * give a file of somebody's own, or NULL for the built-in one. FALSE with FAULT_INPUT
 * (FAULT_INTERNAL for the built-in one) naming the place; the catalogue may then hold a part of the
 * file and is only good to be freed. */
gboolean catalogue_json_read(Catalogue *catalogue, CatalogueKind kind, GBytes *bytes,
                             const char *file, GError **error);

/* As catalogue_json_read for a file of somebody's own, whose member "name" says the kind. Leaves
 * the digest to the caller. */
gboolean catalogue_json_read_named(Catalogue *catalogue, GBytes *bytes, const char *file,
                                   CatalogueKind *kind, GError **error);

/* The built-in file of a kind. FALSE with FAULT_INTERNAL. */
gboolean catalogue_json_read_builtin(Catalogue *catalogue, CatalogueKind kind, GError **error);

/* The built-in lists of a kind that a spreadsheet has no room for (device types and vendors, the
 * provinces), without its rows. FALSE with FAULT_INTERNAL. */
gboolean catalogue_json_read_lists(Catalogue *catalogue, CatalogueKind kind, GError **error);

/* All built-in files. NULL with FAULT_INTERNAL. Free with catalogue_free. */
Catalogue *catalogue_json_load(GError **error);
