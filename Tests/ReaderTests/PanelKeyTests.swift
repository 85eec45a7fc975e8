import Articles
import Screen
import Testing

@testable import Reader

/// Keys of panels: what the table says, and what the user makes of it.
@Suite struct PanelKeyTests {
  private func reader(_ change: (inout PanelKeymap) -> Void) -> Model {
    var reader = Model.showing(
      ListTests.titles, columns: 100, rows: 30,
      surroundings: Surroundings(themes: ["midnight", "nord"]))
    change(&reader.surroundings.keymap.panels)
    return reader
  }

  @Test(arguments: Panel.allCases)
  func `every key of the table does one thing, and every thing has a key`(panel: Panel) {
    var owners: [Key: PanelAction] = [:]
    for entry in panel.entries {
      #expect(!entry.keys.isEmpty)
      for notation in entry.keys {
        let keys = Key.sequence(notation) ?? []
        #expect(keys.count == 1, "\(notation)")
        guard let key = keys.first else { continue }
        #expect(owners.updateValue(entry.action, forKey: key) == nil, "\(notation)")
        #expect(PanelKeymap.standard.action(of: key, in: panel) == entry.action)
      }
    }
    #expect(Set(panel.entries.map(\.action)).count == panel.entries.count)
    #expect(panel.entries.contains { $0.action == .close })
  }

  @Test func `a key of the user works in its panel, and the frame shows it`() {
    var reader = reader {
      $0.bind(.character("x"), to: .remove, in: .views)
      $0.bind(.character("n"), to: .down, in: .views)
      $0.bind(.character("d"), to: nil, in: .views)
    }
    reader.savedViews = [SavedView(name: "Trams", query: "#tram")]
    _ = reader.type("gvn")
    #expect(reader.frame.text.contains("x remove"))
    #expect(!reader.frame.text.contains("d remove"))
    _ = reader.type("Gd")
    #expect(!reader.status.text.contains("removed"))
    #expect(reader.type("x").contains(.removeView("Trams")))
    #expect(reader.status.text == "View Trams removed · u brings it back")
    // The other panels keep theirs.
    #expect(reader.action(of: .character("x"), in: .quotes) == nil)
    #expect(reader.action(of: .character("d"), in: .quotes) == .remove)
  }

  @Test func `Esc and ^C close whatever is bound, ^G where it is free`() {
    let reader = reader { keymap in
      for panel in Panel.allCases { keymap.bind(.character("q"), to: nil, in: panel) }
    }
    for panel in Panel.allCases {
      #expect(reader.action(of: .escape, in: panel) == .close)
      #expect(reader.action(of: .control("c"), in: panel) == .close)
      let other = reader.action(of: .control("g"), in: panel)
      #expect(other == (panel == .sources ? .stop : .close))
      #expect(reader.surroundings.keymap.panels.notation(of: .close, in: .views) == "Esc")
    }
    var themes = reader
    _ = themes.type("gT")
    #expect(themes.frame.text.contains("Esc close"))
  }

  @Test func `letters that are bound narrow the topics once something is typed`() {
    var reader = reader { $0.bind(.character("n"), to: .down, in: .topics) }
    for case .loadTopics(_, _, let request) in reader.type("t") {
      let topics = ["ai", "norway", "trains"].map {
        TopicCount(topic: $0, articles: 3, unread: 0)
      }
      _ = reader.update(.topicsLoaded(topics, request))
    }
    _ = reader.type("n")
    guard case .topics(let moved) = reader.mode else { return #expect(Bool(false)) }
    #expect(moved.selected?.topic == "norway" && moved.typed.isEmpty)
    _ = reader.type("in")
    guard case .topics(let narrowed) = reader.mode else { return #expect(Bool(false)) }
    #expect(narrowed.typed == "in" && narrowed.selected?.topic == "trains")
  }

  @Test func `the help has the keys of the panels, and what the user made of them`() {
    let reader = reader {
      $0.bind(.character("x"), to: .remove, in: .views)
      $0.bind(.character("n"), to: .down, in: .story)
    }
    let lines = HelpPanel(reader.surroundings.keymap).lines
    func keys(_ title: Phrase, in panel: Panel) -> String? {
      let rest = lines.drop { line in
        if case .chapter(let title) = line {
          !Catalogue.english.text(title).hasSuffix("[\(panel.rawValue)]")
        } else {
          true
        }
      }
      let own = rest.dropFirst().prefix { if case .chapter = $0 { false } else { true } }
      for case .entry(let keys, title, _) in own { return keys }
      return nil
    }
    #expect(keys("remove", in: .views) == "x d")
    #expect(keys("remove", in: .sources) == "d")
    #expect(keys("keep as a quote", in: .sentences) == "h <Enter>")
    // Moving is told once, and again where it differs.
    #expect(keys("down", in: .story) == "n j <Down> ^N")
    #expect(keys("down", in: .quotes) == nil)
    #expect(lines.contains(.entry(keys: "j <Down> ^N", title: "down", help: "down")))
  }

  @Test func `sentences name the keys that are bound`() {
    var reader = reader { $0.bind(.character("K"), to: .keep, in: .sentences) }
    reader.answer(reader.type("<Enter>"))
    _ = reader.type("v")
    #expect(reader.status.text.contains("K keeps them, y copies them"))
    #expect(reader.text(Command.selectText.entry.help).contains("K keeps them as a quote"))
    #expect(Command.selectText.entry.manual.contains("h keeps them as a quote"))
  }

  @Test func `what the frame has no room for is left out, never cut`() {
    for columns in 10...60 {
      let reader = Model.showing(ListTests.titles, columns: 100, rows: 30)
      for panel in Panel.allCases {
        let hint = Catalogue.english.text(reader.hint(of: panel, columns: columns))
        #expect(hint.count + 2 <= columns || hint.isEmpty)
        let whole = Catalogue.english.text(reader.hint(of: panel, columns: 500))
        #expect(whole.hasPrefix(hint))
      }
    }
  }
}
