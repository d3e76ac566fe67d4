/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON Schema (2020-12) of facts and their reference for people, both from the fact table. */
#pragma once

/* The text of schemas/facts.schema.json. g_free it. */
char *facts_schema_text(void);

/* The text of schemas/facts.md. g_free it. */
char *facts_schema_reference(void);
