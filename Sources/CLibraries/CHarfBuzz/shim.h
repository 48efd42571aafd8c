#pragma once
#include <hb.h>
#include <hb-ot.h>

// HB_TAG is a function-like macro, which Swift can't see.
static const hb_tag_t CHB_TAG_LIGA = HB_TAG('l', 'i', 'g', 'a');
static const hb_tag_t CHB_TAG_CLIG = HB_TAG('c', 'l', 'i', 'g');
static const hb_tag_t CHB_TAG_HALT = HB_TAG('h', 'a', 'l', 't');
static const hb_tag_t CHB_TAG_LOCL = HB_TAG('l', 'o', 'c', 'l');
