/* publish/chapters.h -- Podcasting 2.0 JSON chapters 1.2.0. */
#ifndef BRIEFCAST_PUBLISH_CHAPTERS_H
#define BRIEFCAST_PUBLISH_CHAPTERS_H

#include "mix/timeline.h"

struct str chapters_json(struct arena *a, const struct timeline *t);

#endif
