import CFFmpeg

extension Demuxer {
  /// The note that Kinora leaves in its films; other programs' comments aren't read.
  var comment: String? {
    guard let entry = av_dict_get(context.pointee.metadata, "comment", nil, 0) else { return nil }
    let text = String(cString: entry.pointee.value)
    return text.hasPrefix("{\"kinora\"") && text.utf8.count < 1 << 16 ? text : nil
  }
}
