public import FoundationEssentials

/// A day and time of the Gregorian calendar, worked out by arithmetic: no calendar library, no ICU.
public struct CivilTime: Sendable, Hashable {
  /// Of the common era; 0 is 1 BCE.
  public var year: Int
  /// 1...12.
  public var month: Int
  /// 1...31.
  public var day: Int
  /// 0...23.
  public var hour = 0
  /// 0...59.
  public var minute = 0
  /// 0...59.
  public var second = 0

  /// Takes each fact as it is.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The civil time at `date`, `offset` seconds east of Greenwich.
  ///
  /// Dates outside the years -9999 to 9999 are clamped, so that no content can make it trap.
  public init(_ date: Date, offset: Int = 0) {
    let seconds = Self.clampedSeconds(date) + offset
    var days = seconds / 86_400
    var rest = seconds % 86_400
    if rest < 0 {
      rest += 86_400
      days -= 1
    }
    self.init(daysSince1970: days)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// Midnight of a day counted from 1 January 1970.
  public init(daysSince1970 days: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1 January 1970; the time of day does not count.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The moment that this is `offset` seconds east of Greenwich.
  public func date(offset: Int = 0) -> Date {
    let seconds = daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// 0 is Sunday, 6 is Saturday.
  public var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

  /// Whole seconds since 1970, held within the years -9999 to 9999.
  public static func clampedSeconds(_ date: Date) -> Int {
    let seconds = date.timeIntervalSince1970
    guard seconds.isFinite else { return 0 }
    return Int(min(max(seconds.rounded(.down), -377_705_116_800), 253_402_300_799))
  }

  /// The form of the JSON contract: `2026-01-16T00:00:00Z`, in UTC.
  public static func rfc3339(_ date: Date) -> String { rfc3339(date, offset: 0) }

  /// The same on another clock: `2026-01-16T01:00:00+01:00`.
  /// - offset: Seconds east of Greenwich of that clock; whole minutes of it count.
  public static func rfc3339(_ date: Date, offset: Int) -> String {
    let minutes = offset / 60
    let time = CivilTime(date, offset: minutes * 60)
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(abs(value))
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let sign = time.year < 0 ? "-" : ""
    return "\(sign)\(digits(time.year, 4))-\(digits(time.month, 2))-\(digits(time.day, 2))"
      + "T\(digits(time.hour, 2)):\(digits(time.minute, 2)):\(digits(time.second, 2))"
      + (minutes == 0
        ? "Z" : "\(minutes < 0 ? "-" : "+")\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))")
  }
}

/// The offsets of the place where the reader sits, over the years that matter to a news list.
public struct LocalZone: Sendable, Hashable {
  /// From a second since 1970 on, so many seconds east of Greenwich.
  public struct Change: Sendable, Hashable {
    /// Since 1970.
    public var second: Int
    /// Seconds east of Greenwich.
    public var offset: Int

    /// Takes each fact as it is.
    public init(second: Int, offset: Int) {
      self.second = second
      self.offset = offset
    }
  }

  /// In order of time; the first one holds also for everything before it.
  private let changes: [Change]

  /// Greenwich, when no changes are given.
  public init(changes: [Change] = []) { self.changes = changes.sorted { $0.second < $1.second } }

  /// Seconds east of Greenwich at `date`.
  public func offset(at date: Date) -> Int {
    let second = CivilTime.clampedSeconds(date)
    return (changes.last { $0.second <= second } ?? changes.first)?.offset ?? 0
  }

  /// The civil time here at `date`.
  public func civil(_ date: Date) -> CivilTime { CivilTime(date, offset: offset(at: date)) }

  /// The moment at which a day begins here, of those counted from 1970.
  public func start(ofDay day: Int) -> Date {
    let midnight = CivilTime(daysSince1970: day)
    return midnight.date(offset: offset(at: midnight.date()))
  }
}
