#include "base/xml.h"

#include <limits.h>
#include <string.h>

#include <expat.h>

struct xml_parser {
    XML_Parser expat;
    const struct source *source;
    ptrdiff_t base; /* source offset of expat's byte 0 */
    const struct xml_handler *handler;
    void *user;
    int depth;
    ptrdiff_t reached;   /* end of the last event that was told */
    const char *refused; /* why the parser was stopped; NULL: it was not */
};

static ptrdiff_t event_begin(const struct xml_parser *p)
{
    return p->base + XML_GetCurrentByteIndex(p->expat);
}

static ptrdiff_t event_end(const struct xml_parser *p)
{
    return event_begin(p) + XML_GetCurrentByteCount(p->expat);
}

static struct xml_tag tag_of(const struct xml_parser *p, const char *name,
                             const char *const *attributes)
{
    struct str whole = str_from(name);
    ptrdiff_t colon = str_find_byte(whole, ':');
    return (struct xml_tag){.name = whole,
                            .local = str_slice(whole, colon + 1, whole.len),
                            .begin = event_begin(p),
                            .end = event_end(p),
                            .depth = p->depth,
                            .attributes = attributes};
}

static void refuse(struct xml_parser *p, const char *why)
{
    if (p->refused)
        return;
    p->refused = why;
    XML_StopParser(p->expat, XML_FALSE);
}

static void tell_markup(struct xml_parser *p, enum xml_markup kind, ptrdiff_t end)
{
    ptrdiff_t begin = p->reached;
    if (p->refused || end <= begin)
        return;
    p->reached = end;
    if (p->handler->markup)
        p->handler->markup(p->user, kind, begin, end);
}

/* What lies before an event and was no event: declarations, instructions, CDATA's brackets. */
static void reach(struct xml_parser *p, ptrdiff_t begin)
{
    tell_markup(p, XML_OTHER, begin);
}

static void XMLCALL on_start(void *data, const XML_Char *name,
                             const XML_Char **attributes)
{
    struct xml_parser *p = data;
    if (p->refused)
        return;
    if (++p->depth > XML_DEPTH_MOST) {
        refuse(p, "elements nested too deeply");
        return;
    }
    struct xml_tag tag = tag_of(p, name, attributes);
    reach(p, tag.begin);
    p->reached = tag.end;
    if (p->handler->start)
        p->handler->start(p->user, &tag);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
    struct xml_parser *p = data;
    if (p->refused)
        return;
    struct xml_tag tag = tag_of(p, name, NULL);
    /* Of <a/> both events have the tag's bytes: they are the start's. */
    if (!str_starts(str_slice(p->source->bytes, tag.begin, tag.end), S("</")))
        tag.begin = tag.end;
    reach(p, tag.begin);
    p->reached = tag.end;
    if (p->handler->end)
        p->handler->end(p->user, &tag);
    p->depth--;
}

static void XMLCALL on_text(void *data, const XML_Char *text, int len)
{
    struct xml_parser *p = data;
    ptrdiff_t begin = event_begin(p), end = event_end(p);
    reach(p, begin);
    if (p->refused)
        return;
    p->reached = end;
    if (!p->handler->text)
        return;
    struct str piece = {text, len};
    struct str printed = str_slice(p->source->bytes, begin, end);
    bool verbatim = str_eq(piece, printed);
    p->handler->text(p->user, verbatim ? printed : piece, begin, end, verbatim);
}

static void XMLCALL on_skipped_entity(void *data, const XML_Char *name, int is_parameter)
{
    struct xml_parser *p = data;
    (void)name;
    if (is_parameter)
        return;
    struct str printed = str_slice(p->source->bytes, event_begin(p), event_end(p));
    on_text(data, printed.ptr, (int)printed.len);
}

static void XMLCALL on_comment(void *data, const XML_Char *text)
{
    struct xml_parser *p = data;
    (void)text;
    reach(p, event_begin(p));
    tell_markup(p, XML_COMMENT, event_end(p));
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int has_internal_subset)
{
    (void)name;
    (void)system;
    (void)public;
    if (has_internal_subset)
        refuse(data, "its document type declares something of its own");
}

static void set_handlers(struct xml_parser *p)
{
    XML_SetUserData(p->expat, p);
    XML_SetElementHandler(p->expat, on_start, on_end);
    XML_SetCharacterDataHandler(p->expat, on_text);
    XML_SetCommentHandler(p->expat, on_comment);
    XML_SetStartDoctypeDeclHandler(p->expat, on_doctype);
    XML_SetSkippedEntityHandler(p->expat, on_skipped_entity);
}

/* What to do about it. */
static const char *hint_for(enum XML_Error error)
{
    switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return "the file ends here, and something is still open";
    case XML_ERROR_TAG_MISMATCH:
        return "end the element that was begun last, then those around it";
    case XML_ERROR_UNDEFINED_ENTITY:
        return "write the character itself, or its number such as &#160;";
    case XML_ERROR_INVALID_TOKEN:
        return "a plain '<' is written &lt;, a plain '&' &amp;";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return "keep one of the two";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return "one element holds all: nothing may follow its end";
    default:
        return NULL;
    }
}

static enum bc_status report(const struct xml_parser *p, ptrdiff_t end, struct diag *d)
{
    ptrdiff_t at = event_begin(p);
    if (XML_GetCurrentByteIndex(p->expat) < 0)
        at = p->base;
    at = at > end ? end : at;
    const char *why =
        p->refused ? p->refused : XML_ErrorString(XML_GetErrorCode(p->expat));
    diag_error(d, place_of(p->source, at, at < end ? at + 1 : at),
               p->refused ? "xml-refused" : "xml-invalid",
               p->refused ? NULL : hint_for(XML_GetErrorCode(p->expat)), "%s: %s",
               p->refused ? "XML that is not read" : "not well-formed XML", why);
    return BC_EINPUT;
}

struct str xml_attribute(const struct xml_tag *tag, struct str local)
{
    for (const char *const *a = tag->attributes; a && a[0]; a += 2) {
        struct str name = str_from(a[0]);
        ptrdiff_t colon = str_find_byte(name, ':');
        if (str_eq(str_slice(name, colon + 1, name.len), local))
            return str_from(a[1]);
    }
    return (struct str){0};
}

enum bc_status xml_parse(const struct source *s, ptrdiff_t begin, ptrdiff_t end,
                         const struct xml_handler *handler, void *user, struct diag *d)
{
    begin = begin < s->text_begin ? s->text_begin : begin;
    struct xml_parser p = {
        .source = s, .base = begin, .handler = handler, .user = user, .reached = begin};
    if (end - p.base > INT_MAX) {
        diag_error(d, place_of(s, begin, begin), "xml-refused", NULL,
                   "XML that is not read: too long");
        return BC_EINPUT;
    }
    p.expat = XML_ParserCreate("UTF-8");
    if (!p.expat)
        out_of_memory();
    set_handlers(&p);
    struct str bytes = str_slice(s->bytes, p.base, end);
    enum bc_status status = BC_OK;
    if (XML_Parse(p.expat, bytes.ptr ? bytes.ptr : "", (int)bytes.len, XML_TRUE) !=
        XML_STATUS_OK) {
        if (XML_GetErrorCode(p.expat) == XML_ERROR_NO_MEMORY)
            out_of_memory();
        status = report(&p, end, d);
    } else {
        reach(&p, end);
    }
    XML_ParserFree(p.expat);
    return status;
}
