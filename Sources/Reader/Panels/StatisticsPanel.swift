import Articles

/// How much came and how much was read, as lines to scroll.
struct StatisticsPanel: Sendable, Hashable {
  /// A line of the panel.
  enum Line: Sendable, Hashable {
    case chapter(Phrase)
    /// Something with its articles, how many of them are read, and the most that a line has.
    case bar(name: Phrase, articles: Int, read: Int, most: Int)
    /// Something with the seconds that were read, and the most that a line has.
    case time(name: Phrase, seconds: Int, most: Int)
    case note(Phrase)
    case gap
  }

  /// Days shown.
  static let days = 14

  let lines: [Line]
  private(set) var top = 0

  init(_ statistics: ReadingStatistics, zone: LocalZone) {
    var lines: [Line] = [.chapter("Articles per day")]
    let most = statistics.days.map(\.articles).max() ?? 0
    lines += statistics.days.map { day in
      .bar(
        name: DayNames.short(day.start, zone: zone), articles: day.articles, read: day.read,
        most: most)
    }
    let longest = statistics.days.map(\.seconds).max() ?? 0
    if longest > 0 {
      lines += [.gap, .chapter("Time read per day")]
      lines += statistics.days.map { day in
        .time(
          name: DayNames.short(day.start, zone: zone), seconds: day.seconds, most: longest)
      }
    }
    lines += [.gap, .chapter("Sources")]
    let sources = statistics.sources
    lines += sources.prefix(20).map { source in
      .bar(
        name: Phrase(verbatim: source.source), articles: source.articles,
        read: source.articles - source.unread,
        most: sources[0].articles)
    }
    lines += [.gap, .chapter("Topics")]
    let topics = statistics.topics
    lines += topics.prefix(20).map { topic in
      .bar(
        name: Phrase(verbatim: "#\(topic.topic)"), articles: topic.articles,
        read: topic.articles - topic.unread,
        most: topics[0].articles)
    }
    let never = statistics.neverRead
    lines += [.gap, .chapter("Sources you never read")]
    lines += never.isEmpty ? [.note("none")] : never.map { .note(Phrase(verbatim: $0.source)) }
    self.lines = lines
  }

  mutating func scroll(by count: Int, rows: Int) {
    top = min(max(0, top + count), max(0, lines.count - max(1, rows)))
  }
}
