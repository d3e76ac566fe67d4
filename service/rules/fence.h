/* SPDX-License-Identifier: Apache-2.0 */
/* Places and areas of use: points in 1e-6 degrees, distances in metres, all in integers. */
#pragma once

#include "model/field.h"

typedef struct {
    gint64 lon, lat;
} Point;

/* "longitude latitude radius-in-metres system", such as `114.326 30.551 5000 gcj02`. */
typedef struct {
    Point centre;
    gint64 radius; /* metres */
    int system;    /* COORD_x */
} Fence;

/* Reads an area of use; FALSE when the text is none. */
gboolean fence_read(const char *text, Fence *fence);

/* TRUE when two points are farther apart than so many metres; right to one part in fifty. */
gboolean fence_farther(Point a, Point b, gint64 metres);
