#include "publish/chapters.h"

#include "base/json.h"

struct str chapters_json(struct arena *a, const struct timeline *t)
{
    struct json *list = json_array();
    for (ptrdiff_t i = 0; i < t->chapter_count; i++) {
        const struct timeline_chapter *c = &t->chapters[i];
        struct json *chapter = json_object();
        json_set_fixed(chapter, "startTime", c->start / (TIMELINE_HZ / 1000), 3);
        json_set_fixed(chapter, "endTime", c->end / (TIMELINE_HZ / 1000), 3);
        json_set_str(chapter, "title", c->title);
        json_append(list, chapter);
    }
    struct json *root = json_object();
    json_set_str(root, "version", S("1.2.0"));
    if (t->script->title.len)
        json_set_str(root, "title", t->script->title);
    json_set(root, "chapters", list);
    return json_print(a, root, false);
}
