/* SPDX-License-Identifier: Apache-2.0 */
/* What catalogues are used, as text and JSON. */
#pragma once

#include "model/catalogue.h"
#include "model/texts.h"

/* One row a catalogue: name, rows, whether it is complete, version, date, where it is from. */
void catalogue_list_append_text(GString *out, const Catalogue *catalogue, const char *folder,
                                const Texts *texts, Language language);
void catalogue_list_append_json(GString *out, const Catalogue *catalogue, const char *folder);

/* One line about a file that was imported, and about one that was not. */
void catalogue_list_append_imported(GString *out, const CatalogueFile *file, const Texts *texts,
                                    Language language);
void catalogue_list_append_refused(GString *out, const char *file, const char *reason,
                                   const Texts *texts, Language language);
