import FoundationEssentials

/// Cuts the bytes of a date into numbers, words and marks.
struct DateScanner {
  /// Digits that stand together.
  struct Number {
    var value: Int
    var digits: Int

    /// The value as a year; two digits count from 1970 to 2069.
    var fullYear: Int { digits <= 2 ? DateScanner.fullYear(value) : value }
  }

  /// What the signs of East Asian dates make of the number before them.
  enum CalendarMark { case year, month, day, hour, minute, second }

  /// A zone's distance that was read, or one that cannot be.
  enum Offset {
    case seconds(Int)
    case broken
  }

  let bytes: [UInt8]
  var next = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  static func fullYear(_ twoDigits: Int) -> Int {
    twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits
  }

  var isAtEnd: Bool { next >= bytes.count }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    next + ahead < bytes.count ? bytes[next + ahead] : 0
  }

  private func isDigit(_ ahead: Int = 0) -> Bool { byte(ahead) &- 48 < 10 }

  mutating func skip() { next += 1 }

  mutating func skipSpaces() {
    while !isAtEnd, byte() <= 0x20 { next += 1 }
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard byte() == UInt8(ascii: mark) else { return false }
    next += 1
    return true
  }

  /// Up to 14 digits; more are no part of a date.
  mutating func number() -> Number? {
    var number = Number(value: 0, digits: 0)
    while isDigit(), number.digits < 15 {
      number.value = number.value * 10 + Int(byte() - 48)
      number.digits += 1
      next += 1
    }
    return number.digits > 0 ? number : nil
  }

  /// The year when there is nothing else.
  func bareYear() -> Int? {
    var whole = self
    whole.skipSpaces()
    guard let number = whole.number(), number.digits == 4 else { return nil }
    whole.skipSpaces()
    return whole.isAtEnd ? number.value : nil
  }

  /// Seconds or milliseconds since 1970, as scripts write them.
  func countedSeconds() -> Date? {
    var whole = self
    whole.skipSpaces()
    guard let number = whole.number(), number.digits == 10 || number.digits == 13 else {
      return nil
    }
    whole.skipSpaces()
    guard whole.isAtEnd else { return nil }
    return Date(
      timeIntervalSince1970: Double(number.digits == 13 ? number.value / 1000 : number.value))
  }

  /// `:14`, `:14:55`, `:14:55.123` after an hour.
  mutating func clock(after hour: Number) -> (hour: Int, minute: Int, second: Int)? {
    guard hour.digits <= 2, byte() == UInt8(ascii: ":"), isDigit(1) else { return nil }
    next += 1
    let minute = number()?.value ?? 0
    guard byte() == UInt8(ascii: ":"), isDigit(1) else { return (hour.value, minute, 0) }
    next += 1
    let second = number()?.value ?? 0
    if byte() == UInt8(ascii: ".") || byte() == UInt8(ascii: ","), isDigit(1) {
      next += 1
      while isDigit() { next += 1 }
    }
    return (hour.value, minute, second)
  }

  /// `1014` or `101455` behind a `T`.
  mutating func compactClock() -> (hour: Int, minute: Int, second: Int)? {
    let start = next
    guard let digits = number(), byte() != UInt8(ascii: ":") else {
      next = start
      return nil
    }
    switch digits.digits {
    case 2: return (digits.value, 0, 0)
    case 4: return (digits.value / 100, digits.value % 100, 0)
    case 6: return (digits.value / 10_000, digits.value / 100 % 100, digits.value % 100)
    default:
      next = start
      return nil
    }
  }

  /// `W52-7`, `-W52`, `W527` behind a year.
  mutating func week() -> (week: Int, weekday: Int)? {
    let ahead = byte() == UInt8(ascii: "-") ? 1 : 0
    guard byte(ahead) | 0x20 == UInt8(ascii: "w"), isDigit(ahead + 1) else { return nil }
    next += ahead + 1
    guard let week = number() else { return nil }
    if week.digits == 3 { return (week.value / 10, week.value % 10) }
    guard byte() == UInt8(ascii: "-"), isDigit(1) else { return (week.value, 1) }
    next += 1
    return (week.value, number()?.value ?? 1)
  }

  /// One or two more numbers behind the first, parted by the same mark without spaces.
  mutating func parts() -> (mark: UInt8, second: Number, third: Number?)? {
    let mark = byte()
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      isDigit(1)
    else { return nil }
    let start = next
    next += 1
    guard let second = number(), byte() != UInt8(ascii: ":") else {
      next = start
      return nil
    }
    guard byte() == mark, isDigit(1) else { return (mark, second, nil) }
    next += 1
    return (mark, second, number())
  }

  /// `+` or `-` before a digit.
  mutating func sign() -> Int? {
    guard byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"), isDigit(1) else {
      return nil
    }
    next += 1
    return bytes[next - 1] == UInt8(ascii: "+") ? 1 : -1
  }

  /// The digits of a zone: `0100`, `01:00`, `1`; `nil` when they can only be something else.
  mutating func offset() -> Offset? {
    guard let digits = number() else { return nil }
    var (hours, minutes) = (digits.value, 0)
    switch digits.digits {
    case 1, 2:
      if byte() == UInt8(ascii: ":") {
        next += 1
        guard let rest = number() else { return .broken }
        minutes = rest.value
      }
    case 3, 4: (hours, minutes) = (digits.value / 100, digits.value % 100)
    default: return nil
    }
    guard hours <= 15, minutes < 60 else { return digits.digits == 4 ? nil : .broken }
    return .seconds(hours * 3600 + minutes * 60)
  }
}
