// TurboJPEG 2.1 to 3: integer results instead of libjpeg's longjmp.
#pragma once
#include <turbojpeg.h>
