import Articles
import TextLayout

/// The words of an article with single spaces between them, each of which knows its place: what
/// quotes are cut from and found in.
struct QuotableText: Sendable, Hashable {
  /// A sentence, or a line of what has none: a place in `characters`.
  typealias Unit = Range<Int>

  private(set) var characters: [Character] = []
  /// For each character the passage that it stands in.
  private var passages: [Int] = []
  /// For each character its first byte in the passage's text.
  private var bytes: [Int] = []
  /// Sentences in reading order; none goes on in another passage.
  private(set) var units: [Unit] = []

  /// Composes the body of an article.
  ///
  /// Cost: one look at each byte of it.
  init(_ outline: ArticleOutline, typesetter: ArticleTypesetter) {
    for (index, passage) in outline.passages.enumerated() where passage.paragraph > 0 {
      let start = characters.count
      append(typesetter.segments(of: passage, in: outline), passage: index)
      guard characters.count > start else { continue }
      let words = Array(characters[start...])
      units += Sentences.ranges(in: words).map { $0.lowerBound + start..<$0.upperBound + start }
      append(" ", passage: index, byte: bytes[bytes.count - 1])
    }
  }

  /// The passage in which a unit stands.
  func passage(of unit: Unit) -> Int { passages[unit.lowerBound] }

  /// The words of a range with those around it.
  func passage(_ range: Range<Int>) -> QuotedPassage {
    QuotedPassage(
      text: String(characters[range]),
      before: String(characters[..<range.lowerBound].suffix(QuotedPassage.contextLength + 1)),
      after: String(characters[range.upperBound...].prefix(QuotedPassage.contextLength + 1)))
  }

  /// The bytes of each passage's text that a range of characters takes.
  func hits(_ range: Range<Int>) -> [ArticleSearch.Hit] {
    var hits: [ArticleSearch.Hit] = []
    for place in range where !characters[place].isWhitespace {
      let end = bytes[place] + characters[place].utf8.count
      if let last = hits.last, last.passage == passages[place] {
        hits[hits.count - 1].bytes = last.bytes.lowerBound..<max(last.bytes.upperBound, end)
      } else {
        hits.append(.init(passage: passages[place], bytes: bytes[place]..<end))
      }
    }
    return hits
  }

  /// Where quotes stand, in reading order; those whose words are gone are left out.
  func hits(of quotes: [QuotedPassage]) -> [ArticleSearch.Hit] {
    let text = String(characters)
    return quotes.flatMap { quote -> [ArticleSearch.Hit] in
      guard let range = quote.range(in: text) else { return [] }
      let start = text[..<range.lowerBound].count
      return hits(start..<start + text[range].count)
    }.sorted { ($0.passage, $0.bytes.lowerBound) < ($1.passage, $1.bytes.lowerBound) }
  }

  private mutating func append(_ segments: [[Run<ArticleStyle>]], passage: Int) {
    var offset = 0
    for segment in segments {
      for run in segment {
        if !run.style.isAdded {
          var byte = offset
          for character in run.text.string {
            append(character, passage: passage, byte: byte)
            byte += character.utf8.count
          }
        }
        offset += run.text.string.utf8.count
      }
      append(" ", passage: passage, byte: max(0, offset - 1))
      offset += 1
    }
    // The space behind the last part belongs to no sentence.
    while passages.last == passage, characters.last == " " {
      characters.removeLast()
      passages.removeLast()
      bytes.removeLast()
    }
  }

  private mutating func append(_ character: Character, passage: Int, byte: Int) {
    let isSpace = character.isWhitespace || character == "\u{A0}"
    if isSpace, characters.last == " " || characters.isEmpty { return }
    characters.append(isSpace ? " " : character)
    passages.append(passage)
    bytes.append(byte)
  }
}
