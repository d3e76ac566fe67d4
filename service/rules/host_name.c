/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/host_name.h"

#include "base/text.h"

/* Hosts hold GBK, two bytes a character: what GB18030 writes in four, and line ends, they refuse.
 */
static gboolean
is_refused_by_hosts(gunichar c)
{
    char text[7] = {0};

    if (c < 128)
        return c < ' ' || c == 127;
    if (c >= 0x4E00 && c <= 0x9FA5)
        return FALSE;
    g_unichar_to_utf8(c, text);
    return text_gb18030_bytes(text) != 2;
}

gunichar
host_name_refused(const char *name)
{
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_refused_by_hosts(c))
            return c;
    }
    return 0;
}
