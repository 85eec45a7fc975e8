public import FoundationEssentials

/// Days on which bookmarks are wanted again, as people type them.
public enum DueDay {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Reads `today`, `tomorrow`, a weekday or three letters of one, a span (`3d`, `2w`, `6m` of 30
  /// days), or a date (`2026-01-31`, `01-31`, which is the next one).
  /// - Parameters:
  ///   - text: As typed; case and spaces around it do not count.
  ///   - now: From which spans and weekdays are counted.
  ///   - zone: Where the day begins.
  /// - Returns: The first second of the day; `nil` when the text is no day.
  public static func date(_ text: String, now: Date, zone: LocalZone) -> Date? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    let today = zone.civil(now).daysSince1970
    guard let day = day(word, today: today, year: zone.civil(now).year) else { return nil }
    let civil = CivilTime(daysSince1970: day)
    return civil.date(offset: zone.offset(at: civil.date()))
  }

  /// The day as it is typed: "2026-01-31".
  public static func text(_ date: Date, zone: LocalZone) -> String {
    let civil = zone.civil(date)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
  }

  private static func day(_ word: String, today: Int, year: Int) -> Int? {
    switch word {
    case "today", "now": return today
    case "tomorrow": return today + 1
    default: break
    }
    if word.count >= 3, let weekday = weekdays.firstIndex(where: { $0.hasPrefix(word) }) {
      // The first day of 1970 was a Thursday.
      let ahead = (weekday - (today + 3) % 7 + 7) % 7
      return today + (ahead == 0 ? 7 : ahead)
    }
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    if let unit = word.last.flatMap({ units[$0] }), let count = Int(word.dropLast()),
      (0...10_000).contains(count)
    {
      return today + count * unit
    }
    let numbers = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch numbers.count {
    case 3: return dayNumber(numbers[0], numbers[1], numbers[2])
    case 2:
      guard let day = dayNumber(year, numbers[0], numbers[1]) else { return nil }
      return day >= today ? day : dayNumber(year + 1, numbers[0], numbers[1])
    default: return nil
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let civil = CivilTime(year: year, month: month, day: day)
    return CivilTime(daysSince1970: civil.daysSince1970) == civil ? civil.daysSince1970 : nil
  }
}
