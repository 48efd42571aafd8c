// libwebp 1.2 and later: animations apart (demux), animations together (mux), pictures in.
#pragma once
#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>
