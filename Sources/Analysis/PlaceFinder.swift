import Articles

/// The countries, regions and cities that an article is about.
enum PlaceFinder {
  /// The points of one place with the words that gave them.
  private struct Score {
    var points: Float = 0
    /// The first word that names it.
    var first: Int
    var why: [String] = []

    mutating func add(_ more: Float, _ surface: String) {
      points += more
      if why.count < 4, !why.contains(surface) { why.append(surface) }
    }
  }

  /// Words that name a place.
  private struct Mention {
    var place: Int
    var count: Int
    var factor: Float
  }

  /// Countries with at least two points and 12 % of all points; regions with 4 and 20 %.
  static func topics(of list: WordList, dateline: String?) -> [DerivedTopic] {
    let countries = scores(list, dateline) { country(in: $0, at: $1) }
    let regions = scores(list, nil) { region(in: $0, at: $1) }
    return chosen(countries, least: 2, share: 0.12, limit: 4).map { place, score in
      topic(PlaceList.shared.names[place], .place, score)
    }
      + chosen(regions, least: 4, share: 0.2, limit: 2).map { place, score in
        topic(NameList.regions.names[place], .region, score)
      }
  }

  private static func topic(_ name: String, _ kind: TopicKind, _ score: Score) -> DerivedTopic {
    let confidence = Double(score.points / (score.points + 3))
    return DerivedTopic(name: name, kind: kind, confidence: confidence, why: score.why)
  }

  private static func scores(
    _ list: WordList, _ dateline: String?, _ mention: ([Word], Int) -> Mention?
  ) -> [Int: Score] {
    var scores: [Int: Score] = [:]
    let words = list.words
    var index = 0
    while index < words.count {
      guard words[index].isCapital, let match = mention(words, index) else {
        index += 1
        continue
      }
      let points = points(match, list, index)
      let surface = list.string(from: index, through: index + match.count - 1)
      scores[match.place, default: Score(first: index)].add(points, surface)
      index += match.count
    }
    if let dateline {
      let line = WordList(phrase: dateline.prefix(100)).words
      for index in line.indices where line[index].isCapital {
        guard let match = mention(line, index) else { continue }
        scores[match.place, default: Score(first: words.count)].add(2, dateline)
      }
    }
    return scores
  }

  private static func chosen(
    _ scores: [Int: Score], least: Float, share: Float, limit: Int
  ) -> ArraySlice<(key: Int, value: Score)> {
    let sorted = scores.sorted { ($0.value.points, $1.key) > ($1.value.points, $0.key) }
    let total = sorted.reduce(Float(0)) { $0 + $1.value.points }
    return sorted.filter { $0.value.points >= max(least, share * total) }.prefix(limit)
  }

  private static func country(in words: [Word], at index: Int) -> Mention? {
    guard let match = PlaceList.shared.phrases.longestMatch(in: words, at: index),
      !match.value.needsCapitals || words[index].look.contains(.allCapitals),
      match.value.naming != .abbreviation || words[index].gap == .comma
    else { return nil }
    let factor: Float = match.value.naming == .people ? 0.8 : 1
    return Mention(place: match.value.place, count: match.count, factor: factor)
  }

  private static func region(in words: [Word], at index: Int) -> Mention? {
    NameList.regions.phrases.longestMatch(in: words, at: index)
      .map { Mention(place: $0.value, count: $0.count, factor: 1) }
  }

  private static func points(_ match: Mention, _ list: WordList, _ index: Int) -> Float {
    var points: Float = index < list.titleCount ? 4 : index < list.titleCount + 60 ? 2 : 1
    points *= match.factor
    if index == list.titleCount { points += 2 }
    if match.factor == 1, index >= list.titleCount, isInsideName(list.words, index, match.count) {
      points *= 0.25
    }
    return points
  }

  /// Whether the phrase is a part of a longer capitalised one: "Washington Post".
  private static func isInsideName(_ words: [Word], _ index: Int, _ count: Int) -> Bool {
    func isName(_ neighbour: Int, gapAt: Int) -> Bool {
      guard words.indices.contains(neighbour), words.indices.contains(gapAt),
        words[gapAt].gap == .space, words[neighbour].isCapital, !words[neighbour].opensSentence
      else { return false }
      return WordClass.of(words[neighbour].key).isDisjoint(with: [.office, .outside])
    }
    let after = index + count
    let isPossessive = words[after - 1].look.contains(.possessive)
    return isName(index - 1, gapAt: index) || !isPossessive && isName(after, gapAt: after)
  }
}
