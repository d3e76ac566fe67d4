/* SPDX-License-Identifier: Apache-2.0 */
#include "identifiers/identifier_text.h"

#include <string.h>

static const char any_kind[] = "*";

static const struct {
    const char *kind, *code, *zh, *en;
} texts[] = {
    {"uscc", "FORMAT", "应为 18 位大写字母和数字，且不含 I、O、S、V、Z",
     "must be 18 digits and capitals, without I, O, S, V and Z"},
    {"uscc", "AUTHORITY", "前两位（登记管理部门和机构类别）没有这种组合",
     "the first two characters (authority and kind) are no known pair"},
    {"uscc", "REGION_FORMAT", "第 3 至 8 位（登记机关行政区划）应为数字",
     "characters 3 to 8 (region of the registry) must be digits"},
    {"uscc", "REGION", "第 3、4 位不是任何省级行政区", "characters 3 and 4 are no province"},
    {"uscc", "CHECKSUM", "第 18 位校验码不符：有字符抄错或颠倒，请对照营业执照",
     "check character 18 does not match: a character is wrong or two are swapped; compare with "
     "the licence"},
    {"uscc", "ORG_CHECKSUM", "第 9 至 17 位（组织机构代码）的校验码不符，请对照营业执照",
     "the organisation code in characters 9 to 17 fails its own check; compare with the licence"},
    {"orgcode", "FORMAT",
     "应为 8 位大写字母或数字加 1 位校验码（0-9 或 X），校验码前可有连"
     "字符",
     "must be 8 digits or capitals and a check character (0-9 or X), with or without a hyphen "
     "before it"},
    {"orgcode", "CHECKSUM", "校验码不符：有字符抄错或颠倒",
     "the check character does not match: a character is wrong or two are swapped"},
    {"regno15", "FORMAT", "应为 15 位数字", "must be 15 digits"},
    {"regno15", "REGION", "前两位不是任何省级行政区", "the first two digits are no province"},
    {"regno15", "CHECKSUM", "第 15 位校验码不符", "check digit 15 does not match"},
    {"regno15", "REPLACED", "15 位注册号已被统一社会信用代码取代，请改填 18 位代码",
     "the 15-digit number was replaced by the unified social credit code; give the 18 characters"},
    {"resident-id", "FORMAT", "应为 18 位：17 位数字加 1 位数字或大写 X（15 位旧号已停用）",
     "must be 17 digits and a digit or capital X (the 15-digit form is void)"},
    {"resident-id", "REGION", "前两位不是任何省级行政区", "the first two digits are no province"},
    {"resident-id", "BIRTH_DATE", "第 7 至 14 位不是真实存在的日期",
     "digits 7 to 14 are no real date"},
    {"resident-id", "BIRTH_RANGE", "出生日期早于 1900 年或晚于今天",
     "the birth date is before 1900 or after today"},
    {"resident-id", "CHECKSUM", "第 18 位校验码不符：有数字抄错或颠倒，请对照身份证",
     "check character 18 does not match: a digit is wrong or two are swapped; compare with the "
     "card"},
    {"bankcard", "LENGTH", "应为 13 至 19 位数字，不含空格",
     "must be 13 to 19 digits without blanks"},
    {"bankcard", "LUHN", "末位校验码（Luhn）不符，请对照卡面逐位核对",
     "the last digit fails the Luhn check; compare with the card digit by digit"},
    {"cnaps", "FORMAT", "应为 12 位数字", "must be 12 digits"},
    {"cnaps", "CHECKSUM", "第 12 位校验码不符，请向开户行核实联行号",
     "check digit 12 does not match; ask the bank for the branch number"},
    {"merchant-no", "FORMAT", "应为 15 位数字", "must be 15 digits"},
    {"merchant-no", "ACQUIRER", "前 3 位收单机构不能为 000",
     "the first 3 digits (acquirer) must not be 000"},
    {"merchant-no", "MCC", "第 8 至 11 位商户类别码不能为 0000",
     "digits 8 to 11 (merchant category) must not be 0000"},
    {"terminal-no", "FORMAT", "应为 8 位字母或数字；不足 8 位时请查是否丢了前导零",
     "must be 8 letters or digits; when shorter, look for lost leading zeros"},
    {"institution-no", "FORMAT", "应为 8 位或 11 位数字，不能全为零；少一位时请查是否丢了前导零",
     "must be 8 or 11 digits, not all zero; when one is missing, look for a lost leading zero"},
    {"mcc", "FORMAT", "应为 4 位数字且不为 0000；不足 4 位时请查是否丢了前导零",
     "must be 4 digits and not 0000; when shorter, look for lost leading zeros"},
    {"region", "FORMAT", "应为 6 位数字且前两位为省级行政区；4 位的是银联地区代码",
     "must be 6 digits that begin with a province; 4 digits are a UnionPay area code"},
    {"mobile", "FORMAT", "应为 11 位数字，以 13 至 19 开头，不含国家码",
     "must be 11 digits that begin with 13 to 19, without country code"},
    {"tusn", "FORMAT",
     "应为 6 位厂商加 2 位设备类型加序列号，仅字母和数字，总长不超过 "
     "50；只填裸序列号是最常见的错误",
     "must be vendor (6 digits), device type (2 digits) and serial, letters and digits, 50 at "
     "most; a bare serial is the usual mistake"},
    {"tusn", "VENDOR", "前 6 位厂商代码不能为 000000",
     "the first 6 digits (vendor) must not be 000000"},
    {"tusn", "DEVICE_TYPE", "第 7、8 位设备类型应为 01 至 13，且 07 为保留",
     "digits 7 and 8 (device type) must be 01 to 13, and 07 is reserved"},
    {"iban", "FORMAT",
     "应为 2 位大写国家码加 2 位数字加 11 至 30 位大写字母或数字，不含"
     "空格；境内账户没有 IBAN",
     "must be 2 capitals of country, 2 digits and 11 to 30 capitals or digits without blanks; "
     "mainland accounts have no IBAN"},
    {"iban", "CHECKSUM", "第 3、4 位校验码不符（MOD 97）",
     "check digits 3 and 4 do not match (MOD 97)"},
    {"iban", "LENGTH", "长度与该国家登记的 IBAN 长度不同",
     "the length is not the one registered for that country"},
    {"bic", "FORMAT", "应为 8 位或 11 位：6 位大写字母，其余为大写字母或数字",
     "must be 8 or 11 characters: 6 capitals, then capitals or digits"},
    {"*", "LENGTH", "超过 4096 字节，不作为号码处理",
     "longer than 4096 bytes, which is no identifier"},
};

const char *
identifier_text(const char *kind, const char *code, gboolean chinese)
{
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (strcmp(texts[i].code, code) != 0)
            continue;
        if (strcmp(texts[i].kind, kind) == 0 || strcmp(texts[i].kind, any_kind) == 0)
            return chinese ? texts[i].zh : texts[i].en;
    }
    return code;
}
