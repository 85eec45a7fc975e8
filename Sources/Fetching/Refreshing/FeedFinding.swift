public import Articles
import FoundationEssentials
public import Ingest
public import Storage

/// What an address that someone typed leads to.
public enum FeedFinding: Sendable {
  /// A feed, with its first articles.
  case feed(Subscription, FetchedFeed)
  /// A page that names several feeds: the user chooses.
  case several([FoundFeed])
}

/// Why no feed was found.
public enum FeedFindingError: Error, Sendable, Hashable {
  /// No server answered; why, in words.
  case unreachable(String)
  /// What the server answered cannot be read; why, in words.
  case unreadable(String)
  /// What was read is neither a feed nor a page with one.
  case noFeed
  case cancelled

  /// The reason in words.
  public var words: String {
    switch self {
    case .unreachable(let words), .unreadable(let words): words
    case .noFeed: "no feed was found there"
    case .cancelled: "interrupted"
    }
  }
}

extension Refresher {
  /// Addresses that are tried where a page names no feed.
  private static let guesses = 8

  /// Finds the feed that an address means: its own, or the one that its page names.
  ///
  /// A bare host name is tried with https, then with http; `file://` reads a file of this machine.
  /// Asks at most eleven times.
  /// - Throws: `FeedFindingError`; nothing is stored either way.
  public func find(_ typed: String) async throws(FeedFindingError) -> FeedFinding {
    var problem: FeedFindingError?
    for address in Self.addresses(of: typed) {
      do throws(FeedFindingError) {
        return try await read(address, follows: true)
      } catch {
        if error == .cancelled { throw error }
        // What a server said tells more than that none answered at the other address.
        if case .unreachable = error, problem != nil { continue }
        if case .unreadable = problem { continue }
        problem = error
      }
    }
    throw problem ?? .noFeed
  }

  private static func addresses(of typed: String) -> [String] {
    var text = typed
    for scheme in ["feed:", "feed://"].reversed() where text.lowercased().hasPrefix(scheme) {
      text = String(text.dropFirst(scheme.count))
      break
    }
    if text.contains("://") || text.hasPrefix("mailto:") || text.hasPrefix("javascript:") {
      return [text]
    }
    return ["https://\(text)", "http://\(text)"]
  }

  private func read(
    _ address: String, follows: Bool
  ) async throws(FeedFindingError) -> FeedFinding {
    let fetch = fetch(of: address)
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await fetch.answer(by: client)
    } catch {
      throw error == .cancelled ? .cancelled : .unreachable(error.words)
    }
    let found = self.fetch(of: response.permanentURL ?? address).outcome(of: response)
    if case .read(let feed) = found {
      return .feed(Subscription(url: feed.url), feed)
    }
    if case .failed(let health, _, let content) = found {
      // A page may lead to a feed; a feed that is damaged leads nowhere.
      if response.status != 200 || content?.isDamage == true {
        throw .unreadable(health.problem ?? "")
      }
    }
    guard follows, response.status == 200 else { throw .noFeed }
    return try await choose(in: response)
  }

  /// The feed that a page names, or one at a usual address.
  private func choose(in page: HTTPResponse) async throws(FeedFindingError) -> FeedFinding {
    let named = FeedDiscovery.feeds(
      in: page.body, base: page.url, contentType: page.headers["content-type"])
    if named.count > 1 { return .several(named) }
    if let only = named.first { return try await read(only.url, follows: false) }
    for guess in FeedDiscovery.guesses(for: page.url).prefix(Self.guesses) {
      do throws(FeedFindingError) {
        return try await read(guess, follows: false)
      } catch {
        if error == .cancelled { throw error }
      }
    }
    throw .noFeed
  }

  private func fetch(of address: String) -> FeedFetch {
    let subscription = Subscription(url: address)
    return FeedFetch(
      feed: Feed(subscription: subscription), settings: settings.settings(for: subscription),
      userAgent: userAgent, schedule: FeedSchedule(now: Date(), chance: 0))
  }

  /// Subscribes to a feed that was found and stores its articles.
  /// - Returns: Articles that are new; `nil` when the user had the feed already.
  /// - Throws: `StoreError`.
  public func subscribe(
    to subscription: Subscription, _ feed: FetchedFeed
  ) async throws(StoreError) -> Int? {
    let now = Date()
    let names = feed.health.title.map { [subscription.url: $0] } ?? [:]
    let outcome = try await store.subscribe([subscription], now: now, names: names)
    guard !outcome.added.isEmpty else { return nil }
    var feed = feed
    if let title = subscription.title {
      for place in feed.drafts.indices { feed.drafts[place].source = title }
    }
    return try await store.store([feed], at: now).first?.new.count ?? 0
  }
}
