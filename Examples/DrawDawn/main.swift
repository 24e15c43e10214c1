// Draws the picture that `make film` animates: dawn over a mountain lake. Nothing in it is
// photographed; it is a sky, five ranges, water and pines made of noise.
//
//   swift run -c release draw-dawn dawn.ppm [HEIGHT]
//   ffmpeg -i dawn.ppm -q:v 2 Examples/dawn.jpg
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 2, let height = arguments.count > 2 ? Int(arguments[2]) : 1600,
  height >= 64
else {
  FileHandle.standardError.write(Data("usage: draw-dawn FILE.ppm [HEIGHT of 64 or more]\n".utf8))
  exit(2)
}

let picture = await Dawn.draw(height: height).halved()
var file = Data("P6\n\(picture.width) \(picture.height)\n255\n".utf8)
file.append(contentsOf: Film.develop(picture))
do {
  try file.write(to: URL(filePath: arguments[1]))
  print("\(arguments[1]): \(picture.width)×\(picture.height)")
} catch {
  FileHandle.standardError.write(Data("\(arguments[1]) can't be written: \(error)\n".utf8))
  exit(1)
}
