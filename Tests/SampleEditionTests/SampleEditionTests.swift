import SampleEdition
import Testing

struct SampleEditionTests {
  private static func text(_ page: SampleEdition.Page) -> String {
    String(decoding: page.text, as: UTF8.self)
  }

  /// The lines of every page that are not empty.
  private static func lines(_ page: SampleEdition.Page) -> [Substring] {
    text(page).split(separator: "\n")
  }

  @Test func `The edition holds at least 28 articles of several publications`() {
    let pages = SampleEdition.pages
    let articles = pages.reduce(0) { sum, page in
      sum + Self.lines(page).filter { $0 == "Follow" }.count
    }
    #expect(articles >= 28)
    #expect(Set(pages.map(\.source)).count == pages.count)
    #expect(pages.count >= 6)
  }

  @Test func `Every article has its title twice, its age, its highlights and a dateline`() {
    for page in SampleEdition.pages {
      let lines = Self.lines(page)
      for index in lines.indices where lines[index] == "Follow" {
        guard index + 1 < lines.count else {
          Issue.record("\(page.source) ends with the furniture of an article")
          continue
        }
        let title = lines[index + 1]
        #expect(lines.filter { $0 == title }.count == 2, "\(page.source): \(title)")
        let updated = lines[index - 1]
        #expect(updated.hasPrefix("Updated ") && updated.hasSuffix(" ago"), "\(title)")
        let rest = lines[(index + 2)...]
        let highlights = rest.prefix { $0.hasPrefix("  • ") }
        #expect(highlights.count >= 2, "\(title)")
        let place = rest.dropFirst(highlights.count).first?.prefix { $0 != ":" } ?? ""
        #expect((1...24).contains(place.count) && place == place.uppercased()[...], "\(title)")
      }
    }
  }

  @Test func `The first page says how to import, bookmark, filter and get help`() {
    let text = SampleEdition.pages.first.map(Self.text) ?? ""
    for part in ["broadsheet import", "“s” to bookmark", "“t” to choose topics", "? for every key"]
    {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `Pages are plain UTF-8 text with typographic quotes`() {
    for page in SampleEdition.pages {
      let text = Self.text(page)
      #expect(text.utf8.elementsEqual(page.text), "\(page.source) is not valid UTF-8")
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(page.source)")
      #expect(!text.contains("\"") && !text.contains("'"), "\(page.source)")
    }
  }
}
