import Articles
import FoundationEssentials

/// The subscriptions with their health, to look after them.
struct SourcesView: Sendable, Hashable {
  /// In which order they stand.
  enum Order: String, Sendable, Hashable, CaseIterable {
    case name, unread, trouble
  }

  /// A feed with what is worked out of it once.
  struct Row: Sendable, Hashable {
    var feed: Feed
    var state: FeedState
    /// The name as it is compared.
    var key: String
    /// What tells it from another feed of the same name; empty when there is none.
    var note = ""

    var url: String { feed.subscription.url }
  }

  /// Every feed; `nil` until the store answered.
  private var all: [Row]?
  /// Those that are shown, in their order.
  private(set) var rows: [Row] = []
  private(set) var selection = 0
  private(set) var order = Order.name
  private(set) var showsHidden = false
  /// The feed that a prompt or a question over this view is about.
  var target: String?

  var isLoaded: Bool { all != nil }
  var count: Int { all?.count ?? 0 }
  var hiddenCount: Int { all?.filter(\.feed.subscription.isHidden).count ?? 0 }
  var troubles: Int { rows.filter(\.state.isTrouble).count }
  var selected: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// The feed of an address.
  func row(of url: String) -> Row? { all?.first { $0.url == url } }

  /// Shows what the store knows; the selected feed stays selected.
  mutating func show(_ feeds: [Feed], now: Date) {
    all = feeds.map { feed in
      Row(feed: feed, state: FeedState(feed, now: now), key: feed.name.folded)
    }
    noteNamesakes()
    arrange()
  }

  /// Gives feeds of the same name a part of their addresses: the host, or what follows it where
  /// the hosts are alike.
  private mutating func noteNamesakes() {
    guard var rows = all else { return }
    for (_, places) in Dictionary(grouping: rows.indices, by: { rows[$0].key })
    where places.count > 1 {
      let parts = places.map { AddressNote(rows[$0].url) }
      let areHostsAlike = Set(parts.map(\.host)).count < parts.count
      for (place, part) in zip(places, parts) {
        rows[place].note = areHostsAlike ? part.host + part.path : part.host
      }
    }
    all = rows
  }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, rows.count - 1)) }

  /// Takes the next order, which begins with its first row.
  mutating func sort() {
    let orders = Order.allCases
    order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    arrange()
    select(0)
  }

  /// Shows the hidden feeds, or hides them again.
  mutating func toggleHidden() {
    showsHidden.toggle()
    arrange()
  }

  private mutating func arrange() {
    let kept = selected?.url
    let shown = (all ?? []).filter { showsHidden || !$0.feed.subscription.isHidden }
    rows = shown.sorted { first, second in
      switch order {
      case .unread where first.feed.unread != second.feed.unread:
        return first.feed.unread > second.feed.unread
      case .trouble where first.state.rank != second.state.rank:
        return first.state.rank < second.state.rank
      default: return (first.key, first.url) < (second.key, second.url)
      }
    }
    if let kept, let index = rows.firstIndex(where: { $0.url == kept }) { selection = index }
    select(selection)
  }
}

/// An address in the two parts that tell feeds of one name apart.
private struct AddressNote {
  var host: String
  var path: String

  init(_ address: String) {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    host = String(rest[..<end])
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    path = String(rest[end...])
  }
}
