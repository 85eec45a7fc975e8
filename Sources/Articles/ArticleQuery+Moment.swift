public import FoundationEssentials

extension ArticleQuery.Moment {
  /// Letters of the units in which time is counted back, with their seconds.
  private static let units: [(letter: Character, seconds: Int)] = [
    ("y", 31_536_000), ("m", 2_592_000), ("w", 604_800), ("d", 86_400), ("h", 3600),
  ]

  /// Names of days, by how many days ago they were.
  private static let days = ["today", "yesterday"]

  /// Reads a span counted back from now, or a date; `nil` for anything else.
  ///
  /// `today` and `yesterday` begin at midnight in `zone`. Spans: `12h`, `2d`, `3w`, `6m` (30 days each), `1y` (365 days). Dates: `2026-01-31`, `2026-01`,
  /// `2026`, each beginning at midnight in `zone`.
  public init?(_ text: String, zone: LocalZone) {
    if let days = Self.days.firstIndex(of: text.lowercased()) {
      self = .midnight(daysAgo: days, zone)
      return
    }
    if let unit = Self.units.first(where: { $0.letter == text.last }),
      let count = Int(text.dropLast()), (0...100_000).contains(count)
    {
      self = .ago(count * unit.seconds)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.allSatisfy(\.isASCII) ? Int($0) ?? -1 : -1 }
    guard (1...3).contains(parts.count), (1...9999).contains(numbers[0]), parts[0].count == 4,
      numbers.dropFirst().allSatisfy({ $0 > 0 }), numbers.count < 2 || numbers[1] <= 12
    else { return nil }
    let civil = CivilTime(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
    guard CivilTime(daysSince1970: civil.daysSince1970) == civil else { return nil }
    self = .at(civil.date(in: zone))
  }

  /// The moment itself, seen from `now`.
  public func date(now: Date) -> Date {
    switch self {
    case .ago(let seconds): now.addingTimeInterval(-Double(seconds))
    case .at(let date): date
    case .midnight(let days, let zone):
      CivilTime(daysSince1970: zone.civil(now).daysSince1970 - days).date(in: zone)
    }
  }

  /// The form that `init(_:zone:)` reads.
  func text(zone: LocalZone) -> String {
    switch self {
    case .ago(let seconds):
      let unit = Self.units.first { seconds % $0.seconds == 0 } ?? ("h", 3600)
      return "\(seconds / unit.seconds)\(unit.letter)"
    case .midnight(let days, _): return Self.days[min(max(0, days), Self.days.count - 1)]
    case .at(let date):
      let text = CivilTime.rfc3339(date.addingTimeInterval(Double(zone.offset(at: date))))
      return String(text.prefix { $0 != "T" })
    }
  }
}

extension CivilTime {
  /// The moment at which clocks of a zone show this.
  fileprivate func date(in zone: LocalZone) -> Date { date(offset: zone.offset(at: date())) }
}
