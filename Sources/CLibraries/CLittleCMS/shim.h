// Little CMS 2, and the sample layouts that Swift's importer drops (compound macros).
#pragma once
#include <lcms2.h>

static const cmsUInt32Number CCMS_RGBA_16 = TYPE_RGBA_16;
static const cmsUInt32Number CCMS_CMYK_8 = TYPE_CMYK_8;
static const cmsUInt32Number CCMS_CMYK_8_REVERSED = TYPE_CMYK_8_REV;
