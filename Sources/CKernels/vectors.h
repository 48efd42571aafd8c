// Vector types and the few operations on them that all kernels share.
#pragma once
#include "CKernels.h"

#include <string.h>

// Sums must be made in the same order and without fused multiply-add, or the two levels would
// differ.
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // Wide vectors never leave an inlined function.

typedef int16_t i16x16 __attribute__((vector_size(32)));
typedef int32_t i32x8 __attribute__((vector_size(32)));
typedef int32_t i32x16 __attribute__((vector_size(64)));
typedef uint8_t u8x16 __attribute__((vector_size(16)));
typedef float f32x8 __attribute__((vector_size(32)));
typedef float f32x4 __attribute__((vector_size(16)));
typedef int32_t i32x4 __attribute__((vector_size(16)));

#define INLINE static inline __attribute__((always_inline))

INLINE i16x16 load(const int16_t *from) {
    i16x16 value;
    memcpy(&value, from, sizeof value);
    return value;
}

INLINE i16x16 load_code_values(const uint8_t *from) {
    u8x16 value;
    memcpy(&value, from, sizeof value);
    return __builtin_convertvector(value, i16x16);
}

// Code values as 9.7 fixed point.
INLINE i16x16 load_bytes(const uint8_t *from) { return load_code_values(from) << 7; }

INLINE void store(int16_t *to, i16x16 value) { memcpy(to, &value, sizeof value); }

INLINE i16x16 splat(int16_t value) { return value - (i16x16){0}; }

// The high half of the product; compiles to one instruction (pmulhw) where there is one.
INLINE i16x16 multiply_high(i16x16 a, i16x16 b) {
    return __builtin_convertvector(
        (__builtin_convertvector(a, i32x16) * __builtin_convertvector(b, i32x16)) >> 16, i16x16);
}
