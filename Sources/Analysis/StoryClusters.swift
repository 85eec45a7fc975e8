public import Articles
public import FoundationEssentials

/// Gathers the reports of one event into stories, one article at a time, in the order of arrival.
///
/// An article joins the story to which its nearest articles belong when it is near to one member
/// and to the newest ones as a whole; otherwise it opens a story of its own. An article is never
/// moved to another story afterwards. A story of many reports asks for more, and closes at
/// `memberLimit`, so that formulaic reports (earnings, weather) do not chain without end.
public struct StoryClusters: Sendable {
  /// A report of a story.
  private struct Member {
    var id: ArticleID
    var published: Date
  }

  private var members: [StoryID: [Member]] = [:]
  private var stories: [ArticleID: StoryID] = [:]

  /// No stories.
  public init() {}

  /// Closeness from which two articles report one event.
  public static let sameEvent = 0.20
  /// Nearest articles that are looked at.
  public static let neighbours = 20
  /// Articles that lie further apart report different events, in seconds.
  public static let span: Double = 30 * 86_400
  /// Reports of one story at most.
  public static let memberLimit = 60
  /// From so many reports on, the newest ones must be near on average.
  private static let largeStory = 40
  /// The newest reports that stand for the whole story.
  private static let newest = 8

  /// Number of stories, those of one report included.
  public var count: Int { members.count }

  /// The story of an article that has been placed.
  public func story(of id: ArticleID) -> StoryID? { stories[id] }

  /// The reports of a story, in the order in which they came.
  public func articles(of story: StoryID) -> [ArticleID] { members[story, default: []].map(\.id) }

  /// Gives a new article its story; one that has a story keeps it.
  ///
  /// A new story bears the number of its first article.
  /// - Parameters:
  ///   - id: The article.
  ///   - links: What `RelatedIndex.nearest` answered for it, the nearest first.
  ///   - published: Its time.
  /// - Returns: The story, with or without other reports.
  @discardableResult
  public mutating func place(
    _ id: ArticleID, links: [RelatedLink], published: Date
  ) -> StoryID {
    if let story = stories[id] { return story }
    let near = links.prefix(Self.neighbours).filter { $0.id != id }
    let scores = Dictionary(near.map { ($0.id, $0.score) }) { max($0, $1) }
    var best: (story: StoryID, link: Double)?
    for story in Set(near.compactMap { stories[$0.id] }) {
      guard let link = link(to: story, scores, published) else { continue }
      if let known = best, (known.link, story) >= (link, known.story) { continue }
      best = (story, link)
    }
    let story = best?.story ?? StoryID(rawValue: id.rawValue)
    restore(id, in: story, published: published)
    return story
  }

  /// How near an article is to a story; `nil` when it does not belong there.
  private func link(
    to story: StoryID, _ scores: [ArticleID: Double], _ published: Date
  ) -> Double? {
    guard let all = members[story], all.count < Self.memberLimit else { return nil }
    let inReach = all.filter { abs($0.published.timeIntervalSince(published)) <= Self.span }
    let newest = inReach.suffix(Self.newest)
    guard let greatest = inReach.compactMap({ scores[$0.id] }).max() else { return nil }
    let mean = newest.reduce(0) { $0 + scores[$1.id, default: 0] } / Double(max(newest.count, 1))
    if all.count >= Self.largeStory, mean < Self.sameEvent { return nil }
    let link = (greatest + mean) / 2
    return link >= Self.sameEvent ? link : nil
  }

  /// Puts an article into the story that it had when it was stored, or that a person chose.
  public mutating func restore(_ id: ArticleID, in story: StoryID, published: Date) {
    remove(id)
    stories[id] = story
    members[story, default: []].append(Member(id: id, published: published))
  }

  /// Takes an article out of its story; a story without articles is gone.
  public mutating func remove(_ id: ArticleID) {
    guard let story = stories.removeValue(forKey: id) else { return }
    members[story]?.removeAll { $0.id == id }
    if members[story]?.isEmpty == true { members[story] = nil }
  }
}
