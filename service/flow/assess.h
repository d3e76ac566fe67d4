/* SPDX-License-Identifier: Apache-2.0 */
/* From an application and its findings to layers and a verdict. Pure. */
#pragma once

#include "report/assessment.h"

/* Sets layers and verdict of an assessment whose app and findings are there, as judged up to
 * `stage`. Without facts a layer that only an outside party can decide is PENDING, never PASSED. */
void assess(Assessment *assessment, Stage stage);
