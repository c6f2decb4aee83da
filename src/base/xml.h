/* base/xml.h -- XML as events with places. (Expat)
 *
 * Well-formedness is checked by the library; this layer says which source bytes each event came
 * from, and refuses what only attacks need: declarations of entities (an internal DTD subset) and
 * elements deeper than XML_DEPTH_MOST. A document type that only names an external DTD is passed
 * over; nothing is ever fetched.
 *
 * The events of [begin, end) are gapless: each byte belongs to exactly one event (to none in case
 * of an error). An empty element <a/> is a start with all its bytes and an end without any.
 */
#ifndef BRIEFCAST_BASE_XML_H
#define BRIEFCAST_BASE_XML_H

#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"

enum { XML_DEPTH_MOST = 256 };

struct xml_tag {
    struct str name;               /* as printed: "w:p" */
    struct str local;              /* without its prefix: "p" */
    ptrdiff_t begin, end;          /* source bytes */
    int depth;                     /* of the element: the root has 1 */
    const char *const *attributes; /* the module's own; starts only */
};

/* XML_OTHER: declarations, instructions, CDATA's brackets. */
enum xml_markup { XML_COMMENT, XML_OTHER };

/* Any may be NULL. What is pointed to is valid until the handler returns, but for text that is
 * verbatim: that is the source's. */
struct xml_handler {
    void (*start)(void *user, const struct xml_tag *tag);
    void (*end)(void *user, const struct xml_tag *tag);
    /* A piece of text, decoded. `verbatim`: it is source bytes [begin, end) as they are; else it
     * stands for all of them (an entity, a character reference, a line end \r\n). An entity that
     * nobody declares comes as it is printed. */
    void (*text)(void *user, struct str text, ptrdiff_t begin, ptrdiff_t end,
                 bool verbatim);
    void (*markup)(void *user, enum xml_markup kind, ptrdiff_t begin, ptrdiff_t end);
};

/* The value of the attribute with that local name ("val" finds w:val); "" when there is none.
 * Valid until the handler returns. */
struct str xml_attribute(const struct xml_tag *tag, struct str local);

/* Parses bytes [begin, end) of `s`, without its byte order mark. They are UTF-8, whatever the XML
 * declaration says.
 * BC_EINPUT: not well-formed, too deep, declares entities, or over INT_MAX bytes; reported to `d`
 * with its place. Events up to there have been delivered. */
BC_CHECK enum bc_status xml_parse(const struct source *s, ptrdiff_t begin, ptrdiff_t end,
                                  const struct xml_handler *handler, void *user,
                                  struct diag *d);

#endif
