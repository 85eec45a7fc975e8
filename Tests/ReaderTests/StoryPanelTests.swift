import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct StoryPanelTests {
  private func reader(columns: Int = 70, rows: Int = 24) throws -> Model {
    var reader = Model.showing(
      ["Trams run again", "Bridge", "Trams stop"], columns: columns, rows: rows, hours: 20)
    let heads = reader.list.rows
    let effects = reader.type("gr")
    let request = try #require(
      effects.compactMap { effect -> Request? in
        if case .loadStory(heads[0].id, _, let request) = effect { request } else { nil }
      }.first)
    let reports = [
      StoryReport(headline: heads[2], added: ["A cable broke under the viaduct."]),
      StoryReport(headline: heads[0], added: ["Mayor Brandt rode on the first tram."]),
    ]
    _ = reader.update(.storyLoaded(reports, of: heads[0].id, request))
    return reader
  }

  @Test func `gr shows the reports by days, the open one selected`() throws {
    let reader = try reader()
    let lines = reader.frame.text.split(separator: "\n").map(String.init)
    let told =
      ["2 reports · 2 new", "Saturday 21 Nov", "Trams stop", "+ A cable", "Yesterday"]
      + ["Trams run again", "+ Mayor Brandt"]
    let places = told.map { words in lines.lastIndex { $0.contains(words) } }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    guard case .story(let panel) = reader.mode else { return #expect(Bool(false)) }
    #expect(panel.selection == 1)
  }

  @Test func `Enter opens a report, other keys return`() throws {
    var reader = try reader()
    let id = reader.list.rows[2].id
    let effects = reader.type("k<Enter>")
    #expect(effects.contains { if case .loadArticle(id, _) = $0 { true } else { false } })
    #expect(reader.mode == .reading && reader.focus == .article)
    var other = try self.reader()
    #expect(other.type("q").isEmpty)
    #expect(other.mode == .reading && other.focus == .headlines)
  }

  @Test func `it is drawn on any size, and one report is no story`() throws {
    for columns in [1, 12, 20, 40, 131] {
      for rows in [1, 3, 5, 9] {
        var reader = try reader(columns: columns, rows: rows)
        _ = reader.frame
        _ = reader.type("jjkkGg")
        _ = reader.frame
      }
    }
    var reader = Model.showing(["Cup"], columns: 80, rows: 24)
    for case .loadStory(let id, _, let request) in reader.type("gr") {
      let report = StoryReport(headline: reader.list.rows[0], added: [])
      _ = reader.update(.storyLoaded([report], of: id, request))
    }
    #expect(reader.mode == .reading)
    #expect(reader.frame.text.contains("There is no other report"))
  }
}
