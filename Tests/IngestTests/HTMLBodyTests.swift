import Articles
import Testing

@testable import Ingest

struct HTMLBodyTests {
  private func blocks(_ html: String, base: String? = nil) -> [Body.Block] {
    HTMLReading.body(html, base: base).blocks
  }

  @Test func `white space collapses across the borders of styles`() {
    #expect(
      blocks("<p>  One \n <b> two</b>  <i>three</i> . </p>") == [
        .paragraph([
          Span("One "), Span("two", style: .bold), Span(" "), Span("three", style: .italic),
          Span(" ."),
        ])
      ])
  }

  @Test func `bare text and double line breaks make paragraphs`() {
    #expect(
      blocks("First<br> <br/>Second<br>line<div>Third</div>rest") == [
        .paragraph([Span("First")]), .paragraph([Span("Second\nline")]),
        .paragraph([Span("Third")]), .paragraph([Span("rest")]),
      ])
  }

  @Test func `headings keep their level and end with their element`() {
    #expect(
      blocks("<h2>Head <em>line</em></h2>Text") == [
        .heading(level: 2, [Span("Head "), Span("line", style: .italic)]),
        .paragraph([Span("Text")]),
      ])
  }

  @Test func `quotes and lists nest`() {
    let html = """
      <blockquote>Said<blockquote><p>before</p></blockquote></blockquote>
      <ol start=3 reversed><li>c<li>b<ul><li>b1<li>b2</ul><li>a</ol>
      """
    #expect(
      blocks(html) == [
        .quote([.paragraph([Span("Said")]), .quote([.paragraph([Span("before")])])]),
        .list(
          Body.List(
            start: 3, isReversed: true,
            items: [
              [.paragraph([Span("c")])],
              [
                .paragraph([Span("b")]),
                .list(Body.List(items: [[.paragraph([Span("b1")])], [.paragraph([Span("b2")])]])),
              ],
              [.paragraph([Span("a")])],
            ])),
      ])
  }

  @Test func `a list put beside its items belongs to the item before`() {
    #expect(
      blocks("<ul><li>a</li><ul><li>b</li></ul></ul>") == [
        .list(
          Body.List(items: [
            [.paragraph([Span("a")]), .list(Body.List(items: [[.paragraph([Span("b")])]]))]
          ]))
      ])
  }

  @Test func `definitions pair terms with what is said of them`() {
    #expect(
      blocks("<dl><dt>GDP<dd>Output<dt>CPI<dt>PPI<dd>Prices</dl>") == [
        .definitions([
          Body.Definition(term: [Span("GDP")], description: [.paragraph([Span("Output")])]),
          Body.Definition(term: [Span("CPI")], description: []),
          Body.Definition(term: [Span("PPI")], description: [.paragraph([Span("Prices")])]),
        ])
      ])
  }

  @Test func `lists count as their page wants it`() {
    func lists(_ html: String) -> [String] {
      blocks(html).map { block in
        guard case .list(let list) = block, let start = list.start else { return "" }
        let step = list.isReversed ? -1 : 1
        return list.items.indices.map { list.numbering.text(start + step * $0) }
          .joined(separator: " ")
      }
    }
    #expect(lists("<ol reversed><li>c<li>b<li>a</ol>") == ["3 2 1"])
    #expect(lists("<ol reversed start=1><li>c<li>b<li>a</ol>") == ["1 0 -1"])
    #expect(
      lists("<ol><li value=5>e<li>f<li value=7>g<li value=3>c<li>d</ol>") == ["5 6 7", "3 4"])
    #expect(
      lists("<ol type=a start=26><li>z<li>aa</ol><ol type=I start=3><li>c<li>d</ol>")
        == ["z aa", "III IV"])
    #expect(
      lists("<ol type=a start=0><li>x</ol><ol type=i start=4000><li>x</ol>") == ["0", "4000"])
    #expect(lists("<ol start=-9223372036854775808 reversed><li>x</ol>").count == 1)
  }

  @Test func `cells that take several columns and rows push others aside`() {
    func rows(_ html: String) -> [[String]] {
      guard case .table(let table)? = blocks(html).first else { return [] }
      return table.rows.map { $0.cells.map(\.plainText) }
    }
    #expect(
      rows("<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>")
        == [["a", "", "b"], ["c", "d", "e"], ["", "f", "g"]])
    #expect(
      rows("<table><tr><td>a<td colspan=9>b<tr><td>c<td>d</table>") == [["a", "b"], ["c", "d"]])
    // A table that serves the layout stays one, and a bomb small.
    #expect(blocks("<table><tr><td colspan=3>a<tr><td colspan=3>b</table>").count == 2)
    let bomb = String(repeating: "<tr><td rowspan=99999 colspan=99999>a<td>b", count: 400)
    #expect(rows("<table>\(bomb)</table>").joined().count < 20_000)
  }

  @Test func `quotations keep who said them, pull quotes and quotations within`() {
    #expect(
      blocks("<blockquote>Words<footer>— A. Writer</footer></blockquote>") == [
        .quote([.paragraph([Span("Words")]), .paragraph([Span("— A. Writer")])])
      ])
    #expect(
      blocks("<p>a</p><aside class='big PullQuote'>b</aside><p>c</p>")
        == [.paragraph([Span("a")]), .quote([.paragraph([Span("b")])]), .paragraph([Span("c")])])
    #expect(
      blocks("<q>so <q>it</q> is</q>") == [.paragraph([Span("so ‘it’ is", style: .quotation)])])
  }

  @Test func `a picture keeps what is said in its place`() {
    func said(_ html: String) -> String? {
      if case .figure(let picture)? = blocks(html).first { picture.alternative } else { nil }
    }
    #expect(
      said("<img src=https://a.example/a.png alt=' A  map &amp; legend '>") == "A map & legend")
    #expect(said("<img src=https://a.example/a.png alt='IMG_2024.jpg'>") == nil)
    #expect(
      said("<figure><img src=https://a.example/a.png alt='two words'></figure>") == "two words")
  }

  @Test func `a body of too many blocks ends in a mark`() {
    let body = blocks(String(repeating: "<p>a", count: IngestLimits.blocks + 5))
    #expect(body.count == IngestLimits.blocks + 1)
    #expect(body.last == .paragraph([Span("[…]")]))
  }

  @Test func `code keeps its spaces, lines and language`() {
    #expect(
      blocks("<pre><code class='hl language-swift'>\nlet a = 1 &lt; 2\n\n  b</code>\n</pre>")
        == [.code("let a = 1 < 2\n\n  b", language: "swift")])
  }

  @Test func `a table of data keeps its rows, one for layout only its content`() {
    let data =
      "<table><caption>Seats</caption><tr><th>Party<th>Seats<tr><td>Reds<td><b>9</b></table>"
    #expect(
      blocks(data) == [
        .table(
          Body.Table(
            caption: [Span("Seats")],
            rows: [
              .init(isHeader: true, cells: [[Span("Party")], [Span("Seats")]]),
              .init(cells: [[Span("Reds")], [Span("9", style: .bold)]]),
            ]))
      ])
    #expect(
      blocks("<table><tr><td><p>One</p><p>Two</p></td></tr></table>") == [
        .paragraph([Span("One")]), .paragraph([Span("Two")]),
      ])
  }

  @Test func `a figure carries its picture, caption and credit`() {
    let html = """
      <figure><a href=/big><img src="/i/p.jpg" width=800></a>
      <figcaption>The <i>port</i> at dawn. (AP/File)</figcaption></figure>
      """
    #expect(
      blocks(html, base: "https://news.example/a/b") == [
        .figure(
          Picture(
            url: "https://news.example/i/p.jpg", caption: "The port at dawn.", credit: "AP/File",
            link: "https://news.example/big"))
      ])
  }

  @Test func `trackers and hidden elements and scripts leave nothing behind`() {
    let html = """
      <script>if (a < b) document.write("<p>no</p>")</script><style>p{}</style>
      <img src="https://t.example/p.gif" width=1 height=1><p hidden>no<p>Yes
      <div style="display:none">no <div>no</div></div><template><p>no</p></template>
      <form><label>no</label><input value=no><button>no</button></form><svg><text>no</text></svg>
      """
    #expect(blocks(html) == [.paragraph([Span("Yes")])])
  }

  @Test func `an element that is left out and never ends gives its text back`() {
    #expect(
      blocks("<p>One</p><button>Two<p>Three") == [
        .paragraph([Span("One")]), .paragraph([Span("Two")]), .paragraph([Span("Three")]),
      ])
  }

  @Test func `links are absolute, without tracking, and never scripts`() {
    let html = """
      <a href="/x?a=1&amp;utm_source=rss">one</a> <a href="javascript:alert(1)">two</a>
      <a href=mailto:desk@news.example>three</a>
      """
    #expect(
      blocks(html, base: "https://news.example/a") == [
        .paragraph([
          Span("one", link: "https://news.example/x?a=1"), Span(" two "),
          Span("three", link: "mailto:desk@news.example"),
        ])
      ])
  }

  @Test func `players and frames become links`() {
    let html = """
      <iframe src="https://www.youtube.com/embed/1" title="The debate"></iframe>
      <video controls><source src=/v.mp4>Your browser is old.</video><p>After
      """
    #expect(
      blocks(html, base: "https://news.example/") == [
        .embed(kind: "video", url: "https://www.youtube.com/embed/1", title: "The debate"),
        .embed(kind: "video", url: "https://news.example/v.mp4", title: nil),
        .paragraph([Span("After")]),
      ])
  }

  @Test func `styles that end in another order end each where it ends`() {
    #expect(
      blocks("<p><b>a<i>b</b>c</i>d <ruby>漢<rp>(</rp><rt>kan</rt></ruby> x<sup>2</sup>") == [
        .paragraph([
          Span("a", style: .bold), Span("b", style: [.bold, .italic]), Span("c", style: .italic),
          Span("d 漢"), Span("kan", style: .annotation), Span(" x"),
          Span("2", style: .superscript),
        ])
      ])
  }

  @Test func `elements deeper than the limit give their text to the deepest one`() {
    let html =
      String(repeating: "<blockquote>", count: 2_000) + "deep"
      + String(repeating: "</blockquote>", count: 2_000) + "<p>after"
    let body = HTMLReading.body(html)
    #expect(body.plainParagraphs == ["deep", "after"])
    #expect(body.blocks.count == 2)
  }

  @Test func `a table of more cells than the limit keeps those that came first`() {
    let html = "<table><tr>" + String(repeating: "<td>x", count: 30_000) + "</table><p>after"
    let body = HTMLReading.body(html)
    #expect(body.blocks.count == 2 && body.blocks.last == .paragraph([Span("[…]")]))
    #expect(body.plainParagraphs.first?.hasPrefix("x\tx\tx") == true)
  }

  @Test func `rules stand between blocks, one for many`() {
    #expect(
      blocks("<hr><p>a<hr><hr><hr>b<hr>") == [
        .paragraph([Span("a")]), .rule, .paragraph([Span("b")]),
      ])
  }

  @Test func `control characters are no text`() {
    #expect(
      blocks("<p>\u{1B}]0;x\u{7} a&#27;[2J&#0;&#x85;\u{9B}b</p>") == [
        .paragraph([Span("]0;x a[2J\u{FFFD}…b")])
      ])
  }

  @Test func `a picture in a link keeps where it leads`() {
    #expect(
      HTMLReading.body("<a href=/shop><img src=/p.jpg></a>", base: "https://a.example/")
        == Body([
          .figure(Picture(url: "https://a.example/p.jpg", link: "https://a.example/shop"))
        ]))
    #expect(
      HTMLReading.body("<a href=/p.jpg><img src=/p.jpg></a>", base: "https://a.example/")
        == Body([.figure(Picture(url: "https://a.example/p.jpg"))]))
  }

  @Test func `a quotation around an empty link is a post of another site`() {
    let post = "<blockquote class=tweet><a href='https://t.example/1'> </a></blockquote>"
    #expect(
      HTMLReading.body(post)
        == Body([.embed(kind: "post", url: "https://t.example/1", title: nil)]))
    #expect(
      HTMLReading.body("<blockquote>Hi <a href='https://t.example/1'></a></blockquote>")
        == Body([.quote([.paragraph([Span("Hi")])])]))
  }

  @Test func `text survives comments, noscript and formulas that never end`() {
    #expect(HTMLReading.plainText("sa<!-- -- x >fe<script>1</script>") == "safe")
    #expect(HTMLReading.body("a <noscript> b").plainText == "a b")
    #expect(
      HTMLReading.body("<h3>No <noscript></h3><p>a</p><noscript>b</noscript>").plainText
        == "No\na")
    #expect(HTMLReading.body("a <noscript>b</noscript> c").plainText == "a c")
    let formula = "<math><semantics><mi>n</mi><annotation>n</annotation></semantics></math>"
    #expect(HTMLReading.body("<p>\(formula) bytes").plainText == "n bytes")
  }

  @Test func `a link to nowhere is none`() {
    for link in ["http://", "http://two words/", "http://[x y]:z", "https:///", "javascript:x"] {
      #expect(HTMLReading.body("<a href='\(link)'>x</a>") == Body(paragraphs: ["x"]), "\(link)")
    }
    #expect(HTMLReading.body("<a href='http://[::1]:80/'>x</a>").links == ["http://[::1]:80/"])
  }

  @Test func `a figure without a picture keeps the links of its caption`() {
    let html = "<figure><pre>a</pre><figcaption>See <a href=/m>the module</a></figcaption></figure>"
    let body = HTMLReading.body(html, base: "https://a.example/")
    #expect(body.links == ["https://a.example/m"])
    #expect(body.plainText == "a\nSee the module")
  }

  @Test func `a figure keeps every caption and the link of the first`() {
    let html = """
      <figure><img src=/a.jpg><figcaption>One <a href=/x>x</a></figcaption>
      <figcaption>Two</figcaption></figure>
      """
    #expect(
      blocks(html, base: "https://a.example/") == [
        .figure(
          Picture(
            url: "https://a.example/a.jpg", caption: "One x · Two", link: "https://a.example/x"))
      ])
  }
}
