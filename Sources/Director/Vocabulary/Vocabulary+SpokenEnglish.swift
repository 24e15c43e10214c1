extension Vocabulary {
  /// What English speakers say for the words of the session when they talk.
  static let spokenEnglish: [(Term, String)] = [
    (.undo, "undo the last thing|undo my last change|undo last|never mind that|scratch that"),
    (.undo, "forget that|put it back how it was|put it back the way it was|change it back"),
    (.undo, "go back to how it was|back to how it was|nevermind that|oops|whoops|my mistake"),
    (.dislike, "this is terrible|that's terrible|it's terrible|this is awful|it's awful|horrible"),
    (.dislike, "this is horrible|not a fan|i'm not a fan|not loving it|i'm not loving it"),
    (.use, "let's have|let's use|let's go with|go with"),
    (
      .filler,
      "when it's ready|once it's ready|when it's finished|when ready|otherwise leave it"
    ),
    (.filler, "play|playing|plays|ugh|argh"),
    (.number(2), "both|both of them|both of those|both changes|the last two|last two"),
    (.redo, "redo the last thing|un undo|undo the undo|put that change back|reapply that"),
    (.versions, "list all versions|show all versions|show me all versions|all versions"),
    (
      .versions,
      "show me all the versions|list all the versions|show all the versions|see all versions"
    ),
    (.versions, "list my versions|the version list|previous versions|earlier versions"),
    (.versions, "what versions are there|which versions are there|what versions do i have"),
    (.export, "final video|final film|final cut|final version|final render|finished film"),
    (.export, "finished video|export now|render out|spit it out|ship it|give me the final video"),
    (
      .export, "i'm done|we're done|i'm happy with it|save to my computer|save to disk|make the mp4"
    ),
    (.export, "render the final video|render it now|let's export|send me the mp4|give me a file"),
    (.preview, "let me see it|let me see|see it|watch it|let me watch it|let me have a look"),
    (.preview, "let me see what it looks like|see what it looks like|show me what it looks like"),
    (.preview, "what it looks like|have a look|take a look|play it for me|play me the film"),
    (.preview, "can i see it|can i watch it|show it to me|show me the film|show me the video"),
    (.preview, "let me see what we have|let me see what we've got|play the film|play the video"),
    (.preview, "show me what we've got|show me what we have|let me take a look|let's see it"),
    (
      .status, "what's the status|what is the status|what's going on|how's it going|how is it going"
    ),
    (.status, "is it done yet|is it ready yet|summary of the timeline|give me a summary|summary"),
    (.status, "overview|an overview|rundown|a rundown|recap|a recap|breakdown|summary of the film"),
    (.status, "overview of the timeline|give me a rundown|are we done yet|is it finished yet"),
    (.upload, "how do i add|how can i add|how do i bring in|how do i get in|where do i add"),
    (.kind(.audio), "track|audio track|music track"),
    (.put, "slap|throw|chuck|shove|plop|slot"),
    (.status, "is it done|are we done|is it ready|how far along is it|how far are we|any progress"),
    (.status, "progress|what's the progress|is it finished|what's happening|status update"),
    (.credits, "how many credits are left|how many credits have i left|my remaining credits"),
    (
      .credits,
      "remaining credits|how much credit do i have|credits do i have left|what's my balance"
    ),
    (.help, "what are my options|how do i start|what can this do|what else can you do|i'm lost"),
    (.help, "show me how|i need help|give me some examples|what should i say|teach me"),
    (.hello, "howdy|yo|sup|what's up|how are you|how are you today|how are you doing|morning"),
    (.hello, "good day|evening|hiya|greetings|nice to meet you|are you there|anybody there"),
    (.thanks, "amazing|fantastic|wonderful|brilliant|excellent|beautiful|neat|sweet|great job"),
    (.thanks, "good job|nice work|nice one|love this|i love this|this is great|that's great"),
    (.thanks, "this is perfect|that's perfect|looks amazing|it looks amazing|much better|lovely"),
    (.thanks, "that's better|wow|haha|lol|you're the best|you rock|exactly|got it|sounds good"),
    (.thanks, "thanks so much|thank you so much|all good|good work|well done|goodbye|see you"),
    (.dislike, "this sucks|it sucks|that sucks|awful|terrible|ugly|it's ugly|meh|yuck|ew"),
    (.dislike, "i don't like how it looks|not great|this is bad|not good|that's awful|boring"),
    (
      .cancel, "never mind|nevermind|forget it|stop exporting|don't export|abort the export|quit it"
    ),
    (.cancel, "cancel that export|stop rendering it|halt|hold off|don't render"),
    (.upload, "upload|uploading|upload a file|upload a video|upload a photo|upload some more"),
    (.upload, "import|import a file|import some photos|bring in a new file|add my own"),
    (.upload, "send you a file|send you a video|send you a photo|give you a file|add more files"),
    (.upload, "where do i upload|how do i upload|how can i upload|upload another|upload more"),
    (.upload, "attach a file|choose a file|pick a file|load a file|load a video|load a photo"),
    (.startOver, "start all over|scrap everything|start from zero|wipe everything|redo everything"),
    (.startOver, "throw everything away|from the top|begin from scratch|back to square one"),
    (
      .compare, "show me the difference|show the difference|before and after|what is the difference"
    ),
    (.under, "under it|underneath it|underneath|underneath everything|under everything|beneath it"),
    (.under, "under the video|under the film|under the whole thing|under all of it|below it"),
    (.under, "beneath everything|in the background|under the whole film|under the whole video"),
    (.opens, "open with|opens with|start with|starts with|begin with|begins with|kick off with"),
    (.opens, "lead with|starting with|opening with|start it with|open it with|begin it with"),
    (.closes, "end with|ends with|finish with|finishes with|close with|end it with|wrap up with"),
    (.add, "lay|slot in|splice|pop in|tuck in|slip in|drop in|throw in|lay in|stick in"),
    (.with, "instead of|in place of|rather than"),
    (.corner, "top right corner|top left corner|bottom right corner|bottom left corner|corner"),
    (.corner, "top right|top left|bottom right|bottom left|top right hand corner"),
    (.filler, "so far"),
    (.filler, "for now|already|maybe|then tell me|tell me|when you're done|when it's done"),
    (.filler, "once you're done|once it's done|guys|dude|mate|um|uh|hmm|like|kinda|really|today"),
  ]
}
