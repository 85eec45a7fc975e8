import FoundationEssentials

/// What a feed asks of those who fetch it, as it comes.
struct FeedHints {
  private var minutesToLive: Int?
  private var skippedHours: Set<Int> = []
  private var skippedDays: Set<Int> = []
  /// Seconds of `sy:updatePeriod`.
  private var period: Int?
  /// Times in a period, of `sy:updateFrequency`.
  private var frequency: Int?
  private var newAddress: String?

  /// Seconds between fetches that a feed may ask for: five minutes to thirty days.
  private static let interval = 300...2_592_000

  /// Takes the text of one element; what is out of range or no number is passed over.
  mutating func take(_ field: FeedField, _ line: String, _ base: String?) {
    switch field {
    case .minutesToLive: minutesToLive = minutesToLive ?? Self.count(line)
    case .skippedHour:
      // RSS 0.91 counts 1...24, RSS 2.0 counts 0...23; 24 is midnight.
      if let hour = Self.count(line), (0...24).contains(hour) { skippedHours.insert(hour % 24) }
    case .skippedDay: if let day = Self.day(line) { skippedDays.insert(day) }
    case .updatePeriod: period = period ?? Self.periods[line.lowercased()]
    case .updateFrequency: frequency = frequency ?? Self.count(line)
    case .newAddress:
      guard newAddress == nil, let address = Address.resolve(line, base: base),
        ["http://", "https://"].contains(where: address.lowercased().hasPrefix)
      else { return }
      newAddress = address
    default: break
    }
  }

  /// Writes them into what the feed says about itself.
  func tell(_ head: inout FeedHead) {
    var seconds = minutesToLive.map { $0 * 60 }
    if let period { seconds = max(seconds ?? 0, period / max(frequency ?? 1, 1)) }
    // A feed that is never to be fetched has its signs wrong.
    head.skippedHours = skippedHours.count < 24 ? skippedHours : []
    head.skippedDays = skippedDays.count < 7 ? skippedDays : []
    head.minutesToLive = minutesToLive.map { min($0, Self.interval.upperBound / 60) }
    head.suggestedInterval = seconds.flatMap {
      $0 > 0 ? min(max($0, Self.interval.lowerBound), Self.interval.upperBound) : nil
    }
    head.newAddress = newAddress
  }

  private static let periods = [
    "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000,
  ]

  /// A positive number up to a million, or zero.
  private static func count(_ line: String) -> Int? {
    Int(line).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  /// 0 for Sunday to 6 for Saturday.
  private static func day(_ line: String) -> Int? {
    let name = line.lowercased().prefix(3)
    return ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].firstIndex { $0 == name }
  }
}
