import Articles
import Screen

/// Something typed about a feed that waits until the subscriptions are known.
enum FeedErrand: Sendable, Hashable {
  case remove(String)
  case refresh(String)
}

/// Subscriptions: adding, removing, changing, and what comes of it.
extension Model {
  // MARK: - The command line

  /// Subscribes to what was typed: addresses, and topics that begin with `#`.
  mutating func addFeeds(_ typed: String) -> [Effect] {
    var addition = FeedAddition(addresses: [])
    for word in typed.split(separator: " ").map(String.init) {
      guard word.hasPrefix("#") else {
        addition.addresses.append(word)
        continue
      }
      guard let tag = FeedTags.tag(word, among: []) else {
        complain("topic: \(word) has no letters; type a word")
        return []
      }
      addition.tags.append(tag)
    }
    guard !addition.addresses.isEmpty else {
      complain("add: no address was typed; :add ADDRESS #TOPIC")
      return []
    }
    return add(addition)
  }

  mutating func add(_ addition: FeedAddition) -> [Effect] {
    say("Asking \(addition.addresses.joined(separator: ", ")) …")
    return [.addFeeds(addition, request(.intake))]
  }

  /// Does something with the feed that was named, once the subscriptions are known.
  mutating func run(_ errand: FeedErrand) -> [Effect] {
    guard let feeds else {
      self.errand = errand
      return [.loadFeeds(request(.feeds))]
    }
    self.errand = nil
    switch errand {
    case .remove(let typed):
      if let feed = feed(named: typed, among: feeds) { askToRemove(feed) }
      return []
    case .refresh(let typed):
      guard let feed = feed(named: typed, among: feeds) else { return [] }
      return refresh(.feeds([feed.subscription.url]))
    }
  }

  /// The one feed that someone means by its address, its name, or a part of either.
  private mutating func feed(named typed: String, among feeds: [Feed]) -> Feed? {
    let wanted = typed.folded
    let exact = feeds.filter { $0.subscription.url == typed || $0.name.folded == wanted }
    let found =
      exact.isEmpty
      ? feeds.filter {
        $0.name.folded.contains(wanted) || $0.subscription.url.folded.contains(wanted)
      } : exact
    if found.count > 1 {
      let names = found.prefix(2).map(\.name).joined(separator: ", ")
      complain("feed \(typed): means \(found.count) feeds (\(names) …); type more of the name")
    } else if found.isEmpty {
      let nearest = NearestName.of(typed, among: feeds.map(\.name))
      complain(
        nearest.map { "feed \(typed): is not subscribed to; did you mean \($0)?" }
          ?? "feed \(typed): is not subscribed to; \(key: .sources) lists all")
    }
    return found.count == 1 ? found.first : nil
  }

  /// The names of the subscriptions, for the command line.
  var feedNames: [String] { (feeds ?? []).map(\.name) }

  /// Asks for the subscriptions while the name of one is being typed.
  mutating func prepareNames(for line: String) -> [Effect] {
    guard feeds == nil, line.hasPrefix("remove ") || line.hasPrefix("refresh ") else { return [] }
    return [.loadFeeds(request(.feeds))]
  }

  // MARK: - What came of it

  mutating func takeIn(_ feeds: [Feed], _ request: Request) -> [Effect] {
    guard isCurrent(request) else { return [] }
    self.feeds = feeds
    sources?.show(feeds, now: now)
    guard let errand else { return [] }
    return run(errand)
  }

  mutating func feedAdded(_ name: String, new: Int?) -> [Effect] {
    guard let new else {
      say("\(name): you have it already")
      return reloadFeeds()
    }
    say(
      new == 1
        ? "Added \(name) · 1 new article" : "Added \(name) · \(grouped: new) new articles")
    // Who adds a feed on top of the list wants to see it; elsewhere nothing moves.
    let isOnTop = focus == .headlines && list.top == 0 && list.selection == 0
    let rows = isOnTop ? [loadList(), .loadCounts(request(.counts))] : reloadInPlace()
    return reloadFeeds() + rows
  }

  mutating func feedRemoved(articles: Int?) -> [Effect] {
    if let articles {
      say("Removed with \(Self.articles(articles)); bookmarks stay")
    } else {
      complain("feed: it was removed already")
    }
    let anchor = list.selected.map { PageAnchor.around($0.id) } ?? .start
    return reloadFeeds() + [loadList(at: anchor), .loadCounts(request(.counts))]
      + reloadOpenArticle()
  }

  mutating func feedEdited(_ isDone: Bool) -> [Effect] {
    if !isDone { complain("feed: it is not subscribed to any more") }
    return reloadFeeds() + reloadInPlace()
  }

  /// Brings the subscriptions up to date where they are shown or kept.
  mutating func reloadFeeds() -> [Effect] {
    feeds == nil && sources == nil ? [] : [.loadFeeds(request(.feeds))]
  }

  /// `gF`: feeds to begin with, to choose from.
  mutating func takeIn(starters: [FeedSuggestion]) {
    chooser = FeedChooser(starters, tags: [])
    openChooser()
  }

  /// Lets the user choose from the feeds of a page, as soon as nothing else has the keys.
  mutating func openChooser() {
    guard let chooser, mode == restingMode, pendingKeys.isEmpty else { return }
    status = Status()
    mode = .feeds(chooser)
    self.chooser = nil
  }

  mutating func press(_ key: Key, in chooser: FeedChooser) -> [Effect] {
    var chooser = chooser
    let action = action(of: key, in: .foundFeeds)
    if let row = action?.row(from: chooser.selection, page: max(1, size.rows - 5)) {
      chooser.move(by: row - chooser.selection)
    }
    switch action {
    case .mark: chooser.toggle()
    case .choose:
      mode = restingMode
      return chooser.additions.flatMap { add($0) }
    case .close:
      mode = restingMode
      return []
    default: break
    }
    mode = .feeds(chooser)
    return []
  }

  // MARK: - The user's own store

  /// Leaves the sample edition for the user's own articles.
  mutating func leaveSample() -> [Effect] {
    guard surroundings.isSample else { return [] }
    surroundings.isSample = false
    list = HeadlineList()
    articlePane.clear()
    sidebar.clear()
    history = ReadingHistory()
    positions = []
    scope = Scope()
    feeds = nil
    focus = .headlines
    fitPanes()
    return [.useOwnStore, loadList(), .loadCounts(request(.counts))]
      + (sources == nil ? [] : [.loadFeeds(request(.feeds))])
  }
}

/// The tags of a subscription as they are shown and typed.
enum FeedTags {
  /// "#town #world/asia".
  static func text(_ tags: [String]) -> String {
    tags.map { "#" + hyphenated($0) }.joined(separator: " ")
  }

  /// A tag as typed; one that the subscription has already stays as it is.
  static func tag(_ typed: String, among known: [String]) -> String? {
    let word = typed.hasPrefix("#") ? String(typed.dropFirst()) : typed
    if let tag = known.first(where: { hyphenated($0) == word }) { return tag }
    let parts = word.split(separator: "/").compactMap { TopicName.normalised($0) }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func hyphenated(_ tag: String) -> String {
    String(tag.map { $0 == " " ? "-" : $0 })
  }
}
