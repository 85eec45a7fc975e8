import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct FrameReuseTests {
  private static let titles = (1...60).map {
    "Report \($0) of the harbour bridge, its cables and lorries"
  }

  private static func related(_ titles: [String]) -> [RelatedArticle] {
    Desk.headlines(titles).map {
      RelatedArticle(headline: $0, score: 1, relation: .related, shared: ["bridge", "cables"])
    }
  }

  @Test(arguments: [
    Size(columns: 200, rows: 50), Size(columns: 100, rows: 30), Size(columns: 80, rows: 24),
  ])
  func `a frame made from the one before is the same picture as a new one`(size: Size) {
    var reader = Model.showing(Self.titles, columns: size.columns, rows: size.rows)
    var shown = reader.frame
    let keys = [
      "j", "j", "5j", "<CR>", "j", " ", "<Tab>", "j", "<Tab>", "k", "s", "d", "?", "q", "t",
      "<Esc>",
      "/bridge<CR>", "<Esc>", "gg", "G", "20k", "<CR>", "/cables<CR>", "n", "q", "z", "z", "^D",
      "m",
      "<C-l>", "r", "u", ":", "<Esc>", "f", "<Esc>", "3j", "gs", "<Esc>", "V", "j", "j", "<Esc>",
      "^P", "<Esc>",
    ]
    for key in keys {
      let old = reader
      reader.answer(
        reader.type(key), related: Self.related(["Cables are checked", "Lorries wait"]))
      if case .wake(_, let request)? = reader.rest().first {
        reader.answer(reader.update(.woke(request)), related: Self.related(["Bridge opens"]))
      }
      let frame = reader.frame(after: old, shown: shown)
      let whole = reader.frame
      #expect(frame.cursor == whole.cursor, "after \(key)")
      let rows = (0..<size.rows).filter {
        !frame.changedRuns(row: $0, since: whole, joining: 0).isEmpty
      }
      #expect(rows.isEmpty, "after \(key)")
      shown = frame
    }
  }

  @Test func `ages grow with the minute`() {
    var reader = Model.showing(Self.titles, columns: 200, rows: 50)
    let (old, shown) = (reader, reader.frame)
    _ = reader.update(.input(.key(.character("x")), now: Desk.now.addingTimeInterval(7_200)))
    #expect(reader.frame(after: old, shown: shown).text == reader.frame.text)
    #expect(reader.frame.text != shown.text)
  }
}
