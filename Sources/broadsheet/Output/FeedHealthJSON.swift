import Articles
import Fetching
import FoundationEssentials

/// One line of `feeds --json`.
struct FeedHealthJSON: Encodable {
  var url: String
  var title: String
  var site: String?
  var tags: [String]
  var folder: [String]
  var hidden: Bool
  var articles: Int
  var unread: Int
  var last_fetch: String?
  var last_success: String?
  var error: String?
  var failures: Int
  var due: String?
  var gone: Bool
  var moved_to: String?
  var newest: String?
  var per_week: Double

  init(_ feed: Feed) {
    let (subscription, health) = (feed.subscription, feed.health)
    url = subscription.url
    title = feed.name
    site = subscription.site ?? health.site
    tags = subscription.tags
    folder = subscription.folder
    hidden = subscription.isHidden
    articles = feed.articles
    unread = feed.unread
    last_fetch = health.checked.map(CivilTime.rfc3339)
    last_success = health.succeeded.map(CivilTime.rfc3339)
    error = health.problem
    failures = health.failures
    due = health.due.map(CivilTime.rfc3339)
    gone = health.isGone
    moved_to = health.movedTo
    newest = feed.newest.map(CivilTime.rfc3339)
    per_week = feed.perWeek
  }
}

/// The answer of `refresh --json`.
struct RefreshJSON: Encodable {
  struct Failed: Encodable {
    var url: String
    var reason: String
  }

  var feeds: Int
  var unchanged: Int
  var failed: [Failed]
  var new: Int
  var changed: Int
  var removed: Int
  var interrupted: Bool
  var seconds: Double

  init(_ summary: Refresher.Summary) {
    feeds = summary.feeds
    unchanged = summary.unchanged
    failed = summary.failed.map { Failed(url: $0.url, reason: $0.reason) }
    new = summary.new
    changed = summary.changed
    removed = summary.removed
    interrupted = summary.isInterrupted
    seconds = (summary.seconds * 1000).rounded() / 1000
  }
}
