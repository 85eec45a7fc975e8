import Articles
import Screen
import Testing

@testable import Reader

/// The search of the list: what each key asks for, and what Esc gives back.
@Suite struct SearchTests {
  @Test func `a page that ended early goes on where it stopped, also without a row`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let stop = ArticleID(rawValue: 500_000)
    var asked: [Effect] = []
    for case .loadHeadlines(_, _, _, let request) in model.type("/\"prime<Space>minister\"<Enter>")
    {
      var page = HeadlinePage(hasAfter: true)
      page.resume = stop
      asked = model.update(.headlinesLoaded(page, request))
    }
    #expect(model.frame.text.contains("Searching …"))
    guard case .loadHeadlines(_, at: .after(stop), _, let request)? = asked.first else {
      Issue.record("\(asked)")
      return
    }
    let rows = Array(Desk.headlines(["Found"]))
    let more = model.update(.headlinesLoaded(HeadlinePage(rows: rows), request))
    #expect(model.frame.text.contains("Found"))
    #expect(!more.contains { if case .loadHeadlines = $0 { true } else { false } })
  }

  private let titles = [
    "Tram line reopens", "Harbour bridge closed", "Rovers win the cup", "Trams run late again",
  ]

  private func reader(columns: Int = 100, rows: Int = 30) -> Model {
    Model.showing(titles, columns: columns, rows: rows)
  }

  /// Answers questions about lists and excerpts as a store would that finds titles by prefixes.
  private func answer(_ effects: [Effect], _ reader: inout Model) {
    var open = effects
    while !open.isEmpty {
      switch open.removeFirst() {
      case .loadHeadlines(let query, .start, _, let request):
        let words = SearchWords(query.condition)
        let rows = Desk.headlines(titles).filter {
          words.isEmpty || !words.ranges(in: $0.title).isEmpty
        }
        open += reader.update(.headlinesLoaded(HeadlinePage(rows: rows), request))
      case .countHits(_, _, let request): open += reader.update(.hitsCounted(2, request))
      case .loadExcerpts(let ids, _, _, let request):
        let lines = ids.map { ($0, "The tram of number \($0.rawValue)") }
        open += reader.update(
          .excerptsLoaded(Dictionary(lines, uniquingKeysWith: { one, _ in one }), request))
      default: break
      }
    }
  }

  private func type(_ keys: String, _ reader: inout Model) {
    for key in Key.sequence(keys) ?? [] {
      answer(reader.update(.input(.key(key), now: Desk.now)), &reader)
    }
  }

  @Test func `every key of a search asks for its hits, the last word being open`() {
    var reader = reader()
    #expect(reader.type("/").isEmpty)
    let asked = reader.type("br").compactMap { effect in
      if case .loadHeadlines(let query, .start, _, _) = effect { query.condition } else { nil }
    }
    #expect(asked == [.word("b", isPrefix: true), .word("br", isPrefix: true)])
    // Nothing new is asked for: the list shows it already.
    #expect(
      !reader.type("<Enter>").contains { effect in
        if case .loadHeadlines = effect { true } else { false }
      })
    #expect(reader.scope.search == "br*")
  }

  @Test func `hits are marked in the titles and in a line of the text under them`() {
    var reader = reader(columns: 160, rows: 20)
    type("/tram", &reader)
    let lines = (0..<20).map { reader.frame.rowText($0) }
    #expect(lines.contains { $0.contains("The tram of number 1000000") })
    #expect(lines.last?.hasPrefix("/tram") == true)
    #expect(lines.last?.contains("2 hits") == true)
    #expect(!lines.contains { $0.contains("Harbour bridge") })
    let row = lines.firstIndex { $0.contains("Trams run late") } ?? 0
    #expect(reader.frame.look(column: 4, row: row).role == .hit)
    #expect(reader.frame.look(column: 10, row: row).role == .headline)
  }

  @Test func `Esc goes back to the row, the order and the list of before`() {
    var reader = reader()
    _ = reader.type("jj")
    let (list, scope) = (reader.list, reader.scope)
    type("/tram<Enter>ni", &reader)
    #expect(reader.list.rows.count == 2)
    #expect(reader.list.selection == 0)
    #expect(reader.scope.sort != .newest)
    type("n", &reader)
    #expect(reader.list.selection == 1)
    type("<Esc>", &reader)
    #expect(reader.scope == scope)
    #expect(reader.list.rows == list.rows)
    #expect(reader.list.selection == 2)
    #expect(reader.list.top == list.top)
    // The same while the line is still open, and when it was emptied.
    type("/tram", &reader)
    #expect(reader.list.rows.count == 2)
    type("<C-u>", &reader)
    #expect(reader.list.rows == list.rows)
    type("cup<Esc>", &reader)
    #expect(reader.list.selection == 2)
    #expect(reader.mode == .reading)
  }

  @Test func `a line that cannot be read yet leaves the hits and says why`() {
    var reader = reader()
    type("/tram<Space>(", &reader)
    #expect(reader.list.rows.count == 2)
    #expect(reader.frame.rowText(29).contains("column"))
    type("cup<Space>OR<Space>line)<Enter>", &reader)
    #expect(reader.scope.search == "tram (cup OR line)")
    #expect(reader.list.rows.count == 3)
  }

  @Test func `read marks that were set in a search stay when it ends`() {
    var reader = reader()
    type("/trams<Enter>", &reader)
    #expect(reader.list.selected?.title == "Tram line reopens")
    _ = reader.type("r<Esc>")
    #expect(reader.list.rows.first?.isUnread == false)
  }

  @Test func `words are recognised with their forms, in every script`() throws {
    func marked(_ query: String, _ text: String) throws -> [String] {
      let words = SearchWords(try ArticleQuery(parsing: query).condition)
      return words.ranges(in: text).map { String(text[$0]) }
    }
    #expect(
      try marked("reopen", "It reopens; they reopened. Reopening!")
        == ["reopens", "reopened", "Reopening"])
    #expect(try marked("\"reopens\"", "It reopens, they reopened") == ["reopens"])
    #expect(try marked("city policies", "Cities and a policy") == ["Cities", "policy"])
    #expect(try marked("news", "A new tram") == [])
    #expect(try marked("lod*", "Łódź calling") == ["Łódź"])
    #expect(try marked("京都", "東京都知事") == ["京都"])
    #expect(try marked("-tram line", "Tram line") == ["line"])
  }

  @Test func `an excerpt shows where most of the words stand`() throws {
    let words = SearchWords(try ArticleQuery(parsing: "tram bridge").condition)
    let filler = String(repeating: "Nothing of it stands here. ", count: 8)
    let text = ["A tram came.", filler + "Then the tram crossed the bridge at noon. " + filler]
    let line = Excerpt.line(from: text, showing: words, length: 60)
    #expect(line.contains("tram crossed the bridge"))
    #expect(line.count <= 60)
    #expect(line.hasPrefix("…") && line.hasSuffix("…"))
    #expect(Excerpt.line(from: [], showing: words, length: 60).isEmpty)
    #expect(Excerpt.line(from: ["a\nb"], showing: words, length: 60) == "a b")
  }
}
