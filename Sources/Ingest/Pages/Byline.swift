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
      for name in words(of: part).split(whereSeparator: { joints.contains($0) }) {
        var words = name.filter { $0.lowercased() != "by" }
        while let last = words.last, ["im", "in", "–", "—", "-"].contains(last) {
          words.removeLast()
        }
        guard isName(words) else { continue }
        let whole = words.joined(separator: " ")
        if noNames.contains(whole.folded) || isDay(whole) { continue }
        if !names.contains(whole) { names.append(whole) }
      }
    }
    return names
  }

  /// Words between two names; "in", "im" and so on belong to those of a talk: "A im Gespräch mit B".
  private static let joints: Set<String> = [
    "and", "und", "et", "y", "with", "mit", "conversation", "Gespräch", "Interview",
  ]

  private static let labels: [StaticString] = [
    "by: ", "by ", "written by ", "posted by ", "published by ", "author: ", "author ", "words by ",
    "von: ", "von ", "autor: ", "autorin: ", "text: ", "par ", "por ", "di ", "from ",
    "veröffentlicht von ", "geschrieben von ", "verfasst von ", "erstellt von ",
    "gespeichert von ", "text von ", "autor/in: ", "autoren: ", "autoren ", "auteur : ",
    "auteur: ", "auteurs : ", "écrit par ", "escrito por ", "autore: ", "scritto da ", "door ",
    "submitted by ", "created by ", "authors: ",
  ]

  /// The line up to where it names someone: "September 21, 2020 by Ana Reporter", "3 May (AP)".
  static func withoutNames(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stops: [StaticString] = [" by ", " von ", " par ", " por ", "("]
    let end = line.indices.first { index in
      stops.contains { line[index...].hasLowercasedPrefix($0) }
    }
    return line[..<(end ?? line.endIndex)]
  }

  /// The line from where it names someone on, when a date stands before that.
  private static func behindDate(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let stops: [StaticString] = [" by ", " von ", " par "]
    for index in bytes.indices {
      guard let stop = stops.first(where: { bytes[index...].hasLowercasedPrefix($0) }) else {
        continue
      }
      guard bytes[..<index].contains(where: \.isASCIIDigit) else { return text }
      return String(decoding: bytes[(index + stop.utf8CodeUnitCount)...], as: UTF8.self)
    }
    return text
  }

  /// The line without the date behind the name: "Ana Reporter am 29.12.2010, 13:36 Uhr",
  /// "ANA REPORTER March 11, 2015".
  private static func beforeDate(_ text: Substring) -> Substring {
    let words = text.split(separator: " ")
    let stops: Set<Substring> = ["am", "on", "at", "um", "le", "el"]
    for (place, word) in words.enumerated() where place > 0 && stops.contains(word) {
      guard
        words[place...].dropFirst().prefix(4).contains(where: { $0.contains(where: \.isNumber) })
      else { continue }
      return text[..<word.startIndex]
    }
    for (place, word) in words.enumerated().dropFirst() where place + 1 < words.count {
      let (isNumber, isNext) = (word.first?.isNumber, words[place + 1].first?.isNumber)
      if isNext == true, isDay(String(word)) || isMonth(word) { return text[..<word.startIndex] }
      if isNumber == true, isMonth(words[place + 1]) { return text[..<word.startIndex] }
    }
    return text
  }

  private static func isMonth(_ word: Substring) -> Bool {
    if case .month = DateNames.meanings[String(word).folded], word.utf8.count >= 3 {
      true
    } else {
      false
    }
  }

  /// Whether a word is nothing but a day of the week or a month.
  private static func isDay(_ name: String) -> Bool {
    switch DateNames.meanings[name.folded] {
    case .month, .filler: name.utf8.count > 3
    default: false
    }
  }

  /// Whether a line says that it names its author: at its beginning, or behind a date.
  static func namesAuthor(_ line: String) -> Bool {
    isLabelled(line) || behindDate(line) != line
  }

  /// The names in a line of facts of which one is a date: "3 May 2020 | 13:10 | Ana Reporter".
  static func namesBesideDate(_ line: String, isDate: (Substring) -> Bool) -> [String] {
    let facts = line.split { "|·•⋅".contains($0) }
    guard facts.count > 1, facts.contains(where: isDate) else { return [] }
    return facts.map { String($0).trimmingSpaces }.filter { isBareName(Array($0.utf8)[...]) }
  }

  /// Words that stand alone before the author's name, in an element of their own.
  private static let loneLabels: Set<String> = [
    "by", "author", "authors", "written by", "published by", "posted by", "autor", "autorin",
    "autoren", "autor/in", "autor*in",
    "auteur", "auteurs", "auteur(s)", "autore", "autori", "von", "verfasser", "redacteur",
  ]

  /// Whether a text is nothing but the label before a name: "Author:", "| By".
  static func isLoneLabel(_ text: String) -> Bool {
    let word = text.filter { !"|:·•".contains($0) }.trimmingSpaces
    return word.utf8.count <= 12 && loneLabels.contains(word.folded)
  }

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
    "by", "von", "posted", "posted on", "posted by", "published", "published on", "published by",
    "written by", "sign in",
    "no author", "author", "authors", "autor", "admin", "published in", "publiziert am",
    "staff", "date", "name", "veröffentlicht am", "log in", "follow", "veroffentlicht am",
    "updated", "last updated", "share", "menu", "search", "comments", "read more",
  ]

  /// The names in the text of an element that is marked as the byline.
  ///
  /// Trusts the mark: a pen name in small letters is a name here.
  static func credited(in text: String) -> [String] {
    var rest = behindDate(text.trimmingSpaces)[...]
    while let first = rest.first, "|·•".contains(first) {
      rest = rest.dropFirst().drop { $0 == " " }
    }
    let bytes = Array(rest.utf8)
    if let label = labels.first(where: { bytes[...].hasLowercasedPrefix($0) }) {
      rest = Substring(String(decoding: bytes[label.utf8CodeUnitCount...], as: UTF8.self))
    } else if bytes[...].hasLowercasedPrefix("by"), rest.dropFirst(2).first?.isUppercase == true {
      // "byAna Reporter": the space between was one of the style sheet.
      rest = rest.dropFirst(2)
    }
    if let last = rest.last, last == ":" || last == "," { rest.removeLast() }
    if noNames.contains(String(rest).folded.trimmingSpaces) { return [] }
    // A date or a role stands behind a bar.
    let line = beforeDate(rest.prefix { !"|•·\n/".contains($0) })
    let strict = names(of: String(line))
    if !strict.isEmpty { return strict }
    let name = String(line).trimmingSpaces
    let words = name.utf8.count(where: { $0 == 0x20 }) + 1
    // "wire.example" is the site.
    if words == 1, name.utf8.dropLast(2).contains(UInt8(ascii: ".")) { return [] }
    guard (2...48).contains(name.utf8.count), words <= 4, !noNames.contains(name.folded),
      !isDay(name),
      name.unicodeScalars.last.map({
        $0.properties.isAlphabetic || ".)0123456789".unicodeScalars.contains($0)
      }) == true,
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
    guard (1...7).contains(words.count), let first = words.first?.unicodeScalars.first,
      first.properties.isUppercase || (first.value >= 0x370 && first.properties.isAlphabetic)
    else { return false }
    let small: Set<String> = [
      "van", "von", "de", "der", "den", "da", "di", "al", "el", "la", "bin", "ibn", "du",
    ]
    return words.allSatisfy { word in
      // A lone dash is no part of a name: a place before its text, a house behind a person.
      guard let first = word.unicodeScalars.first,
        word.unicodeScalars.contains(where: \.properties.isAlphabetic)
      else { return false }
      return small.contains(word) || !first.properties.isLowercase
    } && !words.contains { $0.utf8.contains(where: \.isASCIIDigit) }
  }
}
