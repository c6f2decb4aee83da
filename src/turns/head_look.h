/* turns/head_look.h -- what a part of the head looks like: within turns/head.h.
 */
#ifndef BRIEFCAST_TURNS_HEAD_LOOK_H
#define BRIEFCAST_TURNS_HEAD_LOOK_H

#include "transcript/document.h"
#include "turns/dates.h"

enum head_look { LOOK_TITLE, LOOK_DATE, LOOK_FURNITURE, LOOK_METADATA, LOOK_PROSE };

/* By its words only. *reason: why it is not spoken, for LOOK_FURNITURE. In a play the scene is set
 * for the audience: that is prose. */
enum head_look head_look(struct str part, bool play, enum reason *reason);

/* "From: Press Office": does an e-mail's head name its sender? */
bool head_is_sender(struct str part);
/* "Title: The Lamp", "FACT SHEET: New Lamps", in a mail "Subject: The Lamp": where the title itself
 * begins; 0: nowhere. */
ptrdiff_t head_title_begin(struct str part, bool mail);
/* "Participants:", "Speaker key:": a field whose value stands on the lines below. */
bool head_field_opens(struct str part);
/* "Ruth Ellery          4        12": a row of a table of contents or of speakers. */
bool head_is_table_row(struct str part);
/* "Date: 4 June 2023"; not "Draft date:". */
bool head_field_date(struct date *out, struct str part);
/* "Guests: Nadia Osei, tenant": among fields another one, whatever its name is. */
bool head_is_field(struct str part);
/* Could it be the title, of all that look like one? Not "by Somebody"; nor "1. Call to order", unless
 * all are `numbered`. */
bool head_may_be_title(struct str part, bool numbered);
/* "Oral History Interview with": the next line belongs to it. */
bool head_goes_on(struct str part);
/* So many words, up to one more than a title can have. */
int head_words(struct str s);

#endif
