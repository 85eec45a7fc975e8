public import Articles
public import FoundationEssentials

/// An article near another one, and how near.
public struct RelatedLink: Sendable, Hashable {
  /// The article.
  public var id: ArticleID
  /// Closeness in words and time, 0...1; greater is closer.
  public var score: Double

  /// A link with its closeness.
  public init(id: ArticleID, score: Double) {
    self.id = id
    self.score = score
  }
}

/// Finds the articles nearest to one in words and time, among all that were inserted.
///
/// Closeness is the cosine of two term vectors, with rarer terms counting more, times
/// 0.2 + 0.8 · e^(-hours apart / 168). Lives in memory, about 600 bytes an article, and is restored
/// from stored vectors by inserting them again, in any order. Inserting is O(terms of the vector);
/// asking costs the sum of the posting lists of the vector's terms.
public struct RelatedIndex: Sendable {
  /// What the index knows of an article besides its postings.
  struct Document {
    var id: ArticleID
    /// Hours since 1970.
    var hour: Float
    /// 1 / length of its vector; 0 for an article that was removed.
    var scale: Float
    /// Number of its source.
    var source: UInt32
    /// The article before it with the same terms; `.max` for none.
    var before: UInt32
    /// Of all its terms; the same for texts that are the same.
    var fingerprint: UInt64
  }

  var postings = PostingLists()
  var documents: [Document] = []
  var numbers: [ArticleID: UInt32] = [:]
  var sources = SourceShares()
  /// The latest article with each fingerprint.
  var newest: [UInt64: UInt32] = [:]
  var removed = 0
  /// Articles at the time when all lengths were last reckoned anew.
  var reckoned = 0

  /// An index that holds nothing.
  public init() {}

  /// Articles that can be found.
  public var count: Int { numbers.count }
  /// Bytes held, without the table of ids.
  public var bytes: Int { postings.bytes + documents.capacity * 32 }

  /// Articles that one index holds; later ones are not taken in.
  public static let limit = 1 << 24

  /// Whether an article can be found.
  public func contains(_ id: ArticleID) -> Bool { numbers[id] != nil }

  /// Makes an article findable; one that is there already is replaced.
  /// - Parameters:
  ///   - id: The article.
  ///   - vector: What it is about.
  ///   - published: Its time; the time of import when it has none.
  public mutating func insert(_ id: ArticleID, _ vector: TermVector, published: Date) {
    remove(id)
    guard documents.count < Self.limit, !vector.isEmpty else { return }
    let number = UInt32(documents.count)
    for term in vector.terms {
      postings.append(number << 8 | UInt32(term.weight), to: term.key)
    }
    let source = sources.number(of: vector.source)
    let before = chain(number, vector.fingerprint)
    documents.append(
      Document(
        id: id, hour: Self.hour(published), scale: scale(of: vector), source: source,
        before: before, fingerprint: vector.fingerprint))
    numbers[id] = number
    if documents.count > reckoned + reckoned / 4 { reckon() }
  }

  /// Takes an article out.
  ///
  /// Its place is freed when a quarter of all are gone.
  public mutating func remove(_ id: ArticleID) {
    guard let number = numbers.removeValue(forKey: id) else { return }
    documents[Int(number)].scale = 0
    removed += 1
    if removed > 64, removed * 4 > documents.count { compact() }
  }

  /// The articles nearest to a vector, the nearest first.
  /// - Parameters:
  ///   - vector: What the article in question is about.
  ///   - published: The time that the vector's article belongs to.
  ///   - limit: Articles at most.
  ///   - excluding: The article itself.
  /// - Returns: At most `limit` links; none when no word is shared.
  public func nearest(
    to vector: TermVector, published: Date, limit: Int = 24, excluding: ArticleID? = nil
  ) -> [RelatedLink] {
    guard limit > 0, !vector.isEmpty else { return [] }
    let question = question(vector, published)
    let excluded = excluding.flatMap { numbers[$0] }.map(Int.init)
    let same = copies(from: newest[vector.fingerprint] ?? .max)
    return best(of: question, same, before: documents.count, excluding: excluded, limit: limit)
  }

  /// What lies near to an article that was inserted.
  public struct Neighbours: Sendable {
    /// Among all, the nearest first.
    public var all: [RelatedLink]
    /// Among those that were inserted before it, the nearest first.
    public var earlier: [RelatedLink]
  }

  /// The articles nearest to one that was inserted.
  ///
  /// Costs little more than `nearest`.
  /// - Parameters:
  ///   - id: The article.
  ///   - vector: With which it was inserted.
  ///   - published: With which it was inserted.
  ///   - limit: Articles of each list at most.
  /// - Returns: Both lists; empty ones when the article is not in the index.
  public func neighbours(
    of id: ArticleID, _ vector: TermVector, published: Date, limit: Int = 24
  ) -> Neighbours {
    guard limit > 0, let number = numbers[id].map(Int.init) else {
      return Neighbours(all: [], earlier: [])
    }
    let question = question(vector, published)
    let all = copies(from: newest[vector.fingerprint] ?? .max)
    let earlier = copies(from: documents[number].before)
    return Neighbours(
      all: best(of: question, all, before: documents.count, excluding: number, limit: limit),
      earlier: best(of: question, earlier, before: number, excluding: number, limit: limit))
  }

  /// A vector with what is reckoned of it once.
  private struct Question {
    var hour: Float
    var length: Float
    /// For each article the sum of the products of weights.
    var sums: [Float]
  }

  private func question(_ vector: TermVector, _ published: Date) -> Question {
    let query = terms(of: vector)
    return Question(
      hour: Self.hour(published), length: length(of: vector, telling: query),
      sums: products(of: query))
  }

  /// The best of the articles that were inserted before one, and of some with the same text.
  private func best(
    of question: Question, _ same: [Int], before end: Int, excluding excluded: Int?, limit: Int
  ) -> [RelatedLink] {
    var best = BestLinks(limit: limit)
    for number in same where number != excluded {
      best.add(Self.decay(question.hour - documents[number].hour), number)
    }
    for number in 0..<end where question.sums[number] > 0 && number != excluded {
      let document = documents[number]
      let cosine = question.sums[number] * document.scale / question.length
      guard cosine > best.threshold, !same.contains(number) else { continue }
      best.add(cosine * Self.decay(question.hour - document.hour), number)
    }
    return best.sorted().map { entry in
      RelatedLink(id: documents[entry.number].id, score: Double(min(1, entry.score)))
    }
  }

  /// Articles with the same text that are looked at, the latest.
  private static let copyLimit = 64

  /// Puts an article at the head of those with its fingerprint.
  ///
  /// The same text hundreds of times makes all of its terms common, so that no term finds it.
  /// - Returns: The article before it.
  mutating func chain(_ number: UInt32, _ fingerprint: UInt64) -> UInt32 {
    defer { newest[fingerprint] = number }
    return newest[fingerprint] ?? .max
  }

  /// The latest articles with one fingerprint, from one of them back.
  private func copies(from latest: UInt32) -> [Int] {
    var found: [Int] = []
    var next = latest
    var steps = 0
    while next != .max, steps < 4 * Self.copyLimit, found.count < Self.copyLimit {
      let document = documents[Int(next)]
      if numbers[document.id] == next { found.append(Int(next)) }
      next = document.before
      steps += 1
    }
    return found
  }

  /// Closeness of two vectors that lie so many hours apart, as a share of what it would be on one day.
  static func decay(_ hours: Float) -> Float {
    0.2 + 0.8 * RealNumber.exponential(-abs(hours) / 168)
  }

  /// Hours since 1970, held within the years 1 to 9999.
  static func hour(_ date: Date) -> Float {
    Float(Double(CivilTime.clampedSeconds(date)) / 3_600)
  }

  // MARK: - Weights

  /// A term of a question, with its list and its rarity.
  struct QueryTerm {
    var slot: Int
    var weight: Float
    var rarity: Float
  }

  /// The terms of a vector that can tell articles apart.
  func terms(of vector: TermVector) -> [QueryTerm] {
    let own = sources.known(vector.source)
    return vector.terms.compactMap { term in
      guard let slot = postings.slot(of: term.key), isTelling(slot, own) else { return nil }
      return QueryTerm(slot: slot, weight: Float(term.weight) / 255, rarity: rarity(slot))
    }
  }

  /// Whether a term stands in few enough articles, of all and of the source that asks.
  private func isTelling(_ slot: Int, _ source: UInt32?) -> Bool {
    let frequency = postings.frequency(slot)
    if documents.count > 500, frequency * 5 > documents.count { return false }
    guard let source else { return true }
    return !sources.isBoilerplate(slot, of: source)
  }

  /// ln((N + 1) / (df + 0.5)): greater for rarer terms.
  func rarity(_ slot: Int) -> Float {
    Self.rarity(count: documents.count, frequency: postings.frequency(slot))
  }

  private static func rarity(count: Int, frequency: Int) -> Float {
    max(0.05, RealNumber.logarithm(Float(count + 1) / (Float(frequency) + 0.5)))
  }

  /// The length of a question: of its telling terms, and of those that no article has yet.
  private func length(of vector: TermVector, telling query: [QueryTerm]) -> Float {
    let new = Self.rarity(count: documents.count, frequency: 1)
    let unknown = vector.terms.reduce(Float(0)) { sum, term in
      guard postings.slot(of: term.key) == nil else { return sum }
      let weight = Float(term.weight) / 255
      return sum + weight * weight * new
    }
    let known = query.reduce(Float(0)) { $0 + $1.weight * $1.weight * $1.rarity }
    return (known + unknown).squareRoot()
  }

  private func scale(of vector: TermVector) -> Float {
    let square = terms(of: vector).reduce(Float(0)) { $0 + $1.weight * $1.weight * $1.rarity }
    return square > 0 ? 1 / square.squareRoot() : 0
  }

  /// For each article the sum over the question's terms.
  private func products(of query: [QueryTerm]) -> [Float] {
    var sums = [Float](repeating: 0, count: documents.count)
    sums.withUnsafeMutableBufferPointer { sums in
      for term in query {
        let factor = term.weight * term.rarity / 255
        postings.forEach(term.slot) { posting in
          sums[Int(posting >> 8)] += factor * Float(posting & 0xFF)
        }
      }
    }
    return sums
  }
}
