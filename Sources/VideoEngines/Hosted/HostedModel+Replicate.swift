import Timeline

extension HostedModel {
  /// What is known of models at Replicate, as their pages gave it in 2026. Prices aren't, as they
  /// go by seconds of a machine for some and of film for others.
  static let replicate: [HostedModel] = [
    seedance("bytedance/seedance-1-lite", upTo: ClipSize.hd),
    seedance("bytedance/seedance-1-pro", upTo: ClipSize.hd + ClipSize.fullHD),
    wan("wan-video/wan-2.2-i2v-a14b"),
    kling("kwaivgi/kling-v2.1"),
  ]

  private static func seedance(_ id: String, upTo sizes: [ClipSize]) -> HostedModel {
    var capabilities = VideoCapabilities(tasks: [.text, .picture, .betweenPictures])
    capabilities.sizes = sizes
    capabilities.seconds = Array(2...12)
    capabilities.takes = [.seed, .size]
    return HostedModel(
      id, capabilities,
      [
        .firstFrame: "image", .lastFrame: "last_frame_image", .seconds: "duration",
        .seed: "seed", .resolution: "resolution", .aspect: "aspect_ratio",
      ])
  }

  private static func wan(_ id: String) -> HostedModel {
    var capabilities = VideoCapabilities(tasks: [.picture])
    capabilities.sizes = [ClipSize(width: 832, height: 480), ClipSize(width: 480, height: 832)]
    capabilities.frames = FrameRule(step: 4, offset: 1, least: 81, most: 100)
    capabilities.frameRate = 16
    capabilities.takes = [.seed, .steps, .size]
    return HostedModel(
      id, capabilities,
      [
        .firstFrame: "image", .frames: "num_frames", .seed: "seed", .steps: "sample_steps",
        .resolution: "resolution",
      ])
  }

  /// Its standard mode, which takes no last picture.
  private static func kling(_ id: String) -> HostedModel {
    var capabilities = VideoCapabilities(tasks: [.picture])
    capabilities.sizes = ClipSize.hd
    capabilities.seconds = [5, 10]
    capabilities.takes = [.negativePrompt]
    var model = HostedModel(
      id, capabilities,
      [.firstFrame: "start_image", .negativePrompt: "negative_prompt", .seconds: "duration"])
    model.constants = ["mode": .string("standard")]
    return model
  }
}
