import Articles
import FoundationEssentials

/// When a feed is to be asked for again.
struct FeedSchedule {
  /// The shortest and the longest pause that a feed's rhythm leads to, in seconds.
  static let shortest = 15 * 60
  static let longest = 24 * 3_600
  /// The pause after the first error; it doubles with each further one up to `longest`.
  static let firstPause = 15 * 60

  var now: Date
  /// 0..<1; spreads feeds that would all be due at one moment.
  var chance: Double

  /// After a fetch that went well.
  /// - interval: Seconds that the user or the feed's rhythm wants.
  /// - isFixed: Whether the user wants it, so that the feed's and the server's wishes do not count.
  /// - wishes: Seconds that the feed (`ttl`) or the server (`max-age`) asks for at least.
  func next(interval: Int, isFixed: Bool, wishes: [Int?], hints: QuietTimes) -> Date {
    let wished = wishes.compactMap(\.self).max() ?? 0
    let pause = isFixed ? interval : min(max(interval, wished), Self.longest)
    let due = now.addingTimeInterval(Double(pause) * (1 + 0.1 * chance))
    return isFixed ? due : Self.allowed(due, hints)
  }

  /// After an error.
  /// - failures: Errors in a row, this one included.
  /// - retryAfter: Seconds that the server asks for.
  func next(failures: Int, retryAfter: Int?) -> Date {
    let doublings = min(max(failures, 1) - 1, 10)
    let pause = min(Self.firstPause << doublings, Self.longest)
    let spread = Double(pause) * (0.8 + 0.4 * chance)
    return now.addingTimeInterval(max(spread, Double(retryAfter ?? 0)))
  }

  /// Seconds between fetches that suit a feed with articles of these times: half of what lies
  /// between two of them, over the newest ten and the time since.
  static func rhythm(_ published: [Date], now: Date, known: Int?) -> Int {
    let newest = published.filter { $0 <= now }.sorted(by: >).prefix(10)
    guard let last = newest.last, newest.count > 1 else { return known ?? 3_600 }
    let span = now.timeIntervalSince(last) / Double(newest.count)
    return Int(min(max(span / 2, Double(shortest)), Double(longest)))
  }

  /// The first moment from `due` on in an hour and on a day that the feed does not exclude.
  private static func allowed(_ due: Date, _ hints: QuietTimes) -> Date {
    guard !hints.skipHours.isEmpty || !hints.skipDays.isEmpty else { return due }
    var second = CivilTime.clampedSeconds(due)
    for _ in 0..<(8 * 24) {
      let hour = second / 3_600 % 24
      // 1 January 1970 was a Thursday, the fifth day of a week that begins with Sunday.
      let day = (second / 86_400 + 4) % 7
      guard hints.skipHours.contains(hour) || hints.skipDays.contains(day) else { break }
      second = (second / 3_600 + 1) * 3_600
    }
    return max(due, Date(timeIntervalSince1970: Double(second)))
  }
}

/// When a feed says that it has nothing new.
struct QuietTimes: Sendable, Hashable {
  /// Hours of the day in UTC, 0...23.
  var skipHours: Set<Int> = []
  /// Days of the week, 0 being Sunday.
  var skipDays: Set<Int> = []
  /// Seconds for which it may be kept (`ttl`).
  var interval: Int?
}
