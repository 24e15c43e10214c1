import HTTPTypes
import Hummingbird
import NIOCore
import Timeline
import Wire

extension Response {
  /// JSON as it stands.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    text(value.text(), type: "application/json", status: status)
  }

  /// `{"code":0,"data":…}`.
  static func data(_ value: JSONValue) -> Response { json(Envelope.success(value)) }

  /// A text of a media type.
  static func text(
    _ text: String, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
