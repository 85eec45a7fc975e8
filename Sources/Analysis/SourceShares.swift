/// How many articles each source has, and which terms stand in most of them.
///
/// Those are names of the paper, lines about newsletters and copyright. They tie no articles.
struct SourceShares {
  private var numbers: [UInt32: UInt32] = [:]
  private var articles: [UInt32] = []
  private var boilerplate: Set<UInt64> = []

  /// Articles that a source needs before its terms are judged.
  static let fewest = 12

  /// The number of a source; its articles are one more from now on.
  mutating func number(of key: UInt32) -> UInt32 {
    let number = numbers[key] ?? UInt32(articles.count)
    if number == articles.count {
      numbers[key] = number
      articles.append(0)
    }
    articles[Int(number)] += 1
    return number
  }

  /// The number of a source that has a name and articles.
  func known(_ key: UInt32) -> UInt32? { key == 0 ? nil : numbers[key] }

  /// Whether a term stands in most articles of a source.
  func isBoilerplate(_ slot: Int, of source: UInt32) -> Bool {
    !boilerplate.isEmpty && boilerplate.contains(UInt64(source) << 32 | UInt64(slot))
  }

  mutating func forgetBoilerplate() { boilerplate.removeAll() }

  mutating func clearCounts() {
    for source in articles.indices { articles[source] = 0 }
  }

  mutating func count(_ source: UInt32) { articles[Int(source)] += 1 }

  /// Counts a term's articles by source, as `visit` reports them, and judges it.
  mutating func note(_ slot: Int, _ visit: (_ count: (UInt32) -> Void) -> Void) {
    guard articles.contains(where: { $0 >= Self.fewest }) else { return }
    var counts = [UInt32](repeating: 0, count: articles.count)
    visit { counts[Int($0)] += 1 }
    for (source, count) in counts.enumerated()
    where count >= Self.fewest && count * 5 > articles[source] * 3 {
      boilerplate.insert(UInt64(source) << 32 | UInt64(slot))
    }
  }
}
