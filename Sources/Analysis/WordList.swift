/// The words of an article in reading order: title, highlights, paragraphs.
///
/// At most `ArticleText.byteLimit` bytes are read, so that its cost is bounded.
struct WordList {
  /// The text, its parts ended by line feeds.
  let bytes: [UInt8]
  let words: [Word]
  /// Words before this one belong to the title.
  let titleCount: Int

  init(_ text: ArticleText) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4_096)
    Self.append(text.title, to: &bytes)
    let titleEnd = bytes.count
    for part in text.highlights { Self.append(part, to: &bytes) }
    for part in text.paragraphs {
      guard bytes.count < ArticleText.byteLimit else { break }
      Self.append(part, to: &bytes)
    }
    self.bytes = bytes
    words = WordReader.words(of: bytes, stops: StopWords.keys)
    titleCount = words.prefix { Int($0.start) < titleEnd }.count
  }

  /// The words of a phrase of our own lists.
  init(phrase: some StringProtocol) {
    bytes = Array(phrase.utf8)
    words = WordReader.words(of: bytes, stops: KeyTable())
    titleCount = 0
  }

  private static func append(_ part: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: part.utf8.prefix(max(0, ArticleText.byteLimit - bytes.count)))
    bytes.append(0x0A)
  }

  /// The text from one word's first letter to another one's last.
  func string(from first: Int, through last: Int) -> String {
    let (start, end) = (Int(words[first].start), Int(words[last].end))
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
