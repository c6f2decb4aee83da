#include "transcript/vocabulary.h"

#include <string.h>

/* Each list is one string with a bar before, between and behind its words, so that a word is found
 * with its bars by one search. Lower case; dots that end an abbreviation are left out. */
struct word_list {
    enum word_class class;
    const char *language; /* BCP 47; "und": any */
    const char *words;
};

/* clang-format off */
static const struct word_list lists[] = {
    {WORD_COURTESY, "en", "|mr|mrs|ms|miss|mx|sir|dame|lord|lady|madam|madame|dr|prof|rev|hon|"},
    {WORD_COURTESY, "de", "|herr|frau|hr|fr|doktor|"},
    {WORD_COURTESY, "fr", "|mm|mme|mlle|monsieur|madame|mademoiselle|maître|"},
    {WORD_COURTESY, "es", "|sr|sra|srta|señor|señora|señorita|don|doña|"},
    {WORD_COURTESY, "it", "|sig|signor|signora|signore|dott|dottoressa|on|onorevole|avv|"},
    {WORD_COURTESY, "pt", "|sr|sra|senhor|senhora|dona|"},
    {WORD_COURTESY, "nl", "|dhr|mevr|mevrouw|meneer|heer|"},
    {WORD_COURTESY, "sv", "|herr|fru|fröken|"},
    {WORD_COURTESY, "ru", "|господин|госпожа|г-н|г-жа|"},
    {WORD_COURTESY_HE, "und",
     "|mr|sir|lord|herr|hr|dhr|meneer|monsieur|sr|señor|don|sig|signor|signore|senhor|"
     "господин|г-н|"},
    {WORD_COURTESY_SHE, "und",
     "|mrs|ms|miss|dame|lady|madam|madame|frau|fr|fru|fröken|mme|mlle|mademoiselle|sra|srta|"
     "señora|señorita|doña|signora|dottoressa|senhora|dona|mevr|mevrouw|госпожа|г-жа|"},

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
     "child|pm|bystander|"},
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
     "|q|question|questions|questioner|journalist|journalists|reporter|reporters|press|media|"
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
     "|вопрос|журналист|журналистка|корреспондент|корреспондентка|репортёр|слушатель|реплика|"
     "участник|участница|из зала|"},
    {WORD_ANONYMOUS, "zh", "|问|记者|记者问|提问|"},
    {WORD_QUESTION, "und",
     "|q|p|question|questions|frage|zusatzfrage|zwischenfrage|nachfrage|pregunta|domanda|"
     "pergunta|vraag|fråga|pytanie|вопрос|问|提问|"},
    {WORD_ANSWER, "und",
     "|a|r|answer|antwort|réponse|respuesta|risposta|resposta|antwoord|svar|odpowiedź|ответ|答|"},
    {WORD_MODIFIER, "en",
     "|unidentified|unknown|male|female|man|woman|first|second|third|fourth|another|senior|"
     "the|a|an|young|old|off-camera|offscreen|student|foreign|local|background|"
     "administration|department|white|house|embassy|government|state|"},

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
     "characters|cast|present|attendees|apologies|agenda|scene|setting|transcript|"
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
     "|datum|zeit|uhrzeit|ort|thema|themen|betreff|von|an|quelle|quellen|hinweis|anmerkung|titel|"
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

    {WORD_FUNCTION, "en",
     "|so|my|the|this|that|these|those|it|its|it's|it’s|he|she|we|you|i|i'm|i’m|they|their|his|her|"
     "our|your|and|but|or|if|when|while|as|because|for|in|on|at|by|from|to|with|about|here|here's|"
     "here’s|there|what|why|how|who|where|which|one|two|three|four|five|six|seven|eight|nine|ten|"
     "first|second|third|firstly|secondly|thirdly|finally|lastly|then|now|also|however|again|"
     "well|yes|no|next|let|let's|let’s|please|thank|thanks|all|some|many|most|each|every|after|"
     "before|since|until|not|just|only|is|are|was|were|does|did|has|have|had|"
     "should|must|remember|look|see|listen|okay|ok|right|sure|oh|plus|"
     "according|following|regarding|say|says|said|a|an|new|other|another|same|such|"},
    {WORD_FUNCTION, "de",
     "|der|die|das|ein|eine|mein|meine|unser|unsere|ich|wir|sie|er|es|und|aber|oder|wenn|weil|in|"
     "im|am|auf|mit|zu|hier|dort|was|warum|wie|wer|wo|erstens|zweitens|drittens|dann|jetzt|auch|"
     "ja|nein|nun|also|danke|bitte|zum|zur|noch|dazu|"},
    {WORD_FUNCTION, "fr",
     "|le|la|les|un|une|des|mon|ma|notre|je|nous|vous|il|elle|et|mais|ou|si|quand|dans|en|sur|"
     "avec|ici|là|que|quoi|pourquoi|comment|qui|où|premièrement|deuxièmement|puis|maintenant|"
     "aussi|oui|non|alors|merci|enfin|"},
    {WORD_FUNCTION, "es",
     "|el|la|los|las|un|una|mi|nuestro|nuestra|yo|nosotros|ustedes|él|ella|y|pero|o|si|cuando|"
     "en|con|aquí|allí|qué|por|cómo|quién|dónde|primero|segundo|luego|ahora|también|sí|no|"
     "entonces|gracias|"},
    {WORD_FUNCTION, "it",
     "|il|lo|la|i|gli|le|un|una|mio|mia|nostro|io|noi|voi|lui|lei|e|ma|o|se|quando|in|con|qui|"
     "che|perché|come|chi|dove|primo|secondo|poi|ora|anche|sì|no|allora|grazie|"},
    {WORD_FUNCTION, "pt",
     "|o|a|os|as|um|uma|meu|minha|nosso|nossa|eu|nós|vocês|ele|ela|e|mas|ou|se|quando|em|com|"
     "aqui|que|por|como|quem|onde|primeiro|segundo|depois|agora|também|sim|não|então|obrigado|"},
    {WORD_FUNCTION, "nl",
     "|de|het|een|mijn|onze|ik|wij|we|u|jij|hij|zij|en|maar|of|als|wanneer|in|met|hier|daar|wat|"
     "waarom|hoe|wie|waar|ten|dan|nu|ook|ja|nee|dus|dank|"},
    {WORD_FUNCTION, "ru",
     "|я|мы|вы|он|она|они|это|мой|наш|и|но|или|если|когда|потому|в|на|с|у|здесь|там|что|почему|"
     "как|кто|где|во-первых|во-вторых|потом|теперь|тоже|да|нет|так|спасибо|то|"},

    {WORD_FIRST_PERSON, "en", "|i|i'm|i’m|i've|i’ve|i'll|i’ll|i'd|i’d|we|we're|we’re|we've|we’ve|"
                              "we'll|we’ll|we'd|we’d|my|our|us|me|mine|ours|let's|let’s|"},
    {WORD_FIRST_PERSON, "de", "|ich|wir|mein|meine|meinen|meiner|unser|unsere|unseren|unserer|uns|"
                              "mich|mir|"},
    {WORD_FIRST_PERSON, "fr", "|je|j'ai|j’ai|nous|mon|ma|mes|notre|nos|moi|"},
    {WORD_FIRST_PERSON, "es", "|yo|nosotros|nosotras|mi|mis|nuestro|nuestra|nuestros|nuestras|nos|"
                              "hemos|estamos|vamos|creo|"},
    {WORD_FIRST_PERSON, "it", "|io|noi|mio|mia|nostro|nostra|nostri|ci|abbiamo|siamo|credo|"},
    {WORD_FIRST_PERSON, "pt", "|eu|nós|meu|minha|nosso|nossa|nossos|temos|estamos|vamos|"},
    {WORD_FIRST_PERSON, "nl", "|ik|wij|we|mijn|ons|onze|mij|"},
    {WORD_FIRST_PERSON, "sv", "|jag|vi|min|mitt|vår|vårt|våra|oss|mig|"},
    {WORD_FIRST_PERSON, "ru",
     "|я|мы|мой|моя|мои|наш|наша|наше|наши|нашей|нас|нам|меня|мне|нами|"},
    {WORD_SECOND_PERSON, "en", "|you|your|you're|you’re|you've|you’ve|yours|yeah|okay|well|"
                               "thanks|thank|yes|no|hi|hello|"},
    {WORD_SECOND_PERSON, "de", "|sie|ihr|ihre|ihnen|ihren|danke|ja|nein|"},
    {WORD_SECOND_PERSON, "fr", "|vous|votre|vos|merci|oui|non|bonjour|"},
    {WORD_SECOND_PERSON, "es", "|usted|ustedes|su|sus|gracias|sí|no|"},
    {WORD_SECOND_PERSON, "it", "|lei|voi|vostro|grazie|sì|no|"},
    {WORD_SECOND_PERSON, "pt", "|você|vocês|senhor|obrigado|obrigada|sim|não|"},
    {WORD_SECOND_PERSON, "nl", "|u|uw|jij|jullie|dank|ja|nee|"},
    {WORD_SECOND_PERSON, "ru", "|вы|вас|вам|ваш|ваша|ваши|спасибо|да|нет|"},

    {WORD_GREETING, "en",
     "|ladies and gentlemen|good morning|good afternoon|good evening|good day|hello|hi|"
     "welcome|dear colleagues|colleagues|dear friends|friends|distinguished|your excellency|"
     "excellencies|thank you|thanks|mr president|mr. president|mr chairman|mr. chairman|"
     "madam president|members of the|"},
    {WORD_GREETING, "de",
     "|meine damen und herren|sehr geehrte|liebe|guten morgen|guten tag|guten abend|"
     "herzlich willkommen|vielen dank|"},
    {WORD_GREETING, "fr", "|mesdames|messieurs|bonjour|bonsoir|chers|monsieur le|madame la|merci|"},
    {WORD_GREETING, "es", "|señoras y señores|buenos días|buenas tardes|buenas noches|"
                          "estimados|queridos|muchas gracias|"},
    {WORD_GREETING, "it", "|signore e signori|buongiorno|buonasera|cari|gentili|grazie|"},
    {WORD_GREETING, "pt", "|senhoras e senhores|bom dia|boa tarde|boa noite|caros|obrigado|"},
    {WORD_GREETING, "nl", "|dames en heren|goedemorgen|goedemiddag|goedenavond|beste|geachte|"},
    {WORD_GREETING, "ru", "|уважаемые|дамы и господа|добрый день|доброе утро|добрый вечер|"
                          "здравствуйте|коллеги|спасибо|"},

    {WORD_OCCASION, "en",
     "|remarks|remark|transcript|conference|briefing|interview|statement|statements|"
     "answers|questions|speech|address|talks|comments|press|news|gaggle|hearing|call|meeting|"
     "discussion|conversation|testimony|lecture|keynote|opening|"},
    {WORD_OCCASION, "de",
     "|pressekonferenz|rede|interview|mitschrift|wortlaut|erklärung|statement|gespräch|"
     "ansprache|unterrichtung|regierungspressekonferenz|anhörung|fragen|antworten|"},
    {WORD_OCCASION, "fr", "|conférence|discours|entretien|déclaration|allocution|point|"
                          "interview|transcription|propos|réponses|questions|"},
    {WORD_OCCASION, "es", "|conferencia|discurso|entrevista|declaración|declaraciones|rueda|"
                          "comparecencia|intervención|transcripción|palabras|respuestas|"},
    {WORD_OCCASION, "it", "|conferenza|discorso|intervista|dichiarazione|dichiarazioni|"
                          "intervento|trascrizione|risposte|"},
    {WORD_OCCASION, "pt", "|conferência|discurso|entrevista|coletiva|declaração|pronunciamento|"
                          "transcrição|respostas|"},
    {WORD_OCCASION, "nl", "|persconferentie|toespraak|interview|verklaring|gesprek|"},
    {WORD_OCCASION, "ru",
     "|выступление|пресс-конференция|пресс-конференции|интервью|ответы|вопросы|заявление|"
     "брифинг|брифинга|стенограмма|встреча|беседа|"},
    {WORD_BY, "und", "|by|with|from|von|mit|par|avec|por|con|di|da|door|av|"},
    {WORD_WITH, "und", "|with|mit|avec|con|"},

    {WORD_DIRECTION, "en",
     "|laughter|laughs|laugh|laughing|laughingly|chuckles|chuckle|chuckling|giggles|applause|"
     "applauding|clapping|cheers|cheering|boos|booing|inaudible|unintelligible|indiscernible|"
     "crosstalk|cross-talk|overtalk|overlapping|music|pause|pauses|silence|sighs|sigh|coughs|"
     "coughing|cough|gasps|crying|sobs|sobbing|whispers|whispering|shouting|shouts|groans|"
     "off-mic|off-mike|off-microphone|off-camera|microphone|mic|recess|presiding|"
     "ph|phonetic|sic|break|translated|interpreted|foreign|beep|ringing|noise|static|"
     "bleep|bleeped|inaud|unclear|nods|smiles|smiling|gestures|singing|sings|"
     "feedback|chatter|murmurs|murmuring|interruption|disturbance|intermission|"},
    {WORD_DIRECTION, "de",
     "|gelächter|lachen|lacht|heiterkeit|beifall|applaus|unverständlich|zwischenruf|"
     "zwischenrufe|musik|pause|schweigen|räuspert|hustet|seufzt|zuruf|zurufe|unterbrechung|"
     "raunen|gemurmel|murren|"},
    {WORD_DIRECTION, "fr",
     "|rires|rire|rit|applaudissements|inaudible|incompréhensible|musique|pause|silence|"
     "sourires|interruption|"},
    {WORD_DIRECTION, "es",
     "|risas|ríe|aplausos|inaudible|ininteligible|música|pausa|silencio|interrupción|"},
    {WORD_DIRECTION, "it",
     "|risate|ride|applausi|incomprensibile|inudibile|musica|pausa|silenzio|"},
    {WORD_DIRECTION, "pt",
     "|risos|ri|aplausos|palmas|inaudível|incompreensível|música|pausa|silêncio|"},
    {WORD_DIRECTION, "nl", "|gelach|lacht|applaus|onverstaanbaar|muziek|pauze|stilte|"},
    {WORD_DIRECTION, "sv", "|skratt|skrattar|applåder|ohörbart|musik|paus|"},
    {WORD_DIRECTION, "ru",
     "|смех|смеётся|смеется|аплодисменты|неразборчиво|музыка|пауза|молчание|оживление|"
     "шум|кашляет|вздыхает|"},
    {WORD_DIRECTION_BESIDE, "en",
     "|loud|soft|long|brief|short|light|general|scattered|more|and|with|in|from|of|audience|"
     "crowd|room|off|on|over|background|no|audio|sound|response|audible|playing|plays|begins|"
     "ends|starts|stops|fades|theme|intro|outro|continues|sustained|standing|ovation|nervous|"
     "multiple|speakers|voices|word|words|language|lunch|coffee|tea|short|simultaneous|"
     "conversation|speech|phone|door|video|cut|out|up|heartily|briefly|his|her|head|throat|"
     "then|question|answer|name|passage|technical|laughter|line|microphone|"},
    {WORD_DIRECTION_BESIDE, "de",
     "|lautes|leises|lauter|langer|anhaltender|allgemeine|und|im|saal|bei|der|des|von|"
     "abgeordneten|kurze|lange|sich|lebhafter|starker|"},
    {WORD_DIRECTION_BESIDE, "fr", "|dans|la|salle|et|longs|vifs|brève|"},
    {WORD_DIRECTION_BESIDE, "es", "|y|en|la|sala|grandes|breve|larga|"},
    {WORD_DIRECTION_BESIDE, "it", "|e|in|sala|breve|"},
    {WORD_DIRECTION_BESIDE, "ru", "|в|зале|и|общий|бурные|продолжительные|"},
    {WORD_DIRECTION_START, "en",
     "|speaks in|speaking in|speaks|speaking|in foreign language|through interpreter|"
     "through an interpreter|through translator|through a translator|via interpreter|"
     "via translator|via telephone|via video|begin video|end video|begin audio|end audio|"
     "video clip|video presentation|audio clip|commercial break|station break|short break|"
     "break taken|a break was taken|a recess was taken|a short recess was taken|recess taken|"
     "whereupon|off the record|on camera|voice over|voice-over|voiceover|clears throat|"
     "clears his throat|clears her throat|as delivered|as prepared|referring to|pointing to|"
     "points to|gestures to|looks at|looking at|turns to|turning to|holds up|shows|shaking head|"
     "shakes head|nodding|technical difficulties|audio gap|audio break|recording begins|"
     "recording ends|end of recording|end of transcript|meeting adjourned|the meeting rose|"
     "the meeting was adjourned|the hearing was adjourned|no response|no audible response|"
     "the prepared statement of|prepared statement of|the written statement of|"
     "the information follows|the information referred to|the following information was|"
     "moment of silence|a moment of silence|standing ovation|speaks off mic|raises hand|"},
    {WORD_DIRECTION_START, "de",
     "|spricht|auf englisch|auf deutsch|auf französisch|in englischer sprache|beifall bei|"
     "zuruf von|zurufe von|heiterkeit bei|einspielung|ende der|beginn der|"},
    {WORD_DIRECTION_START, "fr", "|parle en|en anglais|en français|s'exprime en|"},
    {WORD_DIRECTION_START, "es", "|habla en|en inglés|en español|"},
    {WORD_DIRECTION_START, "ru", "|говорит по|по-английски|обращаясь к|"},
    {WORD_DIRECTION_START, "en",
     "|through translation|via translation|as translated|as interpreted|in translation|"
     "continues in|continuing in|speaks through|witness sworn|witness complies|witness nods|"
     "witness reviews|witness reviewing|discussion off|discussion held|bench conference|"
     "the briefing was concluded|the briefing concluded|the briefing ended|"
     "the press conference ended|the press conference concluded|the interview ended|"
     "the interview concluded|the hearing was concluded|the meeting ended|"
     "sidebar|luncheon recess|lunch recess|proceedings|jury enters|jury exits|pause in|"
     "the proceedings|end of excerpt|start of recording|the session|the session ended|"
     "the conference call|gavel|"},
    {WORD_DIRECTION_START, "ru",
     "|через переводчика|перевод с|в переводе|по-русски|по-немецки|по-французски|"},
    {WORD_DIRECTION_START, "de", "|über dolmetscher|übersetzung aus|simultanübersetzung|"},
    {WORD_DIRECTION_START, "fr", "|traduit de|par l'interprète|via l'interprète|"},
    {WORD_DIRECTION_START, "es", "|traducido del|a través de intérprete|por intérprete|"},
    {WORD_REACTION, "de",
     "|beifall|heiterkeit|zuruf|zurufe|gegenruf|widerspruch|lachen|unruhe|zwischenruf|glocke|"
     "anhaltender beifall|lebhafter beifall|"},
    {WORD_REACTION, "fr",
     "|applaudissements|rires|exclamations|mouvements|protestations|sourires|interruptions|"
     "vifs applaudissements|murmures|"},
    {WORD_REACTION, "es",
     "|aplausos|risas|rumores|murmullos|protestas|fuertes aplausos|"},
    {WORD_REACTION, "it", "|applausi|risate|commenti|"},
    {WORD_REACTION, "pt", "|aplausos|risos|palmas|"},
    {WORD_REACTION, "ru",
     "|смех|аплодисменты|оживление|шум|бурные аплодисменты|продолжительные аплодисменты|"},
    {WORD_SOUND, "en",
     "|horn|horns|bell|bells|siren|sirens|whistle|whistles|thunder|gunshot|gunshots|gunfire|"
     "alarm|knock|knocks|knocking|telephone|phone|rings|barks|barking|footsteps|drums|"
     "drumming|trumpet|trumpets|engine|explosion|birdsong|buzzer|gong|fanfare|anthem|"
     "chimes|clatter|crash|thud|slams|creaks|squeak|hum|humming|tone|sound|sounds|noise|"
     "rattle|roar|hiss|squeals|screech|bang|splash|waves|wind|rain|"},
    {WORD_SOUND, "de",
     "|hupe|glocke|glocken|sirene|sirenen|pfeife|donner|schuss|schüsse|alarm|klopfen|telefon|"
     "klingelt|klingeln|schritte|trommeln|motor|knall|nebelhorn|lärm|"},
    {WORD_SOUND, "fr",
     "|klaxon|cloche|cloches|sirène|sirènes|sifflet|tonnerre|alarme|sonnerie|téléphone|sonne|"
     "pas|tambours|moteur|explosion|bruit|corne|"},
    {WORD_SOUND, "es",
     "|bocina|campana|campanas|sirena|sirenas|silbato|trueno|alarma|timbre|teléfono|suena|"
     "pasos|tambores|motor|explosión|ruido|"},
    {WORD_SOUND, "ru",
     "|гудок|звонок|колокол|колокола|сирена|свисток|гром|выстрел|выстрелы|стук|телефон|звонит|"
     "шаги|барабаны|взрыв|"},
    {WORD_AUXILIARY, "und",
     "|is|was|are|were|be|been|will|would|has|have|had|can|could|should|did|does|not|"
     "ist|war|sind|waren|wird|hat|hatte|nicht|est|était|sont|sera|pas|es|era|son|fue|no|"
     "был|была|было|были|будет|не|"},
    {WORD_NOTE, "en",
     "|this is a rush transcript|rush transcript|this transcript is|this transcript was|"
     "this transcript has been|this transcript may|this copy may|the following is the output|"
     "transcript provided by|transcript by|transcribed by|transcription by|edited by|"
     "to order a|check against delivery|unofficial transcript|unedited transcript|"
     "an official website|you are subscribed|you have received this|this email was sent|"
     "this message was sent|view this email|view in browser|manage your subscriptions|"
     "manage preferences|printed for the use of|available on the world wide web|"
     "available via the world wide web|for sale by the|jump to|skip to|click here|"
     "editor's note|editor’s note|editors' note|note: the following|"
     "historical collection|this content is|transcribe your own|try our|"},
    {WORD_NOTE, "de",
     "|es gilt das gesprochene wort|unkorrigiertes protokoll|diese mitschrift|"
     "zum inhalt springen|zur navigation|"},
    {WORD_NOTE, "fr", "|seul le prononcé fait foi|aller au contenu|"},
    {WORD_NOTE, "es", "|versión estenográfica|saltar al contenido|transcripción realizada por|"},
    {WORD_NOTE, "ru", "|перейти к|расшифровка подготовлена|"},
    {WORD_FOOT, "en",
     "|advanced settings|share|print|print this page|download|download pdf|subscribe|"
     "unsubscribe|media contacts|media contact|press contacts|press contact|contact us|tweet|"
     "email this|email|comments|related|related topics|related documents|more news|next|"
     "previous|home|menu|search|close|top|listen|watch|sign up|log in|sign in|"},
    {WORD_FOOT, "de", "|teilen|drucken|herunterladen|startseite|menü|suche|kontakt|nach oben|"},
    {WORD_FOOT, "fr", "|partager|imprimer|télécharger|accueil|recherche|contact presse|"},
    {WORD_FOOT, "es", "|compartir|imprimir|descargar|inicio|buscar|contacto de prensa|"},
    {WORD_FOOT, "ru", "|распечатать|скачать|расширенный поиск|дополнительные настройки|"},
    {WORD_LANGUAGE, "und",
     "|english|français|french|deutsch|german|español|spanish|italiano|italian|português|"
     "portuguese|русский|russian|українська|ukrainian|العربية|عربي|arabic|中文|chinese|"
     "简体中文|繁體中文|日本語|japanese|polski|türkçe|nederlands|svenska|"},
    {WORD_INAUDIBLE, "und",
     "|inaudible|unintelligible|indiscernible|unverständlich|incompréhensible|ininteligible|"
     "incomprensibile|inaudível|onverstaanbaar|ohörbart|неразборчиво|"},
    {WORD_END_MARK, "und",
     "|end|ends|the end|end of transcript|end transcript|end of interview|end of recording|"
     "transcript ends|ende|fin|fim|einde|конец|-30-|- 30 -|"},
    {WORD_PAGE, "und", "|page|p|pg|seite|página|pagina|pág|страница|стр|sida|strona|"},
    {WORD_SEE_ALSO, "und",
     "|see also|related articles|related links|related content|related stories|share this|"
     "share on|follow us on|read more|back to top|print this|printer friendly|"
     "all rights reserved|terms of use|privacy policy|siehe auch|verwandte artikel|"
     "voir aussi|à lire aussi|véase también|vedi anche|veja também|zie ook|смотрите также|"
     "читайте также|текстовая версия|поделиться|"},
};
/* clang-format on */

static ptrdiff_t find_word(const char *words, struct str word)
{
    const char *end = words + strlen(words);
    for (const char *at = words; at < end;) {
        at = memmem(at, (size_t)(end - at), word.ptr, (size_t)word.len);
        if (!at)
            return -1;
        if (at[-1] == '|' && at[word.len] == '|')
            return at - words;
        at++;
    }
    return -1;
}

bool vocabulary_has(enum word_class class, struct str word)
{
    if (!word.len || word.ptr[0] == '|' || word.ptr[word.len - 1] == '|')
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lists[i].class == class && find_word(lists[i].words, word) > 0)
            return true;
    return false;
}

static bool ends_word(struct str text, ptrdiff_t at)
{
    if (at >= text.len)
        return true;
    unsigned char c = (unsigned char)text.ptr[at];
    return !(c & 0x80) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

ptrdiff_t vocabulary_prefix(enum word_class class, struct str text)
{
    ptrdiff_t longest = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (lists[i].class != class)
            continue;
        for (struct str rest = str_from(lists[i].words + 1), phrase; rest.len;) {
            str_cut(rest, '|', &phrase, &rest);
            if (phrase.len > longest && str_starts(text, phrase) &&
                ends_word(text, phrase.len))
                longest = phrase.len;
        }
    }
    return longest;
}
