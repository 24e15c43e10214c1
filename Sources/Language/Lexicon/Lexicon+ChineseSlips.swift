import Timeline

/// Slips of the input method: characters that sound like those that were meant.
extension Lexicon {
  static let chineseSlips: [(Term, String)] = [
    (.noun(.clip), "断|片断|个片断|个片段落"), (.noun(.music), "音月|音悦|因乐|背景音月|背景音悦|被景音乐"),
    (.mute, "静因|净音|静英|精音"), (.noun(.title(nil)), "标提|表题|标体|彪题"),
    (.noun(.title(.subtitle)), "字募|子幕|字慕|自幕|字木"), (.noun(.transition), "转厂|转常|转长|专场|转畅"),
    (.unit(1000), "妙|妙钟|秒种"), (.verb(.remove), "减掉|检掉|捡掉|山掉|删调|剪调|去调|山除|删出"),
    (.playback(.reverse), "倒方|到放|倒房|到着放"), (.tempo(0.5), "漫放|慢方|慢动做|漫动作|慢镜投"),
    (.change(.faster), "家速|加素"), (.passage(.dissolve), "叠话|迭化|叠花|淡如淡出的转场|淡入淡初的转场"),
    (.fade(.in), "淡如|但入|单入"), (.fade(.out), "淡初|但出|淡出去"),
    (.fade(.both), "淡如淡出|淡入淡初|但入但出|但入淡出"),
    (.aspect(.portrait), "数屏|竖频|树屏|竖瓶|竖平|直式|直向|直的"), (.aspect(.landscape), "横频|恒屏|横平|橫式|横式"),
    (.move(.pullOut), "拉元|拉院"), (.move(.pushIn), "推金|推近近"), (.verb(.make), "作成|座成|改称|做程"),
    (.noun(.film), "视屏|是频|视品|影片儿"), (.treatmentSort(.look), "滤境|虑镜|绿镜|律镜"),
    (.noun(.background), "被景|背影色"), (.ordinalMark, "弟"), (.noun(.volume), "音亮|音良|音晾"),
    (.treatment(.look, "saturated"), "保和度|饱合度"), (.noun(.camera), "镜投|竟头"),
    (.noun(.speed), "数度|素度"), (.split, "分歌|分各"), (.duplicate, "负制|复治"),
  ]
}
