import CFFmpeg

/// An `AVDictionary` with one owner: options by name, handed to FFmpeg's open functions.
struct Options: ~Copyable {
  var pointer: OpaquePointer?

  init(_ values: KeyValuePairs<String, String>) {
    for (name, value) in values { av_dict_set(&pointer, name, value, 0) }
  }

  deinit {
    var pointer = pointer
    av_dict_free(&pointer)
  }
}
