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

  /// Judges a term by the sources of its articles, with a table that serves all terms.
  mutating func judge(_ slot: Int, _ tally: Tally) {
    for source in tally.sources {
      let count = tally.counts[Int(source)]
      guard count >= Self.fewest, count * 5 > articles[Int(source)] * 3 else { continue }
      boilerplate.insert(UInt64(source) << 32 | UInt64(slot))
    }
  }

  /// Whether any source has enough articles to be judged.
  var canJudge: Bool { articles.contains { $0 >= Self.fewest } }

  /// An empty tally for these sources.
  var emptyTally: Tally { Tally(count: articles.count) }

  /// Articles of one term by source.
  struct Tally {
    fileprivate var counts: [UInt32]
    /// The sources that have been counted, each once.
    fileprivate var sources: [UInt32] = []

    fileprivate init(count: Int) {
      counts = [UInt32](repeating: 0, count: count)
    }

    /// Counts an article of a source.
    mutating func add(_ source: UInt32) {
      if counts[Int(source)] == 0 { sources.append(source) }
      counts[Int(source)] += 1
    }

    /// Forgets what was counted, and keeps the memory.
    mutating func clear() {
      for source in sources { counts[Int(source)] = 0 }
      sources.removeAll(keepingCapacity: true)
    }
  }
}
