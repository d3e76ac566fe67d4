/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses of hosts as terminals have them: host:port. */
#pragma once

#include <glib.h>

/* TRUE when the text ends in a colon and a port, 1 to 65535 in at most five digits, has something
 * before that, and no blank or slash. A colon inside brackets belongs to an IPv6 address. */
gboolean address_has_port(const char *text);

/* The same, and the host is none of digits and dots alone but an IPv4 address (RFC 1123 2.1), whose
 * parts may have zeros before them as terminals show them: 010.000.000.001. */
gboolean address_is_good(const char *text);

/* The address without the zeros before its parts: 010.000.000.001:08888 is 10.0.0.1:8888. Free with
 * g_free. */
char *address_without_zeros(const char *text);
