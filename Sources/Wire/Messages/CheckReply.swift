public import Timeline

/// What was found in a film before it is made, as `GET /api/check/…` answers.
public struct CheckReply: WireMessage, Hashable {
  /// Something that a viewer would stumble over.
  public struct Finding: Hashable, Sendable {
    /// The kind, such as `low_contrast`.
    public var code: String
    /// What it is, for people.
    public var sentence: String
    /// What mends it, said as the next message.
    public var remedy: String
    /// When in the film, in milliseconds.
    public var moment: Int

    /// A finding.
    public init(code: String, sentence: String, remedy: String, moment: Int) {
      self.code = code
      self.sentence = sentence
      self.remedy = remedy
      self.moment = moment
    }
  }

  /// The version that was looked through.
  public var version: Int
  /// What was found.
  public var findings: [Finding]

  /// A check.
  public init(version: Int, findings: [Finding]) {
    self.version = version
    self.findings = findings
  }

  /// Reads the reply's data.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The check")
    version = try fields.integer("version") ?? 0
    var findings: [Finding] = []
    for item in try fields.list("findings") ?? [] {
      let finding = try Fields(item, place: "The finding")
      findings.append(
        Finding(
          code: try finding.string("code") ?? "", sentence: try finding.string("sentence") ?? "",
          remedy: try finding.string("remedy") ?? "", moment: try finding.integer("at") ?? 0))
    }
    self.findings = findings
  }

  /// The reply's data.
  public var json: JSONValue {
    .object([
      "version": .integer(version),
      "findings": .array(
        findings.map { finding in
          .object([
            "code": .string(finding.code), "sentence": .string(finding.sentence),
            "remedy": .string(finding.remedy), "at": .integer(finding.moment),
          ])
        }),
    ])
  }
}
