/// A line from the text of an article that shows why a search found it.
public enum Excerpt {
  /// The stretch of a text in which most of the words stand; the beginning when none does.
  /// - Parameters:
  ///   - paragraphs: The text, without its headline.
  ///   - words: What is to be seen.
  ///   - length: Characters that the excerpt takes at most, 16 or more; `…` stands for what was cut
  ///     off.
  /// - Returns: One line; empty when there is no text.
  public static func line(
    from paragraphs: [String], showing words: SearchWords, length: Int
  ) -> String {
    let length = max(16, length)
    var best: (line: String, found: Int)?
    for paragraph in paragraphs.prefix(paragraphLimit) {
      let text = oneLine(paragraph)
      let hits = words.ranges(in: text)
      guard let hit = hits.first else { continue }
      let found = words.count(in: text, at: hits)
      guard found > best?.found ?? 0 else { continue }
      best = (cut(text, around: hit, length: length), found)
      if found == words.words.count { break }
    }
    if let best { return best.line }
    let first = paragraphs.first { !$0.isEmpty }.map(oneLine) ?? ""
    return cut(first, around: first.startIndex..<first.startIndex, length: length)
  }

  /// Paragraphs that are looked at; a hit beyond them is shown by the beginning of the text.
  private static let paragraphLimit = 400
  /// Characters of a paragraph that are looked at.
  private static let textLimit = 20_000

  private static func oneLine(_ text: String) -> String {
    String(text.prefix(textLimit).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// A part of a line that begins a few words before a place.
  private static func cut(
    _ text: String, around place: Range<String.Index>, length: Int
  ) -> String {
    guard text.count > length else { return text }
    // A third of the room stands before the hit, unless the text ends soon after it.
    let after = text.distance(from: place.lowerBound, to: text.endIndex)
    let lead = max(length / 3, length - after - 1)
    var start =
      text.index(place.lowerBound, offsetBy: -lead, limitedBy: text.startIndex)
      ?? text.startIndex
    if start > text.startIndex, let space = text[start..<place.lowerBound].firstIndex(of: " ") {
      start = text.index(after: space)
    }
    let isHead = start == text.startIndex
    let room = length - (isHead ? 1 : 2)
    let rest = text[start...]
    guard rest.count > length - (isHead ? 0 : 1) else { return (isHead ? "" : "…") + rest }
    return (isHead ? "" : "…") + rest.prefix(room) + "…"
  }
}

extension SearchWords {
  /// How many of the words stand at some places of a text.
  fileprivate func count(in text: String, at hits: [Range<String.Index>]) -> Int {
    let found = hits.prefix(64).map { text[$0].folded }
    return words.count { word in
      found.contains { word.isDense ? $0.contains(word.text) : word.matches($0) }
    }
  }
}
