/* SPDX-License-Identifier: Apache-2.0 */
/* A catalogue as a spreadsheet: lines "# catalogue: mcc", "# version: ...", "# source: ...",
 * "# date: YYYY-MM-DD", "# complete: true", then a row of column names, then the rows. */
#pragma once

#include "model/catalogue.h"

/* Adds a spreadsheet of UTF-8 (with or without byte order mark) or GB18030 to a catalogue that
 * holds nothing of its kind, and sets `kind`. FALSE with FAULT_INPUT or FAULT_LIMIT that names
 * file, line and column; the catalogue is then only good to be freed. Leaves the digest to the
 * caller. */
gboolean catalogue_csv_read(Catalogue *catalogue, GBytes *bytes, const char *file,
                            CatalogueKind *kind, GError **error);
