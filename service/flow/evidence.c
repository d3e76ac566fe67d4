/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/evidence.h"

#include "report/fill.h"
#include "report/view.h"

typedef struct {
    Evidence *evidence;
    const ReportContext *context;
    void (*complain)(const char *lines);
} Gathering;

static void
item_clear(gpointer data)
{
    DiagnoseEvidence *item = data;

    for (int i = 0; i < LANGUAGE_COUNT; i++)
        g_free((char *)(guintptr)item->message.text[i]);
    g_free((char *)(guintptr)item->path);
    g_free((char *)(guintptr)item->key);
}

void
evidence_init(Evidence *evidence)
{
    evidence->items = g_array_new(FALSE, TRUE, sizeof(DiagnoseEvidence));
    g_array_set_clear_func(evidence->items, item_clear);
    evidence->applications = 0;
    evidence->faults = 0;
}

void
evidence_clear(Evidence *evidence)
{
    g_array_unref(evidence->items);
}

/* The application's memory is gone before the diagnosis is made, so all is copied. */
static void
add_finding(const Gathering *gathering, const Finding *finding, const Application *app)
{
    GArray *items = gathering->evidence->items;
    g_autoptr(GString) text = g_string_new(NULL);
    char key[17];

    g_array_set_size(items, items->len + 1);
    DiagnoseEvidence *item = &g_array_index(items, DiagnoseEvidence, items->len - 1);
    item->rule = finding->rule;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        g_string_truncate(text, 0);
        fill_message(text, finding->rule->message.text[i], finding, gathering->context->texts,
                     (Language)i);
        item->message.text[i] = g_strdup(text->str);
    }
    g_string_truncate(text, 0);
    finding_path(finding, text);
    item->path = g_strdup(text->len > 0 ? text->str : "/");
    finding_key(finding, app, key);
    item->key = g_strdup(key);
}

static void
take_assessment(gpointer user, const Assessment *assessment)
{
    const Gathering *gathering = user;
    ViewGroups groups;

    view_groups_init(&groups, assessment, gathering->context);
    for (guint i = 0; i < groups.count; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (groups.first[i] == (int)i && finding->rule->severity != SEVERITY_INFO)
            add_finding(gathering, finding, assessment->app);
    }
    view_groups_clear(&groups);
    gathering->evidence->applications++;
}

static gboolean
write_nothing(gpointer user, const char *bytes, gsize length)
{
    (void)user, (void)bytes, (void)length;
    return TRUE;
}

static void
pass_complaint(gpointer user, const char *lines)
{
    const Gathering *gathering = user;

    gathering->complain(lines);
}

static void
show_nothing(gpointer user, guint64 done, guint64 total, guint applications)
{
    (void)user, (void)done, (void)total, (void)applications;
}

gboolean
evidence_gather(Evidence *evidence, const CheckOptions *options,
                void (*complain)(const char *lines), GError **error)
{
    Gathering gathering = {evidence, &options->report, complain};
    CheckOptions handed = *options;
    CheckOutput output = {write_nothing, pass_complaint, show_nothing, &gathering, take_assessment};
    Summary summary;

    g_return_val_if_fail(options->threads == 1, FALSE);
    handed.format = CHECK_HANDED;
    summary_init(&summary);
    gboolean is_good = check_run(&handed, &output, &summary, error);
    evidence->faults = summary.input_errors;
    summary_clear(&summary);
    return is_good;
}
