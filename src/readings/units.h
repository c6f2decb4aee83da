/* readings/units.h -- what is measured and paid in, with its names. */
#ifndef BRIEFCAST_READINGS_UNITS_H
#define BRIEFCAST_READINGS_UNITS_H

struct unit {
    const char *sign;       /* as printed; compared to the letter */
    const char *one, *many; /* as spoken */
};

/* English's, as struct speech_tables (readings/language.h) has them; each list ends with an empty
 * entry. */
extern const struct unit english_units[], english_glued_units[], english_currencies[],
    english_hundredths[];

#endif
