/// Where sentences end.
public enum Sentences {
  /// Words with a dot that end no sentence, in small letters.
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "gov", "sen", "rep",
    "rev", "hon", "jr", "sr", "vs", "no", "nos", "vol", "pp", "fig", "inc", "ltd", "co", "corp",
    "approx", "dept", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "e.g", "i.e", "etc", "cf", "bzw", "z.b", "u.a", "mme", "mlle",
  ]
  private static let closing: Set<Character> = ["”", "’", "\"", "'", ")", "]", "»", "」", "』"]

  /// The sentences of a text, as ranges of its characters, spaces between them left out.
  ///
  /// A dot ends a sentence when a space and no small letter follow and no abbreviation or initial
  /// stands before it; the full stops of Chinese and Japanese always do.
  public static func ranges(in text: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var last = end
      while start < last, text[start].isWhitespace { start += 1 }
      while last > start, text[last - 1].isWhitespace { last -= 1 }
      if start < last { ranges.append(start..<last) }
      start = end
    }
    while index < text.count {
      guard ".!?…。！？".contains(text[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, ".!?…。！？".contains(text[end]) { end += 1 }
      while end < text.count, closing.contains(text[end]) { end += 1 }
      if endsSentence(text, mark: index, end: end) { close(at: end) }
      index = end
    }
    close(at: text.count)
    return ranges
  }

  private static func endsSentence(_ text: [Character], mark: Int, end: Int) -> Bool {
    if "。！？".contains(text[mark]) || end >= text.count { return true }
    guard text[end].isWhitespace else { return false }
    guard let next = text[end...].first(where: { !$0.isWhitespace }), !next.isLowercase else {
      return false
    }
    guard text[mark] == ".", end == mark + 1 else { return true }
    let word = text[..<mark].reversed().prefix { $0.isLetter || $0 == "." }.reversed()
    if word.count == 1, word.first?.isUppercase == true { return false }
    return !abbreviations.contains(String(word).lowercased())
  }
}
