import ArgumentParser
import Articles
import FoundationEssentials
import StarterFeeds
import Storage
import TextLayout

/// `broadsheet feeds`: the subscriptions.
struct Feeds: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the subscriptions with their last fetch, errors and counts.",
    discussion: """
      Examples:
        broadsheet feeds
        broadsheet feeds --json
        broadsheet feeds --starter      # well-known feeds to begin with
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON Lines.")
  var json = false

  @Flag(help: "List well-known public feeds by topic instead, none of which is on by itself.")
  var starter = false

  func carryOut() async throws {
    if starter { return try listStarters() }
    let store = try Stores.open(global)
    let now = Date()
    var printer = Printer()
    let feeds = try await store.feeds(now: now)
    if feeds.isEmpty, !json {
      Printer.note(CleanText("No feeds yet; add one: broadsheet add https://example.org/feed.xml"))
    }
    for (number, feed) in feeds.enumerated() {
      if json {
        printer.line(try JSONText(FeedHealthJSON(feed)))
      } else {
        printer.line(CleanText("\(number + 1)\t\(FeedWords.line(feed, now: now))"))
      }
    }
  }
}

extension Feeds {
  private struct Starter: Encodable {
    var topic: String
    var title: String
    var language: String
    var url: String
  }

  private func listStarters() throws {
    var printer = Printer()
    for feed in StarterList.all {
      if json {
        printer.line(
          try JSONText(
            Starter(
              topic: feed.topic, title: feed.title, language: feed.language, url: feed.url)))
      } else {
        printer.line(
          CleanText("\(feed.topic)\t\(feed.title)\t\(feed.language)\t\(feed.url)"))
      }
    }
  }
}

/// What a person is told of a feed.
enum FeedWords {
  static func line(_ feed: Feed, now: Date) -> String {
    var parts = [feed.name, "\(feed.unread)/\(feed.articles) unread"]
    switch feed.subscription.origin {
    case .feed: parts.append(fetched(feed.health, now: now))
    case .query: parts.append("a view, not a feed")
    case .command, .filter: parts.append("a command, which is not run")
    }
    if let problem = feed.health.problem { parts.append(problem) }
    if let due = feed.health.due, !feed.health.isGone {
      parts.append(due > now ? "next in \(span(from: now, to: due))" : "due now")
    }
    let tags = feed.subscription.tags.map { "#\($0)" }.joined(separator: " ")
    if !tags.isEmpty { parts.append(tags) }
    parts.append(feed.subscription.url)
    return parts.joined(separator: " · ")
  }

  private static func fetched(_ health: FeedHealth, now: Date) -> String {
    guard let checked = health.succeeded else { return "never fetched" }
    return "fetched \(ago(checked, now: now))"
  }

  /// "3 min ago", in the greatest unit that fits.
  static func ago(_ date: Date, now: Date) -> String {
    now.timeIntervalSince(date) < 60 ? "just now" : "\(span(from: date, to: now)) ago"
  }

  /// "3 min", in the greatest unit that fits.
  private static func span(from start: Date, to end: Date) -> String {
    let seconds = max(0, CivilTime.clampedSeconds(end) &- CivilTime.clampedSeconds(start))
    switch seconds {
    case ..<3_600: return "\(max(1, seconds / 60)) min"
    case ..<86_400: return "\(seconds / 3_600) h"
    default: return "\(seconds / 86_400) d"
    }
  }
}
