/* SPDX-License-Identifier: Apache-2.0 */
#include "report/fill.h"

#include "base/decimal.h"

#include <string.h>

/* 1,234.50 with separators, since people count zeros. */
static void
append_yuan(GString *out, gint64 fen)
{
    g_autoptr(GString) digits = g_string_new(NULL);

    decimal_append(digits, fen, 2, 2);
    const char *start = digits->str[0] == '-' ? digits->str + 1 : digits->str;
    gsize whole = strcspn(start, ".");
    if (start != digits->str)
        g_string_append_c(out, '-');
    for (gsize i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            g_string_append_c(out, ',');
        g_string_append_c(out, start[i]);
    }
    g_string_append(out, start + whole);
}

static void
append_money(GString *out, gint64 fen, Language language)
{
    if (language == LANGUAGE_EN)
        g_string_append(out, "CNY ");
    append_yuan(out, fen);
    if (language == LANGUAGE_ZH)
        g_string_append(out, " 元");
}

static void
append_date(GString *out, gint64 day, Language language)
{
    char iso[11];

    if (day == CIVIL_LONG_TERM)
        g_string_append(out, language == LANGUAGE_ZH ? "长期" : "no end");
    else
        g_string_append(out, civil_format((CivilDay)day, iso));
}

static void
append_field(GString *out, gint64 id, Language language)
{
    if (id < 0 || id >= FIELD_COUNT)
        return;
    g_string_append(out, language == LANGUAGE_ZH ? field_specs[id].zh : field_specs[id].en);
}

static void
append_param(GString *out, const Param *param, const Texts *texts, Language language)
{
    switch (param->kind) {
    case PARAM_TEXT:
        g_string_append(out, param->text);
        break;
    case PARAM_FEN:
        append_money(out, param->number, language);
        break;
    case PARAM_RATE:
        decimal_append(out, param->number, 6, 2);
        g_string_append_c(out, '%');
        break;
    case PARAM_DATE:
        append_date(out, param->number, language);
        break;
    case PARAM_COUNT:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, param->number);
        break;
    case PARAM_FIELD:
        append_field(out, param->number, language);
        break;
    case PARAM_FACT:
        g_string_append(out, fact_specs[param->number].label[language]);
        break;
    case PARAM_KEY:
        g_string_append(out, texts_get(texts, param->text, language));
        break;
    }
}

static const Param *
find_param(const Finding *finding, const char *name, gsize length)
{
    for (guint i = 0; i < finding->param_count; i++) {
        const char *own = finding->params[i].name;
        if (strlen(own) == length && memcmp(own, name, length) == 0)
            return &finding->params[i];
    }
    return NULL;
}

void
fill_message(GString *out, const char *text, const Finding *finding, const Texts *texts,
             Language language)
{
    for (const char *open = strchr(text, '{'); open != NULL; open = strchr(text, '{')) {
        const char *close = strchr(open, '}');
        if (close == NULL)
            break;
        g_string_append_len(out, text, open - text);
        const Param *param =
            finding != NULL ? find_param(finding, open + 1, (gsize)(close - open - 1)) : NULL;
        if (param != NULL)
            append_param(out, param, texts, language);
        else
            g_string_append(out, "…");
        text = close + 1;
    }
    g_string_append(out, text);
}

void
fill_arguments(GString *out, const char *text, const char *a, const char *b)
{
    for (; *text != '\0'; text++) {
        gboolean hole = text[0] == '{' && (text[1] == 'a' || text[1] == 'b') && text[2] == '}';
        if (!hole) {
            g_string_append_c(out, *text);
            continue;
        }
        const char *argument = text[1] == 'a' ? a : b;
        g_string_append(out, argument != NULL ? argument : "");
        text += 2;
    }
}
