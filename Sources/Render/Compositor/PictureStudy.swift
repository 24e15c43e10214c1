internal import Libav
internal import Motion
internal import Pixels
internal import Synchronization

/// A photograph as it was read, and what was found out about it: looked at once, by whoever asks
/// first, for all clips that show it.
final class PictureStudy: Sendable {
  /// As it was read.
  let picture: Picture
  private let key: Key
  private let findings = Mutex(Findings())

  /// What a study depends on: the same key gives the same study.
  struct Key: Hashable, Sendable {
    let path: String
    /// The size that it is read at, at least; nil for all of it.
    let neededSize: PixelSize?
    /// The part in its middle that is shown; nil for all of it.
    let crop: PixelSize?
    /// Pictures that say how near its places are and what its subject is.
    let depthMap, mask: String?
  }

  private struct Findings: Sendable {
    var working: Picture?
    var analysis: PictureAnalysis?
    var layers: [Bool: LayeredPicture] = [:]
  }

  /// Reads the picture.
  init(_ key: Key) throws(MediaError) {
    self.key = key
    let whole = try Still.decode(path: key.path, neededSize: key.neededSize)
    picture = key.crop.map { whole.cropped(to: $0) } ?? whole
  }

  /// The picture in 4:2:0.
  func working() -> Picture {
    findings.withLock { findings in
      if let working = findings.working { return working }
      let working = picture.isFullChroma ? picture.resized(to: picture.size) : picture
      findings.working = working
      return working
    }
  }

  /// What it shows, with what was given about it.
  func analysis() throws(MediaError) -> PictureAnalysis {
    try findings.withLock { (findings) throws(MediaError) in
      if let analysis = findings.analysis { return analysis }
      var analysis = PictureAnalysis(picture)
      if let map = key.depthMap { analysis = analysis.with(disparity: try map.brightness()) }
      if let mask = key.mask { analysis = analysis.with(subject: try mask.brightness()) }
      findings.analysis = analysis
      return analysis
    }
  }

  /// Its sheets in depth, standing still.
  func layers(skyMoves: Bool) throws(MediaError) -> LayeredPicture {
    let (working, analysis) = (working(), try analysis())
    return findings.withLock { findings in
      if let layers = findings.layers[skyMoves] { return layers }
      let layers = LayeredPicture.layers(of: working, analysis, skyMoves: skyMoves).picture
      findings.layers[skyMoves] = layers
      return layers
    }
  }
}

extension String {
  /// How bright the picture in the file of this name is, at a size that depth is thought about.
  fileprivate func brightness() throws(MediaError) -> Field {
    let picture = try Still.decode(path: self)
    let longest = Double(max(picture.size.width, picture.size.height))
    let scale = min(1, 640 / longest)
    return Field(picture.luma).resized(
      to: PixelSize(
        width: max(2, Int(Double(picture.size.width) * scale)),
        height: max(2, Int(Double(picture.size.height) * scale))))
  }
}
