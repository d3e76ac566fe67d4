/* SPDX-License-Identifier: Apache-2.0 */
#include "model/device.h"

const FieldValue *
device_good(const Device *device, FieldId id)
{
    const FieldValue *value = &device->values[id - FIELD_DEVICE_FIRST];

    return value->state == VALUE_OK ? value : NULL;
}

const char *
device_text(const Device *device, FieldId id)
{
    const FieldValue *value = device_good(device, id);

    return value != NULL ? value->text : NULL;
}

gboolean
device_absent(const Device *device, FieldId id)
{
    return device->values[id - FIELD_DEVICE_FIRST].state == VALUE_ABSENT;
}
