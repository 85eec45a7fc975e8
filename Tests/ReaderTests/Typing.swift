import Articles
import FoundationEssentials
import Screen

@testable import Reader

/// Headlines and a clock for readers under test.
enum Desk {
  /// Monday 23 November 2026, 15:31 in Greenwich.
  static let now = Date(timeIntervalSince1970: 1_795_447_860)

  /// Headlines from the newest on, an hour apart, with ids that fall: 1,000,000 and below.
  static func headlines(_ titles: [String], hours: Double = 1) -> [Headline] {
    titles.enumerated().map { index, title in
      Headline(
        id: ArticleID(rawValue: Int64(1_000_000 - index)), title: title, source: "Daily Wire",
        published: now.addingTimeInterval(-3600 * hours * Double(index + 1)), fetched: now,
        topics: ["city"], words: 300)
    }
  }

  static func article(_ head: Headline) -> Article {
    var draft = ArticleDraft(title: head.title, source: head.source)
    draft.body = Body(paragraphs: [
      "SELIS: The harbour bridge is closed to lorries for a week.",
      "Engineers check its cables, the city said on Friday.",
    ])
    draft.highlights = ["Cables are checked"]
    draft.link = "https://example.org/bridge"
    return Article(head: head, draft: draft)
  }
}

extension Model {
  /// A reader that shows these headlines, all unread, and knows no others.
  static func showing(
    _ titles: [String], columns: Int, rows: Int, hours: Double = 1, hasAfter: Bool = false,
    surroundings: Surroundings = Surroundings()
  ) -> Model {
    var model = Model(
      size: Size(columns: columns, rows: rows), surroundings: surroundings)
    let heads = Desk.headlines(titles, hours: hours)
    for effect in model.update(.started(now: Desk.now)) {
      switch effect {
      case .loadHeadlines(_, _, _, let request):
        _ = model.update(.headlinesLoaded(HeadlinePage(rows: heads, hasAfter: hasAfter), request))
      case .loadCounts(let request):
        let counts = StoreCounts(articles: heads.count, unread: heads.count)
        _ = model.update(.countsLoaded(counts, request))
      default: break
      }
    }
    return model
  }

  /// Presses these keys, written as in key files; gives back everything that was asked for.
  mutating func type(_ notation: String) -> [Effect] {
    (Key.sequence(notation) ?? []).flatMap { update(.input(.key($0), now: Desk.now)) }
  }

  /// Answers questions about articles, their relations and counts, as a store would.
  mutating func answer(_ effects: [Effect], related: [RelatedArticle] = []) {
    for effect in effects {
      switch effect {
      case .loadArticle(let id, let request):
        let head = list.rows.first { $0.id == id }
        _ = update(.articleLoaded(head.map(Desk.article), request))
      case .loadRelated(_, _, let request): _ = update(.relatedLoaded(related, request))
      case .perform(let change, let request):
        let report = ChangeReport(change: change, direction: .done, affected: 1)
        answer(update(.changed(report, request)))
      default: break
      }
    }
  }
}
