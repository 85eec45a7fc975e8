import Articles
import Screen
import Testing

@testable import Reader

@Suite struct PaletteTests {
  private func match(_ typed: String, _ text: String) -> FuzzyMatch? {
    FuzzyMatch(FuzzyMatch.letters(of: typed), in: FuzzyMatch.letters(of: text))
  }

  @Test func `letters are found in their order, those at beginnings of words first`() throws {
    #expect(match("mar", "mark all read")?.places == [0, 1, 2])
    #expect(match("ALL", "mark all read")?.places == [5, 6, 7])
    #expect(match("mr", "mark read")?.places.count == 2)
    #expect(match("dm", "mark read") == nil)
    #expect(match("", "anything")?.score == 0)
    #expect(match("uber", "Über die Brücke")?.places == [0, 1, 2, 3])
    let word = try #require(match("th", "themes")?.score)
    let inside = try #require(match("th", "redo the search")?.score)
    let apart = try #require(match("th", "set a mark with h")?.score)
    #expect(word > inside && inside > apart)
  }

  @Test func `a long text of one letter ends soon`() {
    let text = String(repeating: "a", count: 100_000)
    #expect(match(text, text) != nil)
    #expect(match(String(repeating: "a", count: 199) + "b", text) == nil)
  }

  private func opened() -> (Model, [Effect]) {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    model.savedViews = [SavedView(name: "harbour", query: "harbour", key: "h")]
    var effects: [Effect] = []
    for effect in model.type("^P") {
      guard case .listNames(let kind, _, _, let request) = effect else { continue }
      let names = kind == .topic ? ["economy", "port selis"] : ["Harbour Gazette"]
      effects += model.update(.namesListed(names, request))
    }
    return (model, effects)
  }

  @Test func `commands stand with their keys, and Enter does them`() {
    var (model, _) = opened()
    #expect(model.frame.text.contains("─ Palette ─"))
    _ = model.type("undo")
    #expect(model.frame.text.contains(#/undo +u ?│/#))
    let effects = model.type("<Enter>")
    #expect(effects.contains { if case .undo = $0 { true } else { false } })
    #expect(model.mode == .reading)
  }

  @Test func `topics, sources, views and headlines are gone to`() {
    var (model, _) = opened()
    _ = model.type("pselis")
    #expect(model.frame.text.contains("#port selis"))
    _ = model.type("<Enter>")
    #expect(model.scope.topics == [TopicChoice("port selis", isWanted: true)])

    (model, _) = opened()
    _ = model.type("gazette<Enter>")
    #expect(model.scope.search == "source:\"Harbour Gazette\"")

    (model, _) = opened()
    _ = model.type("harbour")
    #expect(model.frame.text.contains("view  gh"))
    _ = model.type("<Enter>")
    #expect(model.scope.saved?.name == "harbour" || model.scope.search.contains("Harbour"))

    (model, _) = opened()
    let head = model.list.rows[1]
    for effect in model.type("tramqqq") {
      if case .loadHeadlines(_, _, _, let request) = effect {
        _ = model.update(.headlinesLoaded(HeadlinePage(rows: [head]), request))
      }
    }
    let effects = model.type("<Enter>")
    #expect(model.focus == .article)
    #expect(effects.contains { if case .loadArticle(head.id, _) = $0 { true } else { false } })
  }

  @Test func `late answers, hostile names and pastes do no harm`() {
    var (model, _) = opened()
    _ = model.update(.input(.paste("a\u{1B}[31m\nb\u{202E}"), now: Desk.now))
    #expect(model.frame.text.contains("─ Palette ─"))
    _ = model.type("<Esc>")
    #expect(model.mode == .reading)
    let late = Request(kind: .paletteTopics, number: 1)
    #expect(model.update(.namesListed(["x"], late)).isEmpty)
    for columns in [20, 24, 61] {
      var small = Model.showing(["Bridge"], columns: columns, rows: 6)
      _ = small.type("^Pa")
      _ = small.frame
    }
  }

  @Test(arguments: [false, true])
  func `the best row has the cursor, whichever names come first`(topicsFirst: Bool) {
    var panel = PalettePanel([])
    panel.prompt.insert("scien")
    let topic = PalettePanel.Row(.topic("science"), title: "#science")
    let source = PalettePanel.Row(.source("Science Weekly"), title: "Science Weekly")
    panel.add([topicsFirst ? topic : source])
    panel.add([topicsFirst ? source : topic])
    #expect(panel.rows.map(\.target) == [topic.target, source.target])
    #expect(panel.selected?.target == topic.target)
    panel.select(1)
    panel.add([PalettePanel.Row(.topic("scientist"), title: "#scientist")])
    #expect(panel.selected?.target == source.target)
  }
}
