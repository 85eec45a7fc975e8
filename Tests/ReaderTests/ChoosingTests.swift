import Articles
import Screen
import Testing

@testable import Reader

@Suite struct ChoosingTests {
  private func reader() -> Model {
    Model.showing(["Ant", "Bee", "Cat", "Dog"], columns: 100, rows: 30)
  }

  private func changes(_ effects: [Effect]) -> [LibraryChange] {
    effects.compactMap { if case .perform(let change, _) = $0 { change } else { nil } }
  }

  @Test func `rows are chosen one by one, and a change is for all of them at once`() {
    var model = reader()
    let ids = model.list.rows.map(\.id)
    _ = model.type("vjv")
    #expect(model.chosenIDs == [ids[0], ids[2]])
    #expect(model.list.selection == 3)
    #expect(model.frame.text.contains("2 selected"))
    #expect(model.frame.rowText(1).hasPrefix("+"))
    #expect(changes(model.type("s")) == [.setBookmark(true, [ids[0], ids[2]])])
    #expect(model.chosenIDs.isEmpty)
    #expect(model.list.rows.map(\.isBookmarked) == [true, false, true, false])
  }

  @Test func `a range goes with the cursor, both ways, and stays when it is ended`() {
    var model = reader()
    let ids = model.list.rows.map(\.id)
    _ = model.type("jVj")
    #expect(model.chosenIDs == [ids[1], ids[2]])
    _ = model.type("kk")
    #expect(model.chosenIDs == [ids[0], ids[1]])
    _ = model.type("VG")
    #expect(model.chosenIDs == [ids[0], ids[1]])
    #expect(changes(model.type("r")) == [.setRead(true, [ids[0], ids[1]])])
  }

  @Test func `all that the list finds is chosen, also what is not at hand`() throws {
    var model = reader()
    let rows = model.list.rows.map(\.id)
    let far = ArticleID(rawValue: 7)
    for effect in model.type("*") {
      guard case .loadIDs(_, _, let request) = effect else { continue }
      _ = model.update(.idsLoaded(rows + [far], request))
    }
    #expect(model.frame.text.contains("5 articles selected"))
    let muted = changes(model.type("M"))
    #expect(muted == [.setMuted(true, reason: "by hand", rows + [far])])
  }

  @Test func `mixed states become one: anything unread makes all read, anything else unread`() {
    var model = reader()
    let ids = model.list.rows.map(\.id)
    _ = model.type("r")
    _ = model.type("ggvv")
    #expect(changes(model.type("r")) == [.setRead(true, [ids[1]])])
    _ = model.type("ggvv")
    #expect(changes(model.type("r")) == [.setRead(false, [ids[0], ids[1]])])
  }

  @Test func `Esc lets go before it does anything else, another list too`() {
    var model = reader()
    _ = model.type("vv")
    _ = model.type("<Esc>")
    #expect(model.chosenIDs.isEmpty)
    _ = model.type("v")
    _ = model.type("gu")
    #expect(model.chosenIDs.isEmpty)
    // An answer that comes after that chooses nothing.
    let asked = model.type("*")
    _ = model.type("<Esc>")
    for effect in asked {
      if case .loadIDs(_, _, let request) = effect {
        _ = model.update(.idsLoaded([ArticleID(rawValue: 1)], request))
      }
    }
    #expect(model.chosenIDs.isEmpty)
  }

  @Test func `topics go to all that is chosen`() {
    var model = reader()
    let ids = model.list.rows.map(\.id)
    _ = model.type("Vj")
    #expect(changes(model.type("+zoo<Enter>")) == [.setTopic("zoo", true, [ids[0], ids[1]])])
  }

  @Test func `a range goes to the end of a list that is not at hand, and back`() {
    let all = Desk.headlines((1...900).map { "Report \($0)" })
    var model = Model.showing(
      (1...100).map { "Report \($0)" }, columns: 100, rows: 30, hasAfter: true)
    /// Answers as a store with all of them would.
    func answer(_ effects: [Effect]) -> [PageAnchor] {
      var anchors: [PageAnchor] = []
      var waiting = effects
      while let effect = waiting.popLast() {
        guard case .loadHeadlines(_, let anchor, let limit, let request) = effect else { continue }
        anchors.append(anchor)
        let place =
          switch anchor {
          case .start: 0
          case .end: all.count - limit
          case .after(let id): (all.firstIndex { $0.id == id } ?? 0) + 1
          case .before(let id): max(0, (all.firstIndex { $0.id == id } ?? 0) - limit)
          case .around(let id): max(0, (all.firstIndex { $0.id == id } ?? 0) - limit / 2)
          }
        let rows = all[place...].prefix(limit)
        let page = HeadlinePage(
          rows: Array(rows), hasBefore: place > 0, hasAfter: rows.endIndex < all.endIndex)
        waiting += model.update(.headlinesLoaded(page, request))
      }
      return anchors
    }
    _ = model.type("jjV")
    let asked = answer(model.type("G"))
    #expect(asked.contains(.around(all[2].id)))
    #expect(model.chosenIDs == Set(all[2...].map(\.id)))
    // The order is asked for once; from there on the range follows the cursor.
    let more = answer(model.type("kk"))
    #expect(!more.contains { if case .around = $0 { true } else { false } })
    #expect(model.chosenIDs == Set(all[2...897].map(\.id)))
    _ = answer(model.type("gg"))
    #expect(model.chosenIDs == Set(all[0...2].map(\.id)))
    #expect(changes(model.type("r")) == [.setRead(true, all[0...2].map(\.id))])
  }

  @Test func `a range that is longer than can be told ends with a word`() {
    var model = reader()
    _ = model.type("V")
    let far = Desk.headlines(["X", "Y"]).enumerated().map { place, row in
      var row = row
      row.id = ArticleID(rawValue: Int64(10 - place))
      return row
    }
    var asked: [Request] = []
    let anew = model.loadList(at: .end)
    if case .loadHeadlines(_, _, _, let request) = anew {
      for case .loadHeadlines(_, .around, _, let request) in model.update(
        .headlinesLoaded(HeadlinePage(rows: far, hasBefore: true), request))
      {
        asked.append(request)
      }
    }
    #expect(asked.count == 1)
    for request in asked { _ = model.update(.headlinesLoaded(HeadlinePage(), request)) }
    #expect(model.chosenIDs.isEmpty)
    #expect(model.status.text == "select: the range is too long; * selects everything")
  }

  @Test func `copying takes a line of each chosen article`() {
    var model = reader()
    model.list.change(model.list.rows.map(\.id)) {
      $0.link = "https://example.org/\($0.title.lowercased())"
    }
    func copied(_ keys: String) -> [String] {
      model.type(keys).compactMap { if case .copy(let text) = $0 { text } else { nil } }
    }
    #expect(copied("vjvyt") == ["Ant\nCat"])
    #expect(model.chosenIDs.isEmpty)
    #expect(copied("ggVjyy") == ["https://example.org/ant\nhttps://example.org/bee"])
    #expect(copied("ggvym") == ["[Ant](https://example.org/ant)"])
    #expect(copied("ggvvyq").isEmpty)
    #expect(model.chosenIDs.count == 2)
  }

  @Test func `the next article of the topic or of another story is asked of the store`() {
    var model = Model.showing(["Ant", "Bee"], columns: 100, rows: 30, hasAfter: true)
    model.list.change(model.list.rows.map(\.id)) { $0.topics = [$0.title.lowercased()] }
    func query(_ keys: String) -> ArticleQuery? {
      for case .loadHeadlines(let query, .after, 1, _) in model.type(keys) { return query }
      return nil
    }
    #expect(query("]t") == model.query.and(.any([.topic("ant")])))
    #expect(query("]s") == model.query.and(.all([.has(.story)])))
  }
}

@Suite struct MarkTests {
  @Test func `a mark brings the row back, and the place in an article`() {
    var model = Model.showing(["Ant", "Bee", "Cat"], columns: 100, rows: 30)
    let ids = model.list.rows.map(\.id)
    _ = model.type("jma")
    #expect(model.status.text == "Mark a: Bee")
    _ = model.type("G'a")
    #expect(model.list.selected?.id == ids[1])
    _ = model.type("''")
    #expect(model.list.selected?.id == ids[2])
    model.answer(model.type("<Enter>"))
    _ = model.type("mB")
    model.answer(model.type("q"))
    #expect(model.focus == .headlines)
    let effects = model.type("'B")
    #expect(model.focus == .article)
    #expect(effects.contains { if case .loadArticle(ids[2], _) = $0 { true } else { false } })
  }

  @Test func `marks outlive the session, and lines that are no marks are passed over`() {
    var model = Model.showing(["Ant", "Bee"], columns: 100, rows: 30)
    _ = model.type("maj")
    model.answer(model.type("<Enter>"))
    _ = model.type("mb")
    let text = model.session.text
    #expect(Session(text: text).marks == model.marks)
    let broken = "mark\nmark a\nmark ab 1 - - x\nmark c zzzz!! 1 2 x\nmark d 1 x\n"
    #expect(Session(text: broken).marks.isEmpty)
  }

  @Test func `a key that is no letter gives up, an unknown mark says how to set it`() {
    var model = Model.showing(["Ant"], columns: 100, rows: 30)
    _ = model.type("m1")
    #expect(model.marks.isEmpty && model.letterAwaited == nil)
    _ = model.type("m<Esc>")
    #expect(model.letterAwaited == nil && model.pendingKeys.isEmpty)
    _ = model.type("'z")
    #expect(model.status.text == "mark z: is not set; mz sets it")
    _ = model.type(":mark<Space>q<Enter>")
    #expect(model.marks["q"] != nil)
  }

  @Test func `the pop-up lists the marks while their letter is awaited`() {
    var model = Model.showing(["Ant"], columns: 100, rows: 30)
    _ = model.type("mx")
    for effect in model.type("'") {
      if case .wake(_, let request) = effect { _ = model.update(.woke(request)) }
    }
    #expect(model.frame.text.contains("x  Ant"))
  }
}
