/* SPDX-License-Identifier: Apache-2.0 */
/* What papers a merchant must bring, from the field table and the MCC. */
#pragma once

#include "model/field.h"
#include "report/report_context.h"

typedef struct {
    MerchantKind kind;
    const MccRow *mcc; /* NULL = any */
} DocumentsQuestion;

/* The papers in three parts: needed, needed where it applies, welcome. */
void documents_append_text(GString *out, const DocumentsQuestion *question,
                           const ReportContext *context);

/* {"merchant_kind", "mcc", "documents": [{"key", "zh-CN", "en", "need", "due_by", "when"}]} */
void documents_append_json(GString *out, const DocumentsQuestion *question,
                           const ReportContext *context);
