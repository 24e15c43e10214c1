/// Classes of characters.
enum Glyphs {
  /// The ASCII form of a full-width character, and of other forms of one mark.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0x2019, 0x2018, 0x02BC: "'"
    case 0x2010, 0x2011, 0x2212: "-"
    case 0x2236: ":"
    case 0x0D, 0x2028, 0x2029, 0x85: "\n"
    default: scalar
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar.value == 0x0B
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 48 && scalar.value <= 57
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    case 0x3007: true
    default: false
    }
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "–" || scalar == "—"
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "‘"
  }

  static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isAlphabetic && !isHan(scalar)) || isDigit(scalar)
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 32 && scalar.value < 127 }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .mathSymbol:
      return true
    default:
      return scalar == "°" || scalar == "½" || scalar == "¼"
    }
  }

  /// Characters that only shape or join their neighbours.
  static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .nonspacingMark, .enclosingMark, .spacingMark, .control: true
    default: (0xFE00...0xFE0F).contains(scalar.value)
    }
  }

  /// Opening quotation marks, with the marks that close them.
  static let closers: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "\"": ["\"", "”"], "“": ["”", "\"", "“"], "„": ["“", "”"], "”": ["”"],
    "＂": ["＂"], "'": ["'", "’"], "‘": ["’", "'"], "«": ["»"], "»": ["«"], "‹": ["›"],
    "「": ["」"], "『": ["』"], "《": ["》"], "〈": ["〉"], "`": ["`"],
  ]

  /// The simplified form of a traditional character that stands in some word of the lexicon.
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    simplifiedForms[scalar] ?? scalar
  }

  private static let simplifiedForms: [Unicode.Scalar: Unicode.Scalar] = {
    let traditional =
      "視頻畫標題樂聲靜寬豎橫轉場鏡頭慢動變倒隨機種體縮遠進環繞順時針逆後個這張圖讓顏綠藍紅黃紫開結兩幀質圓調換刪幾長間點擺從為對準臉會錄電風傾斜運勻邊關閉閃黑擦頂側彈"
      + "幫複檔儲匯預覽銷狀態圍燈緊麼嗎過發會當實備級專業詞嚴檢測試讀舊懷飽鮮艷雲煙燒蠟燭擺懸脹顆膠訊載積額餘計費週曆史區別對響壓減隱雙隻條頁橫劃疊狗貓獅鳥魚龍"
      + "簡單觀飄塵霧樹葉陽飛灑濾滿應強烈輕緩漸現終於總給請麼東傳編輯導導鐘鍾萬億隻還應該單雙線畫來氣場剛說寫話語裡裏邊較穩離聚焦處無僅顯"
    let simplified =
      "视频画标题乐声静宽竖横转场镜头慢动变倒随机种体缩远进环绕顺时针逆后个这张图让颜绿蓝红黄紫开结两帧质圆调换删几长间点摆从为对准脸会录电风倾斜运匀边关闭闪黑擦顶侧弹"
      + "帮复档储汇预览销状态围灯紧么吗过发会当实备级专业词严检测试读旧怀饱鲜艳云烟烧蜡烛摆悬胀颗胶讯载积额余计费周历史区别对响压减隐双只条页橫划叠狗猫狮鸟鱼龙"
      + "简单观飘尘雾树叶阳飞洒滤满应强烈轻缓渐现终于总给请么东传编辑导导钟钟万亿只还应该单双线画来气场刚说写话语里里边较稳离聚焦处无仅显"
    return Dictionary(
      zip(traditional.unicodeScalars, simplified.unicodeScalars), uniquingKeysWith: { $1 })
  }()
}
