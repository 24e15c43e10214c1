/// Ways that letters look, as people ask for them, each with the families that have it.
public enum FontStyle: String, Hashable, Sendable, CaseIterable {
  /// Without serifs.
  case sans
  /// With serifs.
  case serif
  /// As if written by hand.
  case handwritten
  /// Every letter as wide as another.
  case mono
  /// Thick and thin strokes, for large letters.
  case elegant
  /// With round ends.
  case rounded
  /// Heavy and plain.
  case bold

  /// The style that a word names, in any writing of upper and lower case; nil where it names
  /// none.
  public init?(named name: String) {
    switch name.lowercased() {
    case "sans", "sans-serif", "sans serif", "无衬线", "黑体": self = .sans
    case "serif", "衬线", "宋体": self = .serif
    case "handwritten", "handwriting", "script", "cursive", "手写", "手写体": self = .handwritten
    case "mono", "monospace", "monospaced", "typewriter", "等宽": self = .mono
    case "elegant", "classy", "优雅": self = .elegant
    case "rounded", "round", "圆体": self = .rounded
    case "bold", "heavy", "粗体": self = .bold
    default: return nil
    }
  }

  /// Families that have the style, the best first; not all need be installed.
  public var candidates: [String] {
    switch self {
    case .sans: ["Noto Sans", "Source Sans 3", "Inter", "DejaVu Sans"]
    case .serif: ["Noto Serif", "Source Serif 4", "Libertinus Serif", "DejaVu Serif"]
    case .handwritten:
      [
        "Caveat", "Kalam", "Patrick Hand", "Dancing Script", "Indie Flower", "Comic Neue",
        "Ma Shan Zheng", "LXGW WenKai",
      ]
    case .mono:
      ["JetBrains Mono", "Noto Sans Mono", "Source Code Pro", "DejaVu Sans Mono"]
    case .elegant:
      [
        "Playfair Display", "Cormorant Garamond", "Noto Serif Display", "EB Garamond",
        "Noto Serif",
      ]
    case .rounded:
      ["Nunito", "Quicksand", "Varela Round", "M PLUS Rounded 1c", "Comfortaa"]
    case .bold: ["Noto Sans Display", "Noto Sans", "DejaVu Sans"]
    }
  }

  /// Families for other scripts that go with the style.
  var companions: [String] {
    switch self {
    case .serif, .elegant: ["Noto Serif CJK SC", "Noto Naskh Arabic", "Noto Serif Hebrew"]
    case .mono: ["Noto Sans Mono CJK SC"]
    case .sans, .handwritten, .rounded, .bold: ["Noto Sans CJK SC"]
    }
  }

  /// The weight that is the style, where it is one.
  var weight: TextWeight? { self == .bold ? TextWeight(900) : nil }
}

extension FontInventory {
  /// The installed families that have a style, the best first; empty where there is none, and
  /// another look has to stand in.
  public func families(for style: FontStyle) -> [String] {
    style.candidates.filter { has(family: $0) }
  }
}
