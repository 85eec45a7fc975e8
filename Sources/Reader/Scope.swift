import Articles

/// One topic of a filter.
public struct TopicChoice: Sendable, Hashable {
  /// In its normalised form.
  public var topic: String
  /// Whether the topic is asked for or kept out.
  public var isWanted: Bool

  /// A topic in its normalised form, asked for unless said otherwise.
  public init(_ topic: String, isWanted: Bool = true) {
    self.topic = topic
    self.isWanted = isWanted
  }
}

/// The feed of a filter.
public struct FeedChoice: Sendable, Hashable {
  /// The address of the subscription.
  public var url: String
  /// What it is called.
  public var name: String

  /// Takes both as they are.
  public init(url: String, name: String) {
    self.url = url
    self.name = name
  }
}

/// Which articles the list shows: a view, narrowed by topics, a search, and a filter.
struct Scope: Sendable, Hashable {
  var view = NewsView.all
  /// The view of the user's own that is shown; `view` is `all` then.
  var saved: SavedView?
  /// Topics that an article must have, or must not have, in the order in which they were chosen.
  var topics: [TopicChoice] = []
  /// The feed whose articles are shown; `nil` for all.
  var feed: FeedChoice?
  /// The search line's text, in the query language; empty for none.
  var search = ""
  /// The live filter's text, in the query language; empty for none.
  var filter = ""
  var sort = ArticleQuery.Sort.newest

  /// Whether anything beside the view narrows the list.
  var isNarrowed: Bool {
    !topics.isEmpty || feed != nil || !search.isEmpty || !filter.isEmpty
  }

  /// The query that the store answers.
  ///
  /// Text that cannot be read was refused when it was typed; here it narrows nothing.
  func query(zone: LocalZone) -> ArticleQuery {
    var query = ArticleQuery(view.condition(zone: zone), sort: sort)
    if let saved, let wanted = try? QueryText.query(saved.query, zone: zone) {
      query = query.and(wanted.condition)
    }
    if let feed { query = query.and(.feed(feed.url)) }
    for choice in topics {
      query = query.and(choice.isWanted ? .topic(choice.topic) : .not(.topic(choice.topic)))
    }
    if let typed = try? QueryText.query(search, zone: zone) {
      query = query.and(typed.condition)
      if typed.sort != .newest { query.sort = typed.sort }
    }
    if let typed = try? QueryText.unfinished(filter, zone: zone) {
      query = query.and(typed.condition)
    }
    return query
  }

  /// The name in the top line.
  var title: Phrase { saved.map { Phrase(verbatim: $0.name) } ?? view.title }

  /// What stands beside the topics in the top line: "/harbour".
  var textChips: [String] {
    (feed.map { ["‹\($0.name)›"] } ?? []) + (search.isEmpty ? [] : ["/\(search)"])
      + (filter.isEmpty ? [] : ["∿\(filter)"])
      + (sort == .newest ? [] : [sort.rawValue])
  }
}
