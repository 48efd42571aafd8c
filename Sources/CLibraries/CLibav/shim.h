// FFmpeg 5.1 to 8: includes, then what Swift's importer drops (macros, casts, renamed fields).
#pragma once
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/mastering_display_metadata.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

static const int64_t CAV_NOPTS = AV_NOPTS_VALUE;
static const int CAVERROR_EOF = AVERROR_EOF;
static const int CAVERROR_EAGAIN = AVERROR(EAGAIN);
static const int CAVERROR_EXIT = AVERROR_EXIT;
static const int CAVERROR_INVALIDDATA = AVERROR_INVALIDDATA;
static const int CAVERROR_STREAM_NOT_FOUND = AVERROR_STREAM_NOT_FOUND;

/// The libav error code for a POSIX errno value.
static inline int cav_error(int posix_errno) { return AVERROR(posix_errno); }

/// Converts samples; FFmpeg 7 changed how the pointers of `swr_convert` are qualified.
static inline int cav_swr_convert(
    struct SwrContext *context, uint8_t **output, int output_capacity, uint8_t **input,
    int input_count) {
    return swr_convert(
        context, output, output_capacity, (const uint8_t **)input, input_count);
}

/// The display matrix of a stream, NULL where it has none; FFmpeg 7 moved where it is kept.
static inline const int32_t *cav_display_matrix(const AVStream *stream) {
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    const AVPacketSideData *data = av_packet_side_data_get(
        stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data,
        AV_PKT_DATA_DISPLAYMATRIX);
    return data && data->size >= 9 * sizeof(int32_t) ? (const int32_t *)data->data : NULL;
#else
    size_t size = 0;
    const uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return data && size >= 9 * sizeof(int32_t) ? (const int32_t *)data : NULL;
#endif
}

/// Whether a stream is encrypted (ISO/IEC 23001-7, or by the marks of protected stores).
static inline int cav_is_encrypted(const AVStream *stream) {
    const uint32_t tag = stream->codecpar->codec_tag;
    if (tag == MKTAG('e', 'n', 'c', 'v') || tag == MKTAG('e', 'n', 'c', 'a')
        || tag == MKTAG('d', 'r', 'm', 'i') || tag == MKTAG('d', 'r', 'm', 's'))
        return 1;
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    return av_packet_side_data_get(
               stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data,
               AV_PKT_DATA_ENCRYPTION_INIT_INFO)
        != NULL;
#else
    return av_stream_get_side_data(stream, AV_PKT_DATA_ENCRYPTION_INIT_INFO, NULL) != NULL;
#endif
}

/// How long a frame is shown, in the time base of its stream; FFmpeg 6 renamed the field.
static inline int64_t cav_frame_duration(const AVFrame *frame) {
#if LIBAVUTIL_VERSION_MAJOR >= 58
    return frame->duration;
#else
    return frame->pkt_duration;
#endif
}

/// Whether a frame is two fields of different times; FFmpeg 6.1 made the field a flag.
static inline int cav_frame_is_interlaced(const AVFrame *frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    return (frame->flags & AV_FRAME_FLAG_INTERLACED) != 0;
#else
    return frame->interlaced_frame;
#endif
}

/// swscale's way of converting with whole chroma and exact rounding; FFmpeg 8 made them an enum.
static const int CAV_SCALE_EXACTLY =
    SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

/// Makes glibc hand out zeroed memory.
///
/// x264 164 reads, in its macroblock tree, memory that it has not written: without this the bytes
/// of still scenes differ from run to run. glibc fills new memory with the complement of the byte.
static inline void cav_zero_allocations(void) {
#if defined(__GLIBC__)
    mallopt(M_PERTURB, 0xFF);
#endif
}
