/* SPDX-License-Identifier: Apache-2.0 */
/* The rules on the numbers a terminal carries, for the table in device.c. Each is a RuleFunction.
 */
#pragma once

#include "rules/rule.h"

void device_number_tusn_form(const RuleContext *context, FindingSink *sink);
void device_number_tusn_bare(const RuleContext *context, FindingSink *sink);
void device_number_tusn_vendor(const RuleContext *context, FindingSink *sink);
void device_number_tusn_vendor_unknown(const RuleContext *context, FindingSink *sink);
void device_number_tusn_type(const RuleContext *context, FindingSink *sink);
void device_number_terminal(const RuleContext *context, FindingSink *sink);
void device_number_terminal_letters(const RuleContext *context, FindingSink *sink);
void device_number_merchant(const RuleContext *context, FindingSink *sink);
void device_number_merchant_letters(const RuleContext *context, FindingSink *sink);
void device_number_acquirer_unknown(const RuleContext *context, FindingSink *sink);
void device_number_acquirer_unlisted(const RuleContext *context, FindingSink *sink);
void device_number_mcc(const RuleContext *context, FindingSink *sink);
void device_number_area(const RuleContext *context, FindingSink *sink);
void device_number_area_unsure(const RuleContext *context, FindingSink *sink);
void device_number_merchant_differs(const RuleContext *context, FindingSink *sink);
