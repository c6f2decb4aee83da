#include "base/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum json_kind { JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_TOKEN };

struct json {
    enum json_kind kind;
    struct str key;  /* as a member of an object */
    char *owned_key; /* when the key is not a literal */
    struct str text; /* JSON_STRING: the value; JSON_TOKEN: as printed; in bytes */
    struct json *first, *last, *next; /* members; sibling */
    char bytes[];
};

static struct json *json_new(enum json_kind kind, struct str text)
{
    struct json *j = calloc(1, sizeof *j + (size_t)text.len + 1);
    if (!j)
        out_of_memory();
    j->kind = kind;
    if (text.len)
        memcpy(j->bytes, text.ptr, (size_t)text.len);
    j->text = (struct str){j->bytes, text.len};
    return j;
}

struct json *json_object(void)
{
    return json_new(JSON_OBJECT, S(""));
}
struct json *json_array(void)
{
    return json_new(JSON_ARRAY, S(""));
}

static void json_add(struct json *parent, struct json *value)
{
    assert(!value->next && (parent->kind == JSON_OBJECT || parent->kind == JSON_ARRAY));
    if (parent->last)
        parent->last->next = value;
    else
        parent->first = value;
    parent->last = value;
}

void json_set(struct json *object, const char *key, struct json *value)
{
    assert(object->kind == JSON_OBJECT);
    value->key = str_from(key);
    json_add(object, value);
}

void json_set_key(struct json *object, struct str key, struct json *value)
{
    value->owned_key = malloc((size_t)key.len + 1);
    if (!value->owned_key)
        out_of_memory();
    memcpy(value->owned_key, key.ptr ? key.ptr : "", (size_t)key.len);
    value->owned_key[key.len] = '\0';
    json_set(object, "", value);
    value->key = (struct str){value->owned_key, key.len};
}

void json_set_str(struct json *object, const char *key, struct str value)
{
    json_set(object, key, json_new(JSON_STRING, value));
}

enum { DIGITS_MOST = 24 };

/* value / 10^decimals in digits, which stand at the end of `digits`. */
static struct str print_number(char digits[DIGITS_MOST], int64_t value, int decimals)
{
    assert(decimals >= 0 && decimals < 19);
    int at = DIGITS_MOST, done = 0;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do {
        if (decimals && done == decimals)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (done++ < decimals || rest);
    if (value < 0)
        digits[--at] = '-';
    return (struct str){digits + at, DIGITS_MOST - at};
}

static struct json *json_number(int64_t value, int decimals)
{
    char digits[DIGITS_MOST];
    return json_new(JSON_TOKEN, print_number(digits, value, decimals));
}

void json_set_int(struct json *object, const char *key, int64_t value)
{
    json_set(object, key, json_number(value, 0));
}

void json_set_bool(struct json *object, const char *key, bool value)
{
    json_set(object, key, json_new(JSON_TOKEN, value ? S("true") : S("false")));
}

void json_set_fixed(struct json *object, const char *key, int64_t value, int decimals)
{
    json_set(object, key, json_number(value, decimals));
}

void json_append(struct json *array, struct json *value)
{
    assert(array->kind == JSON_ARRAY);
    json_add(array, value);
}

void json_append_str(struct json *array, struct str value)
{
    json_append(array, json_new(JSON_STRING, value));
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

/* RFC 8259 section 7; bytes that are not UTF-8 (in file names) become U+FFFD. */
static void print_string(struct strbuf *out, struct str s)
{
    strbuf_add_byte(out, '"');
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t plain = at;
        while (plain < s.len && is_plain(s.ptr[plain]))
            plain++;
        strbuf_add(out, str_slice(s, at, plain));
        if ((at = plain) == s.len)
            break;
        int32_t c = utf8_next(s, &at);
        if (c == '"' || c == '\\')
            strbuf_add_byte(out, '\\');
        if (c == '\n')
            strbuf_add(out, S("\\n"));
        else if (c == '\t')
            strbuf_add(out, S("\\t"));
        else if (c < 0x20 || c == 0x7F)
            strbuf_addf(out, "\\u%04x", (unsigned)c);
        else
            strbuf_add_char(out, c);
    }
    strbuf_add_byte(out, '"');
}

static void break_line(struct strbuf *out, bool one_line, int depth)
{
    if (one_line)
        return;
    strbuf_add_byte(out, '\n');
    for (int i = 0; i < depth; i++)
        strbuf_add(out, S("  "));
}

/* As deep as the program nested its own calls. */
static void print_value(struct strbuf *out, const struct json *j, bool one_line,
                        int depth)
{
    if (j->kind == JSON_STRING) {
        print_string(out, j->text);
        return;
    }
    if (j->kind == JSON_TOKEN) {
        strbuf_add(out, j->text);
        return;
    }
    bool object = j->kind == JSON_OBJECT;
    strbuf_add_byte(out, object ? '{' : '[');
    for (const struct json *m = j->first; m; m = m->next) {
        break_line(out, one_line, depth + 1);
        if (object) {
            print_string(out, m->key);
            strbuf_add(out, S(": "));
        }
        print_value(out, m, one_line, depth + 1);
        if (m->next)
            strbuf_add(out, one_line ? S(", ") : S(","));
    }
    if (j->first)
        break_line(out, one_line, depth);
    strbuf_add_byte(out, object ? '}' : ']');
}

struct str json_print(struct arena *a, struct json *value, bool one_line)
{
    struct strbuf out = {.arena = a};
    print_value(&out, value, one_line, 0);
    strbuf_add_byte(&out, '\n');
    json_free(value);
    return strbuf_str(&out);
}

static void write_next(struct json_writer *w, struct str key)
{
    strbuf_add(w->out, w->more ? S(",") : S(""));
    w->more = true;
    if (w->depth)
        break_line(w->out, false, w->depth);
    if (key.ptr) {
        print_string(w->out, key);
        strbuf_add(w->out, S(": "));
    }
}

void json_write_open(struct json_writer *w, struct str key, char bracket)
{
    write_next(w, key);
    strbuf_add_byte(w->out, bracket);
    w->depth++;
    w->more = false;
}

void json_write_close(struct json_writer *w, char bracket)
{
    w->depth--;
    if (w->more)
        break_line(w->out, false, w->depth);
    strbuf_add_byte(w->out, bracket);
    w->more = true;
    if (!w->depth)
        strbuf_add_byte(w->out, '\n');
}

void json_write_str(struct json_writer *w, struct str key, struct str value)
{
    write_next(w, key);
    print_string(w->out, value);
}

void json_write_bool(struct json_writer *w, struct str key, bool value)
{
    write_next(w, key);
    strbuf_add(w->out, value ? S("true") : S("false"));
}

void json_write_int(struct json_writer *w, struct str key, int64_t value)
{
    char digits[DIGITS_MOST];
    write_next(w, key);
    strbuf_add(w->out, print_number(digits, value, 0));
}

void json_free(struct json *value)
{
    if (!value)
        return;
    for (struct json *m = value->first, *next; m; m = next) {
        next = m->next;
        json_free(m);
    }
    free(value->owned_key);
    free(value);
}
