import Timeline

/// English as it is spoken: complaints, slang, and words that say little.
extension Lexicon {
  /// Words that bind what is said.
  static let spokenJoints: [(Term, String)] = [
    (.both, "both|both of|both the|both of the|both of those|both of these"),
    (.except, "except|except for|but not|apart from|other than|excluding|besides|aside from|bar"),
    (.except, "with the exception of|but for"),
    (.rest, "the rest|the rest of it|the rest of them|the rest of the clips|the other clips"),
    (.rest, "the others|all the others|all the other clips|all other clips|the remaining clips"),
    (.rest, "the other ones|every other clip"),
    (.when(isMet: true), "if|in case|provided|as long as|only if|assuming"),
    (.when(isMet: false), "unless"),
    (.filler, "as if|like if|even if|what if|if possible|if you can|if you could|if you would"),
    (
      .filler,
      "if you don't mind|if you please|if it's possible|if i may|if that's ok|if that works"
    ),
    (.filler, "if that's possible|see if|if needed|if necessary|if you like|if you want"),
    (.not, "isn't|aren't|ain't|hasn't|haven't|doesn't have|don't have|do not have|does not have"),
    (.not, "is not|are not|has no|have no|doesn't|does not|cannot"),
    (.strength(.slow), "slwo|solw|slwoly"), (.noun(.music), "muisc|msuic|musci"),
    (.change(.quieter), "quiter|quietter"), (.noun(.clip), "clpi|cilp|picutre"),
    (.and, "adn|nad|n|along with|together with|and also|but also|but"),
    (.filler, "teh|hte|thsi|taht"),
    (.preposition(.until), "ends at|ending at|end at|stops at|stop at|disappears at|disappear at"),
    (.preposition(.until), "goes away at|gone by|out at|up until|up till|lasts until|last until"),
    (.preposition(.until), "stays until|stay until"),
    (.preposition(.over), "on top of|underneath|under|beneath"),
    (.throughout, "throughout|the whole time|the entire time|all the time|all the way through"),
    (.throughout, "the whole way through|from start to finish|from beginning to end|all along"),
    (.throughout, "start to finish|from start to end|throughout the film|throughout the video"),
    (.pieces, "parts|pieces|halves|chunks|sections|bits|equal parts|equal pieces|even parts"),
    (.pieces, "equally long parts|equal halves|equal chunks|segments of equal length|equal bits"),
    (.pieces, "in half|in two|into two|in halves|into halves|down the middle"),
    (
      .preposition(.for),
      "should last|will last|to last|must last|can last|ought to last|stay up for"
    ),
    (
      .preposition(.for),
      "stays for|stay for|shows for|show for|on screen for|needs to last|lasting for"
    ),
    (
      .filler,
      "for instagram|on instagram|instagram|insta|for facebook|facebook|for twitter|twitter"
    ),
    (.playback(.freeze), "pause|pause on|freeze on|stop on"),
    (.holdsEnd, "hold on the last frame|hold the last frame|hold on the end|hold at the end"),
    (.holdsEnd, "freeze the last frame|freeze on the last frame|pause on the last frame"),
    (.holdsEnd, "hold the final frame|freeze the final frame|hold on the final frame"),
    (
      .playback(.freeze),
      "freeze frame on|freeze the frame|freeze the picture|still frame|hold the frame"
    ),
    (.holdsEnd, "linger on the last frame|linger on the final frame|stop on the last frame"),
    (.opensWith, "open with|opens with|opening with|begin with|begins with|starts with|start with"),
    (.opensWith, "start off with|starting with|kick off with|lead with|start it with|open it with"),
    (.opensWith, "start on|open on|begin on|begin it with|start the film with|open the film with"),
    (.opensWith, "start the video with|open the video with|begin the film with"),
    (.closesWith, "end with|ends with|ending with|finish with|finishes with|close with|end on"),
    (.closesWith, "close on|finish on|wrap up with|end it with|finish it with|end the film with"),
    (.closesWith, "end the video with|finish the film with|conclude with"),
  ]

  /// What is wrong, and so what is wanted.
  static let englishComplaints: [(Term, String)] = [
    (.change(.smaller), "too big|too large|too huge|much too big|way too big|far too big"),
    (.change(.smaller), "too tall|smaller please|shrink|shrink down|scale down|size down"),
    (
      .change(.larger),
      "too small|too tiny|too little|way too small|not big enough|enlarge the text"
    ),
    (.change(.larger), "isn't big enough|not large enough|kinda tiny|kind of tiny|a bit tiny"),
    (.change(.larger), "a bit small|kinda small|hard to read|can't read|cannot read|unreadable"),
    (.change(.larger), "can barely read|can hardly read|scale up|size up|bump up the size"),
    (.change(.quieter), "too loud|way too loud|deafening|drowns out|drowning out|overpowering"),
    (.change(.quieter), "a bit loud|kinda loud|less loud|not so loud|not as loud|drowns"),
    (.change(.louder), "too quiet|too soft|too silent|way too quiet|not loud enough|can't hear"),
    (.change(.louder), "cannot hear|can barely hear|can hardly hear|barely hear|isn't loud enough"),
    (.change(.louder), "a bit quiet|inaudible|more audible|crank|crank up|crank it up|pump up"),
    (.change(.louder), "more volume|amp up|beef up the volume"),
    (.change(.slower), "too fast|way too fast|too quick|a bit fast|less fast|not so fast"),
    (
      .change(.faster),
      "too slow|way too slow|too sluggish|a bit slow|drags|dragging|not fast enough"
    ),
    (.change(.shorter), "too long|way too long|goes on too long|lasts too long|a bit long"),
    (.change(.shorter), "runs too long|overlong"),
    (.change(.longer), "too short|way too short|not long enough|a bit short|stretch|stretch out"),
    (.change(.longer), "prolong|stays too short"),
    (
      .change(.down), "lower|bring down|tone down|dial down|knock down|take down|ease off|dial back"
    ),
    (.change(.down), "less|drop the volume|cut back on|go easy on|tone"),
    (.change(.up), "bring up|dial up|bump|bump up|push up|ramp up|pump"),
    (.treatment(.look, "bright"), "too dark|way too dark|a bit dark|not bright enough|brightness"),
    (.treatment(.look, "bright"), "underexposed|gloomy|brighten it up|lighten it up|lighten up"),
    (.treatment(.look, "dark"), "too bright|way too bright|a bit bright|overexposed|blown out"),
    (.treatment(.look, "dark"), "darken it|dim it|too light"),
    (
      .treatment(.look, "cool"), "too warm|too orange|too yellow|way too warm|less warm|less yellow"
    ),
    (.treatment(.look, "cool"), "less orange|not so warm"),
    (.treatment(.look, "warm"), "too cold|too blue|too cool|less cold|less blue|warmth|cosy|cozy"),
    (.treatment(.look, "warm"), "warm the|golden hour|sunny|warm it|toasty"),
    (.treatment(.look, "muted"), "too saturated|too colorful|too colourful|oversaturated|garish"),
    (.treatment(.look, "muted"), "too vivid|too vibrant|less colorful|less colourful|less vivid"),
    (.treatment(.look, "muted"), "less vibrant|tone the colors down|tone the colours down"),
    (
      .treatment(.look, "saturated"),
      "too dull|too pale|too flat|too drab|too washed out|dull colors"
    ),
    (
      .treatment(.look, "saturated"),
      "make the colors pop|make the colours pop|colors pop|colours pop"
    ),
    (.treatment(.look, "saturated"), "bolder colors|bolder colours|richer colors|richer colours"),
    (.treatment(.look, "contrast"), "not enough contrast|flat looking|looks flat"),
    (.treatment(.look, "soft"), "too contrasty|too much contrast|too harsh|too punchy"),
    (.treatment(.look, "film"), "real film|shot on film|on real film|like film|analog|analogue"),
    (.treatment(.look, "film"), "super 8|16mm|celluloid|film emulation|filmy"),
    (.treatment(.effect, "crumble"), "crumble to dust|crumbles to dust|crumbling to dust"),
    (.treatment(.effect, "crumble"), "fall to pieces|break into pieces|break to pieces|fall apart"),
    (.treatment(.region, "cloth"), "apron|scarf|cape|robe|shirt|sleeve|sail|banner|veil|coat"),
    (.treatment(.region, "cloth"), "tablecloth|clothes|clothing|dresses|flags|laundry|sheets"),
    (.treatment(.region, "hair"), "her hair|his hair|their hair|the hair|fur|mane|whiskers|beard"),
    (.treatment(.region, "foliage"), "leaf|bush|bushes|branch|branches|flower|flowers|reeds|wheat"),
    (.treatment(.region, "foliage"), "palm trees|palms|forest leaves|ivy|ferns"),
    (.treatment(.region, "water"), "water|surf|stream|pond|fountain|puddle|pool|tide|wave"),
    (.treatment(.region, "fire"), "fire|bonfire|fireplace|torch|torches|candle flame|candlelight"),
    (.treatment(.region, "smoke"), "vapor|vapour|chimney smoke|the steam"),
    (.treatment(.region, "sky"), "heavens|northern lights|aurora"),
    (.sway, "sway|sways|swaying|blow|blows|blowing|ripple|ripples|rippling|flutter|flutters"),
    (.sway, "fluttering|billow|billowing|rustle|rustling|flicker|flickering|flickers"),
    (.sway, "swirl|swirling|shimmer|shimmering|flow|flows|flowing|wind|breeze|breezy|wave gently"),
    (.sway, "wiggle|stir|bob|bobbing|twinkle|churn|waving"),
  ]

  /// Verbs that people use for others.
  static let englishVerbs: [(Term, String)] = [
    (.verb(.remove), "yeet|nuke|ditch|kill|scrap|toss|toss out|bin|axe|dump|trash|zap|can go"),
    (.verb(.remove), "has to go|needs to go|gotta go|must go|don't need|do not need|no need for"),
    (
      .verb(.remove),
      "don't think we need|don't want|do not want|don't like|do without|can do without"
    ),
    (.verb(.remove), "don't think i need|no longer need|take away|leave out|throw out|throw away"),
    (.verb(.remove), "lop|lop off|shear off|slice off|cut down by|knock off|crop off|nip off"),
    (.verb(.remove), "wipe out|clear out|get rid|rm|cut away|snip|snip off|lop off|discard|omit"),
    (.verb(.remove), "take it out|take them out|take that out|isn't needed|is not needed|unwanted"),
    (.verb(.remove), "skip|edit out|remove all|delete all|should not be there"),
    (.verb(.remove), "shouldn't be there|is unnecessary|are unnecessary|ax|eliminate"),
    (.verb(.keep), "only want|just want|leave only|leave just|keep just|just keep|want only"),
    (
      .verb(.keep),
      "only keep|use just|just use|nothing but|only leave|only need|just the|just leave"
    ),
    (.verb(.trim), "pare|pare down|clip off|shorten to|tighten"),
    (.verb(.cut), "chop up|cut up|cut it up|slice it|chop it|cut it"),
    (
      .split,
      "split in two|split in half|cut into|chop into|slice into|break up|break into|split into"
    ),
    (.split, "carve up|cut it into|cut it in half|split it|chop it in half|break it"),
    (.verb(.move), "shift|nudge|relocate|reposition|bump to|bring|send|slide over|reorder"),
    (
      .duplicate,
      "make a copy of|repeat the clip|make another copy of|double up|dupe|copy and paste"
    ),
    (.swap, "flip the order of|change places|swap the order of|swap places|trade"),
    (.blur, "blur|blurred|blur out|censor|anonymise|anonymize|obscure"),
    (
      .fit(.fit),
      "show the whole picture|show the whole image|show the entire picture|show all of it"
    ),
    (.fit(.fit), "show the whole photo|show the entire image|show the entire photo|whole picture"),
    (.fit(.fit), "don't crop|do not crop|without cropping|no cropping|nothing cut off|uncropped"),
    (.fit(.fit), "not cropped|don't cut off|don't cut anything off|without cutting anything off"),
    (.fit(.fit), "see the whole picture|see the entire picture|fit the whole picture|pillarbox"),
    (.fit(.blurPad), "blurred borders|blurry borders|blurred edges|blurred sides|blurry sides"),
    (.fit(.blurPad), "blurry bars|blurred fill|blur the sides|blur the edges|blur the borders"),
    (
      .passage(.dipWhite),
      "flash to white|flash of white|flash through white|white out|dips to white"
    ),
    (.passage(.dipBlack), "flash to black|dips to black|black dip|cut to black between"),
    (.noun(.volume), "loud"),
    (.noun(.motion), "camera move|camera moves|movement|camera movements|camera motion|motions"),
    (.move(.drone), "aerial drone|aerial drone shot|drone footage look|drone view"),
    (.change(.later), "later|afterward|later on|one later|down the line"),
    (.change(.earlier), "earlier|sooner|earlier on"),
    (
      .blackout(.in), "in from black|from black|fade up from black|open on black|come up from black"
    ),
    (.blackout(.out), "down to black|end on black|go to black|goes to black|fades to black"),
    (.blackout(.out), "fade to black|fade out to black|fade it to black|black out|blackout"),
    (.blackout(.in), "fade in from black|fade from black|fades in from black"),
    (.fade(.in), "come in slowly|ease in slowly|come in gradually"),
  ]

  /// Words of conversation.
  static let englishFiller: [(Term, String)] = [
    (.filler, "nothing else|and nothing else|everything else|else|everyone else|anything else"),
    (.filler, "everything else stays frozen|everything else stays still|everything else stays put"),
    (.filler, "everything else still|everything else frozen|keep everything else still|stay put"),
    (.filler, "everything else stays|stays put|the rest stays still|the rest stays frozen"),
    (
      .filler, "the rest frozen|the rest still|leave everything else alone|stay up|stays up|stay on"
    ),
    (.filler, "stays on|staying up|keep up|yet|already|at all|kinda|sorta|super|pretty|tad|um|uh"),
    (.filler, "er|erm|hmm|well|yeah|yep|yes|alright|right now|you know|i mean|i guess|i think"),
    (.filler, "i feel|i believe|please and thanks|ta|cheers|wanna|gonna|want to|going to|try"),
    (
      .filler, "maybe try|how about|what about|let's try|would be nice|would be great|would be cool"
    ),
    (.filler, "for real|honestly|to be honest|tbh|basically|literally|whole thing|the whole thing"),
    (.filler, "thing is|somehow|anyway|though|because|cause|cuz|since|that's|thats|there's|theres"),
    (.filler, "i've|i'll|you'd|we'd|we're|they're|he's|she's|who's|what's|where's|it'll|im|id|ive"),
    (.filler, "lil|bro|dude|mate|buddy|man|folks|guys|everybody|everyone|any|own|such as"),
    (.filler, "next to|near|close to|right next to|on screen|on the screen|in the frame|see"),
    (
      .filler, "better|best|ideal|perfect|fine|wants|contest|client|boss|team|nowhere|boats|wobbles"
    ),
    (.filler, "boring|confusing|annoying|distracting|weird|looking|feels|seems|seem|seemed|honest"),
    (
      .filler,
      "think|thinking|thought|know|guess|believe|hope|hoping|wonder|wondering|suppose|reckon"
    ),
    (
      .filler,
      "always|never mind|sometimes|usually|definitely|absolutely|totally|certainly|probably"
    ),
    (
      .filler,
      "today|tomorrow|tonight|soon|later today|nice and|lovely|pretty please|possible|possibly"
    ),
    (.filler, "instead|in place of|as a result|plz|kindly please|asap|quickly please|real quick"),
    (.filler, "give it|give them|let it|let them|bring in|comes in|come in|kick in|kicks in"),
    (.filler, "than|much|way|far|still need|at once|at a time|look like|looks like|feel like"),
    (.article, "a single|one single|yet another"),
  ]

  /// Features by what people call them.
  static let englishFeatures: [(Term, String)] = [
    (.feature("music generation"), "upbeat music|chill music|happy music|sad music|epic music"),
    (.feature("music generation"), "calm music|relaxing music|something upbeat|something calmer"),
    (.feature("music generation"), "different music|other music|compose music|make music"),
    (
      .feature("music generation"),
      "a beat|some beats|jazz|techno|ambient music|hip hop|classical music"
    ),
    (
      .feature("background removal"),
      "remove the background|cut out the background|out of its background"
    ),
    (.feature("background removal"), "out of the background|transparent background|no background"),
    (.feature("background removal"), "delete the background|take out the background"),
    (.feature("face blurring"), "blur the faces|blur her face|blur his face|blur their faces"),
    (.feature("face blurring"), "hide her face|hide his face|hide the face|hide the faces"),
    (
      .feature("stabilising"),
      "steady the footage|less shaky|unshake|steadier|too shaky|super shaky"
    ),
    (.feature("stabilising"), "it's shaky|is shaky|so shaky|really shaky|fix the shake"),
    (
      .feature("automatic subtitles"),
      "subtitle it automatically|auto caption|caption what she says"
    ),
    (.feature("automatic subtitles"), "caption what he says|generate subtitles|generate captions"),
    (.feature("automatic subtitles"), "subtitles from the speech|captions from the audio"),
    (
      .feature("noise reduction"),
      "remove the background noise|remove background noise|reduce the background noise"
    ),
    (
      .feature("noise reduction"),
      "get rid of the background noise|get rid of the noise|take out the noise"
    ),
    (
      .feature("noise reduction"), "background noise|the hiss|wind noise|clean up the audio|the hum"
    ),
    (.feature("upscaling"), "sharpen|sharper|unblur|make it sharp|higher resolution footage"),
  ]

  /// How lines stand, and words for places in an order.
  static let englishPlaces: [(Term, String)] = [
    (
      .alignment(.left), "left aligned|left align|align left|flush left|left justified|ragged right"
    ),
    (.alignment(.right), "right aligned|right align|align right|flush right|right justified"),
    (.alignment(.center), "center aligned|centre aligned|center align|align center|align centre"),
    (.aligning, "align|aligned|justify|justified"),
    (.filler, "the bit|the piece|the section|the chunk|that bit|the portion|portion|that part"),
    (.change(.quieter), "barely audible|hardly audible|barely there|very quiet|super quiet"),
    (.arrange, "the order should be|arrange them|rearrange them|order them|new order"),
    (.arrange, "order should be"),
    (.filler, "spot|spots|slot|slots|notch|notches|positions|places|step|steps"),
    (.treatment(.look, "soft"), "soften|softened|softer look|soften the look|dreamier"),
    (.filler, "look of|the look of|feel of|vibe|vibes|mood"),
  ]

  /// Families of letters by their names.
  static let englishFonts: [(Term, String)] = [
    (.fontName("Serif"), "serif|serif font|a serif font"),
    (.fontName("Sans"), "sans|sans serif|sans-serif|sans font|sans serif font"),
    (.fontName("Monospace"), "monospace|monospaced|mono font|fixed width font|monospace font"),
    (.fontName("Cursive"), "handwritten|handwriting|cursive|script font|handwritten font"),
    (.fontName("Georgia"), "georgia"), (.fontName("Helvetica"), "helvetica"),
    (.fontName("Arial"), "arial"), (.fontName("Times New Roman"), "times new roman|times roman"),
    (.fontName("Courier New"), "courier|courier new"), (.fontName("Garamond"), "garamond"),
    (.fontName("Futura"), "futura"), (.fontName("Roboto"), "roboto"), (.fontName("Lato"), "lato"),
    (.fontName("Montserrat"), "montserrat"), (.fontName("Open Sans"), "open sans"),
    (.fontName("Verdana"), "verdana"), (.fontName("Comic Sans MS"), "comic sans"),
    (.fontName("Impact"), "impact font"), (.fontName("Noto Sans"), "noto sans"),
    (.fontName("Noto Serif"), "noto serif"), (.fontName("DejaVu Sans"), "dejavu|dejavu sans"),
    (.fontName("Inter"), "inter font"),
    (.fontName("Playfair Display"), "playfair|playfair display"),
  ]
}
