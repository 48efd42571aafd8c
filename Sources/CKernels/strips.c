#include "vectors.h"

// Zips of the lower and the upper halves of two vectors of bytes.
#define LOW(a, b) \
    __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) \
    __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)

INLINE u8x16 load_16(const uint8_t *from) {
    u8x16 value;
    memcpy(&value, from, sizeof value);
    return value;
}

// Four perfect shuffles of the rows turn 16 columns into 16 rows.
INLINE void transpose_bytes(u8x16 v[16]) {
    for (int pass = 0; pass < 4; pass++) {
        u8x16 t[16];
        for (int i = 0; i < 8; i++) {
            t[2 * i] = LOW(v[i], v[i + 8]);
            t[2 * i + 1] = HIGH(v[i], v[i + 8]);
        }
        memcpy(v, t, sizeof t);
    }
}

void ck_strip(
    const uint8_t *first_row, ptrdiff_t row_stride, int32_t rows, int32_t width, uint8_t *strip,
    ptrdiff_t step
) {
    const uint8_t *row[CK_LANES];
    for (int32_t y = 0; y < CK_LANES; y++)
        row[y] = first_row + (y < rows ? y : rows - 1) * row_stride;
    int32_t x = 0;
    for (; x + CK_LANES <= width; x += CK_LANES) {
        u8x16 block[CK_LANES];
        for (int32_t y = 0; y < CK_LANES; y++) block[y] = load_16(row[y] + x);
        transpose_bytes(block);
        for (int32_t i = 0; i < CK_LANES; i++)
            memcpy(strip + (x + i) * step, &block[i], sizeof block[i]);
    }
    for (; x < width; x++)
        for (int32_t y = 0; y < CK_LANES; y++) strip[x * step + y] = row[y][x];
}

void ck_turned_strip(
    const uint8_t *first_row, ptrdiff_t row_stride, int32_t columns, int32_t count,
    int32_t direction, uint8_t *strip
) {
    for (int32_t x = 0; x < columns; x++, strip += CK_LANES) {
        const uint8_t *from = first_row + x * row_stride;
        if (count < CK_LANES) {
            for (int32_t y = 0; y < CK_LANES; y++)
                strip[y] = from[direction * (y < count ? y : count - 1)];
        } else if (direction > 0) {
            memcpy(strip, from, CK_LANES);
        } else {
            const u8x16 forward = load_16(from - (CK_LANES - 1));
            const u8x16 reversed = __builtin_shufflevector(
                forward, forward, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
            memcpy(strip, &reversed, sizeof reversed);
        }
    }
}
