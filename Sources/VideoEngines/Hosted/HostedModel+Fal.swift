import Timeline

extension HostedModel {
  /// What is known of models at fal: inputs and lengths as their pages gave them in 2026, prices
  /// the highest of each. That their rates of frames are 16 for Wan and 24 for Kling is assumed
  /// where a page doesn't say.
  static let fal: [HostedModel] = [
    wan("fal-ai/wan/v2.2-a14b/text-to-video", [.text]),
    wan("fal-ai/wan/v2.2-a14b/image-to-video", [.picture, .betweenPictures]),
    kling("fal-ai/kling-video/v2.1/standard/image-to-video", [.picture]),
    kling("fal-ai/kling-video/v2.1/pro/image-to-video", [.picture, .betweenPictures]),
  ]

  private static func wan(_ id: String, _ tasks: Set<ClipTask>) -> HostedModel {
    var capabilities = VideoCapabilities(tasks: tasks)
    capabilities.sizes =
      ClipSize.hd + [ClipSize(width: 854, height: 480), ClipSize(width: 480, height: 854)]
    capabilities.frames = FrameRule(step: 4, offset: 1, least: 17, most: 161)
    // Its seconds are counted, and paid, at this rate.
    capabilities.frameRate = 16
    capabilities.takes = [.negativePrompt, .seed, .steps, .guidance, .size]
    capabilities.dollarsPerSecond = 0.08
    var names: [Field: String] = [
      .negativePrompt: "negative_prompt", .seed: "seed", .steps: "num_inference_steps",
      .guidance: "guidance_scale", .frames: "num_frames", .resolution: "resolution",
      .aspect: "aspect_ratio",
    ]
    if tasks.contains(.picture) { names[.firstFrame] = "image_url" }
    if tasks.contains(.betweenPictures) { names[.lastFrame] = "end_image_url" }
    return HostedModel(id, capabilities, names)
  }

  private static func kling(_ id: String, _ tasks: Set<ClipTask>) -> HostedModel {
    var capabilities = VideoCapabilities(tasks: tasks)
    capabilities.sizes = tasks.contains(.betweenPictures) ? ClipSize.fullHD : ClipSize.hd
    capabilities.seconds = [5, 10]
    // Its cfg_scale runs from 0 to 1 and isn't the guidance of others.
    capabilities.takes = [.negativePrompt]
    var names: [Field: String] = [
      .negativePrompt: "negative_prompt", .seconds: "duration", .firstFrame: "image_url",
    ]
    if tasks.contains(.betweenPictures) { names[.lastFrame] = "tail_image_url" }
    var model = HostedModel(id, capabilities, names)
    model.writesSecondsAsText = true
    return model
  }
}
