/// What words about models elsewhere mean.
enum EngineTerm: Hashable {
  /// "With", "by", 用: an engine follows.
  case with
  /// "Use": an engine follows, and to use it is all that is asked.
  case use
  /// "A real model", 真正的视频模型: the best there is.
  case anyModel
  case builtIn
  /// "Make", "animate", 生成.
  case make
  /// "A", 一段: something new follows a word for making.
  case indefinite
  /// "Clip", "video", 视频.
  case clip
  case engine
  /// "Another seed", 再来一个.
  case again
  /// "Extend", 延长.
  case extend
  /// "Of", "showing", 的.
  case of
  /// "This", "it": what is spoken of.
  case pointed
  case all
  case second
  case filler
}

extension EngineTerm {
  /// Words about models elsewhere, and what they mean.
  static let vocabulary = PhraseTrie<EngineTerm>(english + chinese)

  private static let english: [(EngineTerm, String)] = [
    (.with, "with|by|via|through|using|on"),
    (.use, "use|try|take|switch to|go with|ask|let"),
    (.anyModel, "a real model|a real video model|a video model|an ai model|an ai video model"),
    (.anyModel, "a real engine|a video engine|the best video engine|the best engine"),
    (.anyModel, "the video model|the best video model|real ai|a proper model|a proper video model"),
    (.builtIn, "the built-in engine|built-in engine|the builtin engine|builtin engine|built-in"),
    (.builtIn, "the built in engine|built in engine|kinora's own engine|your own engine"),
    (.builtIn, "the built-in one|the built in one|no engine|no model"),
    (.make, "make|generate|create|animate|render|produce|film|draw|do|bring|turn|move|made"),
    (.make, "generated|shoot"),
    (.indefinite, "a|an|another|one|some|a new|a short|another new"),
    (.clip, "clip|video|shot|scene|video clip|footage|film|movie|animation|moving picture"),
    (.engine, "engine|engines|model|models|video model|video models|video engine|video engines"),
    (.engine, "ai model|ai models"),
    (.again, "again|another seed|try another seed|a different seed|try a different seed|new seed"),
    (.again, "use another seed|with another seed|another take|one more take|try again|ask again"),
    (.again, "one more time|another one|a new seed|once more|another try|ask anew|ask it again"),
    (.again, "redo|remake|regenerate|re-generate|re-make|make again|generate again|anew"),
    (.extend, "extend|continue|prolong|go on|keep going|go on for|keep it going|carry on|lengthen"),
    (.of, "of|showing|where|in which|that shows"),
    (.pointed, "this|it|that|this one|that one|this clip|that clip|the clip|this picture"),
    (.pointed, "this photo|the photo|the picture|this image|the image|this shot|the shot|them"),
    (.pointed, "this scene|the scene|these|those|that picture|that photo|the still|this still"),
    (.all, "all|every|each|everything|both|the film|the whole film|all of them|all clips"),
    (.all, "all pictures|all the pictures|every picture|all photos|all the photos|the video"),
    (.second, "second|seconds|sec|secs|s"),
    (.filler, "please|now|then|the|to|for|instead|also|just|can|could|you|would|i|want|me|let's"),
    (.filler, "ok|okay|and|so|but|back|go|life|into|out|come|alive|up|your|my|there|here|well"),
    (.filler, "more|longer|further|for|long|till|until|long one|time|one"),
  ]

  private static let chinese: [(EngineTerm, String)] = [
    (.with, "用|使用|拿|通过|改用|换成|换用|让|由|换回|恢复成|恢复为"),
    (.anyModel, "模型|视频模型|真正的视频模型|真正的模型|真模型|真实模型|ai模型|大模型|真正的引擎|视频引擎|最好的模型"),
    (.anyModel, "真的视频模型|真的模型|最好的视频模型|视频大模型"),
    (.builtIn, "内置引擎|内置的引擎|自带引擎|自带的引擎|内置|自带的|原来的引擎"),
    (.make, "生成|做|制作|动起来|活起来|变成视频|做成视频|生成视频|拍|画|创作|来做|来生成"),
    (.indefinite, "一段|一个|一条|个|段|一只|一位|一幅|一场|一部"),
    (.clip, "视频|片段|短片|画面|镜头|动画"),
    (.engine, "引擎"),
    (.again, "再来一个|再来一次|再来一遍|再来一版|换个种子|换一个种子|换种子|再生成一次|再生成一个|再试一次|重试|再问一次"),
    (.again, "重新生成|重做|重新做|重来|再做一次|再做一个|重新来"),
    (.extend, "延长|续写|续上|继续|接着|继续生成|接着生成|往后接|接下去"),
    (.of, "的|是|里|里面"),
    (.pointed, "这|这段|这一段|这个|它|这张|这张图|这张照片|这张图片|这个片段|这个镜头|这幅画|那段|那张|这一个"),
    (.all, "所有|全部|每段|每张|每一段|每一张|都|整个影片|整部片子|全片|所有图片|所有照片|这些"),
    (.second, "秒|秒钟"),
    (.filler, "请|把|将|给|一下|吧|了|啊|呢|来|帮我|我想|我要|能|可以|为|成|回|去|上|也|就|再|多|到|至"),
  ]
}
