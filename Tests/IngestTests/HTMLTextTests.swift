import Articles
import Testing

@testable import Ingest

struct HTMLTextTests {
  @Test(arguments: [
    ("AT&amp;T &lt;3 you", "AT&T <3 you"),
    ("Caf&eacute &copy&reg; &hellip;", "Café ©® …"),
    ("&#8217;&#x2019;&#146;", "’’’"),
    ("&nosuch; &notit; & &;", "&nosuch; ¬it; & &;"),
    ("&#xD800; &#99999999999; &#x;", "\u{FFFD} \u{FFFD} &#x;"),
    ("&NotEqualTilde;&CounterClockwiseContourIntegral;", "≂̸∳"),
    ("<b>Bold</b> <i>and</i>\n more<br>lines", "Bold and more lines"),
    ("a < b and <3", "a < b and <3"),
    ("<![CDATA[x < y]]> z", "x < y z"),
    ("one<!-- two -->three<!>four<!-->five", "onethreefourfive"),
    ("one<script>two</script>three", "onethree"),
  ])
  func `markup and references are read as browsers read them`(_ html: String, _ text: String) {
    #expect(HTMLReading.plainText(html) == text)
  }

  @Test func `attributes are read with and without quotes, the first of equal names`() {
    var tokenizer = HTMLTokenizer(
      Array(#"<A HREF=one?a=1&copy=2 href="two" Title='a &amp; "b"' disabled / x = y>"#.utf8))
    #expect(tokenizer.next() == .start)
    #expect(tokenizer.element == .a)
    #expect(tokenizer.value("href") == "one?a=1&copy=2")
    #expect(tokenizer.value("title") == #"a & "b""#)
    #expect(tokenizer.value("disabled") == "")
    #expect(tokenizer.value("x") == "y")
    #expect(tokenizer.value("none") == nil)
    #expect(tokenizer.next() == nil)
  }

  @Test(arguments: [
    "<", "</", "<!", "<!-", "<!--", "<a", "<a b", "<a b=", "<a b='", "&", "&#", "</p", "<title>",
    "<script>", "<plaintext>", "<![CDATA[",
  ])
  func `a document may end anywhere`(_ tail: String) {
    #expect(HTMLReading.body("<p>Kept</p>" + tail).plainParagraphs.first == "Kept")
  }
}
