/* SPDX-License-Identifier: Apache-2.0 */
/* A judged application as text, JSON or NDJSON. Output is a function of its arguments: no clock, no
 * chance. */
#pragma once

#include "report/summary.h"

/* One line of NDJSON (design 4.1), with its line end. */
void report_ndjson_append(GString *out, const Assessment *assessment, const ReportContext *context);

/* The JSON report {"run","result"} (design 2.2) in three parts. Each application begins with a
 * comma and a line end, which the caller leaves out for the first. `input_errors` is what
 * report_json_input_error has written. */
void report_json_begin(GString *out, const ReportContext *context);
void report_json_append(GString *out, const Assessment *assessment, const ReportContext *context);
void report_json_end(GString *out, const GString *input_errors, const Summary *summary);

/* Appends one input error as a JSON object, behind a comma when it is not the first. */
void report_json_input_error(GString *out, const InputError *error, const ReportContext *context);

/* The text form: an application, and the summary of the batch. */
void report_text_append(GString *out, const Assessment *assessment, const ReportContext *context);
void report_text_summary(GString *out, const Summary *summary, const ReportContext *context);

/* One line about what could not be read, for standard error. */
void report_input_error_append(GString *out, const InputError *error, const ReportContext *context);
