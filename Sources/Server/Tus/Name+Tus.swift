import HTTPTypes

extension HTTPField.Name {
  static let tusResumable = known("Tus-Resumable")
  static let tusVersion = known("Tus-Version")
  static let tusExtension = known("Tus-Extension")
  static let tusMaxSize = known("Tus-Max-Size")
  static let uploadLength = known("Upload-Length")
  static let uploadOffset = known("Upload-Offset")
  static let uploadMetadata = known("Upload-Metadata")
  static let uploadDeferLength = known("Upload-Defer-Length")
  static let uploadExpires = known("Upload-Expires")
  static let methodOverride = known("X-HTTP-Method-Override")
  static let mediaID = known("X-Media-Id")
}
