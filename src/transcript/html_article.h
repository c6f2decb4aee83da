/* transcript/html_article.h -- which part of a page saved whole is what somebody came to read.
 *
 * By the roles that HTML has (main, article, nav, aside ...), by general words in class and id, and
 * by where the words are that are no links. No rule knows a particular site.
 */
#ifndef BRIEFCAST_TRANSCRIPT_HTML_ARTICLE_H
#define BRIEFCAST_TRANSCRIPT_HTML_ARTICLE_H

#include "transcript/html_tree.h"

enum {
    HTML_FLAG_UNSEEN = 1, /* on what opens: it is never shown */
    HTML_FLAG_BESIDE = 2, /* on what opens, and on text: navigation and the like */
    HTML_FLAG_GONE = HTML_FLAG_UNSEEN | HTML_FLAG_BESIDE,
    HTML_FLAG_SPEAKER = 4, /* on what opens and closes: it says who speaks */
};

/* Flags the items of `t`. `page`: a whole page, with things around the article. */
void html_article_find(struct html_tree *t, bool page);

#endif
