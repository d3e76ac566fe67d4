/* SPDX-License-Identifier: Apache-2.0 */
/* A catalogue of somebody's own, as JSON or as a spreadsheet. */
#pragma once

#include "model/catalogue.h"

/* Adds one file to a catalogue that holds nothing of its kind, sets `kind`, and notes name, digest
 * and rows. FALSE with FAULT_INPUT naming file and place; the catalogue is then only good to be
 * freed. */
gboolean catalogue_file_read(Catalogue *catalogue, GBytes *bytes, const char *file,
                             CatalogueKind *kind, GError **error);

/* The name of a kind ("branches"); static. */
const char *catalogue_file_kind_name(CatalogueKind kind);
