import Articles
import FoundationEssentials

/// Reads bookmarks from JSON: what `broadsheet export --format json` writes, Pinboard's list, and
/// the trees of Firefox and Chrome.
///
/// An object with an address is a bookmark; one with children is a folder with its name.
enum JSONBookmarks {
  /// The bookmarks in the order of the document, and the articles of our own export that have none.
  static func read(_ value: JSONValue) -> (bookmarks: [BookmarkDraft], articles: [ArticleDraft]) {
    var found = Found()
    visit(value, in: [], depth: 0, &found)
    return (found.bookmarks, found.articles)
  }

  private struct Found {
    var bookmarks: [BookmarkDraft] = []
    var articles: [ArticleDraft] = []
  }

  private static func visit(
    _ value: JSONValue, in folders: [String], depth: Int, _ found: inout Found
  ) {
    guard depth < 64, found.bookmarks.count + found.articles.count < IngestLimits.articles else {
      return
    }
    switch value {
    case .array(let values):
      for value in values { visit(value, in: folders, depth: depth + 1, &found) }
    case .object(let members):
      if let bookmark = bookmark(value, in: folders) {
        let isArticle = isOwn(value) && value["bookmark"] == nil
        if isArticle {
          found.articles.append(bookmark.article)
        } else {
          found.bookmarks.append(bookmark)
        }
        return
      }
      var inner = folders
      let name = (value["title"] ?? value["name"])?.text ?? ""
      if value["children"] != nil, !name.isEmpty, depth > 0 {
        inner.append(name.split(separator: "/").joined(separator: "-"))
      }
      // Chrome's trees stand in `roots`, others in a list under some name.
      for key in members.keys.sorted() {
        guard let child = members[key] else { continue }
        switch child {
        case .array, .object: visit(child, in: inner, depth: depth + 1, &found)
        default: break
        }
      }
    default: break
    }
  }

  private static func bookmark(_ value: JSONValue, in folders: [String]) -> BookmarkDraft? {
    let named = ["link", "href", "uri", "url"].lazy.compactMap { value[$0]?.text }.first
    guard let address = named.flatMap(BookmarkAddress.link) ?? unlinked(value) else { return nil }
    let isOwn = isOwn(value)
    // Pinboard calls the title "description" and the note "extended".
    let title = ["title", "name", "description"].lazy.compactMap { value[$0]?.text }
      .map(FeedText.collapsed).first { !$0.isEmpty }
    let host = address.isEmpty ? "Bookmarks" : BookmarkAddress.host(of: address)
    let source = value["source"]?.text.map(FeedText.collapsed) ?? host
    var article = ArticleDraft(title: title ?? address, source: source)
    article.link = address.isEmpty ? nil : address
    article.guid = isOwn ? value["guid"]?.text : nil
    article.topics = topics(of: value)
    article.authors = texts(value["authors"])
    let added = ["added", "time", "dateAdded", "date_added", "created"].lazy
      .compactMap { value[$0]?.text }.first
    let mark = value["bookmark"] ?? value
    let moment =
      isOwn
      ? value["bookmark"]?["added"]?.text.flatMap(NewsDate.parse)
      : (mark["added"]?.text ?? added).flatMap(BookmarkAddress.moment)
    article.published = value["published"]?.text.flatMap(NewsDate.parse) ?? moment
    article.updated = value["updated"]?.text.flatMap(NewsDate.parse)
    if isOwn { fill(&article, from: value) }
    return BookmarkDraft(
      article: article, details: details(mark, value, in: folders, isOwn: isOwn), added: moment,
      quotes: quotes(mark))
  }

  private static func isOwn(_ value: JSONValue) -> Bool {
    value["paragraphs"] != nil || value["content_html"] != nil
  }

  /// An article of our own export may have no address.
  private static func unlinked(_ value: JSONValue) -> String? {
    value["paragraphs"] != nil && value["title"] != nil ? "" : nil
  }

  private static func details(
    _ mark: JSONValue, _ value: JSONValue, in folders: [String], isOwn: Bool
  ) -> BookmarkDetails {
    let note =
      mark["note"]?.text ?? value["extended"]?.text ?? value["notes"]?.text
      ?? (isOwn || value["title"] == nil ? nil : value["description"]?.text)
    let folder = mark["folder"]?.text ?? folders.joined(separator: "/")
    let due = mark["due"]?.text.flatMap(NewsDate.parse)
    return BookmarkDetails(folder: folder, note: note ?? "", due: due)
  }

  private static func quotes(_ mark: JSONValue) -> [QuotedPassage] {
    (mark["quotes"]?.list ?? []).prefix(1_000).compactMap { quote in
      guard let text = quote["text"]?.text ?? quote.text else { return nil }
      let passage = QuotedPassage(
        text: text, before: quote["before"]?.text ?? "", after: quote["after"]?.text ?? "")
      return passage.text.isEmpty ? nil : passage
    }
  }

  private static func topics(of value: JSONValue) -> [String] {
    let tags = value["tags"] ?? value["topics"]
    if case .string(let text)? = tags {
      return text.split { $0 == " " || $0 == "," }.prefix(20).map(String.init)
    }
    return Array(texts(tags).prefix(20))
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    (value?.list ?? []).compactMap(\.text).map(FeedText.collapsed).filter { !$0.isEmpty }
  }

  /// Takes the text of an article of our own export.
  private static func fill(_ article: inout ArticleDraft, from value: JSONValue) {
    article.dateline = value["dateline"]?.text
    article.highlights = texts(value["highlights"])
    article.shortLink = value["short_link"]?.text
    article.language = value["language"]?.text?.cut(toBytes: 32)
    if let image = value["image"] {
      article.picture = Picture(
        url: image["url"]?.text, caption: image["caption"]?.text, credit: image["credit"]?.text)
    }
    if let html = value["content_html"]?.text {
      article.body = HTMLReading.body(html, base: article.link)
    }
    if article.body.isEmpty, let summary = value["summary"]?.text {
      article.summary = HTMLReading.body(summary, base: article.link)
    }
  }
}
