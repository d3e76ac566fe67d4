/* SPDX-License-Identifier: Apache-2.0 */
#include "model/application.h"

#include <string.h>

void
application_init(Application *app, Arena *arena)
{
    memset(app, 0, sizeof *app);
    app->arena = arena;
}

Device *
application_set_devices(Application *app, guint count)
{
    g_return_val_if_fail(app->devices == NULL && count <= APPLICATION_DEVICES_MAX, NULL);
    app->devices = arena_alloc0(app->arena, sizeof(Device) * MAX(count, 1));
    app->device_count = count;
    return app->devices;
}

FieldValue *
application_value_mutable(Application *app, FieldId id, int device)
{
    g_return_val_if_fail(id >= 0 && id < FIELD_COUNT, NULL);
    if (!field_is_device(id))
        return &app->values[id];
    g_return_val_if_fail(device >= 0 && (guint)device < app->device_count, NULL);
    return &app->devices[device].values[id - FIELD_DEVICE_FIRST];
}

const FieldValue *
application_value(const Application *app, FieldId id, int device)
{
    g_return_val_if_fail(id >= 0 && id < FIELD_COUNT, NULL);
    if (!field_is_device(id))
        return &app->values[id];
    g_return_val_if_fail(device >= 0 && (guint)device < app->device_count, NULL);
    return &app->devices[device].values[id - FIELD_DEVICE_FIRST];
}

const FieldValue *
application_good(const Application *app, FieldId id)
{
    const FieldValue *value = &app->values[id];

    return value->state == VALUE_OK ? value : NULL;
}

const char *
application_text(const Application *app, FieldId id)
{
    const FieldValue *value = application_good(app, id);

    return value != NULL ? value->text : NULL;
}

gboolean
application_number(const Application *app, FieldId id, gint64 *number)
{
    const FieldValue *value = application_good(app, id);

    if (value != NULL)
        *number = value->number;
    return value != NULL;
}

gboolean
application_absent(const Application *app, FieldId id)
{
    return app->values[id].state == VALUE_ABSENT;
}

int
application_kind_of_merchant(const Application *app)
{
    const FieldValue *kind = application_good(app, FIELD_MERCHANT_MERCHANT_KIND);

    return kind != NULL ? (int)kind->number : -1;
}

gboolean
application_has(const Application *app, FieldId id, guint position)
{
    const FieldValue *set = application_good(app, id);

    return set != NULL && (set->number & (G_GINT64_CONSTANT(1) << position)) != 0;
}

gboolean
application_is(const Application *app, FieldId id, int position)
{
    const FieldValue *word = application_good(app, id);

    return word != NULL && word->number == position;
}
