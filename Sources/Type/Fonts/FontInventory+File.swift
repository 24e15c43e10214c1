import CPango
import Foundation

extension FontInventory {
  /// The largest font file that is taken, in bytes: whole Chinese families in one file are about
  /// half of it.
  public static let maximumFileSize = 64 << 20

  /// Makes the fonts of a file (TrueType, OpenType, or a collection) known to this process, and
  /// gives the names of their families: what `TextOverrides.font` can then say.
  ///
  /// Only outlines are taken, not bitmaps. The file is read again whenever it is drawn with, so
  /// it stays where it is until the process ends. Adding a file twice does no harm.
  ///
  /// - Throws: `TypeError` with the code `fontFile` where the file can't be read, is larger than
  ///   `maximumFileSize`, or holds no font.
  public static func add(fileAt path: String) throws(TypeError) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard !path.utf8.contains(0),
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = attributes[.size] as? Int, FileManager.default.isReadableFile(atPath: path)
    else { throw .fontFile("The font file \(name) can't be read; check its path and its rights.") }
    guard size <= maximumFileSize else {
      throw .fontFile(
        "The font file \(name) has \(size >> 20) MiB, more than the \(maximumFileSize >> 20) "
          + "that are taken; use a smaller one, such as a single weight of the family.")
    }
    let families = outlineFamilies(inFileAt: path)
    guard !families.isEmpty, FcConfigAppFontAddFile(nil, path) != 0 else {
      throw .fontFile(
        "The file \(name) holds no font with outlines that can be drawn; use a whole TTF, OTF or "
          + "TTC file.")
    }
    Typesetter.renew()
    return families
  }

  private static func outlineFamilies(inFileAt path: String) -> [String] {
    var families: [String] = []
    var (face, count): (UInt32, Int32) = (0, 1)
    while face < UInt32(min(max(count, 0), 256)) {
      defer { face += 1 }
      guard let pattern = FcFreeTypeQuery(path, face, nil, &count) else { continue }
      defer { FcPatternDestroy(pattern) }
      guard kinora_pattern_is_scalable(pattern) != 0,
        let name = kinora_pattern_family(pattern, 0)
      else { continue }
      let family = String(cString: name)
      if !family.isEmpty, !families.contains(family) { families.append(family) }
    }
    return families
  }
}
