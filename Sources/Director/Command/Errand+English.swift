extension Errand {
  /// Whether English words ask for something that has nothing to do with films.
  static func isNamedInEnglish(_ words: ArraySlice<Word>) -> Bool {
    guard (2..<40).contains(words.count),
      words.contains(where: { signals.contains($0.key ?? "") })
    else { return false }
    var line: [String] = []
    for word in words {
      if case .quotation = word.kind { return false }
      if let key = word.key { line.append(key) }
    }
    let said = Set(line)
    let text = " " + line.joined(separator: " ") + " "
    if wishes.contains(where: { text.contains(" \($0) ") }) { return true }
    guard said.isDisjoint(with: filmWords) else { return false }
    if topics.contains(where: { text.contains(" \($0) ") }) { return true }
    guard let verb = line.first(where: { !courtesies.contains($0) }), errandVerbs.contains(verb)
    else { return false }
    return !said.isDisjoint(with: objects)
  }

  /// Words without which nothing here is asked for; keeps long messages quick.
  private static let signals: Set<String> = {
    let phrases = (wishes + topics).flatMap { $0.split(separator: " ").map(String.init) }
    return objects.union(phrases.filter { $0.count > 3 })
  }()

  /// What no edit can bring.
  private static let wishes = [
    "go viral", "viral", "more likes", "more followers", "more views", "more subscribers",
    "get famous", "make me famous", "a million views", "trending", "make me rich",
  ]

  /// Words for what is in a film: then anything may be named.
  private static let filmWords: Set = [
    "clip", "clips", "film", "video", "videos", "title", "titles", "caption", "captions",
    "subtitle",
    "subtitles", "music", "shot", "shots", "photo", "photos", "picture", "pictures", "image",
    "images", "logo", "text", "texts", "saying", "says", "watermark", "scene", "scenes", "footage",
    "transition", "zoom", "pan", "segment", "sound", "volume", "song", "track", "effect", "look",
    "timeline", "credits", "words", "lower", "draft", "frame",
  ]

  private static let courtesies: Set = [
    "please", "can", "could", "would", "will", "you", "hey", "hi", "hello", "ok", "okay", "so",
    "also", "and", "then", "i", "want", "to", "need", "like", "i'd", "just", "now", "me", "us",
    "help", "let's", "kindly", "pls", "plz", "well", "oh",
  ]

  private static let errandVerbs: Set = [
    "book", "find", "order", "buy", "call", "phone", "email", "write", "translate", "tell", "send",
    "search", "google", "look", "recommend", "remind", "schedule", "calculate", "compute", "solve",
    "cook", "sing", "play", "teach", "explain", "plan", "reserve", "get", "give", "check", "show",
    "what", "what's", "whats", "who", "who's", "how", "where", "when", "is", "will", "do", "make",
    "set", "draft", "summarize", "summarise", "read", "bring", "pay", "turn", "open", "fix",
    "suggest", "which", "why", "debug", "name",
  ]

  private static let objects: Set = [
    "hotel", "hotels", "flight", "flights", "ticket", "tickets", "restaurant", "restaurants",
    "taxi",
    "uber", "cab", "pizza", "burger", "coffee", "groceries", "weather", "forecast", "stock",
    "stocks", "bitcoin", "crypto", "recipe", "recipes", "email", "emails", "essay", "poem", "novel",
    "homework", "code", "python", "javascript", "joke", "jokes", "alarm", "reminder", "timer",
    "meeting", "calendar", "appointment", "news", "score", "scores", "directions", "route", "train",
    "doctor", "dentist", "girlfriend", "boyfriend", "wife", "husband", "math", "maths", "equation",
    "book", "books", "letter", "document", "contract", "resume", "cv", "spreadsheet", "excel",
    "president", "capital", "mom", "mum", "dad", "boss", "landlord", "dinner", "lunch", "breakfast",
    "car", "house", "apartment", "rent", "loan", "taxes", "tax", "insurance", "password", "wifi",
    "lights", "thermostat", "horoscope", "lottery", "football", "election", "exam", "diet",
    "workout", "medicine", "airport", "bus", "gift", "presents", "shoes", "phone", "laptop",
    "algorithm", "invoice", "birthday", "vacation", "trip", "job", "salary", "translate",
  ]

  private static let topics = [
    "what time is it", "what day is it", "the weather", "tell me a joke", "meaning of life",
    "how old are you", "do you love me", "are you human", "are you a robot", "remind me",
    "who won", "world cup", "stock market", "stock price", "exchange rate", "sing me", "sing a",
    "my homework", "write me a poem", "write a poem", "order me", "book me", "find me a",
    "translate my", "translate this", "what's the capital", "wake me", "call my", "text my",
    "lose weight", "marry me",
  ]
}
