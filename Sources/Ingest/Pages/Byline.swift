/// The names of those who wrote an article.
enum Byline {
  private static let limit = 140
  private static let openings: [StaticString] = [
    "by: ", "by ", "written by ", "author: ", "words by ",
  ]

  /// The names in a line like "By Jane Doe and John Roe, Daily Wire"; `nil` when it is no byline.
  static func names(in line: ArraySlice<UInt8>) -> [String]? {
    // "By Friday, thousands had fled." is a sentence.
    guard line.count <= limit, line.last != UInt8(ascii: "."),
      let opening = openings.last(where: { line.hasLowercasedPrefix($0) })
    else { return nil }
    let names = names(
      of: String(decoding: line.dropFirst(opening.utf8CodeUnitCount), as: UTF8.self))
    return names.isEmpty ? nil : names
  }

  /// The names of a text without "By": parted by commas, "and" and bars; words that are no names,
  /// such as roles, are left out.
  static func names(of text: String) -> [String] {
    var names: [String] = []
    for part in text.split(whereSeparator: { ",|;&•·\n".contains($0) }) {
      for name in words(of: part).split(whereSeparator: { $0 == "and" }) {
        let words = name.filter { $0.lowercased() != "by" }
        guard isName(words) else { continue }
        let whole = words.joined(separator: " ")
        if !names.contains(whole) { names.append(whole) }
      }
    }
    return names
  }

  /// Whether a line in the head is nothing but a name: "NAIMAT KHAN", "Jane van Doe".
  static func isBareName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 48 else { return false }
    let text = String(decoding: line, as: UTF8.self)
    guard
      !text.unicodeScalars.contains(where: {
        "0123456789.:;!?\"()[]/#@".unicodeScalars.contains($0)
      })
    else { return false }
    let words = words(of: text[...])
    return (2...4).contains(words.count) && isName(words)
  }

  private static func words(of text: Substring) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  private static func isName(_ words: [String]) -> Bool {
    guard (1...6).contains(words.count), let first = words.first?.unicodeScalars.first,
      first.properties.isUppercase || (first.value >= 0x370 && first.properties.isAlphabetic)
    else { return false }
    let small: Set<String> = [
      "van", "von", "de", "der", "den", "da", "di", "al", "el", "la", "bin", "ibn", "du",
    ]
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      return small.contains(word) || !first.properties.isLowercase
    } && !words.contains { $0.utf8.contains(where: \.isASCIIDigit) }
  }
}
