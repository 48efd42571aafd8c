// libpng behind a setjmp wall: its error path longjmps, and no jump may cross a Swift frame.
#pragma once
#include <errno.h>
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CPNG_WALL static __attribute__((noinline, unused))

enum { CPNG_MESSAGE = 160 };

/// One PNG file being read or written, with what libpng said about it.
typedef struct cpng_file {
    png_structp png;
    png_infop info;
    FILE *file;
    int is_writer;
    int warning_count;
    char error[CPNG_MESSAGE];
    char warning[CPNG_MESSAGE];
} cpng_file;

/// What stands before the image data; pointers live as long as the file.
typedef struct cpng_header {
    png_uint_32 width, height;
    int bit_depth;       // As stored.
    int channels, wide;  // Of the rows that cpng_read_row gives: 1...4, 8 or 16 bits.
    int has_alpha, is_interlaced, pass_count;
    size_t row_bytes;
    int has_srgb, has_gamma, has_chromaticities;
    double gamma;
    double chromaticities[8];  // White, red, green, blue: x, y each.
    const png_byte *profile;
    png_uint_32 profile_length;
    const png_byte *exif;
    png_uint_32 exif_length;
} cpng_header;

CPNG_WALL void cpng_fail(png_structp png, png_const_charp message) {
    cpng_file *file = (cpng_file *)png_get_error_ptr(png);
    // libpng says no more than "Write Error"; the system knows why.
    int has_cause = file->is_writer && errno != 0;
    snprintf(
        file->error, CPNG_MESSAGE, has_cause ? "%s: %s" : "%s", message,
        has_cause ? strerror(errno) : "");
    png_longjmp(png, 1);
}

CPNG_WALL void cpng_warn(png_structp png, png_const_charp message) {
    cpng_file *file = (cpng_file *)png_get_error_ptr(png);
    if (file->warning_count++ == 0) snprintf(file->warning, CPNG_MESSAGE, "%s", message);
}

/// What libpng said about the last call that failed.
static inline const char *cpng_error(const cpng_file *file) { return file->error; }

/// The first thing that libpng complained about, empty where it did not.
static inline const char *cpng_warning(const cpng_file *file) { return file->warning; }

CPNG_WALL void cpng_close(cpng_file *file) {
    if (file->png && file->is_writer) png_destroy_write_struct(&file->png, &file->info);
    if (file->png) png_destroy_read_struct(&file->png, &file->info, NULL);
    if (file->file) fclose(file->file);
    free(file);
}

/// Opens `path`; NULL where it can't be opened or memory is out.
CPNG_WALL cpng_file *cpng_open(const char *path, int is_writer) {
    cpng_file *file = (cpng_file *)calloc(1, sizeof *file);
    if (!file) return NULL;
    file->is_writer = is_writer;
    file->file = fopen(path, is_writer ? "wb" : "rb");
    if (file->file)
        file->png = is_writer
            ? png_create_write_struct(PNG_LIBPNG_VER_STRING, file, cpng_fail, cpng_warn)
            : png_create_read_struct(PNG_LIBPNG_VER_STRING, file, cpng_fail, cpng_warn);
    if (file->png) file->info = png_create_info_struct(file->png);
    if (file->info) return file;
    cpng_close(file);
    return NULL;
}

/// Reads up to the image data within the given limits; the size stands in `header` even where a
/// later chunk fails. Returns 0, or -1 with a message.
CPNG_WALL int cpng_read_header(
    cpng_file *file, png_uint_32 largest_side, png_alloc_size_t largest_chunk,
    cpng_header *header) {
    memset(header, 0, sizeof *header);
    if (setjmp(png_jmpbuf(file->png))) return -1;
    png_init_io(file->png, file->file);
    png_set_user_limits(file->png, largest_side, largest_side);
    png_set_chunk_malloc_max(file->png, largest_chunk);
    png_set_chunk_cache_max(file->png, 1000);
#ifdef PNG_IGNORE_ADLER32
    // Every chunk has a CRC; the second checksum costs 4 % of the time and tells nothing new.
    png_set_option(file->png, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
#endif
    png_read_info(file->png, file->info);

    header->width = png_get_image_width(file->png, file->info);
    header->height = png_get_image_height(file->png, file->info);
    header->bit_depth = png_get_bit_depth(file->png, file->info);
    header->is_interlaced =
        png_get_interlace_type(file->png, file->info) != PNG_INTERLACE_NONE;

    int intent;
    header->has_srgb = png_get_sRGB(file->png, file->info, &intent) != 0;
    header->has_gamma = png_get_gAMA(file->png, file->info, &header->gamma) != 0;
    double *c = header->chromaticities;
    header->has_chromaticities = png_get_cHRM(
        file->png, file->info, c, c + 1, c + 2, c + 3, c + 4, c + 5, c + 6, c + 7) != 0;
    png_charp name;
    int method;
    png_bytep bytes;
    if (png_get_iCCP(
            file->png, file->info, &name, &method, &bytes, &header->profile_length))
        header->profile = bytes;
#ifdef PNG_eXIf_SUPPORTED
    if (png_get_eXIf_1(file->png, file->info, &header->exif_length, &bytes))
        header->exif = bytes;
#endif
    return 0;
}

/// Makes rows come as gray, gray and alpha, RGB or RGBA in 8 or in 16 bits of this machine's
/// byte order, and fills in what `header` says about rows. Returns 0, or -1 with a message.
CPNG_WALL int cpng_start_rows(cpng_file *file, cpng_header *header) {
    if (setjmp(png_jmpbuf(file->png))) return -1;
    png_set_expand(file->png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (header->bit_depth == 16) png_set_swap(file->png);
#endif
    header->pass_count = png_set_interlace_handling(file->png);
    png_read_update_info(file->png, file->info);
    header->channels = png_get_channels(file->png, file->info);
    header->has_alpha = header->channels == 2 || header->channels == 4;
    header->wide = png_get_bit_depth(file->png, file->info) == 16;
    header->row_bytes = png_get_rowbytes(file->png, file->info);
    return 0;
}

/// Reads the next row; of an interlaced picture, adds the next pass to what `row` shows already.
CPNG_WALL int cpng_read_row(cpng_file *file, png_bytep row, int is_interlaced) {
    if (setjmp(png_jmpbuf(file->png))) return -1;
    png_read_row(file->png, is_interlaced ? NULL : row, is_interlaced ? row : NULL);
    return 0;
}

/// Reads what follows the last row, so that its checksum is judged as well.
CPNG_WALL int cpng_finish_reading(cpng_file *file) {
    if (setjmp(png_jmpbuf(file->png))) return -1;
    png_read_end(file->png, NULL);
    return 0;
}

/// Writes a whole 8-bit picture of 1...4 channels, tagged sRGB. Returns 0, or -1 with a message.
CPNG_WALL int cpng_write(
    cpng_file *file, const png_byte *pixels, png_uint_32 width, png_uint_32 height,
    int channels, int level) {
    static const int types[] = {
        PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGBA};
    if (setjmp(png_jmpbuf(file->png))) return -1;
    errno = 0;
    png_init_io(file->png, file->file);
    png_set_compression_level(file->png, level);
    png_set_IHDR(
        file->png, file->info, width, height, 8, types[(channels - 1) & 3], PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(file->png, file->info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(file->png, file->info);
    size_t stride = (size_t)width * (size_t)channels;
    for (png_uint_32 y = 0; y < height; y++) png_write_row(file->png, pixels + y * stride);
    png_write_end(file->png, NULL);
    if (fflush(file->file) != 0) png_error(file->png, "the disk is full or can't be written");
    return 0;
}
