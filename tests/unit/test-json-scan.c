/* SPDX-License-Identifier: Apache-2.0 */
/* Looking into JSON without parsing it. */
#include "codec/json_scan.h"

#include <string.h>

/* How many bytes the first value takes, with blanks before it; 0 = it does not end. */
static const struct {
    const char *text;
    gsize length;
} values[] = {
    {"{}", 2},
    {"{} {}", 2},
    {"  {\"a\": [1, {}]}x", 16},
    {"[]", 2},
    {"[[], {}],", 8},
    {"\"a\"", 3},
    {"\"a\\\"b\" c", 6},
    {"\"a\\\\\"", 5},
    {"12,", 2},
    {"12", 2},
    {"true}", 4},
    {"null ", 4},
    {"{\"}\": \"]\"}", 10},
    {"{\"a\\\"}\": 1}", 11},
    {"", 0},
    {"  ", 0},
    {"{", 0},
    {"{\"a\": 1", 0},
    {"[{]", 0},
    {"[1, \"]", 0},
    {"\"a", 0},
    {"\"a\\\"", 0},
    {"\"a\\", 0},
    {",", 0},
    {"}", 0},
    {":1", 0},
};

static void
test_value(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
        g_test_message("%s", values[i].text);
        g_assert_cmpuint(json_scan_value(values[i].text, strlen(values[i].text)), ==,
                         values[i].length);
    }
}

/* The value of "ref" at the top, NULL where it is not found. */
static const struct {
    const char *text, *value;
} members[] = {
    {"{\"ref\": \"F-1\"}", "F-1"},
    {" \n{ \"ref\" : \"F-1\" }", "F-1"},
    {"{\"ref\":\"\"}", ""},
    {"{\"a\": 1, \"ref\": \"F-1\"}", "F-1"},
    {"{\"a\": {\"ref\": \"no\"}, \"ref\": \"F-1\"}", "F-1"},
    {"{\"a\": [{\"ref\": \"no\"}, \"ref\"], \"ref\": \"F-1\"}", "F-1"},
    {"{\"a\": \"ref\", \"b\": \"\\\"ref\\\": \\\"no\\\"\", \"ref\": \"F-1\"}", "F-1"},
    {"{\"a\": null, \"b\": -1.5e3, \"c\": true, \"ref\": \"F-1\", \"d\": }", "F-1"},
    {"{\"ref\": \"a\\\"b\\u4e2d\"}", "a\\\"b\\u4e2d"},
    {"{\"ref\": \"first\", \"ref\": \"second\"}", "first"},
    {"{\"ref\": \"F-1\"", "F-1"},
    {"{}", NULL},
    {"", NULL},
    {"[\"ref\", \"F-1\"]", NULL},
    {"\"ref\"", NULL},
    {"{\"a\": {\"ref\": \"no\"}}", NULL},
    {"{\"refs\": \"no\", \"re\": \"no\", \"xref\": \"no\"}", NULL},
    {"{\"ref\": 1}", NULL},
    {"{\"ref\": null}", NULL},
    {"{\"ref\": {\"ref\": \"no\"}}", NULL},
    {"{\"ref\": \"F-1", NULL},
    {"{\"ref\": \"F-1\\\"}", NULL},
    {"{\"ref\" \"F-1\"}", NULL},
    {"{\"ref\":", NULL},
    {"{\"a\" 1, \"ref\": \"F-1\"}", NULL},
    {"{\"a\": 1 \"ref\": \"F-1\"}", NULL},
    {"{\"a\": , \"ref\": \"F-1\"}", NULL},
    {"{a: 1, \"ref\": \"F-1\"}", NULL},
    {"{\"a\": [1, \"ref\": \"F-1\"}", NULL},
    {"{,\"ref\": \"F-1\"}", NULL},
};

/* Each text is looked at in memory of its own size, so that a step too far is seen. */
static void
test_member(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
        gsize length = strlen(members[i].text), found_length = 0;
        g_autofree char *copy = g_memdup2(members[i].text, MAX(length, 1));
        const char *found = NULL;
        g_test_message("%s", members[i].text);
        gboolean is_there = json_scan_member(copy, length, "ref", &found, &found_length);
        g_assert_cmpint(is_there, ==, members[i].value != NULL);
        if (is_there)
            g_assert_cmpmem(found, found_length, members[i].value, strlen(members[i].value));
    }
}

/* A text that is cut anywhere is refused or found right, never read past its end. */
static void
test_cut(void)
{
    static const char text[] = "{\"a\": [{\"x\": \"\\\\\"}, 1], \"ref\": \"F-\\\"1\"}";

    for (gsize length = 0; length < sizeof text; length++) {
        g_autofree char *copy = g_memdup2(text, MAX(length, 1));
        const char *found;
        gsize found_length;
        if (json_scan_member(copy, length, "ref", &found, &found_length))
            g_assert_cmpmem(found, found_length, "F-\\\"1", 5);
        g_assert_cmpuint(json_scan_value(copy, length), ==, length + 1 < sizeof text ? 0 : length);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json-scan/value", test_value);
    g_test_add_func("/json-scan/member", test_member);
    g_test_add_func("/json-scan/cut", test_cut);
    return g_test_run();
}
