import Articles
import FoundationEssentials
import Screen
import Testing
import TextLayout

@testable import Reader

/// Pictures in cells: in frames, in articles, and when they are asked for.
@Suite struct PictureTests {
  private static let red = Color.rgb(red: 200, green: 0, blue: 0)
  private static let blue = Color.rgb(red: 0, green: 0, blue: 200)

  private static func blocks(_ columns: Int, _ rows: Int, _ lower: Color = blue) -> BlockPicture? {
    let row = Array(repeating: BlockPicture.Block(upper: red, lower: lower), count: columns)
    return BlockPicture(Array(repeating: row, count: rows))
  }

  /// A report with a lead picture and a caption, then numbered paragraphs.
  private static func report(picture: String? = "https://gazette.example/tram.jpg") -> Article {
    let paragraphs = (1...40).map { ArticleSamples.text("Paragraph \($0).") }
    return ArticleSamples.article("Tram line seven reopens", paragraphs) {
      $0.picture = Picture(url: picture, caption: "The first tram.", credit: "Vale")
    }
  }

  /// A reader in whose article pane the report stands.
  private static func reader(drawsPictures: Bool = true) throws -> Model {
    var model = Model.showing(["Tram line seven reopens"], columns: 80, rows: 40)
    _ = model.update(.terminalOpened(drawsPictures: drawsPictures))
    let effects = model.type("<Enter>")
    for case .loadArticle(_, let request) in effects {
      var article = report()
      article.head = try #require(model.list.rows.first)
      _ = model.update(.articleLoaded(article, request))
    }
    #expect(model.articlePane.article != nil)
    return model
  }

  private static func wishes(_ effects: [Effect]) -> [PictureWish?] {
    effects.compactMap { if case .loadPicture(let wish, _) = $0 { .some(wish) } else { nil } }
  }

  // MARK: - Frames

  @Test func `a frame shows two pixels in a cell, with their colours`() throws {
    let picture = try #require(
      BlockPicture([
        [.init(upper: Self.red, lower: Self.blue), .init(upper: Self.red, lower: .terminal)],
        [.init(upper: .terminal, lower: .terminal), .init(upper: .terminal, lower: Self.blue)],
      ]))
    var frame = Frame(size: Size(columns: 5, rows: 2))
    for row in 0...1 { frame.draw(picture, row: row, at: row, column: 1, columns: 9) }
    #expect(frame.text == " ▄▀\n  ▄")
    let runs = frame.runs(row: 0)
    #expect(runs.map(\.text) == [" ", "▄", "▀", "  "])
    #expect(runs[1].colors?.foreground == Self.blue && runs[1].colors?.background == Self.red)
    #expect(runs[2].colors?.foreground == Self.red && runs[2].colors?.background == .terminal)
    #expect(runs[0].colors == nil && runs.allSatisfy { $0.link == nil })
    frame.draw(picture, row: 9, at: 0, column: 4, columns: 1)
    frame.draw(picture, row: 0, at: 7, column: 0, columns: 9)
    #expect(frame.rowText(0) == " ▄▀")
  }

  @Test func `only cells whose colours change are drawn again`() throws {
    var (old, new) = (
      Frame(size: Size(columns: 9, rows: 1)), Frame(size: Size(columns: 9, rows: 1))
    )
    let first = try #require(Self.blocks(3, 1))
    let other = try #require(Self.blocks(3, 1, .rgb(red: 0, green: 0, blue: 201)))
    // Another picture before it moves the numbers of the colours.
    new.draw(other, row: 0, at: 0, column: 0, columns: 1)
    old.draw(other, row: 0, at: 0, column: 0, columns: 1)
    old.draw(first, row: 0, at: 0, column: 4, columns: 3)
    new.draw(first, row: 0, at: 0, column: 4, columns: 3)
    #expect(new.changedRuns(row: 0, since: old, joining: 0).isEmpty)
    new.draw(other, row: 0, at: 0, column: 5, columns: 1)
    #expect(new.changedRuns(row: 0, since: old, joining: 0) == [5..<6])
    new.write(CleanText("abc"), Look(.text), column: 4, row: 0, columns: 3)
    #expect(new.runs(row: 0).allSatisfy { $0.colors == nil || $0.column == 0 })
  }

  // MARK: - Articles

  @Test func `a picture takes its place close above the caption, and nothing before it came`()
    throws
  {
    var pane = ArticlePane.showing(Self.report(), columns: 60, rows: 12)
    let without = pane.picture(ofRows: 8)
    #expect(!without.contains("▄"))
    #expect(
      without
        == ArticlePane.showing(Self.report(picture: nil), columns: 60, rows: 12)
        .picture(ofRows: 8))
    let wish = try #require(pane.pictureWish)
    #expect(
      wish
        == PictureWish(
          address: "https://gazette.example/tram.jpg", article: ArticleID(rawValue: 7),
          columns: 56, rows: 8))
    pane.use(LoadedPicture(blocks: try #require(Self.blocks(20, 3)), wish: wish))
    let bar = String(repeating: " ", count: 20) + String(repeating: "▄", count: 20)
    #expect(
      pane.picture(ofRows: 9).contains("\n\n\(bar)\n\(bar)\n\(bar)\n  The first tram. (Vale)"))
    #expect(pane.anchor == ArticleAnchor(passage: -(pane.outline?.bodyStart ?? 0)))
    pane.use(nil as LoadedPicture?)
    #expect(pane.picture(ofRows: 8) == without)
  }

  @Test func `the place in the text stays when the picture comes and goes, wherever it is`() throws
  {
    let picture = try #require(Self.blocks(20, 8))
    for steps in 0...70 {
      var pane = ArticlePane.showing(Self.report(), columns: 60, rows: 12)
      pane.scroll(by: steps)
      let wish = try #require(pane.pictureWish)
      let (anchor, top) = (pane.anchor, pane.firstWords)
      pane.use(LoadedPicture(blocks: picture, wish: wish))
      #expect(pane.anchor == anchor)
      // The empty line above the caption gives way to the picture, nothing else moves.
      #expect(pane.firstWords == top, "\(steps)")
      pane.scroll(by: -200)
      pane.scroll(by: steps)
      pane.resize(columns: 44, rows: 12)
      pane.use(nil as LoadedPicture?)
      pane.resize(columns: 60, rows: 12)
      #expect(pane.visibleLines.allSatisfy { $0.line.picture == nil })
    }
  }

  @Test func `the first figure stands in for a lead picture; other addresses are not asked for`() {
    let figure = Picture(url: "HTTPS://gazette.example/a.png", caption: "A tram")
    let second = Picture(url: "https://gazette.example/b.png", caption: "A bridge")
    func address(_ lead: String?, _ figures: [Picture]) -> String? {
      let blocks = [ArticleSamples.text("Words.")] + figures.map { .figure($0) }
      let article = ArticleSamples.article("Tram", [.quote(blocks)]) {
        $0.picture = Picture(url: lead)
      }
      return ArticleOutline(article).pictureAddress
    }
    #expect(address(nil, [figure, second]) == figure.url)
    #expect(address("https://gazette.example/lead.webp", [figure])?.hasSuffix("lead.webp") == true)
    #expect(address("file:///etc/passwd", [second]) == second.url)
    for other in ["data:image/png;base64,AA==", "ftp://a.example/a.png", "/a.png", "", "http:a"] {
      #expect(address(other, []) == nil)
    }
  }

  // MARK: - Asking

  @Test func `nothing is asked for unless the user wants pictures and the terminal has colours`()
    throws
  {
    var model = try Self.reader()
    let keys = "jjkGgg<Space><Tab><Tab>q<Enter>Z"
    #expect(Self.wishes(model.type(keys)) == [])
    #expect(Self.wishes(model.update(.picturesChosen(false))) == [])
    let sizes = [Size(columns: 200, rows: 50), Size(columns: 60, rows: 20)]
    for size in sizes {
      #expect(Self.wishes(model.update(.input(.resized(size), now: Desk.now))) == [])
    }
    var plain = try Self.reader(drawsPictures: false)
    #expect(Self.wishes(plain.update(.picturesChosen(true))) == [])
    #expect(Self.wishes(plain.type("zi:set<Space>images<Enter>")) == [])
    #expect(plain.status.isError)
  }

  @Test func `a picture is asked for once in a size, and no more when they are hidden`() throws {
    var model = try Self.reader()
    let asked = Self.wishes(model.type("zi"))
    #expect(asked.count == 1)
    let wish = try #require(asked.first ?? nil)
    #expect(Self.wishes(model.type("jjjkkGgg")) == [])
    _ = model.update(.pictureLoaded(try #require(Self.blocks(10, 4)), wish))
    #expect(model.frame.text.contains("▄▄▄▄▄▄▄▄▄▄"))
    #expect(Self.wishes(model.type("jk")) == [])
    let narrow = Size(columns: 62, rows: 40)
    let again = Self.wishes(model.update(.input(.resized(narrow), now: Desk.now)))
    #expect(again.count == 1 && again.first??.address == wish.address && again != asked)
    // The other size is still there until the right one comes.
    #expect(model.frame.text.contains("▄▄▄▄▄▄▄▄▄▄"))
    // What was asked for before is not taken any more.
    _ = model.update(.pictureLoaded(try #require(Self.blocks(11, 4)), wish))
    #expect(!model.frame.text.contains("▄▄▄▄▄▄▄▄▄▄▄"))
    #expect(Self.wishes(model.type("X")) == [nil])
    #expect(!model.frame.text.contains("▄"))
    #expect(Self.wishes(model.type("<Esc>")) == again)
    #expect(Self.wishes(model.type(":set<Space>noimages<Enter>")) == [nil])
    #expect(
      Self.wishes(model.update(.input(.resized(Size(columns: 70, rows: 30)), now: Desk.now)))
        == [])
  }
}

extension ArticlePane {
  /// The first line of text on the screen.
  fileprivate var firstWords: CleanText? {
    visibleLines.lazy.map(\.line.text).first { !$0.isEmpty }
  }

  /// The first rows of what the pane draws.
  fileprivate func picture(ofRows rows: Int) -> String {
    picture.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows)
      .map { line in
        var line = line
        while line.last == " " || line.last == "▐" { line.removeLast() }
        return String(line)
      }
      .joined(separator: "\n")
  }
}
