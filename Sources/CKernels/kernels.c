#include "vectors.h"

INLINE f32x8 load_floats(const float *from) {
    f32x8 value;
    memcpy(&value, from, sizeof value);
    return value;
}

// A weight in both halves of a word: words are spread by the load itself, halves would cost a
// shuffle.
INLINE i16x16 spread(int32_t pair) { return (i16x16)(pair - (i32x8){0}); }

// Zips of 1, 2, 4 and 8 elements turn 16 columns into 16 rows.
#define ZIP(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#define LOW1(a, b) ZIP(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27)
#define HIGH1(a, b) ZIP(a, b, 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31)
#define LOW2(a, b) ZIP(a, b, 0, 1, 16, 17, 2, 3, 18, 19, 8, 9, 24, 25, 10, 11, 26, 27)
#define HIGH2(a, b) ZIP(a, b, 4, 5, 20, 21, 6, 7, 22, 23, 12, 13, 28, 29, 14, 15, 30, 31)
#define LOW4(a, b) ZIP(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27)
#define HIGH4(a, b) ZIP(a, b, 4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31)
#define LOW8(a, b) ZIP(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23)
#define HIGH8(a, b) ZIP(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31)

INLINE void transpose(i16x16 v[16]) {
    i16x16 t[16];
    for (int i = 0; i < 8; i++) {
        t[2 * i] = LOW1(v[2 * i], v[2 * i + 1]);
        t[2 * i + 1] = HIGH1(v[2 * i], v[2 * i + 1]);
    }
    for (int i = 0; i < 4; i++) {
        v[4 * i] = LOW2(t[4 * i], t[4 * i + 2]);
        v[4 * i + 1] = HIGH2(t[4 * i], t[4 * i + 2]);
        v[4 * i + 2] = LOW2(t[4 * i + 1], t[4 * i + 3]);
        v[4 * i + 3] = HIGH2(t[4 * i + 1], t[4 * i + 3]);
    }
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            t[8 * i + 2 * j] = LOW4(v[8 * i + j], v[8 * i + j + 4]);
            t[8 * i + 2 * j + 1] = HIGH4(v[8 * i + j], v[8 * i + j + 4]);
        }
    for (int j = 0; j < 8; j++) {
        v[j] = LOW8(t[j], t[j + 8]);
        v[j + 8] = HIGH8(t[j], t[j + 8]);
    }
}

// Filters 16 columns of one strip, or of two that lie `second` samples apart: a weight is fetched
// once for both.
INLINE void horizontal_block(
    const void *strip, int bytes, ptrdiff_t second, int32_t strips, const int32_t *first,
    const int32_t *weights, int32_t taps, int16_t *rows, ptrdiff_t row_stride
) {
    // Each product is cut, not rounded: half a unit is lost per tap on average.
    const i16x16 start = splat((int16_t)(taps / 2));
    i16x16 block[2][CK_LANES];
    for (int32_t i = 0; i < CK_LANES; i++) {
        const ptrdiff_t column = (ptrdiff_t)first[i] * CK_LANES;
        i16x16 sums[2] = {start, start};
        for (int32_t k = 0; k < taps; k++) {
            const i16x16 weight = spread(weights[(ptrdiff_t)i * taps + k]);
            for (int32_t s = 0; s < strips; s++) {
                const ptrdiff_t at = column + s * second + k * CK_LANES;
                const i16x16 samples = bytes ? load_bytes((const uint8_t *)strip + at)
                                             : load((const int16_t *)strip + at);
                sums[s] += multiply_high(samples, weight);
            }
        }
        for (int32_t s = 0; s < strips; s++) block[s][i] = sums[s];
    }
    for (int32_t s = 0; s < strips; s++) {
        transpose(block[s]);
        for (int32_t i = 0; i < CK_LANES; i++)
            store(rows + (s * CK_LANES + i) * row_stride, block[s][i]);
    }
}

INLINE void horizontal(
    const int16_t *strip, ptrdiff_t second, int32_t strips, const int32_t *first,
    const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows, ptrdiff_t row_stride
) {
    for (int32_t x = 0; x < columns; x += CK_LANES)
        horizontal_block(
            strip, 0, second, strips, first + x, weights + (ptrdiff_t)x * taps, taps, rows + x,
            row_stride);
}

// The columns that 16 outputs read, up to a step of about 4.
#define WIDENED 96

// Neighbouring outputs share most of their taps: a byte is widened once, not once a tap, unless
// they lie too far apart for that.
INLINE void horizontal_bytes(
    const uint8_t *strip, ptrdiff_t second, int32_t strips, const int32_t *first,
    const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows, ptrdiff_t row_stride
) {
    int16_t words[2 * WIDENED * CK_LANES] __attribute__((aligned(32)));
    for (int32_t x = 0; x < columns; x += CK_LANES) {
        const int32_t *weight = weights + (ptrdiff_t)x * taps;
        int32_t low = first[x], high = first[x];
        for (int32_t i = 1; i < CK_LANES; i++) {
            low = first[x + i] < low ? first[x + i] : low;
            high = first[x + i] > high ? first[x + i] : high;
        }
        const int32_t span = high - low + taps;
        if (span > WIDENED) {
            horizontal_block(
                strip, 1, second, strips, first + x, weight, taps, rows + x, row_stride);
            continue;
        }
        int32_t shifted[CK_LANES];
        for (int32_t i = 0; i < CK_LANES; i++) shifted[i] = first[x + i] - low;
        for (int32_t s = 0; s < strips; s++)
            for (int32_t c = 0; c < span; c++)
                store(
                    words + (s * WIDENED + c) * CK_LANES,
                    load_bytes(strip + s * second + (ptrdiff_t)(low + c) * CK_LANES));
        const ptrdiff_t next = WIDENED * CK_LANES;
        horizontal_block(
            words, 0, WIDENED * CK_LANES, strips, shifted, weight, taps, rows + x, row_stride);
    }
}

// Cuts the five fractional bits, clamps and stores.
INLINE void store_bytes(uint8_t *to, i16x16 sum, i16x16 low, i16x16 high) {
    sum = __builtin_elementwise_min(__builtin_elementwise_max(sum >> 5, low), high);
    u8x16 bytes = __builtin_convertvector(sum, u8x16);
    memcpy(to, &bytes, sizeof bytes);
}

INLINE void vertical(
    const int16_t *const *rows, const int32_t *weights, int32_t taps, int32_t columns,
    const int16_t *rounding, int16_t lo, int16_t hi, uint8_t *out
) {
    const i16x16 start = load(rounding) + splat((int16_t)(taps / 2));
    const i16x16 low = splat(lo), high = splat(hi);
    int32_t x = 0;
    // Four vectors at a time: a weight and a row's address are fetched once for all of them.
    for (; x + 4 * CK_LANES <= columns; x += 4 * CK_LANES) {
        i16x16 sums[4] = {start, start, start, start};
        for (int32_t k = 0; k < taps; k++) {
            const i16x16 weight = spread(weights[k]);
            const int16_t *row = rows[k] + x;
            for (int32_t i = 0; i < 4; i++)
                sums[i] += multiply_high(load(row + i * CK_LANES), weight);
        }
        for (int32_t i = 0; i < 4; i++) store_bytes(out + x + i * CK_LANES, sums[i], low, high);
    }
    for (; x < columns; x += CK_LANES) {
        i16x16 sum = start;
        for (int32_t k = 0; k < taps; k++)
            sum += multiply_high(load(rows[k] + x), spread(weights[k]));
        store_bytes(out + x, sum, low, high);
    }
}

INLINE void ycbcr(
    const uint16_t *rgba, int32_t count, float *y, float *cb, float *cr, float *alpha
) {
    // ITU-R BT.709-6 item 3.2 and 3.4: Kr 0.2126, Kb 0.0722; 219 and 224 steps of 65535.
    const float scale = 219.0f / 65535.0f;
    const float kr = 0.2126f * scale, kg = 0.7152f * scale, kb = 0.0722f * scale;
    const float blue = 224.0f / 219.0f / 1.8556f, red = 224.0f / 219.0f / 1.5748f;
    for (int32_t i = 0; i < count; i++) {
        float r = rgba[4 * i], g = rgba[4 * i + 1], b = rgba[4 * i + 2];
        float luma = kr * r + kg * g + kb * b;
        y[i] = luma + 16.0f;
        cb[i] = (b * scale - luma) * blue + 128.0f;
        cr[i] = (r * scale - luma) * red + 128.0f;
    }
    if (!alpha) return;
    for (int32_t i = 0; i < count; i++) {
        float share = rgba[4 * i + 3] * (1.0f / 65535.0f);
        y[i] *= share;
        cb[i] *= share;
        cr[i] *= share;
        alpha[i] = share * 255.0f;
    }
}

INLINE void weighted_rows(
    const float *const *rows, const float *weights, int32_t taps, int32_t count, float *out
) {
    int32_t x = 0;
    for (; x + 32 <= count; x += 32) {
        f32x8 a = {0}, b = {0}, c = {0}, d = {0};
        for (int32_t k = 0; k < taps; k++) {
            const float *row = rows[k] + x;
            a += load_floats(row) * weights[k];
            b += load_floats(row + 8) * weights[k];
            c += load_floats(row + 16) * weights[k];
            d += load_floats(row + 24) * weights[k];
        }
        memcpy(out + x, &a, sizeof a);
        memcpy(out + x + 8, &b, sizeof b);
        memcpy(out + x + 16, &c, sizeof c);
        memcpy(out + x + 24, &d, sizeof d);
    }
    for (; x < count; x++) {
        float sum = 0;
        for (int32_t k = 0; k < taps; k++) sum += rows[k][x] * weights[k];
        out[x] = sum;
    }
}

INLINE void weighted_columns(
    const float *row, const int32_t *first, const float *weights, int32_t taps, int32_t count,
    float *out
) {
    for (int32_t i = 0; i < count; i++) {
        const float *from = row + first[i], *weight = weights + (ptrdiff_t)i * taps;
        f32x8 sum = {0};
        for (int32_t k = 0; k < taps; k += 8) sum += load_floats(from + k) * load_floats(weight + k);
        out[i] = ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
    }
}

// One body, several instruction sets.
#define VARIANT(SUFFIX, ATTRIBUTE)                                                               \
    ATTRIBUTE static void horizontal_##SUFFIX(                                                   \
        const int16_t *strip, ptrdiff_t second, int32_t strips, const int32_t *first,            \
        const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,                    \
        ptrdiff_t row_stride                                                                     \
    ) {                                                                                          \
        if (strips == 2)                                                                         \
            horizontal(strip, second, 2, first, weights, taps, columns, rows, row_stride);       \
        else                                                                                     \
            horizontal(strip, second, 1, first, weights, taps, columns, rows, row_stride);       \
    }                                                                                            \
    ATTRIBUTE static void horizontal_bytes_##SUFFIX(                                             \
        const uint8_t *strip, ptrdiff_t second, int32_t strips, const int32_t *first,            \
        const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,                    \
        ptrdiff_t row_stride                                                                     \
    ) {                                                                                          \
        if (strips == 2)                                                                         \
            horizontal_bytes(strip, second, 2, first, weights, taps, columns, rows, row_stride); \
        else                                                                                     \
            horizontal_bytes(strip, second, 1, first, weights, taps, columns, rows, row_stride); \
    }                                                                                            \
    ATTRIBUTE static void vertical_##SUFFIX(                                                     \
        const int16_t *const *rows, const int32_t *weights, int32_t taps, int32_t columns,       \
        const int16_t *rounding, int16_t lo, int16_t hi, uint8_t *out                            \
    ) {                                                                                          \
        vertical(rows, weights, taps, columns, rounding, lo, hi, out);                           \
    }                                                                                            \
    ATTRIBUTE static void ycbcr_##SUFFIX(                                                        \
        const uint16_t *rgba, int32_t count, float *y, float *cb, float *cr, float *alpha        \
    ) {                                                                                          \
        ycbcr(rgba, count, y, cb, cr, alpha);                                                    \
    }                                                                                            \
    ATTRIBUTE static void weighted_rows_##SUFFIX(                                                \
        const float *const *rows, const float *weights, int32_t taps, int32_t count, float *out  \
    ) {                                                                                          \
        weighted_rows(rows, weights, taps, count, out);                                          \
    }                                                                                            \
    ATTRIBUTE static void weighted_columns_##SUFFIX(                                             \
        const float *row, const int32_t *first, const float *weights, int32_t taps,              \
        int32_t count, float *out                                                                \
    ) {                                                                                          \
        weighted_columns(row, first, weights, taps, count, out);                                 \
    }

VARIANT(baseline, )
#if defined(__x86_64__)
VARIANT(avx2, __attribute__((target("avx2"))))
#define CALL(NAME, ...) (level == CK_AVX2 ? NAME##_avx2(__VA_ARGS__) : NAME##_baseline(__VA_ARGS__))
#else
#define CALL(NAME, ...) ((void)level, NAME##_baseline(__VA_ARGS__))
#endif

enum ck_level ck_best_level(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") ? CK_AVX2 : CK_BASELINE;
#else
    return CK_BASELINE;
#endif
}

void ck_horizontal(
    enum ck_level level, const int16_t *strip, ptrdiff_t second, int32_t strips,
    const int32_t *first, const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,
    ptrdiff_t row_stride
) {
    CALL(horizontal, strip, second, strips, first, weights, taps, columns, rows, row_stride);
}

void ck_horizontal_bytes(
    enum ck_level level, const uint8_t *strip, ptrdiff_t second, int32_t strips,
    const int32_t *first, const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,
    ptrdiff_t row_stride
) {
    CALL(horizontal_bytes, strip, second, strips, first, weights, taps, columns, rows, row_stride);
}

void ck_vertical(
    enum ck_level level, const int16_t *const *rows, const int32_t *weights, int32_t taps,
    int32_t columns, const int16_t *rounding, int16_t lo, int16_t hi, uint8_t *out
) {
    CALL(vertical, rows, weights, taps, columns, rounding, lo, hi, out);
}

void ck_ycbcr(
    enum ck_level level, const uint16_t *rgba, int32_t count, float *y, float *cb, float *cr,
    float *alpha
) {
    CALL(ycbcr, rgba, count, y, cb, cr, alpha);
}

void ck_weighted_rows(
    enum ck_level level, const float *const *rows, const float *weights, int32_t taps,
    int32_t count, float *out
) {
    CALL(weighted_rows, rows, weights, taps, count, out);
}

void ck_weighted_columns(
    enum ck_level level, const float *row, const int32_t *first, const float *weights,
    int32_t taps, int32_t count, float *out
) {
    CALL(weighted_columns, row, first, weights, taps, count, out);
}
