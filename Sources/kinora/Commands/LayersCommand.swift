import ArgumentParser
import Foundation
import Libav
import Motion
import Pixels
import Render

struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Write what the engine sees in a picture, as PNGs.",
    discussion: """
      depth.png is white where the picture seems nearest, subject.png and sky.png are white on \
      what they are called, and layer-1.png, layer-2.png, … are the sheets that parallax moves, \
      from the farthest. A depth.png or subject.png that was mended by hand goes back in with \
      kinora make --depth and --mask, or lies beside photo.jpg as photo.depth.png and \
      photo.mask.png for kinora render.
      """)

  @Argument(help: "A picture.", completion: .file())
  var file: String

  @Option(name: .shortAndLong, help: "The folder they go to; made where it is missing.")
  var output = "layers"

  @OptionGroup var depthModel: DepthOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let console = Console(json: json)
    do {
      let picture = try Still.decode(path: file)
      var analysis = PictureAnalysis(picture)
      if let desk = try depthModel.desk() {
        console.note(desk.line)
        analysis = analysis.with(disparity: try desk.disparity(of: picture))
      }
      let (layered, layout) = LayeredPicture.layers(
        of: picture.resized(to: picture.size), analysis)
      try write(layered, analysis)
      let report = Report(analysis, layout, layers: layered.layers.count)
      console.object(report)
      for line in report.lines { console.result(line) }
      console.result("\(output): the pictures")
    } catch {
      throw console.failure(error)
    }
  }

  private func write(_ layered: LayeredPicture, _ analysis: PictureAnalysis) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
    } catch {
      throw RenderError(
        .unwritable, "The folder \(output) can't be made; choose another with -o.", cause: error)
    }
    func place(_ name: String) -> String { (output as NSString).appendingPathComponent(name) }
    try PNG.write(analysis.disparity.picture, to: place("depth.png"))
    try PNG.write(analysis.subject.picture, to: place("subject.png"))
    if let sky = analysis.sky { try PNG.write(sky.picture, to: place("sky.png")) }
    for (index, layer) in layered.layers.enumerated() {
      try PNG.write(layer.picture, to: place("layer-\(index + 1).png"))
      try PNG.write(layer.disparity.picture, to: place("layer-\(index + 1)-depth.png"))
    }
  }

  private struct Report: Encodable {
    let event = "layers"
    let kind: String
    let layout: String
    let layers: Int
    let depthConfidence, subjectConfidence, skyConfidence: Double
    let faces: Int

    init(_ analysis: PictureAnalysis, _ layout: LayeredPicture.Layout, layers: Int) {
      func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
      kind = analysis.kind.rawValue
      self.layout = layout.name
      self.layers = layers
      depthConfidence = rounded(analysis.depthConfidence)
      subjectConfidence = rounded(analysis.subjectConfidence)
      skyConfidence = rounded(analysis.skyConfidence)
      faces = analysis.faces.count
    }

    var lines: [String] {
      let how =
        switch layout {
        case "flat": "flat: nothing of it has depth"
        case "relief": "one continuous relief: no outline is clear enough to cut along"
        default: "cut along clear outlines: \(layout)"
        }
      return [
        "kind      \(kind)", "layout    \(how) (\(layers))",
        "depth     \(depthConfidence) sure", "subject   \(subjectConfidence) sure",
        "sky       \(skyConfidence) sure", "faces     \(faces)",
      ]
    }
  }
}

extension LayeredPicture.Layout {
  /// `flat`, `relief`, or the outlines that were cut along.
  fileprivate var name: String {
    switch self {
    case .flat: "flat"
    case .relief: "relief"
    case .cut(let outlines): outlines.map(\.rawValue).sorted().joined(separator: ", ")
    }
  }
}
