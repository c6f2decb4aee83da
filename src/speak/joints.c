#include "speak/joints.h"

#include <stddef.h>

static const struct {
    const char *language;
    const char *words[32];
} tables[] = {
    {"en",
     {"and", "but",   "or",       "nor",    "yet",    "so",    "that",    "which",
      "who", "whom",  "whose",    "where",  "when",   "while", "because", "as",
      "if",  "until", "although", "though", "unless", "since", "after",   "before"}},
    {"de",
     {"und", "aber", "oder", "denn", "sondern", "dass", "weil", "wenn", "obwohl",
      "während", "als", "ob", "bis", "damit", "wobei", "nachdem", "bevor"}},
    {"fr",
     {"et", "mais", "ou", "donc", "car", "que", "qui", "dont", "où", "quand", "lorsque",
      "si", "puisque", "parce", "comme", "afin"}},
    {"es",
     {"y", "e", "o", "u", "pero", "sino", "que", "quien", "donde", "cuando", "si",
      "porque", "aunque", "como", "mientras"}},
    {"ru",
     {"и", "а", "но", "или", "что", "чтобы", "который", "которая", "которое", "которые",
      "когда", "если", "потому", "где", "как", "поэтому", "хотя"}},
};

bool joint_at(struct str s, ptrdiff_t at, struct str language)
{
    struct str word, rest, primary = language_primary(language);
    str_cut(str_slice(s, at, s.len), ' ', &word, &rest);
    for (size_t i = 0; rest.len && i < sizeof tables / sizeof *tables; i++) {
        if (!str_eq_ascii_case(primary, str_from(tables[i].language)))
            continue;
        for (const char *const *w = tables[i].words; *w; w++)
            if (str_eq(word, str_from(*w)))
                return true;
    }
    return false;
}
