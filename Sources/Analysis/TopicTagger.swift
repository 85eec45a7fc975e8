import Articles

/// Finds what an article is about: countries, people, organisations and themes.
///
/// Reads the words of the article against built-in lists and its own capitals; needs no other
/// article. The same text always gives the same topics. Takes about 0.15 ms for 4 kB.
public struct TopicTagger: Sendable {
  /// A tagger with the built-in lists, which are read on first use.
  public init() {}

  /// Topics at most of each sort, beside those that the page named.
  private static let limits: [TopicKind: Int] = [
    .place: 4, .region: 2, .person: 8, .organisation: 8, .theme: 6,
  ]

  /// The topics of an article: those that the page named, then the surest ones, each name once.
  public func topics(of text: ArticleText) -> [DerivedTopic] {
    let list = WordList(text)
    let given = text.givenTopics.prefix(64).compactMap { topic in
      TopicName.normalised(topic).map {
        DerivedTopic(name: $0, kind: .given, confidence: 1, why: [topic])
      }
    }
    let found =
      PlaceFinder.topics(of: list, dateline: text.dateline)
      + nameTopics(list) + ThemeFinder.topics(of: list)
    let ranked = found.enumerated()
      .sorted { ($0.element.confidence, $1.offset) > ($1.element.confidence, $0.offset) }
    var seen: Set<String> = []
    var left = Self.limits
    return given.filter { seen.insert($0.name).inserted }
      + ranked.map(\.element).filter { topic in
        guard left[topic.kind, default: 0] > 0, seen.insert(topic.name).inserted else {
          return false
        }
        left[topic.kind, default: 0] -= 1
        return true
      }
  }

  private func nameTopics(_ list: WordList) -> [DerivedTopic] {
    NameFinder(list).names
      .filter { $0.weight >= 2 || $0.weight > 0 && $0.wordCount > 1 }
      .sorted { ($0.weight, $1.first) > ($1.weight, $0.first) }
      .prefix(8)
      .compactMap { name in
        let surface = list.string(from: name.first, through: name.last)
        let tag =
          name.known.map { OrganisationList.shared.names[$0] } ?? TopicName.normalised(surface)
        guard let tag else { return nil }
        return DerivedTopic(
          name: tag, kind: name.isPerson ? .person : .organisation,
          confidence: Double(name.weight / (name.weight + 4)), why: [surface])
      }
  }
}
