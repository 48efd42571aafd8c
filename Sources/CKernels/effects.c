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

// An entry and the next one along red.
INLINE f32x8 load_entries(const float *entries, ptrdiff_t index) {
    f32x8 value;
    memcpy(&value, entries + 4 * index, sizeof value);
    return value;
}

INLINE f32x4 limited(f32x4 value, f32x4 low, f32x4 high) {
    return __builtin_elementwise_min(__builtin_elementwise_max(value, low), high);
}

INLINE f32x4 looked_up(const struct ck_color_table *table, f32x4 color) {
    const f32x4 origin = {table->origin[0], table->origin[1], table->origin[2], 0};
    const f32x4 scale = {table->scale[0], table->scale[1], table->scale[2], 0};
    const f32x4 zero = {0}, last = zero + (float)(table->size - 1);
    const f32x4 place = limited((color - origin) * scale, zero, last);
    const i32x4 index = __builtin_convertvector(limited(place, zero, last - 1), i32x4);
    const f32x4 share = place - __builtin_convertvector(index, f32x4);
    const ptrdiff_t row = table->size, layer = row * row;
    const ptrdiff_t at = index[2] * layer + index[1] * row + index[0];
    const f32x8 near = load_entries(table->entries, at);
    const f32x8 far = load_entries(table->entries, at + layer);
    const f32x8 near_next = load_entries(table->entries, at + row);
    const f32x8 far_next = load_entries(table->entries, at + layer + row);
    const f32x8 upper = near + (far - near) * share[2];
    const f32x8 lower = near_next + (far_next - near_next) * share[2];
    const f32x8 line = upper + (lower - upper) * share[1];
    const f32x4 left = __builtin_shufflevector(line, line, 0, 1, 2, 3);
    const f32x4 right = __builtin_shufflevector(line, line, 4, 5, 6, 7);
    return limited(left + (right - left) * share[0], zero, zero + 1);
}

INLINE float luma_of(f32x4 color) {
    return 0.2126f * color[0] + 0.7152f * color[1] + 0.0722f * color[2];
}

INLINE void map_colors(
    const struct ck_color_table *table, int32_t count, uint8_t *upper, uint8_t *lower, uint8_t *cb,
    uint8_t *cr
) {
    for (int32_t i = 0; i < count; i++) {
        // ITU-R BT.709-6 items 3.2 to 3.4, inverted.
        const float u = cb[i] - 128.0f, v = cr[i] - 128.0f;
        const f32x4 chroma = {
            1.5748f / 224 * v, -0.187324f / 224 * u - 0.468124f / 224 * v, 1.8556f / 224 * u, 0};
        uint8_t *const pixels[4] = {
            upper + 2 * i, upper + 2 * i + 1, lower + 2 * i, lower + 2 * i + 1};
        f32x4 sum = {0};
        for (int k = 0; k < 4; k++) {
            const f32x4 color = looked_up(table, chroma + (*pixels[k] - 16.0f) * (1.0f / 219));
            sum += color;
            *pixels[k] = (uint8_t)(16.5f + 219 * luma_of(color));
        }
        const f32x4 mean = sum * 0.25f;
        const float luma = luma_of(mean);
        cb[i] = (uint8_t)(128.5f + 224 / 1.8556f * (mean[2] - luma));
        cr[i] = (uint8_t)(128.5f + 224 / 1.5748f * (mean[0] - luma));
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
    }                                                                                            \
    ATTRIBUTE static void map_colors_##SUFFIX(                                                   \
        const struct ck_color_table *table, int32_t count, uint8_t *upper, uint8_t *lower,       \
        uint8_t *cb, uint8_t *cr                                                                 \
    ) {                                                                                          \
        map_colors(table, count, upper, lower, cb, cr);                                          \
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

void ck_map_colors(
    enum ck_level level, const struct ck_color_table *table, int32_t count, uint8_t *upper,
    uint8_t *lower, uint8_t *cb, uint8_t *cr
) {
    CALL(map_colors, table, count, upper, lower, cb, cr);
}
