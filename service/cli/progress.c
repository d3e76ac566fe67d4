/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR_CELLS = 24, FIRST_AFTER_US = 1000 * 1000, EVERY_US = 100 * 1000 };

struct Progress {
    const Texts *texts;
    Language language;
    gboolean terminal, shown;
    gint64 started, last; /* monotonic microseconds */
};

Progress *
progress_new(const Texts *texts, Language language)
{
    Progress *progress = g_new0(Progress, 1);

    progress->texts = texts;
    progress->language = language;
    progress->terminal = isatty(STDERR_FILENO) != 0;
    progress->started = g_get_monotonic_time();
    return progress;
}

void
progress_free(Progress *progress)
{
    progress_hide(progress);
    g_free(progress);
}

static void
append_bar(GString *line, guint64 done, guint64 total)
{
    guint64 filled = total > 0 ? MIN(done, total) * BAR_CELLS / total : 0;

    for (guint64 i = 0; i < BAR_CELLS; i++)
        g_string_append(line, i < filled ? "█" : "░");
    if (total > 0)
        g_string_append_printf(line, " %3u%%", (guint)(MIN(done, total) * 100 / total));
}

void
progress_show(Progress *progress, guint64 done, guint64 total, guint applications)
{
    gint64 now = g_get_monotonic_time(), spent = now - progress->started;

    if (!progress->terminal || spent < FIRST_AFTER_US || now - progress->last < EVERY_US)
        return;
    progress->last = now;
    guint64 rate = (guint64)applications * G_USEC_PER_SEC / (guint64)spent;
    guint64 left =
        done > 0 && total > done ? (total - done) * (guint64)spent / done / G_USEC_PER_SEC : 0;
    g_autoptr(GString) line = g_string_new("\r\033[K");
    append_bar(line, done, total);
    g_string_append_printf(line, " %u %s, %" G_GUINT64_FORMAT "/s", applications,
                           texts_get(progress->texts, "progress.applications", progress->language),
                           rate);
    if (total > 0)
        g_string_append_printf(line, ", %s %" G_GUINT64_FORMAT ":%02" G_GUINT64_FORMAT,
                               texts_get(progress->texts, "progress.left", progress->language),
                               left / 60, left % 60);
    fputs(line->str, stderr);
    fflush(stderr);
    progress->shown = TRUE;
}

void
progress_hide(Progress *progress)
{
    if (!progress->shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->shown = FALSE;
}
