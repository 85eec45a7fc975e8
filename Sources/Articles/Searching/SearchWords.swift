/// The words by which what a query finds is recognised in a text: those to mark in headlines and
/// excerpts.
public struct SearchWords: Sendable, Hashable {
  /// A word of the query.
  public struct Word: Sendable, Hashable {
    /// Folded.
    public let text: String
    /// Whether it may go on.
    public let isPrefix: Bool
    /// Other forms of the same word; empty where exactly this one was asked for.
    public let forms: Set<String>
    /// Whether it is of a script without spaces, so that it may stand within a longer one.
    let isDense: Bool

    init(_ text: String, isPrefix: Bool, isExact: Bool) {
      self.text = text
      self.isPrefix = isPrefix
      forms = isExact ? [] : Set(EnglishForms.others(of: text))
      isDense = DenseScript.occurs(in: text)
    }

    func matches(_ folded: String) -> Bool {
      folded == text || (isPrefix && folded.hasPrefix(text)) || forms.contains(folded)
    }
  }

  /// In the order in which they stand in the query; at most `limit`.
  public let words: [Word]

  /// Words that are marked; later ones are passed over.
  private static let limit = 32

  /// What a condition asks for; what it keeps out is no hit.
  public init(_ condition: ArticleQuery.Condition) {
    var words: [Word] = []
    Self.collect(condition, depth: 0, into: &words)
    self.words = Array(words.prefix(Self.limit))
  }

  /// Whether there is nothing to mark.
  public var isEmpty: Bool { words.isEmpty }

  private static func collect(
    _ condition: ArticleQuery.Condition, depth: Int, into words: inout [Word]
  ) {
    guard depth < 64, words.count < limit else { return }
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { collect(part, depth: depth + 1, into: &words) }
    case .word(let text, let isPrefix):
      add(text, isPrefix: isPrefix, isExact: false, to: &words)
    case .phrase(let text): add(text, isPrefix: false, isExact: true, to: &words)
    case .title(let text): add(text, isPrefix: false, isExact: false, to: &words)
    default: break
    }
  }

  private static func add(
    _ text: String, isPrefix: Bool, isExact: Bool, to words: inout [Word]
  ) {
    let parts = self.parts(of: text)
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      words.append(
        Word(part, isPrefix: isPrefix && isLast, isExact: isExact || parts.count > 1))
    }
  }

  /// Letters and digits between anything else, folded.
  public static func parts(of text: String) -> [String] {
    Array(text.folded.split { !($0.isLetter || $0.isNumber) }.prefix(limit).map(String.init))
  }

  /// Where the words stand in a text, from left to right, each place once.
  ///
  /// Costs the length of the text times the number of the words.
  public func ranges(in text: String) -> [Range<String.Index>] {
    guard !words.isEmpty else { return [] }
    var ranges: [Range<String.Index>] = []
    var start = text.startIndex
    while let first = text[start...].firstIndex(where: { $0.isLetter || $0.isNumber }) {
      let end =
        text[first...].firstIndex { !($0.isLetter || $0.isNumber) } ?? text.endIndex
      let folded = text[first..<end].folded
      if words.contains(where: { !$0.isDense && $0.matches(folded) }) {
        ranges.append(first..<end)
      } else {
        ranges += denseRanges(in: text, within: first..<end)
      }
      start = end
    }
    return ranges
  }

  /// Parts of a run of letters without spaces.
  private func denseRanges(
    in text: String, within run: Range<String.Index>
  ) -> [Range<String.Index>] {
    let wanted = words.filter(\.isDense)
    guard !wanted.isEmpty else { return [] }
    var ranges: [Range<String.Index>] = []
    let places = Array(text[run].indices) + [run.upperBound]
    let letters = text[run].map { String($0).folded }
    var place = 0
    while place < letters.count {
      let length = wanted.map { Self.length(of: $0.text, in: letters[place...]) }.max() ?? 0
      if length > 0 { ranges.append(places[place]..<places[place + length]) }
      place += max(1, length)
    }
    return ranges
  }

  /// Letters that a word takes at the beginning of others; 0 when it does not stand there.
  private static func length(of word: String, in letters: ArraySlice<String>) -> Int {
    var rest = word[...]
    for (count, letter) in letters.enumerated() {
      if rest.isEmpty { return count }
      guard rest.hasPrefix(letter), !letter.isEmpty else { return 0 }
      rest = rest.dropFirst(letter.count)
    }
    return rest.isEmpty ? letters.count : 0
  }
}

/// Scripts that write words without spaces between them: Chinese, Japanese, Korean, Thai, Lao,
/// Khmer, Burmese.
public enum DenseScript {
  /// Whether a letter is of such a script.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xD7FF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a text has letters of such a script.
  public static func occurs(in text: String) -> Bool {
    text.utf8.contains { $0 >= 0xE0 } && text.unicodeScalars.contains(where: contains)
  }
}
