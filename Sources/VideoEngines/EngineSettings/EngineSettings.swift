/// An engine as its user has set it up.
public struct EngineSettings: Hashable, Sendable, Codable {
  /// What the user calls it.
  public var name: String
  /// How it is spoken with.
  public var kind: Kind
  /// Where it answers; nil for the kind's own address.
  public var url: String?
  /// The model that is asked; nil for the engine's choice.
  public var model: String?
  /// The variable of the environment that holds the key.
  public var keyVariable: String?
  /// The file that holds the key, which nobody else may read.
  public var keyFile: String?
  /// ComfyUI's workflow: a file that it exported in API format.
  public var workflow: String?

  /// What its clips cost those who use a server, in credits; nil for what is usual for the kind.
  public var credits: ClipPrice?

  /// The most pixels of a side that are asked of it; nil for as many as it makes.
  public var longestSide: Int?
  /// How often it refines its picture where nobody says; nil for its own choice.
  public var steps: Int?

  /// What its clips cost, in credits.
  public var price: ClipPrice { credits ?? (kind.isHosted ? .usual : ClipPrice()) }

  /// The ways in which engines are spoken with.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The `/v1/videos` shape: Kinora's worker, vLLM-Omni, SGLang, NVIDIA NIM, LiteLLM.
    case videos
    /// stable-diffusion.cpp's `sd-server`.
    case sdServer = "sd-server"
    /// ComfyUI, by a workflow of the user's.
    case comfyUI = "comfyui"
    /// Hosted queues, each for a model that is named.
    case fal, replicate, veo

    /// Whether somebody else's machine makes the clips, for money.
    public var isHosted: Bool { [.fal, .replicate, .veo].contains(self) }
  }

  /// An engine at an address.
  public init(
    name: String, kind: Kind, url: String? = nil, model: String? = nil, keyVariable: String? = nil,
    keyFile: String? = nil, workflow: String? = nil, credits: ClipPrice? = nil
  ) {
    self.name = name
    self.kind = kind
    self.url = url
    self.model = model
    self.keyVariable = keyVariable
    self.keyFile = keyFile
    self.workflow = workflow
    self.credits = credits
  }

  /// The engine.
  /// - Parameters:
  ///   - environment: where keys are looked for.
  ///   - downloader: gets results that lie elsewhere.
  /// - Throws: `VideoEngineError` where its key isn't there or lies open, or it has no address.
  public func engine(
    _ environment: [String: String], downloader: any ClipDownloader
  ) throws(VideoEngineError) -> any VideoEngine {
    let engine = try plainEngine(environment, downloader)
    guard longestSide != nil || steps != nil else { return engine }
    return LimitedEngine(engine: engine, longestSide: longestSide, steps: steps)
  }

  private func plainEngine(
    _ environment: [String: String], _ downloader: any ClipDownloader
  ) throws(VideoEngineError) -> any VideoEngine {
    let key = try key(environment)
    switch kind {
    case .videos:
      return VideosEngine(
        name: name, base: try needed(url, "--url", "http://127.0.0.1:8188/v1"), key: key,
        model: model, downloader: downloader)
    case .sdServer:
      return SDServerEngine(
        name: name, base: try needed(url, "--url", "http://127.0.0.1:1234"), key: key)
    case .comfyUI:
      let file = try needed(workflow, "--workflow", "wan-api.json")
      return ComfyUIEngine(
        name: name, base: try needed(url, "--url", "http://127.0.0.1:8188"), key: key,
        workflow: try ComfyWorkflow(path: file), downloader: downloader)
    case .fal, .replicate, .veo: return try hosted(key, downloader)
    }
  }

  private func hosted(
    _ key: String?, _ downloader: any ClipDownloader
  ) throws(VideoEngineError) -> any VideoEngine {
    let key = try needed(key, "--key-variable", "\(kind.rawValue.uppercased())_KEY")
    switch kind {
    case .fal:
      let model = try needed(model, "--model", "fal-ai/wan/v2.2-a14b/text-to-video")
      return FalEngine(name: name, base: url, key: key, model: model, downloader: downloader)
    case .replicate:
      let model = try needed(model, "--model", "bytedance/seedance-1-lite")
      return ReplicateEngine(
        name: name, base: url, key: key, model: model, downloader: downloader)
    default:
      let model = try needed(model, "--model", "veo-3.1-generate-preview")
      return VeoEngine(name: name, base: url, key: key, model: model, downloader: downloader)
    }
  }

  /// What an engine of this kind can't do without.
  private func needed(
    _ value: String?, _ option: String, _ example: String
  ) throws(VideoEngineError) -> String {
    guard let value, !value.isEmpty else {
      throw VideoEngineError(
        .refused, "\(name) lacks \(option); add it anew with it, such as \(option) \(example).")
    }
    return value
  }

  private func key(_ environment: [String: String]) throws(VideoEngineError) -> String? {
    if let keyVariable {
      guard let key = environment[keyVariable], !key.isEmpty else {
        throw VideoEngineError(
          .unauthorized, "\(name) takes its key from \(keyVariable), which isn't set; set it.")
      }
      return key
    }
    return try keyFile.map { path throws(VideoEngineError) in try KeyFile(path: path).key }
  }
}
