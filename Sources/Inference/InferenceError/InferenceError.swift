/// Why a model can't be used: one sentence for whoever named it.
public struct InferenceError: Error, Hashable, Sendable {
  /// The kind of failure.
  public var code: Code
  /// What happened and what to do, as one sentence.
  public var message: String

  /// A failure of this kind.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// A kind of failure; more may come.
  public struct Code: Hashable, Sendable {
    /// The word in logs and replies.
    public let rawValue: String

    /// ONNX Runtime isn't where it was looked for.
    public static let missingLibrary = Code(rawValue: "missing_library")
    /// What was opened is no ONNX Runtime, or none for this machine.
    public static let badLibrary = Code(rawValue: "bad_library")
    /// ONNX Runtime is of another time than Kinora or the model.
    public static let tooOld = Code(rawValue: "too_old")
    /// There is no such model, or a file that belongs to it is missing.
    public static let missingModel = Code(rawValue: "missing_model")
    /// The file is no ONNX model, or a damaged one, or it can't be run.
    public static let badModel = Code(rawValue: "bad_model")
    /// The model is whole, but it isn't one that says how near things are.
    public static let unsuitableModel = Code(rawValue: "unsuitable_model")
    /// What the model gave is of no use.
    public static let badOutput = Code(rawValue: "bad_output")
  }
}

extension InferenceError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
