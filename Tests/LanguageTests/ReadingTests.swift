import Testing

@testable import Language

@Test func smoke() {
  for text in [
    "animate this image into a 3-second cinematic video clip", "把这张图做成五秒的竖屏视频，缓慢推近",
    "make it 5 seconds, slow push in on the face, 竖屏", "title \"Hello\" at the top in red for 3 seconds",
    "trim the first 2 s of the second clip then add 1s dissolves", "music at 35%, fade out the music",
  ] {
    let reading = Reading(of: text)
    print(text, reading.language)
    for item in reading.understood { print("   ", item.request) }
    print("   left:", reading.leftovers.map(\.text))
  }
}
