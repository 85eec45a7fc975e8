import Articles
import FoundationEssentials

/// What is shown of an article in the place of its text.
struct OtherText: Sendable, Hashable {
  /// Which view it is.
  enum Kind: Sendable, Hashable {
    /// What an update changed: the present form is compared with the one before, that with the one
    /// before it, and so on; `step` 1 is the newest update.
    case changes([ArticleRevision], step: Int)
    /// What one of the articles with the same text has that this one has not.
    case copies([Article], step: Int)
    /// What is stored, the text as HTML.
    case markup
  }

  var kind: Kind
  /// The article as it is read, to return to.
  var original: Article
  /// Where it was left.
  var anchor: ArticleAnchor

  /// The article with this view in the place of its text.
  func article(zone: LocalZone, _ catalogue: Catalogue) -> Article {
    var article = original
    article.highlights = []
    article.picture = nil
    article.dateline = nil
    article.summary = Body()
    article.enclosures = []
    article.comments = nil
    switch kind {
    case .changes(let forms, let step):
      guard step > 0, forms.indices.contains(step) else { break }
      article.body = Self.changes(from: forms[step], to: forms[step - 1], zone, catalogue)
    case .copies(let copies, let step):
      guard copies.indices.contains(step) else { break }
      article.body = Self.copy(step, of: copies, beside: original, zone, catalogue)
    case .markup: article.body = Self.markup(of: original)
    }
    return article
  }

  // MARK: - Changes

  private static func changes(
    from old: ArticleRevision, to new: ArticleRevision, _ zone: LocalZone, _ catalogue: Catalogue
  ) -> Body {
    let difference = TextDifference(from: old.paragraphs, to: new.paragraphs)
    let day = old.replaced.map { ArticleDates.day($0, zone: zone) }
    let counts = counts(of: difference)
    let head: Phrase = day.map { "Updated \($0): \(counts)" } ?? counts
    return Body(
      [.heading(level: 2, [Span(catalogue.text(head))])] + blocks(of: difference, catalogue))
  }

  private static func counts(of difference: TextDifference) -> Phrase {
    difference.added == 1
      ? "1 word added, \(grouped: difference.removed) removed"
      : "\(grouped: difference.added) words added, \(grouped: difference.removed) removed"
  }

  private static func copy(
    _ step: Int, of copies: [Article], beside original: Article, _ zone: LocalZone,
    _ catalogue: Catalogue
  ) -> Body {
    let copy = copies[step]
    let difference = TextDifference(from: original.paragraphs, to: copy.paragraphs)
    let facts = Phrase.list(
      [Phrase(verbatim: copy.head.source), ArticleDates.day(copy.head.published, zone: zone)],
      by: ", ")
    let head: Phrase = "Copy \(step + 1) of \(copies.count): \(facts)"
    return Body(
      [
        .heading(level: 2, [Span(catalogue.text(head))]),
        .paragraph([Span(catalogue.text(counts(of: difference)))]),
      ] + blocks(of: difference, catalogue))
  }

  /// Unchanged paragraphs that stay on each side of a change.
  private static let context = 1

  private static func blocks(
    of difference: TextDifference, _ catalogue: Catalogue
  ) -> [Body.Block] {
    let paragraphs = difference.paragraphs
    let changed = paragraphs.indices.filter { !paragraphs[$0].isUnchanged }
    guard !changed.isEmpty else {
      return [.paragraph([Span(catalogue.text("The words are the same."))])]
    }
    var blocks: [Body.Block] = []
    var next = 0
    for index in paragraphs.indices {
      while next < changed.count, changed[next] < index - context { next += 1 }
      guard next < changed.count, changed[next] <= index + context else {
        if case .rule? = blocks.last {} else { blocks.append(.rule) }
        continue
      }
      blocks.append(.paragraph(paragraphs[index].pieces.map(span)))
    }
    return blocks
  }

  /// Marks are part of the text: nothing is told by colour alone.
  private static func span(of piece: TextDifference.Piece) -> Span {
    switch piece {
    case .same(let text): Span(text)
    case .added(let text): Span("{+\(text)+}", style: [.bold, .underline])
    case .removed(let text): Span("[-\(text)-]", style: .strike)
    }
  }

  // MARK: - Markup

  private static func markup(of article: Article) -> Body {
    let head = article.head
    let facts: [(String, String?)] = [
      ("id", head.id.description), ("guid", head.guid), ("link", head.link),
      ("source", head.source), ("published", CivilTime.rfc3339(head.published)),
      ("updated", head.updated.map(CivilTime.rfc3339)),
      ("fetched", CivilTime.rfc3339(head.fetched)), ("language", article.language),
      ("authors", head.authors.joined(separator: ", ")),
      ("topics", head.topics.joined(separator: ", ")), ("dateline", article.dateline),
      ("picture", article.picture?.url), ("words", String(head.words)),
      ("full text", article.fullText.rawValue),
    ]
    let known = facts.filter { $0.1?.isEmpty == false }
    let spans = known.enumerated().flatMap { place, fact in
      [
        Span("\(place > 0 ? "\n" : "")\(fact.0): ", style: .bold),
        Span(fact.1 ?? "", style: .code),
      ]
    }
    let texts = [("Summary", article.summary), ("Text", article.body)]
    return Body(
      [.paragraph(spans)]
        + texts.flatMap { name, body -> [Body.Block] in
          guard !body.isEmpty else { return [] }
          return [.heading(level: 2, [Span(name)])]
            + body.blocks.map { .paragraph([Span(Body([$0]).html, style: .code)]) }
        })
  }
}

extension ArticleRevision {
  /// Everything that is read of it, a paragraph each.
  fileprivate var paragraphs: [String] { [title] + highlights + text.plainParagraphs }
}

extension Article {
  /// Everything that is read of it, a paragraph each.
  fileprivate var paragraphs: [String] {
    [head.title] + highlights + (body.isEmpty ? summary : body).plainParagraphs
  }
}
