/* SPDX-License-Identifier: Apache-2.0 */
/* From an application and its findings to layers and a verdict. Pure. */
#pragma once

#include "report/assessment.h"

/* Sets layers and verdict of an assessment whose app, facts and findings are there, as judged up to
 * `stage` on `today`. A layer that only an outside party can decide is PENDING while one of its
 * answers is wanting, STALE when one is past its time, and never PASSED without them (design 2.1).
 */
void assess(Assessment *assessment, Stage stage, CivilDay today);
