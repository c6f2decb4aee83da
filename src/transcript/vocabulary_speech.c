/* Words by which speech, stage directions and the furniture of pages are known. */
#include "transcript/vocabulary_lists.h"

/* clang-format off */
const struct word_list vocabulary_speech[] = {
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
     "waarom|hoe|wie|waar|ten|nu|ook|ja|nee|dus|dank|"},
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
     "bleep|bleeped|translation|inaud|unclear|nods|smiles|smiling|gestures|singing|sings|"
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
     "multiple|speakers|voices|word|words|language|lunch|coffee|tea|simultaneous|"
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
     "moment of silence|a moment of silence|standing ovation|speaks off mic|raises hand|"
     "operator instructions|"},
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
    {WORD_ASIDE, "und",
     "|see|cf|e.g|i.e|that|this|which|who|and|or|but|if|because|although|though|the|a|an|not|"
     "there|it|they|he|she|some|one|siehe|vgl|das|die|der|und|oder|voir|cf|et|ou|ce|véase|y|o|"
     "см|то|и|или|"},
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
     "transcript provided by|transcript by|subtitles by|subtitled by|captions by|captioned by|"
     "captioning by|closed captions by|closed captioning by|subtitling by|transcribed by|transcription by|edited by|"
     "to order a|check against delivery|unofficial transcript|unedited transcript|"
     "secure .gov websites|secure websites|a lock ( ) or https|official websites use|"
     "here's how you know|here’s how you know|an official website|you are subscribed|you have received this|this email was sent|"
     "this message was sent|view this email|view in browser|manage your subscriptions|"
     "manage preferences|printed for the use of|available on the world wide web|"
     "available via the world wide web|for sale by the|jump to|skip to|click here|"
     "editor's note|editor’s note|editors' note|note: the following|"
     "historical collection|this content is|transcribe your own|try our|"},
    {WORD_NOTE, "de",
     "|es gilt das gesprochene wort|unkorrigiertes protokoll|diese mitschrift|"
     "zum inhalt springen|zur navigation|untertitel von|untertitel im auftrag|untertitelung|"},
    {WORD_NOTE, "fr", "|seul le prononcé fait foi|aller au contenu|sous-titres par|sous-titrage|"},
    {WORD_NOTE, "es", "|versión estenográfica|saltar al contenido|subtítulos por|subtitulado por|transcripción realizada por|"},
    {WORD_NOTE, "ru", "|перейти к|расшифровка подготовлена|субтитры подготовлены|субтитры от|субтитры создавал|"},
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
    {WORD_HEADLINE, "und",
     "|title|headline|titel|überschrift|titre|título|titolo|kop|rubrik|заголовок|название|"},
    {WORD_SENDER, "und", "|from|von|de|от|от кого|"},
    {WORD_SUBJECT, "und", "|subject|betreff|objet|asunto|тема|"},
    {WORD_GENRE, "und",
     "|fact sheet|factsheet|press release|media release|news release|readout|media advisory|"
     "policy brief|pressemitteilung|presseerklärung|communiqué|communiqué de presse|"
     "comunicado de prensa|comunicato stampa|nota de prensa|persbericht|pressmeddelande|"
     "пресс-релиз|"},
    {WORD_SCENE, "und",
     "|act|acts|scene|setting|curtain|blackout|prologue|epilogue|dramatis|akt|aufzug|szene|"
     "auftritt|vorhang|prolog|epilog|acte|scène|rideau|décor|prologue|acto|escena|escenario|"
     "telón|prólogo|atto|scena|sipario|ato|cena|cortina|bedrijf|toneel|doek|ridå|akten|"
     "действие|акт|сцена|явление|картина|занавес|"},
    {WORD_PAGE, "und", "|page|p|pg|seite|página|pagina|pág|страница|стр|sida|strona|"},
    {WORD_CREDIT, "en",
     "|an interview conducted by|interview conducted by|an interview by|interview by|"
     "an interview with|interviewed by|an oral history conducted by|an oral history by|"
     "a conversation with|"},
    {WORD_COLUMN, "und",
     "|time|timestamp|timecode|start|end|speaker|speakers|text|words|transcript|dialogue|utterance|"
     "zeit|sprecher|sprecherin|beginn|ende|heure|temps|locuteur|orateur|texte|hora|tiempo|"
     "hablante|orador|texto|время|спикер|говорящий|текст|"},
    {WORD_SEE_ALSO, "und",
     "|see also|related articles|related links|related content|related stories|share this|"
     "share on|follow us on|read more|back to top|back to main|back to list|back to the list|return to main|"
     "return to transcripts|return to home|return to list|print this|printer friendly|"
     "all rights reserved|terms of use|privacy policy|siehe auch|verwandte artikel|"
     "voir aussi|à lire aussi|véase también|vedi anche|veja também|zie ook|смотрите также|"
     "читайте также|retrieved from|текстовая версия|поделиться|"},
    {0, NULL, NULL},
};
/* clang-format on */
