/* script/ssml_attributes.h -- what attributes of SSML elements may say, for script/ssml.c's table. */
#ifndef BRIEFCAST_SCRIPT_SSML_ATTRIBUTES_H
#define BRIEFCAST_SCRIPT_SSML_ATTRIBUTES_H

#include "script/ssml.h"

/* Puts an attribute's value into *tag. False: it is none of the values that `values` names. */
typedef bool ssml_take(struct ssml_tag *tag, struct text value);

struct ssml_attribute {
    enum ssml_element element;
    const char *name;
    bool needed;
    ssml_take *take;
    const char *code;   /* of the diagnostic when the value is wrong */
    const char *values; /* hint: which there are; NULL: any, or those of speak/say_as.h */
};

enum { SSML_ATTRIBUTES_MOST = 32 }; /* rows: bits of a mask */
/* All attributes of all elements; ended by one without a name. */
extern const struct ssml_attribute ssml_attributes[];

/* What *tag, of which the element is set, says without any. */
void ssml_set_defaults(struct ssml_tag *tag);

#endif
