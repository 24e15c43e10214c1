extension Lexicon {
  /// How letters are set: their weight, what stands behind them, their columns.
  static let letterings: [(Term, String)] = [
    (.lettering(.bold, true), "bold|bolder|boldface|bold face|bold type|bold letters|in bold"),
    (.lettering(.bold, true), "extra bold|semibold|bold font|bold weight"),
    (.lettering(.bold, true), "加粗|粗体|粗体字|粗字|字体加粗|粗一点|粗一些|粗点|更粗"),
    (.lettering(.bold, false), "regular weight|normal weight|regular font|regular type|unbold"),
    (.lettering(.bold, false), "un-bold|non-bold|not bold|no bold|light font|light weight"),
    (.lettering(.bold, false), "light type|thin letters|thin font|thinner letters|less bold"),
    (.lettering(.bold, false), "不加粗|取消加粗|去掉加粗|不要加粗|常规字重|正常粗细|细体|细体字|细一点|细一些|细点|更细"),
    (.lettering(.plate, true), "plate|plates|backing plate|back plate|backplate|on a plate"),
    (.lettering(.plate, true), "text box|text background|caption box|title box"),
    (.lettering(.plate, true), "底板|底框|底衬|衬底|文字底|底色板|文字框|文字背景|字幕背景|标题背景|带底板"),
    (.lettering(.plate, false), "no plate|no plates|without a plate|without plate"),
    (.lettering(.plate, false), "without the plate|no text box|no text background"),
    (.lettering(.plate, false), "不带底板|没有底板|无底板"),
    (.lettering(.vertical, true), "set vertically|in columns|vertical text|vertical writing"),
    (.lettering(.vertical, true), "竖排|竖着排|竖着写|竖写|直排|竖向排列|竖排文字"),
    (.lettering(.vertical, false), "set horizontally|in rows|horizontal text"),
    (.lettering(.vertical, false), "horizontal writing|横排|横着排|横着写|横写|横向排列|横排文字"),
  ]
}
