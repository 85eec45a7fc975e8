import Articles

/// How crowded it is around articles: how near each is to the articles nearest to it.
///
/// What lies close to several articles is close to whatever is like them, so its closeness to one
/// more says less.
struct Crowds: Sendable {
  /// The nearest articles that count.
  static let count = 4
  /// Which part of the closeness to them is taken off.
  private static let part = 0.15
  /// Of an article in such a place nothing is taken off.
  private static let usual = 0.3

  /// The closeness to the nearest articles, the greatest first.
  private var nearest: [ArticleID: SIMD4<Float>] = [:]

  /// Whether it is known how crowded it is around an article.
  func knows(_ id: ArticleID) -> Bool { nearest[id] != nil }

  /// Takes down how near an article is to others; replaces what was known.
  mutating func learn(_ id: ArticleID, _ scores: some Sequence<Double>) {
    nearest[id] = SIMD4(repeating: 0)
    for score in scores.prefix(Self.count) { add(score, to: id) }
  }

  /// Takes down that a new article lies near to others.
  mutating func add(_ id: ArticleID, near links: some Sequence<RelatedLink>) {
    learn(id, links.lazy.map(\.score))
    for link in links { add(link.score, to: link.id) }
  }

  mutating func forget(_ id: ArticleID) { nearest[id] = nil }

  private mutating func add(_ score: Double, to id: ArticleID) {
    var scores = nearest[id] ?? SIMD4(repeating: 0)
    var score = Float(score)
    for place in 0..<Self.count where score > scores[place] {
      (scores[place], score) = (score, scores[place])
    }
    nearest[id] = scores
  }

  /// The closeness to an article as it counts where that lies.
  func weighed(_ link: RelatedLink) -> Double {
    let scores = nearest[link.id] ?? SIMD4(repeating: 0)
    return link.score - Self.part * (Double(scores.sum()) / Double(Self.count) - Self.usual)
  }
}
