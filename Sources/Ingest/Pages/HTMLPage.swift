import Articles
import FoundationEssentials

/// A saved HTML page: one article, or several where pages stand one after the other.
enum HTMLPage {
  /// The articles of a file; empty when there is no text in it.
  ///
  /// `page` is valid UTF-8.
  static func articles(_ page: [UInt8], in context: IngestContext) -> [ArticleDraft] {
    documents(page).compactMap { range in
      var reader = HTMLArticle(page, range, context)
      return reader.draft()
    }
  }

  /// The article of a page that stands alone; its text may be empty.
  static func article(_ page: [UInt8], in context: IngestContext) -> ExtractedArticle {
    var reader = HTMLArticle(page, 0..<page.count, context)
    return reader.article()
  }

  /// The pages of a file: a new one begins where `<html>` or a doctype follows the end of one.
  private static func documents(_ page: [UInt8]) -> [Range<Int>] {
    var starts = [0]
    var hasEnded = false
    var index = 0
    while index + 8 < page.count, starts.count < IngestLimits.articlesInText {
      if page[index] == UInt8(ascii: "<") {
        let rest = page[(index + 1)...].prefix(10)
        if rest.hasLowercasedPrefix("/html") {
          hasEnded = true
        } else if hasEnded, rest.hasLowercasedPrefix("!doctype") || rest.hasLowercasedPrefix("html")
        {
          starts.append(index)
          hasEnded = false
        }
      }
      index += 1
    }
    return zip(starts, starts.dropFirst() + [page.count]).map { $0..<$1 }
  }
}

/// The article of one HTML page.
private struct HTMLArticle {
  let page: [UInt8]
  let range: Range<Int>
  let context: IngestContext
  var metadata: PageMetadata

  init(_ page: [UInt8], _ range: Range<Int>, _ context: IngestContext) {
    self.page = page
    self.range = range
    self.context = context
    metadata = PageMetadata(now: context.now, base: context.base)
  }

  mutating func draft() -> ArticleDraft? {
    readMetadata()
    let tree = PageTree(page, range)
    let blocks = foundText(tree)
    var title = metadata.title ?? ""
    if title.isEmpty { title = blocks.lazy.compactMap(\.line).first ?? "" }
    guard title.utf8.count + Body(blocks).plainText.utf8.count > 2 else { return nil }
    var reader = PageBody(blocks, title: title, context: context)
    var draft = ArticleDraft(title: PageTitle.cut(title), source: source)
    reader.complete(&draft)
    var trimming = ArticleTrimming(
      draft.body.blocks, now: context.now, language: metadata.language)
    trimming.trim()
    draft.body = Body(trimming.blocks)
    complete(&draft, signs(tree))
    return draft
  }

  /// The publication: as the user said, as the page says, or its host.
  private var source: String {
    if let name = context.source ?? metadata.site { return name }
    guard let address = metadata.canonical ?? context.base,
      let start = address.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return "" }
    let host = address[start...].drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" && $0 != ":" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// What the page's data says outranks what its lines say, but for the words in the text.
  private func complete(_ draft: inout ArticleDraft, _ visible: PageSigns) {
    draft.published =
      metadata.published ?? draft.published ?? metadata.dated ?? visible.published
      ?? PageSigns.date(inAddress: metadata.canonical ?? context.base) ?? metadata.updated
    draft.updated = metadata.updated ?? draft.updated
    if let published = draft.published, let updated = draft.updated, updated < published {
      draft.published = updated
    }
    draft.authors = metadata.authors(beside: [draft.authors, visible.authors])
    draft.topics = metadata.topics + draft.topics.filter { !metadata.topics.contains($0) }
    draft.language = metadata.language
    draft.link = metadata.canonical ?? context.base ?? draft.link
    draft.shortLink = metadata.shortLink ?? draft.shortLink
    if draft.picture == nil, let url = metadata.picture { draft.picture = Picture(url: url) }
  }

  /// The article alone, without dividing head and text.
  mutating func article() -> ExtractedArticle {
    readMetadata()
    let tree = PageTree(page, range)
    let visible = signs(tree)
    let title = metadata.title ?? ""
    var trimming = ArticleTrimming(
      foundText(tree), now: context.now, language: metadata.language)
    trimming.trim()
    let authors = metadata.authors(beside: [visible.authors, trimming.authors])
    let moment =
      metadata.published ?? trimming.published ?? metadata.dated ?? visible.published
      ?? PageSigns.date(inAddress: metadata.canonical ?? context.base) ?? metadata.updated
    return ExtractedArticle(
      title: PageTitle.cut(title), byline: authors.isEmpty ? nil : authors.joined(separator: ", "),
      published: moment,
      publishedOffset: moment == metadata.published ? metadata.publishedOffset : 0,
      site: metadata.site, image: metadata.picture, excerpt: metadata.excerpt,
      language: metadata.language, body: Body(trimming.blocks))
  }

  private func signs(_ tree: PageTree) -> PageSigns {
    PageSigns(tree, now: context.now, language: metadata.language)
  }

  private func foundText(_ tree: PageTree) -> [Body.Block] {
    let html = PageArticle.html(tree, title: metadata.title ?? "")
    return HTMLReading.body(html, base: metadata.base).blocks
  }

  private mutating func readMetadata() {
    var tokenizer = HTMLTokenizer(page, range: range)
    var isData = false
    var headings = HeadingReader()
    while let token = tokenizer.next() {
      switch token {
      case .start:
        metadata.take(tokenizer)
        isData = tokenizer.element == .script && tokenizer.value("type", is: "application/ld+json")
        headings.start(tokenizer, into: &metadata.titles)
      case .text:
        let text = page[tokenizer.text]
        if isData, let data = PageData(text) { metadata.take(data) }
        headings.text(text, hasReferences: tokenizer.hasReferences)
      case .end: headings.end(tokenizer.element, into: &metadata.titles)
      }
    }
  }
}

extension Body.Block {
  /// The text of a paragraph or heading.
  var line: String? {
    switch self {
    case .paragraph(let spans), .heading(_, let spans): spans.plainText
    default: nil
    }
  }
}
