import FoundationEssentials

/// The dates that a page shows to people: "Updated 39 min 29 sec ago", "Jan 16, 2026 4:30 PM".
enum PageDate {
  /// What a date says about the article.
  enum Role { case published, updated, plain }

  /// One date of a line; the moment is `nil` where the line plainly is a date that nobody can read.
  struct Reading: Equatable {
    var role: Role
    var date: Date?
  }

  /// Bytes of a line of dates; longer ones are sentences.
  private static let limit = 120

  /// The dates of a line that holds nothing else; `nil` when it is no such line.
  static func readings(in line: ArraySlice<UInt8>, now: Date) -> [Reading]? {
    guard line.count <= limit, !line.isEmpty else { return nil }
    let line = withASCIIDigits(line)[...]
    guard let first = PageDateLabel.at(line.startIndex, in: line) else {
      return plain(line, now: now).map { [Reading(role: .plain, date: $0)] }
    }
    var readings: [Reading] = []
    var label: PageDateLabel? = first
    while let current = label {
      label = PageDateLabel.next(after: current.end, in: line)
      let text = trimmed(line[current.end..<(label?.start ?? line.endIndex)])
      let date = moment(text, now: now)
      guard date != nil || looksLikeDate(text) else { return nil }
      readings.append(Reading(role: current.role, date: date))
    }
    return readings
  }

  /// The moment that a text names, absolute or counted back from `now`.
  static func moment(_ text: ArraySlice<UInt8>, now: Date) -> Date? {
    if let date = RelativeDate.moment(text, now: now) { return date }
    for part in [text] + parts(of: text) {
      if let date = sane(NewsDate.parse(String(decoding: part, as: UTF8.self))) { return date }
      if let date = RelativeDate.moment(part, now: now) { return date }
    }
    return nil
  }

  /// A date of three numbers with strokes in the order year, month, day, where the language tells
  /// which of the first two is the day; any other text as it is.
  static func ordered(_ text: ArraySlice<UInt8>, language: String?) -> ArraySlice<UInt8> {
    guard let language = language?.lowercased(), !monthFirst.contains(language) else { return text }
    let end = text.firstIndex { !$0.isASCIIDigit && $0 != UInt8(ascii: "/") } ?? text.endIndex
    let parts = text[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2,
      let day = Int(String(decoding: parts[0], as: UTF8.self)),
      let month = Int(String(decoding: parts[1], as: UTF8.self)), day <= 12, month <= 12
    else { return text }
    // The clock of twelve hours stands beside American dates, whatever the language.
    let rest = text[end...]
    guard !rest.contains(where: { $0 | 0x20 == UInt8(ascii: "m") }) else { return text }
    let year = String(decoding: parts[2], as: UTF8.self)
    let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return Array(date.utf8) + rest
  }

  /// Where 3/4/2020 is in March.
  private static let monthFirst: Set<String> = ["en", "en-us", "en-ph", "en-ca"]

  /// Without dates that no article can have.
  static func sane(_ date: Date?) -> Date? {
    guard let date, (-2_208_988_800..<4_133_980_800).contains(date.timeIntervalSince1970) else {
      return nil
    }
    return date
  }

  /// The date of a line without a label: the whole line must be one.
  private static func plain(_ line: ArraySlice<UInt8>, now: Date) -> Date? {
    if let date = RelativeDate.moment(line, now: now) { return date }
    guard line.count <= 64, digitGroups(line) >= 2 else { return nil }
    if let last = line.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") { return nil }
    return moment(line, now: now)
  }

  /// What a labelled line that cannot be read must look like to be dropped: short, with digits.
  private static func looksLikeDate(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 48 && text.contains(where: \.isASCIIDigit)
      && text.split(whereSeparator: \.isHTMLSpace).count <= 8
  }

  private static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts = [text]
    for mark in marks where text.count >= mark.utf8.count {
      parts = parts.flatMap { split($0, at: Array(mark.utf8)) }
    }
    return parts.count > 1 ? parts : []
  }

  /// What stands between the facts of a line: "Ana Reporter / 22.04.2020 / 06:15".
  private static let marks = ["|", "·", " / ", "•", "⋅", "»", " – ", " — "]

  private static func split(
    _ text: ArraySlice<UInt8>, at mark: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var (start, index) = (text.startIndex, text.startIndex)
    while index + mark.count <= text.endIndex {
      if text[index] == mark[0], text[index..<index + mark.count].elementsEqual(mark) {
        parts.append(text[start..<index])
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [text[start...]]
  }

  private static func digitGroups(_ text: ArraySlice<UInt8>) -> Int {
    var groups = 0
    var isInside = false
    for byte in text {
      if byte.isASCIIDigit && !isInside { groups += 1 }
      isInside = byte.isASCIIDigit
    }
    return groups
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isMark(_ byte: UInt8) -> Bool {
      byte.isHTMLSpace || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
        || byte == 0xC2 || byte == 0xB7 || byte == UInt8(ascii: "/")
    }
    var text = text
    while let first = text.first, isMark(first) { text = text.dropFirst() }
    while let last = text.last, isMark(last) { text = text.dropLast() }
    for word in ["on ", "at "] as [StaticString] where text.hasLowercasedPrefix(word) {
      text = text.dropFirst(3)
    }
    return text
  }

  /// The line with the digits of Arabic, Persian, Devanagari and wide type as ASCII.
  private static func withASCIIDigits(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.contains(where: { $0 >= 0x80 }) else { return Array(line) }
    var output: [UInt8] = []
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9: output.append(0x30 + UInt8(scalar.value & 0xF))
      case 0x966...0x96F: output.append(0x30 + UInt8(scalar.value - 0x966))
      case 0xFF10...0xFF19: output.append(0x30 + UInt8(scalar.value - 0xFF10))
      case 0xA0, 0x202F, 0x2009: output.append(0x20)
      default: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return output
  }
}

/// A word that says what the date behind it is.
struct PageDateLabel {
  var role: PageDate.Role
  var start: Int
  /// Where the date begins.
  var end: Int

  private static let labels: [(StaticString, PageDate.Role)] = [
    ("last updated", .updated), ("last modified", .updated), ("updated", .updated),
    ("modified", .updated), ("update:", .updated), ("first published", .published),
    ("date published", .published), ("publish date", .published), ("publication date", .published),
    ("published", .published), ("posted", .published), ("release date", .published),
    ("created", .published), ("date:", .published), ("issued", .published),
  ]

  /// The label that stands at `index`.
  static func at(_ index: Int, in line: ArraySlice<UInt8>) -> PageDateLabel? {
    for (label, role) in labels where line[index...].hasLowercasedPrefix(label) {
      let end = index + label.utf8CodeUnitCount
      if end == line.endIndex || !line[end].isASCIIAlphanumeric {
        return PageDateLabel(role: role, start: index, end: end)
      }
    }
    return nil
  }

  /// The next label at the beginning of a word.
  static func next(after start: Int, in line: ArraySlice<UInt8>) -> PageDateLabel? {
    var index = start
    while index < line.endIndex {
      if !line[index - 1].isASCIIAlphanumeric, let label = at(index, in: line) { return label }
      index += 1
    }
    return nil
  }
}
