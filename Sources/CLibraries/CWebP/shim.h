// libwebp 1.2 and later: the encoder.
#pragma once
#include <webp/encode.h>
