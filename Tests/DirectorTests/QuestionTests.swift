import Director
import Testing
import Timeline

/// Questions are answered and change nothing; requests in the form of questions are carried out.
@Suite struct QuestionTests {
  @Test(arguments: [
    ("how much would it cost to make it portrait?", "“make it portrait” would cost 1 credit"),
    ("how much would it cost to pan left on the second clip?", "would cost 6 credits"),
    ("how much does it cost", "costs 1 credit"), ("What's the price?", "exports are free"),
    ("is it free?", "exports are free"), ("can you tell me what an export costs?", "free"),
    ("making it portrait, how much is it?", "costs 1 credit"), ("prices", "5 credits more"),
    ("多少钱", "1积分"), ("改成竖屏要多少积分？", "“改成竖屏”需要1积分"), ("动起来多少钱？", "积分"), ("怎么收费", "导出免费"),
    ("how long is it?", "13 s long"), ("How many seconds is the film", "13 s long"),
    ("which clips are there?", "dawn (0-3s)"), ("how many pictures are in it?", "waves (5-13s)"),
    ("is there any music?", "lofi"), ("what is the aspect ratio?", "1920×1080"),
    ("how many credits are there in my account?", "96 credits"),
    ("what can you do?", "You can say"),
    ("how do I export?", "export"), ("why is it blue?", "I can't answer “why is it blue”"),
    ("这个视频多长？", "影片长13秒"), ("里面有哪些片段？", "dawn（0-3秒）"), ("一共有几张图片", "beach"),
    ("我有多少积分", "96积分"), ("怎么导出？", "导出"), ("视频是竖屏的吗？", "1920×1080"), ("为什么是蓝色", "答不了"),
  ]) func getsAnAnswer(words: String, closing: String) throws {
    var talk = try CommandTests.session()
    let turn = try talk.say(words)
    #expect(turn.before == turn.after && turn.script.price.isEmpty && talk.exports == [])
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    #expect(!turn.closing.contains("did not understand") && !turn.closing.contains("没有听懂"))
  }

  @Test(arguments: [
    "can you make it 9 seconds long?", "could you make it portrait?", "能把它变成竖屏吗？", "加个标题「多少钱」",
    "add the title \"How much does it cost?\"", "how about portrait?",
    "how long is it? Make it portrait",
    "is it possible to make it portrait?", "加标题「这个视频多长？」", "剪掉前2秒好吗？",
  ]) func staysARequest(words: String) throws {
    var talk = try CommandTests.session()
    let turn = try talk.say(words)
    #expect(turn.before != turn.after, "\(turn.closing)")
  }

  @Test(arguments: ["how much is it to animate it?", "多少钱", "how long is it?", "???", "how", "多长"])
  func makesNoFilm(words: String) throws {
    var talk = Conversation([.picture("dawn")])
    if words != "???" { #expect(try talk.say(words).after == Draft()) }
    talk = Conversation()
    #expect(try !talk.say(words).closing.isEmpty && talk.draft == Draft())
  }

  @Test func namesNoPriceThatItDoesNotKnow() {
    let script = Script(for: "how much does it cost?", in: Situation())
    #expect(script.remarks.joined().contains("says what it costs before the work begins"))
    #expect(script.steps.isEmpty)
  }

  @Test(arguments: ["how much ", "what does it cost? ", "多少钱", "how long is it, ", "dawn.jpg "])
  func staysSwift(piece: String) throws {
    var talk = try CommandTests.session()
    let words = String(repeating: piece, count: 40_000 / piece.utf8.count)
    #expect(try !talk.say(words).closing.isEmpty)
  }
}
