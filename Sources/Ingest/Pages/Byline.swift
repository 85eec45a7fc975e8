import Articles

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

  private static let labels: [StaticString] = [
    "by: ", "by ", "written by ", "posted by ", "published by ", "author: ", "author ", "words by ",
    "von: ", "von ", "autor: ", "autorin: ", "text: ", "par ", "por ", "di ", "from ",
    "veröffentlicht von ", "geschrieben von ",
  ]

  /// Whether a line begins with a word for its author.
  static func isLabelled(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return labels.contains { bytes[...].hasLowercasedPrefix($0) }
  }

  /// The names of a short line that begins with a word for its author in any language known here.
  static func labelled(_ line: ArraySlice<UInt8>) -> [String]? {
    guard line.count <= 64, line.last != UInt8(ascii: ".") else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard isLabelled(text) else { return nil }
    let names = credited(in: text)
    return !names.isEmpty && names.allSatisfy { self.names(of: $0) == [$0] } ? names : nil
  }

  /// Words that stand alone in elements marked as bylines.
  private static let noNames: Set<String> = [
    "by", "von", "posted", "posted on", "posted by", "published", "published on", "sign in",
    "no author", "author", "authors", "autor", "admin", "published in", "publiziert am",
    "staff", "date", "name", "veröffentlicht am", "log in", "follow",
  ]

  /// The names in the text of an element that is marked as the byline.
  ///
  /// Trusts the mark: a pen name in small letters is a name here.
  static func credited(in text: String) -> [String] {
    var rest = text.trimmingSpaces[...]
    let bytes = Array(rest.utf8)
    if let label = labels.first(where: { bytes[...].hasLowercasedPrefix($0) }) {
      rest = Substring(String(decoding: bytes[label.utf8CodeUnitCount...], as: UTF8.self))
    }
    if noNames.contains(String(rest).folded.trimmingSpaces) { return [] }
    // A date or a role stands behind a bar.
    let line = rest.prefix { !"|•·\n/".contains($0) }
    let strict = names(of: String(line))
    if !strict.isEmpty { return strict }
    let name = String(line).trimmingSpaces
    let words = name.utf8.count(where: { $0 == 0x20 }) + 1
    // "wire.example" is the site.
    if words == 1, name.utf8.dropLast(2).contains(UInt8(ascii: ".")) { return [] }
    guard (2...48).contains(name.utf8.count), words <= 4, name.utf8.last != UInt8(ascii: ":"),
      !name.utf8.contains(where: \.isASCIIDigit) || words == 1
    else { return [] }
    return [name]
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
