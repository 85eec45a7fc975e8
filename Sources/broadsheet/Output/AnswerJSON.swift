import Articles
import Fetching

/// The answer of `import --json`.
struct ImportJSON: Encodable {
  struct Refused: Encodable {
    var path: String
    var reason: String
  }

  struct Subscribed: Encodable {
    struct Skipped: Encodable {
      var entry: String
      var reason: String
    }

    var new: Int
    var known: Int
    var views: Int
    var mutings: Int?
    var skipped: [Skipped]
  }

  var new: Int
  var changed: Int
  var unchanged: Int
  var refused: [Refused]
  var feeds: Subscribed?
  var bookmarks: Int?

  init(_ summary: Importer.Summary) {
    new = summary.new
    changed = summary.changed
    unchanged = summary.unchanged
    bookmarks = summary.bookmarks
    refused = summary.refused.map { Refused(path: $0.path, reason: Complaint($0).problem) }
    feeds = summary.feeds.map { feeds in
      Subscribed(
        new: feeds.new, known: feeds.known, views: feeds.views,
        mutings: feeds.mutings > 0 ? feeds.mutings : nil,
        skipped: feeds.skipped.map { .init(entry: $0.entry, reason: Complaint($0).problem) })
    }
  }
}

/// One line of `related --json`.
struct RelatedJSON: Encodable {
  var id: String
  var title: String
  var score: Double
  var relation: String
  var shared: [String]

  init(_ related: RelatedArticle) {
    id = related.id.description
    title = related.headline.title
    score = (related.score * 10_000).rounded() / 10_000
    relation = related.relation.rawValue
    shared = related.shared
  }
}

/// One line of `related --all`.
struct RelatedListJSON: Encodable {
  var id: String
  var related: [String]

  init(_ id: ArticleID, _ related: [ArticleID]) {
    self.id = id.description
    self.related = related.map(\.description)
  }
}

/// One line of `stories --json`.
struct StoryJSON: Encodable {
  var story: String
  var title: String
  var articles: [String]
  var first: String
  var last: String
  var topics: [String]

  init(_ story: Story) {
    self.story = String(story.id.rawValue)
    title = story.title
    articles = story.articles.map(\.description)
    first = CivilTime.rfc3339(story.first)
    last = CivilTime.rfc3339(story.last)
    topics = story.topics
  }
}

/// One line of `topics --json`.
struct TopicJSON: Encodable {
  var topic: String
  var articles: Int
  var unread: Int

  init(_ count: TopicCount) {
    topic = count.topic
    articles = count.articles
    unread = count.unread
  }
}
