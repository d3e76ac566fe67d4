/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as an identifier: the first byte picks the kind, the rest is the value. What is called
 * good must be short, printable and judged the same again; what is not must have a reason that can
 * be told in both languages. */
#include "identifiers/identifier.h"
#include "identifiers/identifier_text.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST_GOOD = 50, TODAY = 20454 /* 2026-01-01 */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
expect_plain(const char *text, gsize length)
{
    g_assert_cmpuint(length, >, 0);
    g_assert_cmpuint(length, <=, LONGEST_GOOD);
    for (gsize i = 0; i < length; i++)
        g_assert_true(g_ascii_isalnum(text[i]) || text[i] == '-');
}

static void
expect_reason(const IdentifierKind *kind, const char *code)
{
    const char *zh = identifier_text(kind->name, code, TRUE);
    const char *en = identifier_text(kind->name, code, FALSE);

    g_assert_cmpstr(zh, !=, code);
    g_assert_cmpstr(en, !=, code);
    g_assert_cmpstr(zh, !=, en);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gsize count;
    const IdentifierKind *kinds = identifier_kinds(&count);

    if (size == 0)
        return 0;
    const IdentifierKind *kind = &kinds[data[0] % count];
    gsize length = size - 1;
    /* a block of its own, so that a sanitizer sees the first byte read behind it */
    g_autofree char *value = g_malloc(length + (length == 0));
    memcpy(value, data + 1, length);
    IdentifierVerdict verdict = kind->check(value, length, TODAY);
    IdentifierVerdict again = kind->check(value, length, TODAY);

    g_assert_cmpint(verdict.level, ==, again.level);
    g_assert_cmpstr(verdict.code, ==, again.code);
    if (verdict.level != IDENTIFIER_BAD)
        expect_plain(value, length);
    if (verdict.level == IDENTIFIER_OK)
        g_assert_null(verdict.code);
    else
        expect_reason(kind, verdict.code);
    return 0;
}
