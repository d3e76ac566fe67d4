/* SPDX-License-Identifier: Apache-2.0 */
/* A file of facts: NDJSON with one object an application, or one JSON document of an object or an
 * array of them. Found by external_ref; read only when its application is. */
#pragma once

#include "codec/facts_json.h"

typedef struct FactsFile FactsFile;

/* Opens a file ("-" is standard input) and finds where the facts of each application stand. What is
 * wrong with the file as a whole or with a line that names no application is added to `errors`.
 * NULL when it cannot be read at all. The file must not be cut short while it is open. */
FactsFile *facts_file_open(const char *path, ReadErrors *errors);
void facts_file_free(FactsFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactsFile, facts_file_free)

/* Reads the facts about an application, joined to its terminals, into `facts` (initialised), which
 * hold nothing when nobody was asked about it, when two records are about it (`twice`), or when
 * nothing can be read of what there is; the latter is said in `errors`, whose arena owns the texts.
 * Thread-safe. */
void facts_file_read(const FactsFile *file, const Application *app, Facts *facts,
                     ReadErrors *errors);

/* How many records there are, and how many of them no application has asked for yet with the line
 * of the first of these. */
guint facts_file_count(const FactsFile *file);
guint facts_file_unused(const FactsFile *file, guint32 *first_line);
