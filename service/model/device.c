/* SPDX-License-Identifier: Apache-2.0 */
#include "model/device.h"

static const struct {
    const char *input_key, *problem_key;
} problems[] = {
    {"input.unreadable", "problem.unreadable"},
    {"input.not_a_number", "problem.not_a_number"},
    {"input.unknown_word", "problem.unknown_word"},
    {"input.not_yes_or_no", "problem.not_yes_or_no"},
    {"input.too_long", "problem.too_long"},
    {"input.control_character", "problem.control_character"},
    {"input.wrong_type", "problem.wrong_type"},
    {"input.number_too_big", "problem.number_too_big"},
    {"input.too_many", "problem.too_many"},
    {"input.contradiction", "problem.contradiction"},
};

const char *
device_problem_key(const FieldValue *value)
{
    gboolean known = value->number > 0 && value->number < (gint64)G_N_ELEMENTS(problems);

    return problems[known ? value->number : 0].problem_key;
}

gint64
device_problem_number(const char *input_key)
{
    for (gsize i = 0; i < G_N_ELEMENTS(problems); i++) {
        if (g_str_equal(problems[i].input_key, input_key))
            return (gint64)i;
    }
    return 0;
}

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
