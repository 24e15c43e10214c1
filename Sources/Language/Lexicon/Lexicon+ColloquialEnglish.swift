import Timeline

/// What people type in a chat: other verbs for the same edits, short forms, and small talk between.
extension Lexicon {
  /// Verbs for what other words say too.
  static let colloquialVerbs: [(Term, String)] = [
    (.preposition(.with), "stick|throw|slap|chuck|shove|plop|park|slot"),
    (.split, "blade|razor|make a cut|put a cut|add a cut|do a cut|cutting point|slice it in two"),
    (.verb(.make), "rename|retitle|reword|rewrite|rephrase|delay|postpone"),
    (.verb(.trim), "tighten up|cut back|truncate"),
    (.verb(.remove), "won't need|don't need any|isn't necessary|get shot of|do away with"),
    (.verb(.remove), "hide|hides"), (.verb(.remove), "chop out|isn't working|delete out"),
    (.change(.up), "crank up|pump up|crank|jack up|higher"),
    (.change(.down), "dip|dips|dial back|pull down|bring it down|knock back|scale back"),
    (.change(.louder), "too low|a bit low|way too low|pretty low|turn it up|crank it up"),
    (.change(.quieter), "too high|a bit high|way too high"),
    (.change(.longer), "hold for longer|linger|lingers|hang on|hang around|stick around"),
    (.factor(0.5, .bare), "halve|cut in half the"),
    (.unmuted, "unmute|sound back on|audio back on|sound on again|un-mute|audio on again"),
    (.unmuted, "turn the sound back on|turn the audio back on|bring back the sound"),
    (.unmuted, "give it its sound back|turn on the sound|turn on the audio"),
    (.duck, "get out of the way of the|make room for the"),
    (.speech, "voices|voice|talking|speaking|speech|speaks|talks|dialogue|dialog|somebody speaks"),
    (.speech, "someone speaks|someone talks|somebody talks|someone is talking|people talk"),
    (.speech, "people are talking|anyone talks|anyone speaks|people speak|she talks|he talks"),
    (.speech, "she speaks|he speaks|someone's talking|somebody's talking|the spoken parts"),
    (.factor(2, .bare), "one more time|once more|a second time|another time"),
    (.animation(.typewriter), "type itself out|type itself|types itself out|type itself on"),
    (.animation(.typewriter), "type out|types out|type on|types on|typed out|letter by letter"),
    (.animation(.typewriter), "one letter at a time|write itself|writes itself on"),
    (.preposition(.until), "vanish at|vanishes at|gone at|leave at|leaves at|go away at|off at"),
    (.preposition(.until), "hide at|hides at|be gone by"),
    (.noun(.start), "up front|upfront|right up front|very front|very beginning|very start"),
    (.noun(.end), "very end|very last|closing"), (.split, "break"),
    (.verb(.make), "scale|resize|update|prefer|i'd prefer|modify"),
    (.verb(.remove), "decided against|changed my mind about"),
    (.noun(.music), "tunes|tune|music track|backing track"),
    (.change(.quieter), "heard over|be heard over|can be heard over|come through over"),
    (.filler, "overall|sure|make sure|alone|untouched|unchanged|altogether"),
    (.mute, "mut|mue|mtue|muet|mutes"),
    (.not, "without the|with no|minus the"),
    (.strength(.strong), "to a crawl|right down|way down|right up|way up"),
  ]

  /// Pictures and passages.
  static let colloquialPictures: [(Term, String)] = [
    (.blackout(.out), "end in black|ends in black|finish in black|finish on black|close on black"),
    (.blackout(.out), "ending in black|cut to black at the end|out to black"),
    (.blackout(.in), "start from black|start on black|start in black|begin in black"),
    (.blackout(.in), "begin from black|begin on black|starts from black|starting from black"),
    (.preposition(.to), "going into|leading into|heading into|as we go into|when we go into"),
    (.preposition(.to), "moving into"),
    (.treatment(.look, "contrast"), "crush the blacks|crushed blacks|deeper blacks|deep blacks"),
    (.treatment(.look, "contrast"), "more punch|richer blacks|punch it up|contrasted"),
    (.treatment(.look, "bright"), "lift the shadows|raise the shadows|open up the shadows"),
    (.treatment(.look, "bright"), "more light|increase the exposure|raise the exposure"),
    (.treatment(.look, "dark"), "lower the exposure|reduce the exposure|less bright|not so bright"),
    (.treatment(.look, "warm"), "warmer tint|warm tint|too bluish|warmer tone|warm tone"),
    (.treatment(.look, "cool"), "cooler tint|cool tint|cold tint|cooler tone|cool tone"),
    (.treatment(.look, "black_and_white"), "b/w|b-w|black/white|black n white|black white"),
    (.treatment(.look, "black_and_white"), "no color|no colour|without color|without colour"),
    (.treatment(.look, "black_and_white"), "no colors|no colours|drain the color|kill the color"),
    (.colored, "in color again|in colour again|color again|colour again|back in color"),
    (.colored, "back in colour|back to color|back to colour|full color|full colour"),
    (.colored, "the colors back|the colours back|the color back|the colour back|color back on"),
  ]

  /// Words between the ones that count.
  static let colloquialFiller: [(Term, String)] = [
    (.filler, "anymore|any more|any longer|yo|u|ur|tho|rn|bc|gotcha|lemme|gimme|ya|aight|kk"),
    (.filler, "by the way|btw|fyi|imo|imho|no worries|no rush|no problem|my mum|my mom|my dad"),
    (.filler, "my friend|my boss|my girlfriend|my boyfriend|my wife|my husband|works better"),
    (.filler, "work better|works best|works well|fits better|looks better|automatically"),
    (.filler, "belongs|sits|should sit|should go|needs to go after|would work better"),
    (.filler, "quick one|one more thing|last thing|small change|quick fix|real talk"),
    (.filler, "on its own|by itself|as it is|as is|in general|at the moment|for now|for once"),
    (.filler, "bring it back|bring them back|bring that back|bring back"),
    (.filler, "pull up|ahead and|go ahead|go ahead and|is there a way to|any chance you can"),
    (.filler, "any chance you could|any chance|do you think you can|do you think you could"),
    (.filler, "would it be possible to|is it possible to|mind|do you mind|would you mind"),
    (.filler, "hang on a sec|hold on a sec|one sec please|a moment please"),
    (.filler, "time to|it's time to|we should|you should|i'd rather|we could|i wish"),
    (.preposition(.with), "superimpose|overlay"),
    (.noun(.title(nil)), "card|slate|title text|on-screen title|opening title|the words on screen"),
    (.verb(.say), "read|spell|state"), (.change(.larger), "can't even read|nobody can read"),
    (.change(.larger), "no one can read|can't really read|hardly readable|illegible"),
    (.noun(.text), "wording|the wording|on-screen text|on screen text"),
    (.preposition(.over), "through"),
  ]

  /// What can't be done, by what people call it.
  static let colloquialFeatures: [(Term, String)] = [
    (.feature("cutting pauses"), "ums|uhs|ums and ahs|ums and uhs|filler words|pauses|dead air"),
    (.feature("cutting pauses"), "silences|silent parts|silent bits|awkward pauses|the umming"),
    (.feature("changing expressions"), "smile|smiling|smile more|frown|wink|blink|look happier"),
    (.feature("changing expressions"), "look younger|open her eyes|open his eyes"),
    (.feature("background replacement"), "replace the background|change the background to"),
    (.feature("background replacement"), "swap the background|different background"),
    (.feature("music generation"), "royalty free music|upbeat royalty free music|write a song"),
    (.feature("translation"), "translate|translated|in french subtitles|into french|into spanish"),
    (.feature("translation"), "into german|into italian|into chinese|into portuguese"),
  ]
}
