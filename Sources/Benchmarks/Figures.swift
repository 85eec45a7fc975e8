import Glibc

/// Times pieces of work and prints a line for each: the median, the least and the greatest.
struct Figures {
  /// Milliseconds of this thread's processor, or of the wall's clock.
  enum Clock {
    case processor
    case wall

    var now: Double {
      var time = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
  }

  /// Runs the work `runs` times after one that does not count.
  ///
  /// - scale: Turns milliseconds into the figure, 1 for milliseconds.
  static func measure(
    _ name: String, unit: String = "ms", runs: Int = 15, clock: Clock = .processor,
    scale: (Double) -> Double = { $0 }, _ work: () throws -> Void
  ) rethrows {
    try work()
    var figures: [Double] = []
    for _ in 0..<runs {
      let start = clock.now
      try work()
      figures.append(scale(clock.now - start))
    }
    line(name, unit, figures)
  }

  /// The same for work that waits for others.
  static func measureWaiting(
    _ name: String, unit: String = "ms", runs: Int = 15,
    scale: (Double) -> Double = { $0 }, _ work: () async throws -> Void
  ) async rethrows {
    try await work()
    var figures: [Double] = []
    for _ in 0..<runs {
      let start = Clock.wall.now
      try await work()
      figures.append(scale(Clock.wall.now - start))
    }
    line(name, unit, figures)
  }

  static func line(_ name: String, _ unit: String, _ figures: [Double]) {
    let sorted = figures.sorted()
    let cells = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]].map(text)
    let pad = String(repeating: " ", count: max(1, 44 - name.count))
    print("\(name)\(pad)\(cells[0]) \(unit)  (\(cells[1])–\(cells[2]), n \(figures.count))")
  }

  /// Three significant digits.
  private static func text(_ figure: Double) -> String {
    let digits = figure >= 100 ? 0 : figure >= 10 ? 1 : figure >= 1 ? 2 : 3
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((figure * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale))."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
