public import Timeline

/// What one side says: parts in order.
public struct Content: WireMessage, Hashable {
  /// `user` or `model`; nil where a request leaves it out.
  public var role: String?
  /// Texts, calls of tools and their results.
  public var parts: [Part]

  /// A content.
  public init(role: String? = nil, parts: [Part]) {
    self.role = role
    self.parts = parts
  }

  /// One text.
  public init(role: String, text: String) {
    self.init(role: role, parts: [.text(text)])
  }

  /// Reads one.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "\"new_message\"")
    role = try fields.string("role")
    var parts: [Part] = []
    for part in try fields.list("parts") ?? [] { parts.append(try Part(json: part)) }
    self.parts = parts
  }

  /// As it is sent.
  public var json: JSONValue {
    .compact(["role": role.map(JSONValue.string), "parts": .array(parts.map(\.json))])
  }

  /// All its texts, a line each.
  public var text: String {
    parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
      .joined(separator: "\n")
  }
}

/// A piece of a content.
public enum Part: WireMessage, Hashable {
  /// Words for the other side.
  case text(String)
  /// A tool is called.
  case functionCall(FunctionCall)
  /// A tool answers.
  case functionResponse(FunctionResponse)
  /// Something that is kept as it came.
  case other(JSONValue)

  /// Reads one; what isn't known is kept.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "A part")
    if let text = try fields.string("text") {
      self = .text(text)
    } else if let call = try fields.object("function_call") {
      self = .functionCall(
        FunctionCall(
          id: try call.string("id") ?? "", name: try call.string("name") ?? "",
          arguments: try call.object("args")?.members ?? [:]))
    } else if let response = try fields.object("function_response") {
      self = .functionResponse(
        FunctionResponse(
          id: try response.string("id") ?? "", name: try response.string("name") ?? "",
          response: try response.object("response")?.members ?? [:]))
    } else {
      self = .other(json)
    }
  }

  /// As it is sent.
  public var json: JSONValue {
    switch self {
    case .text(let text): .object(["text": .string(text)])
    case .functionCall(let call):
      .object([
        "functionCall": .object([
          "id": .string(call.id), "name": .string(call.name), "args": .object(call.arguments),
        ])
      ])
    case .functionResponse(let response):
      .object([
        "functionResponse": .object([
          "id": .string(response.id), "name": .string(response.name),
          "response": .object(response.response),
        ])
      ])
    case .other(let json): json
    }
  }
}

/// A tool that the agent calls.
public struct FunctionCall: Hashable, Sendable {
  /// Ties the answer to the call.
  public var id: String
  /// The tool.
  public var name: String
  /// Its arguments.
  public var arguments: [String: JSONValue]

  /// A call.
  public init(id: String, name: String, arguments: [String: JSONValue]) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}

/// What a tool answered.
public struct FunctionResponse: Hashable, Sendable {
  /// The call's id.
  public var id: String
  /// The tool.
  public var name: String
  /// What it answered.
  public var response: [String: JSONValue]

  /// An answer.
  public init(id: String, name: String, response: [String: JSONValue]) {
    self.id = id
    self.name = name
    self.response = response
  }
}
