/* SPDX-License-Identifier: Apache-2.0 */
/* The folder of imported catalogues: one file a kind, which stands in for the built-in one. */
#pragma once

#include "model/catalogue.h"

/* The folder that is meant: `given` (may be NULL), else $SWIPEREADY_CATALOGUES, else the user's
 * data folder. g_free it. */
char *catalogue_store_folder(const char *given);

/* All catalogues: of each kind the imported file, where there is one, else the built-in. `given` as
 * for catalogue_store_folder; a folder that is given must exist. NULL with FAULT_INPUT or
 * FAULT_LIMIT naming the file that is damaged: it is never passed over. Free with catalogue_free.
 */
Catalogue *catalogue_store_load(const char *given, GError **error);

/* Checks a file whole and puts a copy into `folder`, in place of the one that was imported before.
 * `imported` is set to its head, whose texts `catalogue` keeps: a new one, for this file alone.
 * FALSE with FAULT_INPUT, FAULT_LIMIT or FAULT_STORE; the folder is then as it was, and `imported`
 * is set only when the file could be read: what was wrong may be that it has no rows. */
gboolean catalogue_store_import(const char *folder, const char *path, Catalogue *catalogue,
                                CatalogueFile *imported, GError **error);
