import Articles

/// What a word in a date says.
enum DateWord {
  case month(Int)
  case afternoon(Bool)
  case zone(DateZone)
  /// The `T` before the time.
  case timeMark
  /// The `h` between hour and minute.
  case hourMark
  /// Weekdays and little words: "at", "de", "Uhr".
  case filler
  case unknown
}

extension DateScanner {
  /// The word that begins here, read; `nil` when no letter stands here.
  mutating func word() -> DateWord? {
    let start = next
    while next < bytes.count, Self.isLetter(bytes[next]) { next += 1 }
    guard next > start else { return nil }
    if let month = Self.englishMonth(bytes[start..<next]) { return .month(month) }
    if let common = Self.common(bytes[start..<next]) { return common }
    let word = Self.spelling(of: bytes[start..<next])
    if word == "a" || word == "p" || word == "π" || word == "μ", takeMeridian() {
      return .afternoon(word == "p" || word == "μ")
    }
    return DateNames.meanings[word] ?? .unknown
  }

  /// The `.m.` of `a.m.` and `p.m.`.
  private mutating func takeMeridian() -> Bool {
    let rest = String(decoding: bytes[next...].prefix(4), as: UTF8.self)
    for form in [".m.", ".m", ".μ.", ".μ"] where rest.lowercased().hasPrefix(form) {
      next += form.utf8.count
      return true
    }
    return false
  }

  /// The sign of an East Asian date behind a number, or the Vietnamese word before it.
  mutating func calendarMark() -> CalendarMark? {
    guard next < bytes.count, bytes[next] >= 0xE0 else { return nil }
    for (sign, mark) in Self.calendarMarks where bytes[next...].starts(with: sign.utf8) {
      next += sign.utf8.count
      return mark
    }
    return nil
  }

  private static let calendarMarks: [(String, CalendarMark)] = [
    ("年", .year), ("년", .year), ("月", .month), ("월", .month), ("日", .day), ("号", .day),
    ("일", .day), ("時", .hour), ("时", .hour), ("点", .hour), ("시", .hour), ("分", .minute),
    ("분", .minute), ("秒", .second), ("초", .second),
  ]

  /// Letters of ASCII, and every byte of other scripts except those of punctuation.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 97 < 26 || byte >= 0x80
  }

  /// Month by the first three letters of an English name, the common case without a table.
  private static func englishMonth(_ word: ArraySlice<UInt8>) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    let start = word.startIndex
    var key = 0
    for offset in 0..<3 { key = key << 8 | Int(word[start + offset] | 0x20) }
    guard let index = englishKeys.firstIndex(of: key) else { return nil }
    let name = englishNames[index]
    let isWhole = word.count == 3 || word.elementsEqual(name.utf8) { $0 | 0x20 == $1 }
    return isWhole ? index + 1 : nil
  }

  /// A word of most feeds' dates, without making a string of it.
  private static func common(_ word: ArraySlice<UInt8>) -> DateWord? {
    guard word.count <= 3 else { return nil }
    let key = word.reduce(0) { $0 << 8 | Int($1 | 0x20) }
    return commonWords.first { $0.key == key }?.meaning
  }

  private static let commonWords = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "gmt", "t", "z", "utc",
  ].compactMap { word in
    DateNames.meanings[word].map { (key: word.utf8.reduce(0) { $0 << 8 | Int($1) }, meaning: $0) }
  }

  private static let englishNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let englishKeys = englishNames.map { name in
    name.utf8.prefix(3).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The word as the tables spell it: lower case, without accents in Latin and Greek.
  private static func spelling(of word: ArraySlice<UInt8>) -> String {
    var spelling = ""
    for scalar in String(decoding: word, as: UTF8.self).folded.unicodeScalars {
      switch scalar {
      case "ά": spelling.unicodeScalars.append("α")
      case "έ": spelling.unicodeScalars.append("ε")
      case "ή": spelling.unicodeScalars.append("η")
      case "ί", "ϊ", "ΐ": spelling.unicodeScalars.append("ι")
      case "ό": spelling.unicodeScalars.append("ο")
      case "ύ", "ϋ", "ΰ": spelling.unicodeScalars.append("υ")
      case "ώ": spelling.unicodeScalars.append("ω")
      case "ς": spelling.unicodeScalars.append("σ")
      case "\u{A0}", "\u{202F}", "\u{200E}", "\u{200F}", "،": break
      default: spelling.unicodeScalars.append(scalar)
      }
    }
    return spelling
  }
}
