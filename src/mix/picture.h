/* mix/picture.h -- a cover image as METADATA_BLOCK_PICTURE. (FLAC format, section 8.8) */
#ifndef BRIEFCAST_MIX_PICTURE_H
#define BRIEFCAST_MIX_PICTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"

struct picture {
    struct str media_type; /* "image/png", "image/jpeg" */
    int width, height;     /* pixels */
    int depth;             /* bits a pixel; 24 for an indexed image */
    int colours;           /* of an indexed image; else 0 */
    struct str bytes;      /* the file; borrowed */
};

enum { PICTURE_BYTES_MOST = 8 << 20 };

/* Recognises PNG and JPEG by content and reads their size; the whole file is walked, so that one
 * that was cut short is noticed. BC_EINPUT: neither, damaged, or over PICTURE_BYTES_MOST; reported
 * with the file's name. */
BC_CHECK enum bc_status picture_open(struct picture *out, struct str name,
                                     struct str bytes, struct diag *d);
/* The comment's value: base64 of the picture block, type 3 (front cover). */
struct str picture_block(struct arena *a, const struct picture *p);

#endif
