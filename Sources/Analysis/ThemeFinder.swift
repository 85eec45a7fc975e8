import Articles

/// The subjects that an article's words speak for.
enum ThemeFinder {
  /// A word or phrase of the list, as often as it stands in the article.
  private struct Sign {
    var count: Float
    var evidence: [ThemeList.Evidence]
    var first: Int
    var words: Int

    func points(_ weight: Float) -> Float { weight * count / (count + 2) }
  }

  /// Points that a theme needs to stand beside a better one.
  private static let second: Float = 2

  /// The best desk with up to two more that have at least half of its points, and the subjects
  /// that several words speak for.
  static func topics(of list: WordList) -> [DerivedTopic] {
    topics(of: list, in: .desks, least: 1.5, share: 0.5)
      + topics(of: list, in: .subjects, least: 2.2, share: 0.4)
  }

  /// The best three themes that have `least` points and a `share` of the best one's.
  private static func topics(
    of list: WordList, in themes: ThemeList, least: Float, share: Float
  ) -> [DerivedTopic] {
    let signs = signs(of: list, in: themes)
    var scores = [Float](repeating: 0, count: themes.names.count)
    for sign in signs {
      for evidence in sign.evidence { scores[evidence.theme] += sign.points(evidence.weight) }
    }
    guard let best = scores.max(), best >= least else { return [] }
    let chosen = scores.indices
      .filter { scores[$0] == best || scores[$0] >= max(Self.second, least, share * best) }
      .sorted { (scores[$0], $1) > (scores[$1], $0) }
    return chosen.prefix(3).map { theme in
      DerivedTopic(
        name: themes.names[theme], kind: .theme,
        confidence: Double(scores[theme] / (scores[theme] + 3)), why: why(theme, signs, list))
    }
  }

  private static func signs(of list: WordList, in themes: ThemeList) -> [Sign] {
    let words = list.words
    var places = KeyTable(capacity: 256)
    var signs: [Sign] = []
    var index = 0
    while index < words.count {
      guard let match = themes.phrases.longestMatch(in: words, at: index) else {
        index += 1
        continue
      }
      let key = words[index..<index + match.count].dropFirst()
        .reduce(words[index].key) { TermKey.joined($0, $1.key) }
      let place = places.number(of: key, orInsert: signs.count)
      if place == signs.count {
        signs.append(Sign(count: 0, evidence: match.value, first: index, words: match.count))
      }
      signs[place].count += index < list.titleCount ? 3 : index < list.titleCount + 60 ? 1.5 : 1
      index += match.count
    }
    return signs
  }

  /// The words that speak most for a theme.
  private static func why(_ theme: Int, _ signs: [Sign], _ list: WordList) -> [String] {
    let speaking = signs.compactMap { sign in
      sign.evidence.first { $0.theme == theme }.map { (sign: sign, points: sign.points($0.weight)) }
    }
    return speaking.sorted { ($0.points, $1.sign.first) > ($1.points, $0.sign.first) }
      .prefix(4)
      .map { list.string(from: $0.sign.first, through: $0.sign.first + $0.sign.words - 1) }
  }
}
