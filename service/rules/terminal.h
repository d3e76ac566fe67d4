/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules on terminals share: the loop over them and their values. */
#pragma once

#include "rules/rule.h"

#include <string.h>

/* Defines `rule`, which judges one terminal of the application after the other. */
#define EACH_TERMINAL(rule, judge)                                                                 \
    static void rule(const RuleContext *context, FindingSink *sink)                                \
    {                                                                                              \
        for (guint i = 0; i < context->app->device_count; i++)                                     \
            judge(context, sink, (int)i);                                                          \
    }

/* A terminal's value when it can be relied on, else NULL. */
static inline const FieldValue *
terminal_good(const RuleContext *context, int device, FieldId id)
{
    return device_good(&context->app->devices[device], id);
}

static inline const char *
terminal_text(const RuleContext *context, int device, FieldId id)
{
    return device_text(&context->app->devices[device], id);
}

/* The catalogue's row of the terminal's model; NULL when it has none or no model is given. Most
 * people choose the names from a list, and a dozen rules ask: the exact spelling is tried before
 * all the others. */
static inline const DeviceModel *
terminal_model(const RuleContext *context, int device)
{
    const char *model = terminal_text(context, device, FIELD_DEVICE_TERM_MODEL);
    const char *brand = terminal_text(context, device, FIELD_DEVICE_TERM_BRAND);
    const GPtrArray *rows = context->catalogue->models;

    for (guint i = 0; model != NULL && brand != NULL && i < rows->len; i++) {
        const DeviceModel *row = g_ptr_array_index(rows, i);
        if (strcmp(row->model, model) == 0 && strcmp(row->brand, brand) == 0)
            return row;
    }
    return model != NULL ? catalogue_device(context->catalogue, brand, model) : NULL;
}

/* The kind 1..13, 0 when it is not known. */
static inline int
terminal_kind(const RuleContext *context, int device)
{
    const FieldValue *kind = terminal_good(context, device, FIELD_DEVICE_TERM_KIND);

    return kind != NULL ? (int)kind->number + 1 : 0;
}

/* The kind as it is written, "01" to "13"; `kind` 1..13. */
static inline const char *
terminal_kind_word(int kind)
{
    return field_word(FIELD_DEVICE_TERM_KIND, (guint)kind - 1);
}

/* TRUE when the terminal is said to be mobile. */
static inline gboolean
terminal_mobile(const RuleContext *context, int device)
{
    const FieldValue *mobile = terminal_good(context, device, FIELD_DEVICE_MOBILE);

    return mobile != NULL && mobile->number == 1;
}

/* The acquirer whose prefix begins the terminal's merchant number; NULL when it is not known. */
static inline const AcquirerRow *
terminal_acquirer(const RuleContext *context, int device)
{
    const char *number = terminal_text(context, device, FIELD_DEVICE_MERCHANT_NO);
    char prefix[4] = {0};

    if (number == NULL || strlen(number) < sizeof prefix)
        return NULL;
    memcpy(prefix, number, sizeof prefix - 1);
    return catalogue_acquirer(context->catalogue, prefix);
}
