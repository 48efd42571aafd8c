#include "vectors.h"

INLINE void noise_row(
    const int16_t *cells, int32_t count, int32_t grain, int16_t gain, int16_t *out
) {
    const i16x16 share = splat(gain);
    if (grain == 1) {
        int32_t i = 0;
        for (; i + CK_LANES <= count; i += CK_LANES)
            store(out + i, multiply_high(load(cells + i), share));
        for (; i < count; i++) out[i] = (int16_t)((int32_t)cells[i] * gain >> 16);
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        // A whole vector is stored; the next cell overwrites what is too much.
        const i16x16 value = splat((int16_t)((int32_t)cells[i] * gain >> 16));
        int16_t *to = out + (ptrdiff_t)i * grain;
        for (int32_t k = 0; k < grain; k += CK_LANES) store(to + k, value);
    }
}

INLINE void store_bytes(uint8_t *to, i16x16 value) {
    u8x16 bytes = __builtin_convertvector(value, u8x16);
    memcpy(to, &bytes, sizeof bytes);
}

// The first or the last eight samples, each twice.
#define TWICE_LOW(a) \
    __builtin_shufflevector(a, a, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)
#define TWICE_HIGH(a) \
    __builtin_shufflevector(a, a, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15)

// Sums of neighbours.
#define EVEN(a, b) \
    __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD(a, b) \
    __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)

struct rgb {
    i16x16 red, green, blue;
};

// The share of R'G'B' that 16 pixels' chroma and the base make, 12.4 fixed point.
INLINE struct rgb colour(const struct ck_diffusion *mix, const uint8_t *cb, const uint8_t *cr) {
    const i16x16 u = (load_code_values(cb) - splat(128)) << 8;
    const i16x16 v = (load_code_values(cr) - splat(128)) << 8;
    const i16x16 base = splat(mix->base);
    struct rgb sum;
    sum.red = base + multiply_high(v, splat(mix->cr_red));
    sum.green = base + multiply_high(u, splat(mix->cb_green))
        + multiply_high(v, splat(mix->cr_green));
    sum.blue = base + multiply_high(u, splat(mix->cb_blue));
    return sum;
}

// 0...255 in 12.4 fixed point.
INLINE i16x16 clamped(i16x16 value) {
    return __builtin_elementwise_min(
        __builtin_elementwise_max(value, splat(0)), splat(255 * 16));
}

// A sum of R'G'B' in 9.7 fixed point, in code values; half a unit of each cut product is added.
INLINE i16x16 weighted(struct rgb value, int16_t r, int16_t g, int16_t b, int16_t offset) {
    const i16x16 sum = multiply_high(value.red, splat(r)) + multiply_high(value.green, splat(g))
        + multiply_high(value.blue, splat(b));
    return (sum + splat((int16_t)(offset * 64 + 32 + 1))) >> 6;
}

// Mixes 16 pixels and returns their R'G'B' in 12.4 fixed point.
INLINE struct rgb mixed(
    const struct ck_diffusion *mix, struct rgb chroma, const int16_t *const *noise, int32_t x,
    uint8_t *row
) {
    const i16x16 luma = multiply_high(load_bytes(row + x), splat(mix->luma));
    struct rgb pixel = {
        clamped(luma + chroma.red + load(noise[0] + x)),
        clamped(luma + chroma.green + load(noise[1] + x)),
        clamped(luma + chroma.blue + load(noise[2] + x)),
    };
    const struct rgb finer = {pixel.red << 3, pixel.green << 3, pixel.blue << 3};
    // ITU-R BT.709-6 item 3.2: 0.2126, 0.7152, 0.0722 times 219 / 255 in 1/32768.
    store_bytes(row + x, weighted(finer, 5983, 20127, 2032, 16));
    return pixel;
}

INLINE void diffuse(
    const struct ck_diffusion *mix, const int16_t *const *noise, int32_t columns, uint8_t *upper,
    uint8_t *lower, uint8_t *cb, uint8_t *cr
) {
    for (int32_t x = 0; x < columns; x += 2 * CK_LANES) {
        const struct rgb chroma = colour(mix, cb + x / 2, cr + x / 2);
        const struct rgb left = {
            TWICE_LOW(chroma.red), TWICE_LOW(chroma.green), TWICE_LOW(chroma.blue)};
        const struct rgb right = {
            TWICE_HIGH(chroma.red), TWICE_HIGH(chroma.green), TWICE_HIGH(chroma.blue)};
        const struct rgb a = mixed(mix, left, noise, x, upper);
        const struct rgb b = mixed(mix, right, noise, x + CK_LANES, upper);
        const struct rgb c = mixed(mix, left, noise + 3, x, lower);
        const struct rgb d = mixed(mix, right, noise + 3, x + CK_LANES, lower);
#define MEAN(CHANNEL)                                                              \
    ((EVEN(a.CHANNEL + c.CHANNEL, b.CHANNEL + d.CHANNEL)                           \
      + ODD(a.CHANNEL + c.CHANNEL, b.CHANNEL + d.CHANNEL))                         \
     << 1)
        const struct rgb mean = {MEAN(red), MEAN(green), MEAN(blue)};
        // (B' - Y') / 1.8556 and (R' - Y') / 1.5748 times 224 / 255 in 1/32768.
        store_bytes(cb + x / 2, weighted(mean, -3298, -11094, 14392, 128));
        store_bytes(cr + x / 2, weighted(mean, 14392, -13073, -1319, 128));
    }
}

#define VARIANT(SUFFIX, ATTRIBUTE)                                                               \
    ATTRIBUTE static void noise_row_##SUFFIX(                                                    \
        const int16_t *cells, int32_t count, int32_t grain, int16_t gain, int16_t *out           \
    ) {                                                                                          \
        noise_row(cells, count, grain, gain, out);                                               \
    }                                                                                            \
    ATTRIBUTE static void diffuse_##SUFFIX(                                                      \
        const struct ck_diffusion *mix, const int16_t *const *noise, int32_t columns,            \
        uint8_t *upper, uint8_t *lower, uint8_t *cb, uint8_t *cr                                 \
    ) {                                                                                          \
        diffuse(mix, noise, columns, upper, lower, cb, cr);                                      \
    }

VARIANT(baseline, )
#if defined(__x86_64__)
VARIANT(avx2, __attribute__((target("avx2"))))
#define CALL(NAME, ...) (level == CK_AVX2 ? NAME##_avx2(__VA_ARGS__) : NAME##_baseline(__VA_ARGS__))
#else
#define CALL(NAME, ...) ((void)level, NAME##_baseline(__VA_ARGS__))
#endif

void ck_noise_row(
    enum ck_level level, const int16_t *cells, int32_t count, int32_t grain, int16_t gain,
    int16_t *out
) {
    CALL(noise_row, cells, count, grain, gain, out);
}

void ck_diffuse(
    enum ck_level level, const struct ck_diffusion *mix, const int16_t *const *noise,
    int32_t columns, uint8_t *upper, uint8_t *lower, uint8_t *cb, uint8_t *cr
) {
    CALL(diffuse, mix, noise, columns, upper, lower, cb, cr);
}
