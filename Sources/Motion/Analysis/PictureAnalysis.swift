public import Pixels
internal import Synchronization

/// What the engine sees in a flat picture: what it is of, how near its places are, its sky and its
/// subject, each with how sure that is. Fields are small and stretched over the picture.
public struct PictureAnalysis: Sendable {
  /// What the picture is of.
  public let kind: PictureKind
  /// How near each place seems: 0 farthest, 1 nearest; ½ where the subject is. Its edges are
  /// sharp: a layer's relief is a gentler one.
  public var disparity: Field { givenDepth ?? depth.estimate.disparity }
  /// Whether the depth was given and isn't an estimate.
  public var hasGivenDepth: Bool { givenDepth != nil }
  /// How sure the depth is, 0…1.
  public var depthConfidence: Double { hasGivenDepth ? 1 : depth.estimate.confidence }
  /// 1 in the sky; nil where there is none.
  public let sky: Field?
  /// How sharply the sky ends, 0…1.
  public let skyConfidence: Double
  /// 1 on what stands out.
  public private(set) var subject: Field
  /// How convincing the subject's outline is all the way round, 0…1.
  public private(set) var subjectConfidence: Double
  /// Whether the subject was given and isn't an estimate.
  public private(set) var hasGivenSubject = false
  /// The middle of what stands out.
  public private(set) var focus: UnitPoint
  /// Faces that look at the camera, the most certain first; they are never bent.
  public let faces: [FaceRect]
  let fields: PictureFields
  private let depth: DepthOnRequest
  private var givenDepth: Field?
  /// 1 on heads, from the hair to the neck.
  let heads: Field

  /// Looks at `picture`.
  public init(_ picture: Picture) {
    let fields = PictureFields(picture)
    let sky = SkyMask(fields)
    let faces = FaceCascade(fields.luma).faces
    let heads = Field(heads: faces, size: fields.size)
    let saliency = Saliency(fields).field.merging(heads, max)
    let matte = Matte(fields, saliency: saliency, sky: sky?.field)
    let kind = PictureKind(fields, sky: sky, matte: matte, faces: faces)
    self.kind = kind
    depth = DepthOnRequest {
      kind == .document || kind == .plain
        ? DepthEstimate(flat: fields.size)
        : DepthEstimate(fields, saliency: saliency, sky: sky, heads: heads)
    }
    self.sky = sky?.field
    skyConfidence = sky?.contrast ?? 0
    subject = matte.field
    subjectConfidence = matte.confidence
    focus = faces.first?.center ?? saliency.centroid
    self.faces = faces
    self.fields = fields
    self.heads = heads
  }

  /// What a frame of another shape is laid over: the subject where one stands out, and otherwise
  /// half the way there from the middle.
  public var aim: UnitPoint {
    let isSure = !faces.isEmpty || subjectConfidence >= Self.sureAim
    return isSure ? focus : UnitPoint(x: (focus.x + 0.5) / 2, y: (focus.y + 0.5) / 2)
  }

  private static let sureAim = 0.35

  /// The analysis with a depth that someone knows: 0 farthest, 1 nearest.
  public func with(disparity: Field) -> PictureAnalysis {
    var known = self
    known.givenDepth = disparity.normalized(low: 0.001, high: 0.999)
    return known
  }

  /// The analysis with a subject that someone cut out: 1 on it, 0 elsewhere.
  public func with(subject: Field) -> PictureAnalysis {
    var known = self
    known.subject = subject.map { max(0, min(1, $0)) }
    known.subjectConfidence = 1
    known.hasGivenSubject = true
    known.focus = subject.centroid
    return known
  }
}

/// How near a picture's places are, found out when somebody asks first: that takes as long as all
/// else, and who only wants to know where the subject is needs none of it.
private final class DepthOnRequest: Sendable {
  private let made = Mutex<DepthEstimate?>(nil)
  private let make: @Sendable () -> DepthEstimate

  init(_ make: @escaping @Sendable () -> DepthEstimate) { self.make = make }

  var estimate: DepthEstimate {
    made.withLock { made in
      let estimate = made ?? make()
      made = estimate
      return estimate
    }
  }
}

extension Field {
  /// 1 on heads, from the hair to the neck, softly ending.
  fileprivate init(heads faces: [FaceRect], size: PixelSize) {
    self.init(size: size) { x, y in
      faces.reduce(Float(0)) { most, face in
        let across = ((Double(x) + 0.5) / Double(size.width) - face.center.x) / face.width
        let down = ((Double(y) + 0.5) / Double(size.height) - face.center.y) / face.height
        let distance = (across * across + down * down * 0.75).squareRoot()
        return max(most, Float(max(0, min(1, (1.0 - distance) * 4))))
      }
    }
  }

  /// The middle of its weight, of values above ½ alone where there are such.
  var centroid: UnitPoint {
    var (sum, across, down) = (0.0, 0.0, 0.0)
    for y in 0..<height {
      for x in 0..<width where self[x, y] > 0.5 {
        let weight = Double(self[x, y])
        sum += weight
        across += weight * (Double(x) + 0.5)
        down += weight * (Double(y) + 0.5)
      }
    }
    guard sum > 0 else { return .center }
    return UnitPoint(x: across / sum / Double(width), y: down / sum / Double(height))
  }
}
