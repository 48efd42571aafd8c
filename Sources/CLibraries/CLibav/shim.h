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
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

static const int64_t CAV_NOPTS = AV_NOPTS_VALUE;
static const int CAVERROR_EOF = AVERROR_EOF;
static const int CAVERROR_EAGAIN = AVERROR(EAGAIN);
static const int CAVERROR_EXIT = AVERROR_EXIT;
static const int CAVERROR_INVALIDDATA = AVERROR_INVALIDDATA;

/// The libav error code for a POSIX errno value.
static inline int cav_error(int posix_errno) { return AVERROR(posix_errno); }
