import Articles
import Testing

@Suite struct BodyTests {
  static let everything = Body([
    .paragraph([
      Span("A "), Span("b", style: [.bold, .italic], link: "https://e.org/?a=1&b=\"2\""),
    ]),
    .heading(level: 3, [Span("Heading <1>")]),
    .quote([.paragraph([Span("said\nso")]), .quote([.rule])]),
    .list(
      Body.List(start: 4, isReversed: true, items: [[.paragraph([Span("four")])], []])),
    .list(Body.List(items: [[.code("let a = 1\n", language: "swift")]])),
    .definitions([Body.Definition(term: [Span("term")], description: [.paragraph([Span("d")])])]),
    .table(
      Body.Table(
        caption: [Span("Votes")],
        rows: [
          Body.Table.Row(isHeader: true, cells: [[Span("Name")], [Span("Count")]]),
          Body.Table.Row(cells: [[Span("Ada")], []]),
        ])),
    .figure(Picture(url: "p.jpg", caption: "A tram", credit: "City/File")),
    .figure(Picture(caption: "")),
    .embed(kind: "video", url: "https://e.org/v", title: nil),
  ])

  @Test func `encoding and reading gives the same body`() throws {
    #expect(try Body(encoded: Self.everything.encoded) == Self.everything)
    #expect(try Body(encoded: []) == Body())
    #expect(try Body(encoded: Body().encoded) == Body())
  }

  @Test func `damaged bytes are refused or read, and never trap`() throws {
    let bytes = Self.everything.encoded
    for length in 1..<bytes.count {
      #expect(throws: BodyEncodingError.self) { try Body(encoded: Array(bytes[..<length])) }
    }
    for place in 1..<bytes.count {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] = value
        _ = try? Body(encoded: damaged)
      }
    }
  }

  @Test func `blocks deeper than the limit are left out`() throws {
    var body = Body([.rule])
    for _ in 0..<100 { body = Body([.quote(body.blocks)]) }
    var depth = 0
    var blocks = try Body(encoded: body.encoded).blocks
    while case .quote(let inner)? = blocks.first {
      blocks = inner
      depth += 1
    }
    #expect(depth == 64)
  }

  @Test func `HTML escapes every text and address`() {
    let html = Self.everything.html
    #expect(
      html.hasPrefix(
        #"<p>A <a href="https://e.org/?a=1&amp;b=&quot;2&quot;"><b><i>b</i></b></a></p>"#))
    #expect(html.contains("<h3>Heading &lt;1&gt;</h3><blockquote><p>said<br>so</p>"))
    #expect(html.contains(#"<ol start="4" reversed=""><li><p>four</p></li><li></li></ol>"#))
  }

  @Test func `plain paragraphs stand in reading order`() {
    #expect(
      Self.everything.plainParagraphs == [
        "A b", "Heading <1>", "said\nso", "four", "let a = 1\n", "term", "d", "Votes",
        "Name\tCount", "Ada\t", "A tram",
      ])
    #expect(Self.everything.links == ["https://e.org/?a=1&b=\"2\"", "https://e.org/v"])
    #expect(Body(paragraphs: ["one two", "three"]).wordCount == 3)
  }

  @Test func `lists and pictures are kept with all their facts`() throws {
    var blocks: [Body.Block] = []
    for start in [nil, 0, 1, 7, -3, Int.max, -Int.max] as [Int?] {
      for numbering in [Body.List.Numbering.decimal, .upperRoman] {
        for isReversed in [false, true] {
          blocks.append(
            .list(
              Body.List(
                start: start.map { min(max($0, -Int.max + 1), Int.max - 1) },
                isReversed: isReversed, numbering: numbering, items: [[.rule]])))
        }
      }
    }
    for link in [nil, "https://a.example/"] as [String?] {
      for alternative in [nil, "a map"] as [String?] {
        blocks.append(
          .figure(Picture(url: "https://a.example/a", link: link, alternative: alternative)))
      }
    }
    #expect(try Body(encoded: Body(blocks).encoded) == Body(blocks))
    #expect(Body(blocks).html.contains("<ol start=\"7\" reversed=\"\" type=\"I\">"))
    #expect(Body(blocks).html.contains("alt=\"a map\""))
  }
}
