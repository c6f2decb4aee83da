#include "voice/worth.h"

enum {
    HINT_WORTH = 20, /* what distance a form of address is worth, */
    ROLE_WORTH = 10, /* that a voice has the role, */
    MADE_WORTH = 5,  /* and that it has no other */
};

bool voice_speaks(const struct profile *p, struct str language)
{
    for (ptrdiff_t i = 0; i < p->language_count; i++)
        if (str_eq(p->languages[i], language))
            return true;
    return false;
}

int voice_worth(const struct profile *p, int distance, unsigned role,
                enum voice_hint hint)
{
    int score = 2 * (distance < VOICES_CLEAR ? distance : VOICES_CLEAR);
    if ((hint == HINT_HIGH && p->reg != REGISTER_HIGH) ||
        (hint == HINT_LOW && p->reg == REGISTER_HIGH))
        score -= 2 * HINT_WORTH;
    if (!(p->roles & role))
        score -= 2 * ROLE_WORTH;
    else if (p->roles != role)
        score -= 2 * MADE_WORTH;
    /* Of somebody who may be anybody, least is wrong with a voice neither high nor low. */
    if (hint == HINT_NONE && (role & ROLE_PRINCIPAL) && p->reg == REGISTER_MIDDLE)
        score++;
    return score;
}
