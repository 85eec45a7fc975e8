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

/// A feed that a page names.
public struct FeedSuggestion: Sendable, Hashable {
  /// Its address.
  public var url: String
  /// What the page calls it; empty when it does not say.
  public var title: String

  /// Takes both as they are.
  public init(url: String, title: String) {
    self.url = url
    self.title = title
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

  /// What was chosen.
  var addition: FeedAddition {
    let chosen = marked.isEmpty ? [selection] : marked.sorted()
    return FeedAddition(
      addresses: chosen.filter(suggestions.indices.contains).map { suggestions[$0].url },
      tags: tags)
  }
}
