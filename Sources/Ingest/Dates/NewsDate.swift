import Articles
public import FoundationEssentials

/// Reads absolute dates in every form that feeds and pages use.
///
/// RFC 822 with odd zones, RFC 3339, W3CDTF, ISO 8601 with weeks and ordinal days, numbers parted by
/// slashes or dots, and month names of some thirty languages. A date without a zone is taken as
/// UTC. Years of two digits lie in 1970...2069.
public enum NewsDate {
  /// Bytes that are looked at; the longest real form has 60.
  static let length = 128

  /// The moment that `text` names, to the second; `nil` when it names none.
  ///
  /// Costs one pass over at most `length` bytes.
  public static func parse(_ text: String) -> Date? {
    var reader = DateReader(bytes: Array(text.utf8.prefix(length)))
    return reader.date()
  }

  /// Seconds that the zone of a date is ahead of UTC; 0 when it names none.
  static func offset(of text: String) -> Int {
    var reader = DateReader(bytes: Array(text.utf8.prefix(length)))
    guard let date = reader.date() else { return 0 }
    return reader.zone.seconds(at: CivilTime(date))
  }
}

/// Puts the parts of a date together in the order in which they come.
///
/// The order of day, month and year differs by country and cannot be told at the first number, so
/// numbers without a meaning of their own wait in `loose` until the end is reached.
struct DateReader {
  var scanner: DateScanner
  var year: Int?
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute = 0
  var second = 0
  /// Whether the clock of twelve hours said so; `nil` for the clock of 24.
  var isAfternoon: Bool?
  var zone = DateZone.none
  /// Numbers that may be the day or the year.
  private var loose: [DateScanner.Number] = []
  /// Words that are neither month, zone nor weekday.
  private var strayWords = 0
  var isBroken = false

  init(bytes: [UInt8]) { scanner = DateScanner(bytes: bytes) }

  var hasDate: Bool { year != nil && month != nil && day != nil }

  mutating func date() -> Date? {
    if let year = scanner.bareYear() { return CivilTime(year: year, month: 1, day: 1).date() }
    if let moment = scanner.countedSeconds() { return moment }
    scanner.skipSpaces()
    if scanner.take("-"), let number = scanner.number() { shortYear(number) }
    while !isBroken, !scanner.isAtEnd { step() }
    guard !isBroken, strayWords <= 2 else { return nil }
    settleLooseNumbers()
    return moment()
  }

  /// Takes what stands at the scanner: a number with what belongs to it, a word, or a mark.
  private mutating func step() {
    if let number = scanner.number() { return take(number) }
    if let word = scanner.word() { return take(word) }
    guard hour != nil, let sign = scanner.sign() else { return scanner.skip() }
    let start = scanner.next
    switch scanner.offset() {
    case .seconds(let seconds)?:
      if zone.yieldsToNumbers { zone = .offset(sign * seconds) }
    case .broken?: isBroken = true
    case nil: scanner.next = start
    }
  }

  private mutating func take(_ number: DateScanner.Number) {
    if let clock = scanner.clock(after: number) { return set(clock) }
    if let mark = scanner.calendarMark() { return set(number, as: mark) }
    if number.digits >= 5 { return compact(number) }
    if number.digits == 4, let (week, weekday) = scanner.week() {
      return set(year: number.value, week: week, weekday: weekday)
    }
    if let (mark, second, third) = scanner.parts() {
      return set(number, second, third, partedBy: mark)
    }
    if !(year != nil && month != nil && day != nil) { loose.append(number) }
  }

  private mutating func take(_ word: DateWord) {
    switch word {
    case .month(let number): if month == nil { month = number }
    case .afternoon(let isLate):
      if hour == nil, let last = loose.popLast() { hour = last.value }
      isAfternoon = isLate
    case .zone(let named): if case .none = zone, hour != nil { zone = named }
    case .timeMark:
      if hour == nil, let clock = scanner.compactClock() { set(clock) }
    case .hourMark:
      guard hour == nil, let last = loose.popLast() else { return }
      set((last.value, scanner.number()?.value ?? 0, 0))
    case .filler: break
    case .unknown: strayWords += 1
    }
  }

  private mutating func set(_ clock: (hour: Int, minute: Int, second: Int)) {
    guard hour == nil else { return }
    (hour, minute, second) = clock
  }

  private mutating func set(_ number: DateScanner.Number, as mark: DateScanner.CalendarMark) {
    switch mark {
    case .year: if year == nil { year = number.fullYear }
    case .month: if month == nil { month = number.value }
    case .day: if day == nil { day = number.value }
    case .hour: if hour == nil { hour = number.value }
    case .minute: minute = number.value
    case .second: second = number.value
    }
  }

  /// The numbers that stand beside a month's name.
  private mutating func settleLooseNumbers() {
    guard month != nil, !hasDate else { return }
    if year != nil {
      day = day ?? loose.first?.value ?? 1
    } else if day != nil {
      year = loose.first?.fullYear
    } else if loose.count == 1, loose[0].digits == 4 {
      (year, day) = (loose[0].value, 1)
    } else if loose.count == 2 {
      let isYearFirst = loose[0].digits > 2 || loose[0].value > 31
      let (first, second) = (loose[0], loose[1])
      (year, day) =
        isYearFirst ? (first.fullYear, second.value) : (second.fullYear, first.value)
    }
  }

  private func moment() -> Date? {
    guard let year, let month, let day, (0...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    var hour = hour ?? 0
    if let isAfternoon, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      hour < 24 || (minute == 0 && second == 0)
    else { return nil }
    let civil = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))
    return civil.date(offset: zone.seconds(at: civil))
  }
}
