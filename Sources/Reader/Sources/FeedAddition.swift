import Articles

/// What is to be subscribed to.
public struct FeedAddition: Sendable, Hashable {
  /// Addresses of feeds or pages, or host names, as typed.
  public var addresses: [String]
  /// Topics that the articles get, in their normalised form.
  public var tags: [String]

  /// Takes both as they are.
  public init(addresses: [String], tags: [String] = []) {
    self.addresses = addresses
    self.tags = tags
  }
}

/// A change of a subscription.
public enum FeedEdit: Sendable, Hashable {
  /// What the user calls it; `nil` for the feed's own name.
  case title(String?)
  /// Topics that its articles get.
  case tags([String])
  /// Whether it is left out of the view of sources.
  case hidden(Bool)
}

/// A feed that a page names, or one to begin with.
public struct FeedSuggestion: Sendable, Hashable {
  /// Its address.
  public var url: String
  /// What the page calls it; empty when it does not say.
  public var title: String
  /// A topic for its articles; empty for none.
  public var topic: String

  /// Takes each fact as it is.
  public init(url: String, title: String, topic: String = "") {
    self.url = url
    self.title = title
    self.topic = topic
  }
}

/// The feeds that a page names, to choose from.
struct FeedChooser: Sendable, Hashable {
  let suggestions: [FeedSuggestion]
  /// Topics that the articles of the chosen ones get.
  let tags: [String]
  private(set) var selection = 0
  /// Indexes of those that are wanted; when there are none, the selected one is.
  private(set) var marked: Set<Int> = []

  init(_ suggestions: [FeedSuggestion], tags: [String]) {
    self.suggestions = suggestions
    self.tags = tags
  }

  mutating func move(by count: Int) {
    selection = min(max(0, selection + count), max(0, suggestions.count - 1))
  }

  /// Wants the selected one, or wants it no more.
  mutating func toggle() {
    if marked.remove(selection) == nil { marked.insert(selection) }
  }

  /// What was chosen, those of one topic together.
  var additions: [FeedAddition] {
    let chosen = (marked.isEmpty ? [selection] : marked.sorted())
      .filter(suggestions.indices.contains).map { suggestions[$0] }
    var additions: [FeedAddition] = []
    for feed in chosen {
      let tags = tags + (TopicName.normalised(feed.topic).map { [$0] } ?? [])
      if additions.last?.tags == tags {
        additions[additions.count - 1].addresses.append(feed.url)
      } else {
        additions.append(FeedAddition(addresses: [feed.url], tags: tags))
      }
    }
    return additions
  }
}
