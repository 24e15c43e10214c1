import Libav
import MediaTime
import Pixels
import Testing

@Suite struct VideoRoundTripTests {
  let folder = Folder()
  let size = PixelSize(width: 160, height: 96)

  @Test(arguments: [1, 2, 3, 7, 41])
  func everyFrameComesBackAtItsTime(count: Int) throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: count)
    let reader = try VideoReader(path: path)
    #expect(reader.size == size)
    #expect(reader.frameRate == FrameRate(30))
    #expect(reader.duration == MediaTime(Int64(count), over: 30))
    for number in 0..<count {
      let picture = try reader.frame(at: MediaTime(Int64(number), over: 30))
      #expect(Pattern.number(of: picture) == number)
      let wanted = Pattern.frame(number, size: size)
      #expect(picture.luma.psnr(against: wanted.luma) > 35)
      #expect(picture.cb.psnr(against: wanted.cb) > 38)
      #expect(picture.cr.psnr(against: wanted.cr) > 38)
    }
  }

  @Test func aFrameStandsUntilTheNextOne() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 20)
    let reader = try VideoReader(path: path)
    for (numerator, wanted): (Int64, Int) in [
      (-500, 0), (0, 0), (33, 0), (34, 1), (66, 1), (67, 2), (633, 18), (634, 19), (9000, 19),
    ] {
      let picture = try reader.frame(at: MediaTime(numerator, over: 1000))
      #expect(Pattern.number(of: picture) == wanted, "at \(numerator) ms")
    }
  }

  @Test func theSameFrameIsTheSamePictureWithoutACopy() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 4)
    let reader = try VideoReader(path: path)
    let first = try reader.frame(at: MediaTime(1, over: 30))
    let second = try reader.frame(at: MediaTime(3, over: 60))
    #expect(first.luma === second.luma)
    let third = try reader.frame(at: MediaTime(2, over: 30))
    #expect(third.luma !== first.luma)
    #expect(Pattern.number(of: first) == 1, "a picture outlives the reader's position")
  }
}
