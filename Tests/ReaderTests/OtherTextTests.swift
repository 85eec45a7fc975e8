import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct OtherTextTests {
  private func reader() -> Model {
    var reader = Model.showing(["Bridge closed", "Tram reopens"], columns: 100, rows: 30)
    reader.answer(reader.type("<Enter>"))
    if var article = reader.articlePane.article {
      article.head.link = article.head.link ?? "https://example.org/bridge"
      reader.articlePane.update(article, now: Desk.now)
    }
    return reader
  }

  private func request(_ effects: [Effect]) -> (Effect, Request)? {
    for effect in effects {
      switch effect {
      case .fetchFullText(_, let request), .showFullText(_, _, let request),
        .loadRevisions(_, let request):
        return (effect, request)
      default: break
      }
    }
    return nil
  }

  @Test func `x asks for the page once and then changes between the texts`() throws {
    var reader = reader()
    let id = try #require(reader.articlePane.article?.id)
    let (effect, first) = try #require(request(reader.type("x")))
    #expect(effect == .fetchFullText(id, first))
    let effects = reader.update(.fullTextChanged(id, words: 812, first))
    guard case .loadArticle(_, let load)? = effects.first else { return #expect(Bool(false)) }
    var article = Desk.article(reader.list.rows[0])
    article.body = Body(paragraphs: ["The whole report."])
    article.fullText = .shown
    _ = reader.update(.articleLoaded(article, load))
    #expect(reader.frame.text.contains("The whole report."))
    #expect(reader.frame.text.contains("Full text: 812 words"))
    let (second, last) = try #require(request(reader.type("x")))
    #expect(second == .showFullText(false, id, last))
  }

  @Test func `an older full text is shown when its page is gone`() throws {
    var reader = reader()
    var article = try #require(reader.articlePane.article)
    article.fullText = .outdated
    reader.articlePane.update(article, now: Desk.now)
    let (_, first) = try #require(request(reader.type("x")))
    let effects = reader.update(.failed("full text: there is no such page any more", first))
    let (shown, last) = try #require(request(effects))
    #expect(shown == .showFullText(true, article.id, last))
  }

  @Test func `gd shows what updates changed, the newest first, and Esc the text`() throws {
    var reader = reader()
    let article = try #require(reader.articlePane.article)
    let (_, asked) = try #require(request(reader.type("gd")))
    func form(_ text: String, _ hour: Double?) -> ArticleRevision {
      ArticleRevision(
        replaced: hour.map { Desk.now - 3600 * $0 }, title: "Bridge closed",
        text: Body(paragraphs: [text]))
    }
    let forms = [
      form("The bridge is closed for two weeks.", nil), form("The bridge is closed for a week.", 1),
      form("The bridge is closed.", 30),
    ]
    _ = reader.update(.revisionsLoaded(forms, article.id, asked))
    #expect(reader.frame.text.contains("2 words added, 2 removed"))
    #expect(
      reader.frame.text.contains("closed for {+two weeks.+}[-a week.-]")
        || reader.frame.text.contains("closed for [-a week.-]{+two weeks.+}"))
    _ = reader.type("gd")
    #expect(reader.frame.text.contains("{+closed for a week.+}"))
    // What the store says meanwhile does not take the view away.
    _ = reader.update(.articleLoaded(article, reader.request(.article)))
    #expect(reader.otherText != nil)
    _ = reader.type("<Esc>")
    #expect(reader.frame.text.contains("Engineers check its cables"))
    #expect(reader.otherText == nil && reader.focus == .article)
  }

  @Test func `an article without updates says so`() throws {
    var reader = reader()
    let article = try #require(reader.articlePane.article)
    let (_, asked) = try #require(request(reader.type("gd")))
    let form = ArticleRevision(replaced: nil, title: "Bridge closed", text: article.body)
    _ = reader.update(.revisionsLoaded([form], article.id, asked))
    #expect(reader.otherText == nil && reader.status.text.contains("not updated"))
  }

  @Test func `X shows what is stored, with the text as HTML`() {
    var reader = reader()
    _ = reader.type("X")
    #expect(reader.frame.text.contains("link: https://example.org/bridge"))
    #expect(reader.frame.text.contains("<p>Engineers check its cables"))
    _ = reader.type("X")
    #expect(!reader.frame.text.contains("<p>Engineers"))
  }
}

@Suite struct TextDifferenceTests {
  /// The pieces of all paragraphs, added in braces, removed in brackets.
  private func marked(_ old: [String], _ new: [String]) -> String {
    TextDifference(from: old, to: new).paragraphs.map { paragraph in
      paragraph.pieces.map { piece in
        switch piece {
        case .same(let text): text
        case .added(let text): "{\(text)}"
        case .removed(let text): "[\(text)]"
        }
      }.joined()
    }.joined(separator: "/")
  }

  @Test func `words are compared within paragraphs that stayed`() {
    #expect(marked(["a b c d e"], ["a b x d e"]) == "a b [c] {x} d e")
    #expect(
      marked(["they said. Tickets cost two."], ["they said."]) == "they said. [Tickets cost two.]")
    #expect(marked(["one two three"], ["one two three"]) == "one two three")
    #expect(marked([], ["all new"]) == "{all new}")
    #expect(marked(["all old"], []) == "[all old]")
    #expect(marked([], []) == "")
  }

  @Test func `a paragraph that was put in does not mark the others`() {
    let old = ["The first one stays.", "The second one stays too.", "The last is the last."]
    var new = old
    new.insert("Something else was said in between.", at: 1)
    #expect(
      marked(old, new)
        == "The first one stays./{Something else was said in between.}/The second one stays too."
        + "/The last is the last.")
  }

  @Test func `scripts without spaces are compared by character`() {
    #expect(marked(["東京で大雨"], ["東京で小雨"]) == "東京で[大]{小}雨")
  }

  @Test func `every text can be made from the other by its steps`() {
    // All lists of up to four of three letters.
    var lists: [[Int]] = [[]]
    var layer: [[Int]] = [[]]
    for _ in 0..<4 {
      layer = layer.flatMap { list in (0..<3).map { list + [$0] } }
      lists += layer
    }
    for old in lists {
      for new in lists {
        var (place, made): (Int, [Int]) = (0, [])
        for step in EditScript.steps(from: old, to: new) {
          switch step {
          case .keep(let index):
            guard place < old.count, old[place] == new[index] else {
              Issue.record("\(old) to \(new): keeps what is not there")
              return
            }
            made.append(old[place])
            place += 1
          case .add(let index): made.append(new[index])
          case .remove(let index):
            guard index == place else {
              Issue.record("\(old) to \(new): removes out of turn")
              return
            }
            place += 1
          }
        }
        guard made == new, place == old.count else {
          Issue.record("\(old) to \(new): made \(made)")
          return
        }
      }
    }
  }

  @Test func `long texts with nothing in common are replaced, not compared`() {
    let old = (0..<3_000).map { "old\($0)" }
    let new = (0..<3_000).map { "new\($0)" }
    let steps = EditScript.steps(from: old, to: new)
    #expect(steps.count == 6_000)
  }
}
