import Articles
import FoundationEssentials

/// The parts of an article or of the feed itself, as they come; the first of each counts.
struct FeedParts {
  var title: FeedText?
  var otherTitle: FeedText?
  var link: String?
  /// Whether `link` leads to a page for sure.
  var hasPageLink = false
  var guid: String?
  /// Whether the guid is the article's address, as RSS takes it for granted.
  var isGuidLink = true
  var comments: String?
  var summary: FeedText?
  var otherSummary: FeedText?
  var subtitle: FeedText?
  var content: FeedText?
  var mediaDescription: FeedText?
  var published: Date?
  var otherDate: Date?
  var created: Date?
  var updated: Date?
  var authors: [String] = []
  var topics: [String] = []
  var language: String?
  /// The language of the element itself.
  var scopeLanguage: String?
  var enclosures: [Enclosure] = []
  /// Sounds and films of Media RSS, which often are the enclosures again.
  var mediaFiles: [Enclosure] = []
  var pictureURL: String?
  var credit: String?
  /// The base in which it stands.
  var base: String?

  mutating func add(author: String) {
    guard !author.isEmpty, authors.count < IngestLimits.feedList, !authors.contains(author) else {
      return
    }
    authors.append(author)
  }

  mutating func add(topic: String) {
    let topic = FeedText.collapsed(topic)
    guard !topic.isEmpty, topics.count < IngestLimits.feedList, !topics.contains(topic) else {
      return
    }
    topics.append(topic)
  }

  mutating func add(_ enclosure: Enclosure) {
    guard enclosures.count < IngestLimits.feedList,
      !enclosures.contains(where: { $0.url == enclosure.url })
    else { return }
    enclosures.append(enclosure)
    if enclosure.type?.hasPrefix("image/") == true { pictureURL = pictureURL ?? enclosure.url }
  }
}

extension FeedParts {
  /// The article, its source still open.
  func draft(in context: IngestContext) -> ArticleDraft {
    var draft = ArticleDraft(title: "", source: context.source ?? "")
    draft.feed = context.base
    draft.guid = guid
    draft.link = articleLink
    draft.published = published ?? otherDate ?? created
    draft.updated = updated ?? laterDate
    draft.authors = authors
    draft.topics = topics
    draft.language =
      (content ?? summary ?? otherSummary ?? title)?.language ?? language ?? scopeLanguage
    draft.enclosures = enclosures.isEmpty ? mediaFiles : enclosures
    draft.comments = comments
    setTexts(of: &draft)
    let caption = isMediaDescriptionBody ? nil : mediaDescription?.line
    if pictureURL != nil || credit != nil, pictureURL != nil || caption != nil {
      draft.picture = Picture(url: pictureURL, caption: caption, credit: credit)
    }
    draft.title = headline(draft.text)
    return draft
  }

  /// Makes a change in place: the parts are too many to be carried to and fro.
  mutating func change(_ change: (inout FeedParts) -> Void) { change(&self) }

  /// A date without a meaning of its own that lies behind the day of publication.
  private var laterDate: Date? {
    guard let otherDate, let published, otherDate > published else { return nil }
    return otherDate
  }

  private var articleLink: String? {
    if let link { return link }
    guard isGuidLink, let guid, guid.hasPrefix("http:") || guid.hasPrefix("https:") else {
      return nil
    }
    return Address.resolve(guid, base: base)
  }

  /// A picture's description is the text when the article has no other one.
  private var isMediaDescriptionBody: Bool {
    [content, summary, otherSummary].allSatisfy { $0?.isBlank ?? true }
  }

  /// Whether the summary is only the beginning of another one, as podcasts have it: "We talk…".
  private var isSummaryCut: Bool {
    guard let summary, let otherSummary, otherSummary.bytes.count > summary.bytes.count else {
      return false
    }
    let line = summary.line
    let start = line.reversed().drop { $0 == "." || $0 == "…" }
    guard start.count < line.count else { return false }
    return otherSummary.line.hasPrefix(String(start.reversed()))
  }

  private func setTexts(of draft: inout ArticleDraft) {
    let short = [
      isSummaryCut ? otherSummary : nil, summary, otherSummary,
      isMediaDescriptionBody ? mediaDescription : nil, subtitle,
    ].compactMap(\.self).first { !$0.isBlank }
    if let content, !content.isBlank { draft.body = content.body }
    guard let short, short.bytes != content?.bytes else { return }
    let summary = short.body
    if summary != draft.body { draft.summary = summary }
  }

  /// The title, or the beginning of the text of a post that has none.
  private func headline(_ text: Body) -> String {
    for candidate in [title, otherTitle] {
      if let line = candidate?.line, !line.isEmpty {
        return line.cut(toBytes: IngestLimits.title)
      }
    }
    let start = text.plainText.prefix { $0 != "\n" }.prefix(120)
    guard start.count >= 120, let space = start.lastIndex(of: " ") else { return String(start) }
    return start[..<space] + "…"
  }

  /// What the feed says about itself.
  var head: FeedHead {
    var head = FeedHead()
    func line(_ text: FeedText?) -> String? {
      text.map(\.line).flatMap { $0.isEmpty ? nil : $0.cut(toBytes: IngestLimits.title) }
    }
    head.title = line(title) ?? line(otherTitle)
    head.link =
      link ?? guid.flatMap { $0.hasPrefix("http") ? Address.resolve($0, base: base) : nil }
    head.language = (language ?? scopeLanguage).flatMap { $0.isEmpty ? nil : $0 }
    head.description = line(summary) ?? line(otherSummary) ?? line(subtitle)
    head.updated = updated ?? published ?? otherDate ?? created
    head.published = published ?? otherDate ?? created
    head.icon = pictureURL
    head.id = guid
    head.authors = authors
    head.topics = topics
    return head
  }
}

extension String {
  /// The text without what lies beyond `limit` bytes, cut between characters.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, String.Index(end, within: self) == nil {
      end = utf8.index(before: end)
    }
    return String(self[..<end])
  }
}
