import Articles

/// Dates that consist of numbers alone.
extension DateReader {
  /// `-0312` and `-03-12`: a year of this century and a month, as old ISO 8601 has it.
  mutating func shortYear(_ number: DateScanner.Number) {
    if number.digits == 4 {
      (year, month, day) = (2000 + number.value / 100, number.value % 100, 1)
    } else if number.digits == 2, scanner.take("-"), let second = scanner.number() {
      (year, month, day) = (2000 + number.value, second.value, 1)
    } else {
      isBroken = true
    }
  }

  /// Digits without marks: `031231`, `2003335`, `20031231`, and with the time behind them.
  mutating func compact(_ number: DateScanner.Number) {
    guard !hasDate else { return }
    let value = number.value
    switch number.digits {
    case 6:
      setDate(year: DateScanner.fullYear(value / 10_000), value / 100 % 100, value % 100)
    case 7: set(year: value / 1000, ordinal: value % 1000)
    case 8: setDate(year: value / 10_000, value / 100 % 100, value % 100)
    case 12, 14:
      let withSeconds = number.digits == 14 ? value : value * 100
      let date = withSeconds / 1_000_000
      setDate(year: date / 10_000, date / 100 % 100, date % 100)
      hour = withSeconds / 10_000 % 100
      minute = withSeconds / 100 % 100
      second = withSeconds % 100
    default: isBroken = true
    }
  }

  /// Two or three numbers parted by one mark: `2003-12-31`, `31.12.2003`, `12/31/03`, `2003-365`.
  mutating func set(
    _ first: DateScanner.Number, _ second: DateScanner.Number, _ third: DateScanner.Number?,
    partedBy mark: UInt8
  ) {
    guard !hasDate else { return }
    guard let third else { return set(first, second, partedBy: mark) }
    if first.digits >= 3 || first.value > 31 {
      setDate(year: first.fullYear, second.value, third.value)
    } else if mark == UInt8(ascii: "-"), third.digits == 2 {
      setDate(year: first.fullYear, second.value, third.value)
    } else if mark == UInt8(ascii: "/"), first.value <= 12 {
      let isDayFirst = second.value > 12 ? false : first.value > 12
      setDate(
        year: third.fullYear, isDayFirst ? second.value : first.value,
        isDayFirst ? first.value : second.value)
    } else if second.value > 12, first.value <= 12 {
      setDate(year: third.fullYear, first.value, second.value)
    } else {
      setDate(year: third.fullYear, second.value, first.value)
    }
  }

  private mutating func set(
    _ first: DateScanner.Number, _ second: DateScanner.Number, partedBy mark: UInt8
  ) {
    if first.digits == 4, second.digits == 3 {
      set(year: first.value, ordinal: second.value)
    } else if first.digits == 4 {
      setDate(year: first.value, second.value, 1)
    } else if second.digits == 4 {
      setDate(year: second.value, first.value, 1)
    } else if mark == UInt8(ascii: "."), month != nil, hour == nil {
      (hour, minute) = (first.value, second.value)
    } else {
      isBroken = true
    }
  }

  mutating func set(year number: Int, week: Int, weekday: Int) {
    guard (1...53).contains(week), (1...7).contains(weekday) else { return isBroken = true }
    // ISO 8601: week 1 is the one with 4 January; weeks begin on Monday.
    let fourth = CivilTime(year: number, month: 1, day: 4)
    let monday = fourth.daysSince1970 - (fourth.weekday + 6) % 7
    set(daysSince1970: monday + (week - 1) * 7 + weekday - 1)
  }

  private mutating func set(year number: Int, ordinal: Int) {
    guard (1...366).contains(ordinal) else { return isBroken = true }
    set(daysSince1970: CivilTime(year: number, month: 1, day: 1).daysSince1970 + ordinal - 1)
  }

  private mutating func set(daysSince1970 days: Int) {
    let civil = CivilTime(daysSince1970: days)
    setDate(year: civil.year, civil.month, civil.day)
  }

  private mutating func setDate(year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }
}
