#include "transcript/tags.h"

#include "transcript/commonmark.h"
#include "transcript/document.h"

enum { TAG_LONGEST = 2000, NAME_LONGEST = 12, ENTITY_LONGEST = 40 };

static const struct {
    const char *name;
    enum html_effect effect;
} tags[] = {
    {"a", HTML_NONE},        {"abbr", HTML_NONE},        {"article", HTML_BREAK},
    {"b", HTML_STRONG},      {"bdi", HTML_NONE},         {"bdo", HTML_NONE},
    {"big", HTML_NONE},      {"blockquote", HTML_BREAK}, {"br", HTML_BREAK},
    {"center", HTML_BREAK},  {"cite", HTML_SPEAKER},     {"code", HTML_NONE},
    {"dd", HTML_BREAK},      {"del", HTML_NONE},         {"dfn", HTML_NONE},
    {"div", HTML_BREAK},     {"dl", HTML_BREAK},         {"dt", HTML_BREAK},
    {"em", HTML_EMPHASIS},   {"figcaption", HTML_BREAK}, {"figure", HTML_BREAK},
    {"font", HTML_NONE},     {"footer", HTML_BREAK},     {"h1", HTML_BREAK},
    {"h2", HTML_BREAK},      {"h3", HTML_BREAK},         {"h4", HTML_BREAK},
    {"h5", HTML_BREAK},      {"h6", HTML_BREAK},         {"header", HTML_BREAK},
    {"hr", HTML_BREAK},      {"i", HTML_EMPHASIS},       {"img", HTML_NONE},
    {"ins", HTML_NONE},      {"kbd", HTML_NONE},         {"li", HTML_BREAK},
    {"main", HTML_BREAK},    {"mark", HTML_NONE},        {"nav", HTML_BREAK},
    {"ol", HTML_BREAK},      {"p", HTML_BREAK},          {"pre", HTML_BREAK},
    {"q", HTML_NONE},        {"s", HTML_NONE},           {"samp", HTML_NONE},
    {"section", HTML_BREAK}, {"small", HTML_NONE},       {"span", HTML_NONE},
    {"strike", HTML_NONE},   {"strong", HTML_STRONG},    {"sub", HTML_NONE},
    {"sup", HTML_NONE},      {"table", HTML_BREAK},      {"tbody", HTML_BREAK},
    {"td", HTML_BREAK},      {"th", HTML_BREAK},         {"thead", HTML_BREAK},
    {"time", HTML_NONE},     {"tr", HTML_BREAK},         {"tt", HTML_NONE},
    {"u", HTML_NONE},        {"ul", HTML_BREAK},         {"var", HTML_NONE},
    {"wbr", HTML_NONE},
};

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Where the attributes end, at the '>' or "/>"; -1 when the tag is not closed properly. */
static ptrdiff_t attributes_end(struct str s, ptrdiff_t at)
{
    char quote = 0;
    for (ptrdiff_t end = at + TAG_LONGEST; at < s.len && at < end; at++) {
        char c = s.ptr[at];
        if (c == '<')
            return -1;
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at;
    }
    return -1;
}

bool html_tag_at(struct html_tag *out, struct str s, ptrdiff_t at)
{
    struct html_tag tag = {0};
    ptrdiff_t name = at + 1;
    if (name < s.len && s.ptr[name] == '/') {
        tag.closing = true;
        name++;
    }
    ptrdiff_t end = name;
    while (end < s.len && end - name < NAME_LONGEST && is_name_byte(s.ptr[end]))
        end++;
    if (end == name || end == s.len)
        return false;
    char after = s.ptr[end];
    if (after != '>' && after != '/' && after != ' ' && after != '\n' && after != '\t')
        return false;
    struct str found = str_slice(s, name, end);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_eq_ascii_case(found, str_from(tags[i].name))) {
            ptrdiff_t close = attributes_end(s, end);
            if (close < 0)
                return false;
            tag.effect = tags[i].effect;
            tag.end = close + 1;
            *out = tag;
            return true;
        }
    return false;
}

bool html_entity_at(struct html_entity *out, struct arena *a, struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    while (end < s.len && end - at < ENTITY_LONGEST &&
           (is_name_byte(s.ptr[end]) || s.ptr[end] == '#'))
        end++;
    if (end - at < 3 || end >= s.len || s.ptr[end] != ';')
        return false;
    struct html_entity entity = {.end = end + 1};
    entity.text = commonmark_entity(a, str_slice(s, at, entity.end));
    for (ptrdiff_t i = 0; i < entity.text.len;)
        entity.unspeakable |= document_is_unspeakable(utf8_next(entity.text, &i));
    *out = entity;
    return entity.text.len > 0;
}
