extension Vocabulary {
  /// Where, when and as what.
  static let placeWords: [(Term, String)] = [
    (.start, "start|beginning|front|opening|very start|very beginning|开头|片头|最前面|最前|开始|最开始|首位|最前边"),
    (.start, "original|original state|rough cut|first cut|初剪|最初|原来|一开始|原样|最初的样子|原来的样子|粗剪"),
    (.end, "end|ending|back end|very end|tail|末尾|结尾|片尾|最后|最后面|末端|尾部|最后边"),
    (.ordinal(-1), "last|final|最后一张|最后一段|最后一个|最后一幅|最后那张"),
    (.after, "after|behind|following"), (.before, "before|in front of|ahead of|prior to"),
    (.behind, "后面|之后|后边|后|的后面"), (.ahead, "前面|之前|前边|前|的前面"),
    (.between, "between|in between|中间|之间|当中|的中间|正中间"), (.at, "at|on|in|into|onto|在|到"),
    (.to, "to|于|至"),
    (.with, "with|by|for|from|out of|instead of|成|为"), (.as, "as|作为|当作|当|做|作|当成"),
    (.seconds, "seconds|secs|sec|s|秒|秒处|秒钟"),
    (.version, "version|edition|版|版本|个版本|号版本"),
    (.former, "old|older|former|earlier|之前的|以前的|原来的|旧的|先前的|老"),
    (.change, "change|changes|edit|edits|step|steps|times|action|modification|thing"),
    (.change, "操作|步|修改|改动|更改|编辑|一步|上一步|刚才的|上一个|步操作|次修改|次操作|刚才|次|上次|上一次"),
    (
      .joint,
      "and|and then|then|also|plus|after that|afterwards|next|然后|接着|并|并且|和|跟|与|再|随后|同时|以及|还有"
    ),
    (.ordinal(1), "first|1st"), (.ordinal(2), "second|2nd"), (.ordinal(3), "third|3rd"),
    (.ordinal(4), "fourth|4th"), (.ordinal(5), "fifth|5th"), (.ordinal(6), "sixth|6th"),
    (.ordinal(7), "seventh|7th"), (.ordinal(8), "eighth|8th"), (.ordinal(9), "ninth|9th"),
    (.ordinal(10), "tenth|10th"),
    (.number(2), "two|twice|2 times|2x|couple of"), (.number(3), "three|three times|3 times"),
    (.number(4), "four|four times|4 times"), (.number(5), "five|five times|5 times"),
  ]

  /// What says nothing here.
  static let fillerWords: [(Term, String)] = [
    (.filler, "please|pls|plz|kindly|can you|could you|would you|will you|can we|could we|may i"),
    (.filler, "i want|i want to|i want you to|i'd like|i'd like to|i would like|i would like to"),
    (.filler, "i need|i need to|let's|lets|let us|let me|now|the|a|an|my|our|your|me|for me|us"),
    (.filler, "just|simply|so|too|as well|again|right|right away|immediately|to me|of|you|i|we"),
    (.filler, "how it was|what we had|was|were|is|are|be|we had|had|it was|made|did|you made"),
    (.filler, "you did|i made|we made|that you made|well|um|uh|actually|oh|my dear|it is|there"),
    (.filler, "请|帮我|帮|麻烦|麻烦你|给我|给|我想|我要|想|要|想要|我想要|把|将|一下|吧|呢|吗|啊|呀|哦|嘛|的|地|了|我|你|能|能不能|可以|可不可以"),
    (.filler, "现在|就|也|还|这里|那里|里|里面|中|进|来|去|视频里|影片里|片子里|我们|咱们|先|让|时|加的|那|是"),
  ]
}
