/// The place that opens a report: "ISLAMABAD: …", "LONDON (Reuters) - …", "PARIS — …".
enum Dateline {
  /// Words in capitals before a colon that are no places.
  private static let labels: Set<String> = [
    "analysis", "breaking", "correction", "editorial", "exclusive", "explainer", "fact check",
    "factbox", "feature", "interview", "just in", "live", "note", "opinion", "photos", "profile",
    "question", "answer", "review", "summary", "update", "updated", "video", "warning", "watch",
    "read", "read more", "more", "source", "sources", "photo", "by", "timeline", "who", "nasa",
    "related", "see also", "also", "ps", "faq", "tldr", "disclaimer", "copyright", "key points",
  ]

  /// Words that keep their capitals, and words that lose all of them.
  private static let abbreviations: Set<String> = ["UN", "US", "UK", "UAE", "EU", "DC", "USA"]
  private static let particles: Set<String> = [
    "of", "the", "and", "on", "upon", "de", "la", "le", "les", "del", "do", "da", "dos", "au",
    "aux",
    "en", "sur", "am", "an", "der", "di", "el", "al", "in", "bin",
  ]

  /// The place in ordinary case; `nil` when the paragraph does not open with one.
  ///
  /// Looks at no more than the first 160 bytes.
  static func place(opening paragraph: ArraySlice<UInt8>) -> String? {
    let opening = paragraph.prefix(160)
    guard let end = end(of: opening) else { return nil }
    var words = opening[..<end.place]
    while let last = words.last, last.isHTMLSpace || last == UInt8(ascii: ",") {
      words.removeLast()
    }
    guard (2...IngestLimits.dateline).contains(words.count) else { return nil }
    // "LAHORE, Pakistan (AP)" and "KARACHI, Jan 16:" name the town first.
    let town = words.prefix { $0 != UInt8(ascii: ",") }
    let hasAgency = end.place != end.mark
    guard let name = name(town, allowsMixedCase: hasAgency) else { return nil }
    return labels.contains(name.lowercased()) ? nil : name
  }

  /// Where the place ends, and where the mark stands that ends the dateline.
  private static func end(of opening: ArraySlice<UInt8>) -> (place: Int, mark: Int)? {
    var place: Int?
    var index = opening.startIndex
    while index < opening.endIndex {
      let byte = opening[index]
      switch byte {
      case UInt8(ascii: "("):
        guard place == nil, index > opening.startIndex else { return nil }
        place = index
        guard let close = opening[index...].firstIndex(of: UInt8(ascii: ")")), close - index <= 40
        else { return nil }
        index = close
      case UInt8(ascii: ":"):
        let after = index + 1
        guard after < opening.endIndex, opening[after] == UInt8(ascii: " ") else { return nil }
        return (place ?? index, index)
      case UInt8(ascii: "-"), 0xE2:
        let length = byte == 0xE2 ? 3 : 1
        if byte == 0xE2 {
          // An en dash or em dash; other marks of this range, like quotes, open no dateline.
          guard index + 2 < opening.endIndex, opening[index + 1] == 0x80,
            opening[index + 2] == 0x93 || opening[index + 2] == 0x94
          else { return nil }
        }
        let isSpaced = index > opening.startIndex && opening[index - 1] == UInt8(ascii: " ")
        let after = index + length
        if isSpaced, after < opening.endIndex, opening[after] == UInt8(ascii: " ") {
          return (place ?? index, index)
        }
        if byte == 0xE2 { return nil }
      case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "?"),
        UInt8(ascii: "!"):
        let isAbbreviation =
          byte == UInt8(ascii: ".") && index > opening.startIndex
          && opening[index - 1].isASCIIUppercase
        guard isAbbreviation else { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func name(_ words: ArraySlice<UInt8>, allowsMixedCase: Bool) -> String? {
    let text = String(decoding: words, as: UTF8.self).trimmingSpaces
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count >= 2, !text.isEmpty else { return nil }
    let isCapital = !letters.contains { $0.properties.isLowercase }
    if isCapital, letters.contains(where: { $0.properties.isUppercase }) {
      guard letters.count >= 3 || abbreviations.contains(text) else { return nil }
      return ordinaryCase(text)
    }
    guard allowsMixedCase, text.utf8.count(where: { $0 == 0x20 }) < 4,
      letters.first?.properties.isUppercase == true
    else { return nil }
    return text
  }

  private static func ordinaryCase(_ text: String) -> String {
    var result = ""
    var word = ""
    func end() {
      if abbreviations.contains(word) || word.contains(".") {
        result += word
      } else if !result.isEmpty, particles.contains(word.lowercased()) {
        result += word.lowercased()
      } else {
        result += word.prefix(1) + word.dropFirst().lowercased()
      }
      word = ""
    }
    for character in text {
      if character == " " || character == "-" || character == "/" {
        end()
        result.append(character)
      } else {
        word.append(character)
      }
    }
    end()
    return result
  }
}
