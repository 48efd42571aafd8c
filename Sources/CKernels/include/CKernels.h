// The pixel loops that need vector instructions.
//
// A plane is stored in *strips* of 16 rows: sample (x, y) of a plane that is `stride` columns wide
// lies at ((y / 16) * stride + x) * 16 + y % 16. A strip column is then one vector of 16 rows, the
// horizontal pass reads memory in order, and no gather is needed anywhere.
//
// Samples are bytes, or signed 9.7 fixed point code values: 255 is 32640. Overshoot of a sharp
// filter fits.
//
// Every function has one body, compiled for the baseline and (on x86-64) for AVX2; both give the
// same bits.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The number of rows in a strip, and of samples in a vector.
enum { CK_LANES = 16 };

/// Which instructions the kernels use.
enum ck_level { CK_BASELINE = 0, CK_AVX2 = 1 };

/// The best level that this processor runs.
enum ck_level ck_best_level(void);

/// Filters one strip horizontally into 16 rows, or two into 32.
///
/// `strips` is 1 or 2; the second begins `second` samples after the first. Weights are 1/32768
/// shares, each in both halves of its word: (uint16_t)w * 0x10001.
///
/// Column i is the sum of the strip's columns first[i] + k times weights[i * taps + k] / 32768, for
/// k in 0 ..< taps. Samples go in as 9.7 and come out as 10.6 fixed point. `columns` is a multiple
/// of 16; row r starts at rows + r * row_stride.
void ck_horizontal(
    enum ck_level level, const int16_t *strip, ptrdiff_t second, int32_t strips,
    const int32_t *first, const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,
    ptrdiff_t row_stride);

/// The same for strips of bytes.
void ck_horizontal_bytes(
    enum ck_level level, const uint8_t *strip, ptrdiff_t second, int32_t strips,
    const int32_t *first, const int32_t *weights, int32_t taps, int32_t columns, int16_t *rows,
    ptrdiff_t row_stride);

/// Filters rows of 10.6 samples vertically into one row of code values in lo...hi.
///
/// `rows` holds `taps` pointers, `weights` as many 1/32768 shares. `columns` is a multiple of 16.
/// `rounding` holds 16 values in 0...31 that are added before the five fractional bits are cut:
/// all 16 to round, a row of an ordered-dither matrix to dither.
void ck_vertical(
    enum ck_level level, const int16_t *const *rows, const int32_t *weights, int32_t taps,
    int32_t columns, const int16_t *rounding, int16_t lo, int16_t hi, uint8_t *out);

/// Lays 16 rows of bytes out as one strip: strip[x * step + y] is column x of row y.
///
/// Row y starts at first_row + y * row_stride; either may be negative. `rows` is 1...16: the last
/// one is repeated downwards. `step` is 16, or -16 to mirror.
void ck_strip(
    const uint8_t *first_row, ptrdiff_t row_stride, int32_t rows, int32_t width, uint8_t *strip,
    ptrdiff_t step);

/// Lays 16 columns of bytes out as one strip, so that the picture is turned by a quarter:
/// strip[x * 16 + y] is byte direction * y of row x.
///
/// Row x starts at first_row + x * row_stride. `count` is 1...16: the last byte is repeated.
/// `direction` is 1 or -1.
void ck_turned_strip(
    const uint8_t *first_row, ptrdiff_t row_stride, int32_t columns, int32_t count,
    int32_t direction, uint8_t *strip);

/// Converts 16-bit R'G'B'A with straight alpha to planar float Y'CbCr BT.709, 8-bit limited-range
/// scale.
///
/// With `alpha` the planes are premultiplied, and alpha (0...255) is written; NULL ignores alpha.
void ck_ycbcr(
    enum ck_level level, const uint16_t *rgba, int32_t count, float *y, float *cb, float *cr,
    float *alpha);

/// out[x] = sum over k of weights[k] * rows[k][x], in order of k, for x in 0 ..< count.
void ck_weighted_rows(
    enum ck_level level, const float *const *rows, const float *weights, int32_t taps,
    int32_t count, float *out);

/// out[i] = sum over k of weights[i * taps + k] * row[first[i] + k]. `taps` is a multiple of 8.
void ck_weighted_columns(
    enum ck_level level, const float *row, const int32_t *first, const float *weights,
    int32_t taps, int32_t count, float *out);

/// The mix of a picture and noise in R'G'B': v = signal * p + (1 - signal) * 127.5 + noise.
///
/// Fixed point for 8-bit Y'CbCr BT.709 in limited range; all are 16-bit numbers.
struct ck_diffusion {
    /// Per code value of Y' above 0, 3.13 fixed point.
    int16_t luma;
    /// Per code value of Cr in R', of Cb and Cr in G', of Cb in B', 4.12 fixed point.
    int16_t cr_red, cb_green, cr_green, cb_blue;
    /// What is added to each channel, 12.4 fixed point.
    int16_t base;
};

/// Repeats each cell of a row of noise `grain` times, scaled.
///
/// Cells are 11.5 fixed point, `gain` is a 1/32768 share; the products are 12.4 fixed point. `out`
/// is written for up to 16 samples past cells * grain.
void ck_noise_row(
    enum ck_level level, const int16_t *cells, int32_t count, int32_t grain, int16_t gain,
    int16_t *out);

/// Mixes two luma rows and their chroma row with noise, in place.
///
/// Each pixel is converted to R'G'B' with the nearest chroma, mixed, clamped to 0...255 and
/// converted back; chroma is that of the mean of two by two pixels. `noise` holds six rows at luma
/// width, 12.4 fixed point: R', G' and B' of the upper row, then of the lower one. `columns` is a
/// multiple of 32.
void ck_diffuse(
    enum ck_level level, const struct ck_diffusion *mix, const int16_t *const *noise,
    int32_t columns, uint8_t *upper, uint8_t *lower, uint8_t *cb, uint8_t *cr);

/// A three-dimensional table of encoded R'G'B' in 0...1, four numbers an entry, red fastest.
struct ck_color_table {
    const float *entries;
    /// Entries along each axis; at least 2.
    int32_t size;
    /// An entry's place is (value - origin) * scale, of red, green and blue.
    float origin[3], scale[3];
};

/// Maps two luma rows and their chroma row through `table`, trilinearly, in place.
///
/// A pixel's chroma is the nearest sample; new chroma is that of the mean of two by two pixels.
/// `count` is that of the chroma samples.
void ck_map_colors(
    enum ck_level level, const struct ck_color_table *table, int32_t count, uint8_t *upper,
    uint8_t *lower, uint8_t *cb, uint8_t *cr);
