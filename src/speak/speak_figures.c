/* Figures, signs and the like as people say them. */
#include "readings/readings.h"
#include "speak/speak_passes.h"

void speak_figures(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    struct str read = in;
    struct day_orders own = {0};
    if (!how->dates)
        day_orders_learn(&own, in);
    read_figures(how->scratch, in, how->language, how->dates ? how->dates : &own, &read,
                 trace);
    strbuf_add(out, read);
}
