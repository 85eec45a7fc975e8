// Stands in for the ICU library that a static Foundation brings along: data of 32 MB and code of
// 5 MB of which this program uses nothing. It reads and writes dates, numbers and names of places
// by its own tables; Foundation itself comes only with the libraries for SQLite and TOML.
//
// The linker takes these definitions before it looks into the library's archive, which then stays
// out. They are hidden, so that a program linked to a shared Foundation is not touched. Each does
// what the library does when its data is missing: it sets U_MISSING_RESOURCE_ERROR, or gives
// nothing. The properties of characters, which need no data, stay the library's own.
//
// A list says in its name where among the parameters the pointer to the error stands. The
// parameters before it are pointers or integers and arrive the same way under any type; those
// after it are not looked at. A release of Swift with other names in its ICU links as ever, and
// the size of the package tells.

#include <stdint.h>

typedef intptr_t word;

static void fail(int32_t *error) {
  enum { missing_resource = 2 };
  if (error && *error <= 0) *error = missing_resource;
}

#define HIDDEN __attribute__((visibility("hidden")))

// An archive of data ("ToCP") without an entry, as udata.h describes its head.
HIDDEN const struct {
  uint16_t head_size;
  uint8_t magic[2];
  uint16_t info_size, reserved;
  uint8_t big_endian, charset_family, unit_size, padding;
  uint8_t format[4], format_version[4], data_version[4], fill[8];
  uint32_t entries, names[3];
} icudt76_dat __attribute__((aligned(16))) = {
    32, {0xda, 0x27}, 20, 0, __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, 0, 2, 0,
    {'T', 'o', 'C', 'P'}, {1}, {0}, {0}, 0, {0}};

#define FAILING_0(F) F(swift_ucal_getTZDataVersion) F(swift_ucal_openTimeZones)                  \
  F(swift_ufieldpositer_open) F(swift_ufmt_open) F(swift_unumf_openResult)                       \
  F(swift_unumsys_openAvailableNames)
#define FAILING_1(F) F(swift_ucal_clone) F(swift_ucal_isWeekend)                                 \
  F(swift_ucal_setGregorianChange) F(swift_ucal_setMillis) F(swift_ucnv_countAliases)            \
  F(swift_ucnv_open) F(swift_ucol_getKeywordValues) F(swift_ucol_next) F(swift_ucol_open)        \
  F(swift_ucurr_getDefaultFractionDigits) F(swift_ucurr_openISOCurrencies) F(swift_udat_clone)   \
  F(swift_udat_set2DigitYearStart) F(swift_udatpg_clone) F(swift_udatpg_getDefaultHourCycle)     \
  F(swift_udatpg_open) F(swift_uidna_openUTS46) F(swift_ulistfmt_open)                           \
  F(swift_uloc_getCharacterOrientation) F(swift_uloc_getLineOrientation)                         \
  F(swift_uloc_openKeywords) F(swift_ulocdata_getMeasurementSystem) F(swift_ulocdata_open)       \
  F(swift_unumsys_open) F(swift_uregex_clone) F(swift_uregex_findNext)                           \
  F(swift_uregex_groupCount) F(swift_uregex_hitEnd) F(swift_uregex_requireEnd)                   \
  F(swift_uregion_getAvailable) F(swift_uregion_getContainedRegions)                             \
  F(swift_uregion_getRegionFromCode)
#define FAILING_2(F) F(swift_ucal_get) F(swift_ucal_getDayOfWeekType)                            \
  F(swift_ucal_getFieldDifference) F(swift_ucal_getWeekendTransition) F(swift_ucasemap_open)     \
  F(swift_ucnv_getAlias) F(swift_ucnv_getStandardName) F(swift_udat_getContext)                  \
  F(swift_udat_setContext) F(swift_uenum_next) F(swift_uenum_unext) F(swift_ufmt_getDecNumChars) \
  F(swift_unum_getContext) F(swift_unum_setContext) F(swift_unumf_formatDouble)                  \
  F(swift_unumf_resultGetAllFieldPositions) F(swift_uregex_end64) F(swift_uregex_start64)        \
  F(swift_uregex_useAnchoringBounds) F(swift_uregex_useTransparentBounds)                        \
  F(swift_uregion_getContainedRegionsOfType) F(uatimezone_open)
#define FAILING_3(F) F(swift_ucal_add) F(swift_ucal_getKeywordValuesForLocale)                   \
  F(swift_ucal_getLimit) F(swift_ucal_getTimeZoneTransitionDate) F(swift_ucal_roll)              \
  F(swift_ucal_setTimeZone) F(swift_ucnv_getInvalidChars) F(swift_ucnv_getInvalidUChars)         \
  F(swift_ucnv_setSubstChars) F(swift_ucol_getKeywordValuesForLocale) F(swift_ucol_openElements) \
  F(swift_ucol_setAttribute) F(swift_ucurr_forLocale) F(swift_udat_setBooleanAttribute)          \
  F(swift_udat_toPatternRelativeDate) F(swift_udat_toPatternRelativeTime)                        \
  F(swift_ulistfmt_openForType) F(swift_uloc_addLikelySubtags) F(swift_uloc_canonicalize)        \
  F(swift_uloc_getCountry) F(swift_uloc_getLanguage) F(swift_uloc_getLocaleForLCID)              \
  F(swift_uloc_getScript) F(swift_uloc_getVariant) F(swift_uloc_minimizeSubtags)                 \
  F(swift_unumf_formatInt) F(swift_unumf_openForSkeletonAndLocale) F(swift_unumf_resultToString) \
  F(swift_uregex_groupNumberFromName) F(swift_uregex_setFindProgressCallback)                    \
  F(swift_uregex_setMatchCallback) F(swift_uregex_setRegion64) F(swift_uregex_setText)           \
  F(swift_uscript_getCode) F(ualoc_canonicalForm) F(ualoc_getAppleParent)                        \
  F(uatimezone_getTimeZoneTransitionDate) F(udtitvfmt_setAttribute)
#define FAILING_4(F) F(swift_ucal_open) F(swift_udat_format) F(swift_udat_formatForFields)       \
  F(swift_udat_toPattern) F(swift_udtitvfmt_format) F(swift_uloc_getDisplayCountry)              \
  F(swift_uloc_getDisplayLanguage) F(swift_uloc_getDisplayName) F(swift_uloc_getDisplayScript)   \
  F(swift_uloc_getDisplayVariant) F(swift_uloc_getKeywordValue) F(swift_uloc_setKeywordValue)    \
  F(swift_uloc_toLanguageTag) F(swift_ulocdata_getDelimiter) F(swift_ulocdata_getExemplarSet)    \
  F(swift_unum_formatDouble) F(swift_unum_getSymbol) F(swift_unum_getTextAttribute)              \
  F(swift_unum_parseInt64) F(swift_unum_setSymbol) F(swift_unum_setTextAttribute)                \
  F(swift_unum_toPattern) F(swift_unumf_formatDecimal) F(swift_uregex_open)                      \
  F(swift_ureldatefmt_format) F(swift_ureldatefmt_formatNumeric) F(swift_ureldatefmt_open)       \
  F(uatimezone_getOffset) F(uatmufmt_getTimePattern)
#define FAILING_5(F) F(swift_UCNV_TO_U_CALLBACK_STOP) F(swift_u_formatMessage)                   \
  F(swift_ucal_getCanonicalTimeZoneID) F(swift_ucal_getTimeZoneDisplayName)                      \
  F(swift_ucasemap_utf8ToLower) F(swift_ucasemap_utf8ToTitle) F(swift_ucasemap_utf8ToUpper)      \
  F(swift_ucnv_setFromUCallBack) F(swift_ucnv_setToUCallBack) F(swift_ucurr_getName)             \
  F(swift_udat_applyPatternRelative) F(swift_udat_getSymbols) F(swift_udat_parseCalendar)        \
  F(swift_udat_setSymbols) F(swift_udatpg_getBestPattern) F(swift_udatpg_getSkeleton)            \
  F(swift_udtitvfmt_open) F(swift_uloc_getDisplayKeywordValue) F(swift_unum_applyPattern)        \
  F(swift_unum_formatInt64) F(swift_unum_open) F(swift_unum_parseToUFormattable)                 \
  F(swift_utrans_trans) F(uameasfmt_getUnitsForUsage) F(uatimezone_getOffsetFromLocal)           \
  F(uatmufmt_getListPattern)
#define FAILING_6(F) F(swift_UCNV_FROM_U_CALLBACK_STOP) F(swift_u_vformatMessage)                \
  F(swift_udatpg_getBestPatternWithOptions) F(swift_uidna_nameToASCII_UTF8)                      \
  F(swift_uidna_nameToUnicodeUTF8) F(swift_ulistfmt_format) F(swift_unum_formatDecimal)          \
  F(swift_unum_parseDecimal) F(swift_uset_getItem) F(swift_utrans_openU)
#define FAILING_7(F) F(swift_ucal_setDateTime) F(swift_ucnv_fromUnicode) F(swift_ucnv_toUnicode) \
  F(swift_udat_open)
#define NO_NUMBER_1(F) F(swift_ucal_getGregorianChange) F(swift_ucal_getMillis)                  \
  F(swift_ucurr_getRoundingIncrement)
#define NO_NUMBER_4(F) F(swift_unum_parseDouble)
#define NOTHING(F) F(swift_ucal_clear) F(swift_ucal_close) F(swift_ucal_getAttribute)            \
  F(swift_ucal_set) F(swift_ucal_setAttribute) F(swift_ucasemap_close) F(swift_ucnv_close)       \
  F(swift_ucnv_countAvailable) F(swift_ucnv_getAvailableName) F(swift_ucnv_resetFromUnicode)     \
  F(swift_ucol_close) F(swift_ucol_closeElements) F(swift_ucol_getOffset) F(swift_ucol_strcoll)  \
  F(swift_ucurr_getNumericCode) F(swift_udat_applyPattern) F(swift_udat_close)                   \
  F(swift_udat_countSymbols) F(swift_udat_getCalendar) F(swift_udat_isLenient)                   \
  F(swift_udat_setCalendar) F(swift_udat_setLenient) F(swift_udat_toCalendarDateField)           \
  F(swift_udatpg_close) F(swift_udtitvfmt_close) F(swift_uenum_close)                            \
  F(swift_ufieldpositer_close) F(swift_ufieldpositer_next) F(swift_ufmt_close)                   \
  F(swift_ulistfmt_close) F(swift_uloc_countAvailable) F(swift_uloc_getAvailable)                \
  F(swift_uloc_getISO3Language) F(swift_uloc_getISOCountries) F(swift_uloc_getISOLanguages)      \
  F(swift_uloc_getLCID) F(swift_uloc_toLegacyKey) F(swift_ulocdata_close) F(swift_unum_close)    \
  F(swift_unum_getAttribute) F(swift_unum_setAttribute) F(swift_unum_setDoubleAttribute)         \
  F(swift_unumf_close) F(swift_unumf_closeResult) F(swift_unumsys_close)                         \
  F(swift_unumsys_getName) F(swift_unumsys_getRadix) F(swift_unumsys_isAlgorithmic)              \
  F(swift_uregex_close) F(swift_uregion_getContainingRegion)                                     \
  F(swift_uregion_getContainingRegionOfType) F(swift_uregion_getRegionCode)                      \
  F(swift_uregion_getType) F(swift_ureldatefmt_close) F(swift_uset_clear) F(swift_uset_close)    \
  F(swift_uset_contains) F(swift_uset_getItemCount) F(swift_utrans_close) F(uatimezone_close)    \
  F(udat_patternCharToDateFormatField)
#define NO_NUMBER(F) F(swift_ucal_getNow) F(swift_unum_getDoubleAttribute)

#define PARAMETERS_0
#define PARAMETERS_1 word a,
#define PARAMETERS_2 word a, word b,
#define PARAMETERS_3 word a, word b, word c,
#define PARAMETERS_4 word a, word b, word c, word d,
#define PARAMETERS_5 word a, word b, word c, word d, word e,
#define PARAMETERS_6 word a, word b, word c, word d, word e, word f,
#define PARAMETERS_7 word a, word b, word c, word d, word e, word f, word g,
#define DEFINE(result, name, parameters) \
  HIDDEN result name(parameters int32_t *error) { fail(error); return 0; }

#define F(name) DEFINE(word, name, PARAMETERS_0)
FAILING_0(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_1)
FAILING_1(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_2)
FAILING_2(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_3)
FAILING_3(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_4)
FAILING_4(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_5)
FAILING_5(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_6)
FAILING_6(F)
#undef F
#define F(name) DEFINE(word, name, PARAMETERS_7)
FAILING_7(F)
#undef F
#define F(name) DEFINE(double, name, PARAMETERS_1)
NO_NUMBER_1(F)
#undef F
#define F(name) DEFINE(double, name, PARAMETERS_4)
NO_NUMBER_4(F)
#undef F

#define F(name) HIDDEN word name(void) { return 0; }
NOTHING(F)
#undef F
#define F(name) HIDDEN double name(void) { return 0; }
NO_NUMBER(F)
#undef F
