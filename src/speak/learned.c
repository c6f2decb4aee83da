#include "speak/learned.h"

void learned_add(struct learned *l, struct str text)
{
    acronyms_learn(&l->acronyms, text);
    day_orders_learn(&l->dates, text);
}

void learned_settle(struct learned *l)
{
    acronyms_settle(&l->acronyms);
}
