#include "transcript/container.h"

#include <stdlib.h>

#include "base/archive.h"
#include "base/charset.h"
#include "base/source_open.h"
#include "base/xml.h"

struct packer {
    struct arena *a;
    struct archive *archive;
    const struct source *file; /* of the archive itself, for what is wrong with it */
    struct diag *d;
    struct strbuf text;
    struct source_part *parts;
    ptrdiff_t part_count, part_capacity;
};

/* A member's text as UTF-8, without a byte order mark. */
static enum bc_status read_member(struct str *out, struct packer *p, struct str member)
{
    struct str bytes;
    int percent;
    ptrdiff_t wrong;
    enum bc_status status = archive_read(&bytes, p->a, p->archive, member, p->d);
    if (status != BC_OK)
        return status;
    bool right =
        charset_convert(out, &wrong, p->a, bytes, charset_detect(bytes, &percent));
    *out = str_slice(*out, utf8_mark_length(*out), out->len);
    if (right && utf8_invalid_at(*out) < 0)
        return BC_OK;
    diag_error(p->d, place_of(p->file, 0, 0), "utf8-invalid",
               "save its text as .txt or HTML",
               "the archive's member '%.*s' is not valid UTF-8", STR_ARGS(member));
    return BC_EINPUT;
}

static enum bc_status add_part(struct packer *p, struct str member)
{
    struct str text;
    enum bc_status status = read_member(&text, p, member);
    if (status != BC_OK || !text.len)
        return status;
    *arena_push(p->a, p->parts, p->part_count, p->part_capacity) =
        (struct source_part){str_copy(p->a, member), p->text.len};
    strbuf_add(&p->text, text);
    return BC_OK;
}

/* A member that says where others are. */
static enum bc_status parse_member(struct packer *p, struct str member,
                                   const struct xml_handler *handler, void *user)
{
    struct str text;
    enum bc_status status = read_member(&text, p, member);
    if (status != BC_OK)
        return status;
    struct str name =
        str_format(p->a, "%.*s(%.*s)", STR_ARGS(p->file->name), STR_ARGS(member));
    return xml_parse(source_make(p->a, name, text), 0, text.len, handler, user, p->d);
}

/* `target` as printed in a member of `folder` ("OEBPS/"): percent signs, "./" and "../", and
 * "#fragment" resolved (RFC 3986, section 5.2). */
static struct str resolve(struct arena *a, struct str folder, struct str target)
{
    struct strbuf path = {.arena = a};
    struct str rest = target;
    ptrdiff_t hash = str_find_byte(rest, '#');
    rest = hash < 0 ? rest : str_slice(rest, 0, hash);
    if (!str_starts(rest, S("/")))
        strbuf_add(&path, folder);
    while (rest.len) {
        struct str step;
        bool more = str_cut(rest, '/', &step, &rest);
        if (!step.len || str_eq(step, S(".")))
            continue;
        if (str_eq(step, S(".."))) {
            path.len -= path.len > 0;
            while (path.len && path.ptr[path.len - 1] != '/')
                path.len--;
            continue;
        }
        for (ptrdiff_t i = 0; i < step.len; i++) {
            int value = step.ptr[i] == '%' ? str_hex_at(step, i + 1, 2) : -1;
            bool escape = value > 0;
            strbuf_add_byte(&path, escape ? (char)value : step.ptr[i]);
            i += escape ? 2 : 0;
        }
        strbuf_add(&path, more ? S("/") : S(""));
    }
    return strbuf_str(&path);
}

static struct str folder_of_member(struct str member)
{
    ptrdiff_t len = member.len;
    while (len && member.ptr[len - 1] != '/')
        len--;
    return str_slice(member, 0, len);
}

/* ---- docx ---- */

enum { BESIDE_MOST = 24 };

struct relations {
    struct arena *a;
    struct str folder; /* of the member whose relations these are */
    struct str document, properties;
    struct str
        beside[BESIDE_MOST]; /* what is not the story: notes, comments, heads of pages */
    int beside_count;
};

static void on_relation(void *user, const struct xml_tag *tag)
{
    struct relations *r = user;
    struct str type = xml_attribute(tag, S("Type"));
    if (!str_eq(tag->local, S("Relationship")))
        return;
    struct str *where = str_ends(type, S("/officeDocument"))    ? &r->document
                        : str_ends(type, S("/core-properties")) ? &r->properties
                                                                : NULL;
    if (where && !where->len)
        *where = resolve(r->a, r->folder, xml_attribute(tag, S("Target")));
}

static void on_beside(void *user, const struct xml_tag *tag)
{
    static const char *const types[] = {"/footnotes", "/endnotes", "/comments", "/header",
                                        "/footer"};
    struct relations *r = user;
    struct str type = xml_attribute(tag, S("Type"));
    bool beside = false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        beside = beside || str_ends(type, str_from(types[i]));
    if (!beside || r->beside_count == BESIDE_MOST ||
        !str_eq(tag->local, S("Relationship")))
        return;
    struct str member = resolve(r->a, r->folder, xml_attribute(tag, S("Target")));
    for (int i = 0; i < r->beside_count; i++)
        if (str_eq(r->beside[i],
                   member)) /* or a small file would be as long as it likes */
            return;
    r->beside[r->beside_count++] = member;
}

/* Behind the document, the members that say what stands around it. */
static enum bc_status add_beside(struct packer *p, struct str document)
{
    static const struct xml_handler handler = {.start = on_beside};
    struct relations r = {.a = p->a, .folder = folder_of_member(document)};
    struct str name = str_slice(document, r.folder.len, document.len);
    struct str list =
        str_format(p->a, "%.*s_rels/%.*s.rels", STR_ARGS(r.folder), STR_ARGS(name));
    enum bc_status status = BC_OK;
    if (archive_has(p->archive, list))
        status = parse_member(p, list, &handler, &r);
    for (int i = 0; i < r.beside_count && status == BC_OK; i++)
        if (!str_eq(r.beside[i], document) && archive_has(p->archive, r.beside[i]))
            status = add_part(p, r.beside[i]);
    return status;
}

static enum bc_status pack_docx(const char **kind, struct packer *p)
{
    static const struct xml_handler handler = {.start = on_relation};
    struct relations r = {.a = p->a};
    enum bc_status status = parse_member(p, S("_rels/.rels"), &handler, &r);
    if (status != BC_OK || !str_starts(r.document, S("word/")))
        return status;
    *kind = "docx";
    if (r.properties.len && archive_has(p->archive, r.properties))
        status = add_part(p, r.properties);
    if (status == BC_OK)
        status = add_part(p, r.document);
    return status == BC_OK ? add_beside(p, r.document) : status;
}

/* ---- odt ---- */

static void on_manifest(void *user, const struct xml_tag *tag)
{
    bool *encrypted = user;
    *encrypted = *encrypted || str_eq(tag->local, S("encryption-data"));
}

static enum bc_status pack_odt(const char **kind, struct packer *p)
{
    static const struct xml_handler handler = {.start = on_manifest};
    enum bc_status status = BC_OK;
    bool encrypted = false;
    *kind = "odt";
    if (archive_has(p->archive, S("META-INF/manifest.xml")))
        status = parse_member(p, S("META-INF/manifest.xml"), &handler, &encrypted);
    if (encrypted) {
        diag_error(p->d, place_of(p->file, 0, 0), "archive-encrypted",
                   "save it without a password", "the document is encrypted");
        return BC_EINPUT;
    }
    if (status == BC_OK && archive_has(p->archive, S("meta.xml")))
        status = add_part(p, S("meta.xml"));
    return status == BC_OK ? add_part(p, S("content.xml")) : status;
}

/* ---- epub ---- */

struct package_item {
    struct str id, href;
    bool is_text;
    struct package_item *same; /* the first that has this href */
    bool taken;                /* of that: it is read already */
};
struct package {
    struct arena *a;
    struct str path; /* of the package document */
    struct package_item *items;
    ptrdiff_t item_count, item_capacity;
    struct str *spine; /* ids */
    ptrdiff_t spine_count, spine_capacity;
};

static void on_rootfile(void *user, const struct xml_tag *tag)
{
    struct package *k = user;
    if (!k->path.len && str_eq(tag->local, S("rootfile")))
        k->path = resolve(k->a, S(""), xml_attribute(tag, S("full-path")));
}

static void on_package(void *user, const struct xml_tag *tag)
{
    struct package *k = user;
    if (str_eq(tag->local, S("itemref")))
        *arena_push(k->a, k->spine, k->spine_count, k->spine_capacity) =
            str_copy(k->a, xml_attribute(tag, S("idref")));
    if (!str_eq(tag->local, S("item")))
        return;
    struct str type = xml_attribute(tag, S("media-type"));
    bool contents = str_find(xml_attribute(tag, S("properties")), S("nav")) >= 0;
    *arena_push(k->a, k->items, k->item_count, k->item_capacity) = (struct package_item){
        str_copy(k->a, xml_attribute(tag, S("id"))),
        resolve(k->a, folder_of_member(k->path), xml_attribute(tag, S("href"))),
        !contents &&
            (str_eq(type, S("application/xhtml+xml")) || str_eq(type, S("text/html"))),
        NULL, false};
}

static int compare_items(const void *x, const void *y)
{
    return str_compare(((const struct package_item *)x)->id,
                       ((const struct package_item *)y)->id);
}

static int compare_hrefs(const void *x, const void *y)
{
    const struct package_item *a = *(struct package_item *const *)x,
                              *b = *(struct package_item *const *)y;
    int order = str_compare(a->href, b->href);
    return order ? order : (a > b) - (a < b);
}

/* Items by their ids, and which are of one file: a book says each of its parts once (EPUB 3.3,
 * sections 5.6.2.1 and 5.7.2), or a small one would be as long as somebody likes. */
static void sort_items(struct package *k)
{
    if (!k->item_count)
        return;
    qsort(k->items, (size_t)k->item_count, sizeof *k->items, compare_items);
    struct arena scratch = {0};
    struct package_item **by_href =
        arena_array(&scratch, struct package_item *, k->item_count);
    for (ptrdiff_t i = 0; i < k->item_count; i++)
        by_href[i] = &k->items[i];
    qsort(by_href, (size_t)k->item_count, sizeof *by_href, compare_hrefs);
    for (ptrdiff_t i = 0; i < k->item_count; i++) {
        bool again = i > 0 && str_eq(by_href[i]->href, by_href[i - 1]->href);
        by_href[i]->same = again ? by_href[i - 1]->same : by_href[i];
    }
    arena_clear(&scratch);
}

/* What the reading order names is read once. */
static enum bc_status take_item(struct packer *p, struct package_item *item)
{
    if (!item->is_text || item->same->taken)
        return BC_OK;
    item->same->taken = true;
    return add_part(p, item->href);
}

static enum bc_status pack_epub(const char **kind, struct packer *p)
{
    static const struct xml_handler container = {.start = on_rootfile},
                                    package = {.start = on_package};
    struct package k = {.a = p->a};
    *kind = "epub";
    enum bc_status status = parse_member(p, S("META-INF/container.xml"), &container, &k);
    if (status == BC_OK)
        status = parse_member(p, k.path, &package, &k);
    if (status == BC_OK)
        status = add_part(p, k.path);
    sort_items(&k);
    for (ptrdiff_t i = 0; i < k.spine_count && status == BC_OK && k.item_count; i++) {
        struct package_item key = {.id = k.spine[i]};
        struct package_item *item =
            bsearch(&key, k.items, (size_t)k.item_count, sizeof *k.items, compare_items);
        if (item)
            status = take_item(p, item);
        else
            diag_warning(p->d, place_of(p->file, 0, 0), "archive-incomplete",
                         "fetch or save the file again",
                         "the package document '%.*s' lists no item '%.*s', which its "
                         "reading order names: that part is not read",
                         STR_ARGS(k.path), STR_ARGS(k.spine[i]));
    }
    if (status == BC_OK && p->part_count < 2) {
        diag_error(p->d, place_of(p->file, 0, 0), "archive-incomplete",
                   "fetch or save the file again",
                   "the reading order of the package document '%.*s' names no text",
                   STR_ARGS(k.path));
        status = BC_EINPUT;
    }
    return status;
}

/* ---- which one ---- */

static enum bc_status pack(const char **kind, struct packer *p)
{
    struct str type = {0};
    enum bc_status status = BC_OK;
    if (archive_has(p->archive, S("mimetype")))
        status = archive_read(&type, p->a, p->archive, S("mimetype"), p->d);
    if (status != BC_OK)
        return status;
    if (str_starts(type, S("application/vnd.oasis.opendocument.text")))
        return pack_odt(kind, p);
    if (str_starts(type, S("application/epub+zip")) ||
        archive_has(p->archive, S("META-INF/container.xml")))
        return pack_epub(kind, p);
    return archive_has(p->archive, S("_rels/.rels")) ? pack_docx(kind, p) : BC_OK;
}

enum bc_status container_open(const struct source **out, struct arena *a, struct str name,
                              struct str bytes, struct diag *d)
{
    struct source *file = arena_new(a, struct source);
    *file = *source_make(a, name, S(""));
    file->file = bytes;
    *out = file;
    struct packer p = {.a = a, .file = file, .d = d, .text.arena = a};
    const char *kind = NULL;
    enum bc_status status = archive_open(&p.archive, a, file, d);
    if (status == BC_OK)
        status = pack(&kind, &p);
    archive_close(p.archive);
    if (status == BC_OK && !kind) {
        diag_error(d, place_of(file, 0, 0), "archive-unknown",
                   "unpack it and give its files",
                   "a ZIP archive that is no .docx, .odt or .epub");
        status = BC_EINPUT;
    }
    if (status == BC_OK && !p.text.len) {
        diag_error(d, place_of(file, 0, 0), "archive-incomplete",
                   "fetch or save the file again",
                   "the archive's members hold no text: they are empty");
        status = BC_EINPUT;
    }
    if (status != BC_OK)
        return status;
    *out = source_make_container(a, name, strbuf_str(&p.text), bytes, kind, p.parts,
                                 p.part_count);
    return source_check(*out, d);
}
