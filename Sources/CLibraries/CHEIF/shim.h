// libheif 1.15 to 1.23, and its security limits, which versions before 1.19 have one of.
#pragma once
#include <libheif/heif.h>

/// Bounds what decoding may take: pixels of a picture, bytes of a block, and sides below `side`.
static inline void cheif_limit(
    struct heif_context *context, uint64_t pixels, uint64_t bytes, int side) {
#if LIBHEIF_HAVE_VERSION(1, 19, 0)
    struct heif_security_limits *limits = heif_context_get_security_limits(context);
    if (!limits) return;
    limits->max_image_size_pixels = pixels;
    limits->max_memory_block_size = bytes;
    (void)side;
#else
    heif_context_set_maximum_image_size_limit(context, side);
    (void)pixels;
    (void)bytes;
#endif
}
