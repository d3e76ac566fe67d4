/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/texts_json.h"

#include "codec/json_data.h"

static void
read_texts(const JsonPlace *object, Texts *texts)
{
    const char *text[LANGUAGE_COUNT];

    for (void *iter = json_object_iter(object->value); iter != NULL && !json_data_failed(object);
         iter = json_object_iter_next(object->value, iter)) {
        const char *key = json_object_iter_key(iter);
        json_data_localized(object, key, text);
        texts_add(texts, key, text[LANGUAGE_ZH], text[LANGUAGE_EN]);
    }
}

Texts *
texts_from_json(GBytes *bytes, const char *file, GError **error)
{
    g_autoptr(Texts) texts = texts_new();
    /* The table copies what it is given, so these are needed only while reading. */
    GStringChunk *strings = g_string_chunk_new(16384);
    JsonData data = {
        .file = file != NULL ? file : "texts.json",
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = strings,
    };
    JsonPlace root = json_data_open(&data, bytes);

    json_data_keys(&root, "version texts");
    json_data_text(&root, "version");
    JsonPlace object = json_data_object(&root, "texts");
    read_texts(&object, texts);
    gboolean is_good = json_data_close(&data, error);
    g_string_chunk_free(strings);
    return is_good ? g_steal_pointer(&texts) : NULL;
}
