import FoundationEssentials

/// Dates that are counted back from now: "39 min 29 sec ago", "an hour ago", "yesterday at 16:30".
enum RelativeDate {
  /// Seconds that lie further back than any news: two hundred years.
  private static let limit = 200 * 31_557_600
  private static let day = 86_400

  /// The moment that a text names; `nil` when it is no such text, or lies beyond all news.
  static func moment(_ text: ArraySlice<UInt8>, now: Date) -> Date? {
    guard text.count <= 80, marks.contains(where: { text.containsLowercased($0) }) else {
      return nil
    }
    var words = words(of: text)
    while let first = words.first, ["about", "around", "over", "almost", "~"].contains(first) {
      words.removeFirst()
    }
    guard let first = words.first else { return nil }
    if let seconds = fixed[words.joined(separator: " ")] { return back(seconds, from: now) }
    if first == "today" || first == "yesterday" {
      return clock(words.dropFirst(), daysBack: first == "today" ? 0 : 1, now: now)
    }
    guard words.last == "ago" else { return nil }
    return counted(words.dropLast()).flatMap { back($0, from: now) }
  }

  /// One of these stands in every such text.
  private static let marks: [StaticString] = ["ago", "now", "day", "week", "morning"]

  private static let fixed: [String: Int] = [
    "now": 0, "just now": 0, "right now": 0, "moments ago": 0, "a moment ago": 0,
    "a few moments ago": 0, "seconds ago": 0, "a few seconds ago": 0, "minutes ago": 120,
    "a few minutes ago": 180, "today": 0, "this morning": 0, "yesterday": day, "last week": 7 * day,
    "the day before yesterday": 2 * day,
  ]

  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// Seconds of a unit, by any of its names.
  private static let units: [String: Int] = {
    var units: [String: Int] = [:]
    let names: [(Int, String)] = [
      (1, "s sec secs second seconds"), (60, "m min mins minute minutes"),
      (3_600, "h hr hrs hour hours"), (day, "d day days"), (7 * day, "w wk wks week weeks"),
      (30 * day, "mo mos month months"), (365 * day, "y yr yrs year years"),
    ]
    for (seconds, all) in names {
      for name in all.split(whereSeparator: { $0 == " " }) { units[String(name)] = seconds }
    }
    return units
  }()

  /// Lower-case words; a number ends before the unit that is written to it ("2h").
  private static func words(of text: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if byte.isHTMLSpace || byte == UInt8(ascii: ",") {
        end()
        continue
      }
      if let last = word.last, last.isASCIIDigit, byte.isASCIILetter { end() }
      if byte == UInt8(ascii: "."), word.last?.isASCIILetter == true { continue }
      word.append(byte.lowercasedASCII)
    }
    end()
    return words
  }

  /// Seconds that "1 hour and 5 min" lasts; `nil` when a word is neither number nor unit.
  private static func counted(_ words: ArraySlice<String>) -> Int? {
    var total = 0
    var number: Int?
    for word in words where word != "and" {
      if let unit = units[word], let count = number {
        let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
        guard !overflows, seconds <= limit else { return nil }
        total += seconds
        number = nil
      } else if number == nil, let count = numbers[word] ?? Int(word), count >= 0 {
        number = count
      } else {
        return nil
      }
    }
    guard number == nil, total > 0 || !words.isEmpty, total <= limit else { return nil }
    return total
  }

  private static func back(_ seconds: Int, from now: Date) -> Date? {
    let moment = now.timeIntervalSince1970 - Double(seconds)
    guard moment.isFinite, abs(moment) < 1e11 else { return nil }
    return Date(timeIntervalSince1970: moment)
  }

  /// A time of today or yesterday, in UTC; that day at this hour when no time is given.
  private static func clock(_ words: ArraySlice<String>, daysBack: Int, now: Date) -> Date? {
    let words = words.filter { $0 != "at" && $0 != "utc" && $0 != "gmt" }
    var seconds: Int?
    for word in words {
      let numbers = word.split(whereSeparator: { $0 == ":" }).compactMap { Int($0) }
      switch word {
      case "am": if let time = seconds, time / 3_600 == 12 { seconds = time - 43_200 }
      case "pm": if let time = seconds, time / 3_600 < 12 { seconds = time + 43_200 }
      default:
        guard seconds == nil, let hour = numbers.first, (0...23).contains(hour) else { return nil }
        let minute = numbers.count > 1 ? numbers[1] : 0
        guard (0...59).contains(minute) else { return nil }
        seconds = hour * 3_600 + minute * 60
      }
    }
    guard let seconds else { return nil }
    let midnight = (now.timeIntervalSince1970 / Double(day)).rounded(.down) * Double(day)
    return back(daysBack * day - seconds, from: Date(timeIntervalSince1970: midnight))
  }
}
