/* Words that labels are made of, and those that only look like it. */
#include "transcript/vocabulary_lists.h"

/* clang-format off */
const struct word_list vocabulary_labels[] = {
    {WORD_COURTESY, "en", "|mr|mrs|ms|miss|mx|sir|dame|lord|lady|madam|madame|dr|prof|rev|hon|excellency|majesty|highness|"},
    {WORD_COURTESY, "de", "|herr|frau|hr|fr|doktor|"},
    {WORD_COURTESY, "fr", "|mm|mme|mlle|monsieur|madame|mademoiselle|maître|"},
    {WORD_COURTESY, "es", "|sr|sra|srta|señor|señora|señorita|don|doña|"},
    {WORD_COURTESY, "it", "|sig|signor|signora|signore|dott|dottoressa|on|onorevole|avv|"},
    {WORD_COURTESY, "pt", "|sr|sra|sr.ª|srs|dr.ª|senhor|senhora|dona|"},
    {WORD_COURTESY, "nl", "|dhr|mevr|mevrouw|meneer|heer|"},
    {WORD_COURTESY, "sv", "|herr|fru|fröken|"},
    {WORD_COURTESY, "ru", "|господин|госпожа|г-н|г-жа|"},
    {WORD_COURTESY_HE, "und",
     "|mr|sir|lord|herr|hr|dhr|meneer|monsieur|sr|señor|don|sig|signor|signore|senhor|"
     "господин|г-н|"},
    {WORD_COURTESY_SHE, "und",
     "|mrs|ms|miss|dame|lady|madam|madame|frau|fr|fru|fröken|mme|mlle|mademoiselle|sra|srta|"
     "señora|señorita|doña|signora|dottoressa|senhora|sr.ª|dr.ª|dona|mevr|mevrouw|госпожа|г-жа|"},

    {WORD_RANK, "en",
     "|president|vice|prime|minister|secretary|under|undersecretary|assistant|deputy|principal|"
     "acting|senior|chief|foreign|defense|defence|press|state|general|secretary-general|senator|sen|"
     "representative|rep|congressman|congresswoman|chairman|chairwoman|chair|chairperson|"
     "governor|gov|mayor|ambassador|amb|commissioner|director|director-general|attorney|"
     "solicitor|justice|judge|admiral|adm|vice-admiral|colonel|col|lieutenant|lt|captain|capt|"
     "major|maj|sergeant|sgt|corporal|private|commander|cmdr|brigadier|marshal|gen|brig|officer|"
     "professor|doctor|king|queen|prince|princess|father|sister|brother|rabbi|bishop|archbishop|"
     "cardinal|pope|councillor|councilor|councilman|councilwoman|counsel|counselor|delegate|"
     "coach|baroness|baron|viscount|earl|count|countess|premier|chancellor|speaker|leader|"
     "member|high|special|envoy|spokesman|spokeswoman|spokesperson|inspector|superintendent|"
     "sheriff|detective|agent|administrator|controller|comptroller|treasurer|nurse|"
     "reverend|honourable|honorable|right|"},
    {WORD_RANK, "de",
     "|präsident|präsidentin|minister|ministerpräsident|ministerpräsidentin|bundespräsident|"
     "bundespräsidentin|ministerin|bundesminister|bundesministerin|kanzler|"
     "kanzlerin|bundeskanzler|bundeskanzlerin|vizekanzler|staatssekretär|staatssekretärin|"
     "abg|abgeordneter|abgeordnete|sachverständiger|sachverständige|sv|sts|psts|bm|"
     "sprecher|sprecherin|regierungssprecher|regierungssprecherin|general|oberst|hauptmann|"
     "botschafter|botschafterin|direktor|direktorin|professor|professorin|bürgermeister|"
     "bürgermeisterin|oberbürgermeister|abgeordneter|abgeordnete|vorsitzender|vorsitzende|"
     "vorsitzenden|stv|sts|bm|"},
    {WORD_RANK, "fr",
     "|président|présidente|ministre|vice-président|vice-présidente|rapporteur|rapporteure|"
     "chancelier|chancelière|premier|secrétaire|général|générale|ambassadeur|"
     "ambassadrice|directeur|directrice|maire|député|députée|sénateur|sénatrice|porte-parole|"
     "colonel|professeur|"},
    {WORD_RANK, "es",
     "|presidente|presidenta|ministro|vicepresidente|vicepresidenta|gobernador|gobernadora|"
     "ministra|secretario|secretaria|general|embajador|"
     "embajadora|director|directora|alcalde|alcaldesa|diputado|diputada|senador|senadora|"
     "portavoz|vocero|vocera|canciller|coronel|profesor|profesora|doctor|doctora|"},
    {WORD_RANK, "it",
     "|presidente|ministro|ministra|segretario|segretaria|generale|ambasciatore|ambasciatrice|"
     "direttore|direttrice|sindaco|deputato|senatore|senatrice|portavoce|professore|"
     "professoressa|"},
    {WORD_RANK, "pt",
     "|presidente|ministro|ministra|secretário|secretária|general|embaixador|embaixadora|"
     "diretor|diretora|deputado|deputada|senador|senadora|governador|professor|professora|"},
    {WORD_RANK, "nl",
     "|president|minister|premier|staatssecretaris|secretaris|generaal|ambassadeur|directeur|"
     "burgemeester|woordvoerder|voorzitter|"},
    {WORD_RANK, "sv", "|president|statsminister|minister|talman|ordförande|direktör|"},
    {WORD_RANK, "ru",
     "|президент|министр|премьер-министр|председатель|генерал|посол|директор|губернатор|"
     "сенатор|депутат|секретарь|пресс-секретарь|представитель|спикер|профессор|вице-премьер|замминистра|мэр|академик|адмирал|полковник|"},

    {WORD_ROLE, "en",
     "|moderator|facilitator|interviewer|interviewee|host|co-host|cohost|guest|narrator|announcer|"
     "anchor|presenter|operator|coordinator|interpreter|translator|witness|clerk|registrar|"
     "commentator|panelist|panellist|official|staff|staffer|aide|voice|voiceover|caller|"
     "producer|editor|writer|author|chorus|all|both|others|conductor|convenor|convener|emcee|mc|"
     "spokesman|spokeswoman|spokesperson|chairman|chairwoman|chairperson|president|"
     "secretary|speaker|teacher|student|lawyer|plaintiff|defendant|defense|defence|prosecutor|"
     "prosecution|court|bailiff|juror|foreperson|patient|therapist|man|woman|boy|girl|"
     "child|guy|lady|kid|cop|customer|waiter|waitress|cashier|pm|bystander|spk|spkr|"},
    {WORD_ROLE, "de",
     "|moderator|moderatorin|moderation|interviewer|interviewerin|sprecher|sprecherin|erzähler|"
     "erzählerin|dolmetscher|dolmetscherin|zeuge|zeugin|richter|richterin|gast|vorsitz|"
     "vorsitzender|vorsitzende|redner|rednerin|stimme|alle|"},
    {WORD_ROLE, "fr",
     "|modérateur|modératrice|interviewer|animateur|animatrice|interprète|narrateur|narratrice|invité|"
     "invitée|témoin|présentateur|présentatrice|porte-parole|voix|tous|intervieweur|"},
    {WORD_ROLE, "es",
     "|moderador|moderadora|entrevistador|entrevistadora|entrevistado|entrevistada|intérprete|"
     "narrador|narradora|invitado|invitada|presentador|presentadora|portavoz|locutor|"
     "locutora|testigo|voz|todos|orador|oradora|"},
    {WORD_ROLE, "it",
     "|moderatore|moderatrice|intervistatore|intervistatrice|interprete|narratore|narratrice|"
     "ospite|conduttore|conduttrice|portavoce|testimone|voce|tutti|"},
    {WORD_ROLE, "pt",
     "|moderador|moderadora|entrevistador|entrevistadora|intérprete|narrador|narradora|"
     "convidado|convidada|apresentador|apresentadora|porta-voz|testemunha|voz|todos|"},
    {WORD_ROLE, "nl",
     "|moderator|interviewer|tolk|verteller|gast|presentator|presentatrice|voorzitter|"
     "woordvoerder|getuige|stem|allen|"},
    {WORD_ROLE, "sv", "|moderator|programledare|tolk|berättare|gäst|talare|röst|alla|"},
    {WORD_ROLE, "ru",
     "|модератор|ведущий|ведущая|переводчик|переводчица|интервьюер|диктор|гость|свидетель|голос|все|"
     "председательствующий|докладчик|"},
    {WORD_ROLE, "zh", "|主持人|发言人|翻译|"},

    {WORD_ANONYMOUS, "en",
     "|an hon. member|an hon. senator|some hon. members|some hon. senators|hon. members|"
     "hon. senators|an honourable member|honourable members|noble lords|a noble lord|"
     "q|question|questions|questioner|journalist|journalists|reporter|reporters|press|media|"
     "correspondent|audience|participant|attendee|delegate|unidentified|unknown|inaudible|"
     "crowd|floor|"},
    {WORD_ANONYMOUS, "de",
     "|frage|zusatzfrage|zwischenfrage|nachfrage|zuruf|fragesteller|fragestellerin|journalist|"
     "journalistin|reporter|reporterin|publikum|teilnehmer|teilnehmerin|zuschauer|"},
    {WORD_ANONYMOUS, "fr",
     "|question|journaliste|journalistes|public|participant|participante|la salle|"},
    {WORD_ANONYMOUS, "es",
     "|p|pregunta|periodista|periodistas|reportero|reportera|público|participante|"},
    {WORD_ANONYMOUS, "it", "|domanda|giornalista|giornalisti|pubblico|partecipante|"},
    {WORD_ANONYMOUS, "pt", "|pergunta|jornalista|jornalistas|repórter|público|participante|"},
    {WORD_ANONYMOUS, "nl", "|vraag|journalist|verslaggever|publiek|deelnemer|"},
    {WORD_ANONYMOUS, "sv", "|fråga|journalist|reporter|publiken|"},
    {WORD_ANONYMOUS, "pl", "|pytanie|dziennikarz|dziennikarka|"},
    {WORD_ANONYMOUS, "ru",
     "|вопрос|журналист|журналистка|корреспондент|корреспондентка|корр|кор|репортёр|слушатель|реплика|"
     "участник|участница|из зала|"},
    {WORD_ANONYMOUS, "kk", "|сұрақ|журналист|тілші|тілшілер|қатысушы|залдан|"},
    {WORD_ANONYMOUS, "zh", "|问|记者|记者问|提问|"},
    {WORD_QUESTION, "und",
     "|q|p|question|questions|frage|zusatzfrage|zwischenfrage|nachfrage|pregunta|domanda|"
     "pergunta|vraag|fråga|pytanie|вопрос|сұрақ|问|提问|"},
    {WORD_ANSWER, "und",
     "|a|r|answer|antwort|réponse|respuesta|risposta|resposta|antwoord|svar|odpowiedź|ответ|жауап|答|"},
    {WORD_MODIFIER, "en",
     "|unidentified|unknown|male|female|man|woman|first|second|third|fourth|another|senior|"
     "the|a|an|young|old|off-camera|offscreen|student|foreign|local|background|"
     "administration|department|white|house|embassy|government|state|"},

    {WORD_ARTICLE, "und", "|the|his|her|le|la|les|el|los|las|o|a|os|as|il|lo|gli|der|die|das|de|het|"},
    {WORD_PARTICLE, "und",
     "|de|del|della|di|da|dos|du|des|la|le|los|las|van|von|vom|ter|ten|al|el|bin|ibn|ben|af|av|"
     "d'|l'|"},
    {WORD_JOINER, "und", "|zu|zum|zur|der|den|das|do|y|e|i|und|and|et|of|the|for|on|to|in|at|from|via|with|by|through|&|für|aus|im|vom|из|от|с|по|"},
    {WORD_SUFFIX, "und",
     "|jr|sr|ii|iii|iv|mp|mep|phd|md|esq|qc|kc|cbe|obe|ph.d|m.d|usn|usa|"},

    {WORD_METADATA, "en",
     "|date|dates|time|times|place|location|venue|subject|subjects|topic|topics|re|from|to|cc|"
     "source|sources|note|notes|draft date|title|author|authors|by|guests|speakers|panelists|"
     "panellists|moderators|hosts|participants|persons|people|persons of the dialogue|dramatis personae|"
     "characters|cast|present|appearances|attendees|apologies|agenda|scene|setting|transcript|"
     "transcribed by|transcription|transcriber|translation|translated by|duration|length|"
     "recorded|published|updated|last updated|posted|released|release|contact|contacts|phone|"
     "telephone|tel|fax|mobile|e-mail|email|mail|website|web|web site|url|link|links|tags|tag|"
     "keywords|category|categories|summary|abstract|background|introduction|conclusion|"
     "warning|caution|important|disclaimer|copyright|photo|photos|image|images|caption|video|"
     "audio|figure|fig|table|chart|page|pages|part|chapter|section|session|episode|season|act|"
     "appendix|annex|attachment|attachments|ps|p.s|nb|n.b|example|examples|correction|"
     "corrections|clarification|editor's note|editor’s note|editors' note|update|status|action|"
     "actions|action item|action items|decision|decisions|deadline|owner|result|results|step|"
     "steps|tip|tips|ingredients|method|e&oe|advisory|embargo|embargoed until|for immediate release|"
     "for release|word count|reading time|share|follow us|read more|related|see also|"
     "references|reference|fact sheet|fact|facts|background information|key line|format|"
     "language|languages|version|draft|file|no|number|ref|address|hours|opening hours|price|cost|"
     "total|motion|motions|vote|votes|ayes|noes|resolved|resolution|objective|objectives|goal|"
     "goals|purpose|scope|requirements|overview|highlights|key points|key takeaways|takeaways|"
     "next steps|pros|cons|problem|solution|advantages|disadvantages|speaker key|key|legend|"
     "name|names|position|occupation|age|role|roles|day|week|month|year|monday|tuesday|wednesday|"
     "thursday|friday|saturday|sunday|item|items|point|points|issue|issues|option|options|"
     "type|size|color|colour|weight|height|temperature|weather|forecast|today|tomorrow|"},
    {WORD_METADATA, "de",
     "|datum|zeit|uhrzeit|beginn|schluss|ende|ort|thema|themen|betreff|von|an|quelle|quellen|hinweis|anmerkung|titel|"
     "autor|gäste|teilnehmer|anwesend|entschuldigt|tagesordnung|szene|ort der handlung|"
     "personen|dauer|aufgezeichnet|veröffentlicht|stand|kontakt|telefon|fax|link|links|"
     "schlagwörter|zusammenfassung|einleitung|warnung|achtung|foto|bild|abbildung|tabelle|seite|"
     "kapitel|abschnitt|folge|anlage|beispiel|korrektur|ergebnis|beschluss|aufgabe|termin|status|"
     "zutaten|zubereitung|moderatoren|redaktion|"},
    {WORD_METADATA, "fr",
     "|date|heure|lieu|objet|sujet|sujets|de|à|source|sources|note|titre|auteur|invités|"
     "participants|présents|excusés|ordre du jour|scène|personnages|durée|publié|contact|"
     "téléphone|lien|liens|résumé|introduction|attention|photo|image|tableau|page|chapitre|"
     "exemple|résultat|décision|"},
    {WORD_METADATA, "es",
     "|fecha|hora|lugar|asunto|tema|temas|de|para|fuente|fuentes|nota|título|autor|invitados|"
     "participantes|asistentes|orden del día|escena|personajes|duración|publicado|contacto|"
     "teléfono|enlace|resumen|introducción|atención|foto|imagen|tabla|página|capítulo|ejemplo|"},
    {WORD_METADATA, "it",
     "|data|ora|luogo|oggetto|tema|temi|fonte|nota|titolo|autore|ospiti|partecipanti|presenti|"
     "ordine del giorno|scena|personaggi|durata|contatto|telefono|link|riassunto|foto|pagina|"},
    {WORD_METADATA, "pt",
     "|data|hora|local|assunto|tema|temas|fonte|nota|título|autor|convidados|participantes|"
     "cena|personagens|duração|contato|telefone|resumo|foto|página|"},
    {WORD_METADATA, "nl",
     "|datum|tijd|plaats|onderwerp|bron|noot|titel|auteur|gasten|deelnemers|aanwezig|agenda|"
     "contact|telefoon|samenvatting|foto|pagina|"},
    {WORD_METADATA, "ru",
     "|дата|время|место|тема|темы|источник|примечание|автор|гости|участники|присутствовали|"
     "повестка дня|действующие лица|контакты|телефон|ссылка|дата публикации|опубликовано|"
     "ссылка на материал|опубликован в разделах|фото|страница|глава|"},
    {0, NULL, NULL},
};
/* clang-format on */
