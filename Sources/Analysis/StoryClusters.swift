public import Articles
public import FoundationEssentials

/// Gathers the reports of one event into stories, one article at a time, in the order of arrival.
///
/// An article joins the story to which its nearest articles belong when it is near to one member
/// and to the newest ones as a whole; otherwise it opens a story of its own. A report that stood
/// alone follows when a new one shows where it belongs; the reports of a story never part. A story
/// of many reports asks for more, and closes at `memberLimit`, so that formulaic reports
/// (earnings, weather) do not chain without end.
public struct StoryClusters: Sendable {
  /// A report of a story.
  private struct Member {
    var id: ArticleID
    var published: Date
  }

  private var members: [StoryID: [Member]] = [:]
  private var stories: [ArticleID: StoryID] = [:]
  /// Reports that a person took out of their story.
  private var apart: Set<ArticleID> = []
  private var crowds = Crowds()

  /// No stories.
  public init() {}

  /// Closeness from which two articles report one event.
  public static let sameEvent = 0.20
  /// Closeness to a story as a whole from which an article joins it.
  private static let joining = 0.23
  /// Closeness from which a report that stood alone follows a new one.
  private static let following = 0.22
  /// Nearest articles that are looked at.
  public static let neighbours = 20
  /// Articles that lie further apart report different events, in seconds.
  public static let span: Double = 30 * 86_400
  /// Reports of one story at most.
  public static let memberLimit = 60
  /// Articles from which on it is known which words are common.
  private static let settled = 24
  /// What two articles need on top while there is only one more.
  ///
  /// Lines that all pages of a site have look like news as long as no other page is known.
  private static let caution = 0.15
  /// From so many reports on, the newest ones must be near on average.
  private static let largeStory = 40
  /// The newest reports that stand for the whole story.
  private static let newest = 8

  /// Of articles near to new ones those around which it is not known how crowded it is.
  public func unknown(among links: [[RelatedLink]]) -> [ArticleID] {
    let near = Set(links.joined().map(\.id))
    return near.filter { stories[$0] != nil && !crowds.knows($0) }.sorted {
      $0.rawValue < $1.rawValue
    }
  }

  /// Takes down how near an article is to those nearest to it, the nearest first.
  public mutating func remember(_ id: ArticleID, nearest scores: [Double]) {
    crowds.learn(id, scores)
  }

  /// Articles nearest to one whose closeness tells how crowded it is there.
  public static let crowd = Crowds.count

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
  ///   - articles: How many articles told which words are common; among few a story asks for more.
  /// - Returns: The story, with or without other reports.
  @discardableResult
  public mutating func place(
    _ id: ArticleID, links: [RelatedLink], published: Date, among articles: Int = .max
  ) -> StoryID {
    if let story = stories[id] { return story }
    let doubt = Self.caution * Double(max(0, Self.settled - articles)) / Double(Self.settled)
    let others = links.filter { $0.id != id }
    let near = others.prefix(Self.neighbours).map {
      RelatedLink(id: $0.id, score: crowds.weighed($0) - doubt)
    }
    crowds.add(id, near: others)
    let scores = Dictionary(near.map { ($0.id, $0.score) }) { max($0, $1) }
    var best: (story: StoryID, link: Double)?
    for story in Set(near.compactMap { stories[$0.id] }) {
      guard let link = link(to: story, scores, published) else { continue }
      if let known = best, (known.link, story) >= (link, known.story) { continue }
      best = (story, link)
    }
    let story = best?.story ?? alone(near, published) ?? StoryID(rawValue: id.rawValue)
    restore(id, in: story, published: published)
    absorb(near, into: story, published)
    return story
  }

  /// The story of the nearest report that stands alone and is near enough.
  private func alone(_ near: [RelatedLink], _ published: Date) -> StoryID? {
    for link in near where link.score >= Self.sameEvent {
      guard let story = stories[link.id], let members = members[story], members.count == 1,
        !apart.contains(link.id),
        abs(members[0].published.timeIntervalSince(published)) <= Self.span
      else { continue }
      return story
    }
    return nil
  }

  /// How near an article is to a story; `nil` when it does not belong there.
  private func link(
    to story: StoryID, _ scores: [ArticleID: Double], _ published: Date
  ) -> Double? {
    guard let all = members[story], all.count < Self.memberLimit else { return nil }
    let inReach = all.filter { abs($0.published.timeIntervalSince(published)) <= Self.span }
    let newest = inReach.suffix(Self.newest)
    guard all.count > 1 || !apart.contains(all[0].id) else { return nil }
    guard let greatest = inReach.compactMap({ scores[$0.id] }).max() else { return nil }
    let mean = newest.reduce(0) { $0 + scores[$1.id, default: 0] } / Double(max(newest.count, 1))
    if all.count >= Self.largeStory, mean < Self.sameEvent { return nil }
    let link = (greatest + mean) / 2
    return link >= Self.joining ? link : nil
  }

  /// Brings reports that stood alone to the story of a new article that is near to them.
  private mutating func absorb(
    _ near: [RelatedLink], into story: StoryID, _ published: Date
  ) {
    for link in near where link.score >= Self.following {
      guard let other = stories[link.id], other != story, let alone = members[other],
        alone.count == 1, !apart.contains(link.id),
        abs(alone[0].published.timeIntervalSince(published)) <= Self.span,
        members[story, default: []].count < Self.memberLimit
      else { continue }
      restore(link.id, in: story, published: alone[0].published)
    }
  }

  /// Puts an article into the story that it had when it was stored, or that a person chose.
  ///
  /// One that stands apart joins no story by itself and draws none to itself.
  public mutating func restore(
    _ id: ArticleID, in story: StoryID, published: Date, isApart: Bool = false
  ) {
    leave(id)
    if isApart { apart.insert(id) }
    stories[id] = story
    members[story, default: []].append(Member(id: id, published: published))
  }

  /// Takes an article out of its story; a story without articles is gone.
  public mutating func remove(_ id: ArticleID) {
    leave(id)
    crowds.forget(id)
  }

  private mutating func leave(_ id: ArticleID) {
    guard let story = stories.removeValue(forKey: id) else { return }
    apart.remove(id)
    members[story]?.removeAll { $0.id == id }
    if members[story]?.isEmpty == true { members[story] = nil }
  }
}
