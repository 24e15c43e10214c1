public import Foundation

/// What a sound is made from, which can be kept as a file.
public protocol FiledRecipe: Hashable, Sendable, Codable {
  /// What a file with it says it is, such as `kinora.music.1`.
  static var fileFormat: String { get }

  /// The recipe without what JSON can't hold.
  var writable: Self { get }
}

extension FiledRecipe {
  /// The recipe as it is.
  public var writable: Self { self }
}

/// A sound that is made rather than read, as a small JSON file: it has no samples, and where its
/// recipe allows no length of its own.
public struct RecipeFile<Recipe: FiledRecipe>: Hashable, Sendable, Codable {
  /// What such a file says it is.
  public static var format: String { Recipe.fileFormat }

  /// What the file says it is.
  public let format: String
  /// The sentence it was read from.
  public let prompt: String
  /// What it is made from.
  public let recipe: Recipe

  /// A recipe that was asked for in `words`.
  public init(_ recipe: Recipe, words: String) {
    format = Self.format
    prompt = words
    self.recipe = recipe
  }

  /// The recipe in a file's content; nil where it is something else.
  public init?(content: Data) {
    guard content.count <= Self.largest,
      let file = try? JSONDecoder().decode(Self.self, from: content), file.format == Self.format
    else { return nil }
    self = file
  }

  /// A file is never larger.
  private static var largest: Int { 65_536 }

  /// The recipe in the file at `path`, or nil where the file is something else.
  public init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: Self.largest), bytes.first == UInt8(ascii: "{")
    else { return nil }
    self.init(content: bytes)
  }

  /// The file's content, the same for the same recipe.
  public var content: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(RecipeFile(recipe.writable, words: prompt))) ?? Data()
  }
}
