import Screen
import Testing

@testable import Terminal

struct ChafaOutputTests {
  private func picture(_ text: String, columns: Int = 4, rows: Int = 2) -> BlockPicture? {
    ChafaOutput.picture(Array(text.utf8), columns: columns, rows: rows)
  }

  private func block(_ upper: Color, _ lower: Color) -> BlockPicture.Block {
    .init(upper: upper, lower: lower)
  }

  @Test func `half blocks take the colours in force`() {
    let red = Color.rgb(red: 255, green: 0, blue: 0)
    let blue = Color.rgb(red: 1, green: 2, blue: 255)
    let text = """
      \u{1B}[0m \u{1B}[38;2;255;0;0m▄\u{1B}[48;2;1;2;255m▄▀\u{1B}[0m
      \u{1B}[38;2;255;0;0;48;2;1;2;255m█ \u{1B}[0m\u{1B}[7m\u{1B}[38;2;255;0;0m▄

      """
    let expected = BlockPicture([
      [block(.terminal, .terminal), block(.terminal, red), block(blue, red), block(red, blue)],
      [block(red, red), block(blue, blue), block(red, .terminal)],
    ])
    #expect(picture(text) == expected)
    #expect(expected?.columns == 4 && expected?.rows == 2)
  }

  @Test(arguments: [
    "", "\n\n\n", "x", "▄\r\n", "▌", "\t", "\u{9B}0m", "▄\u{0}", "\u{1B}", "\u{1B}[", "\u{1B}[31m▄",
    "\u{1B}[38;5;1m▄", "\u{1B}[38;2;1;2m▄", "\u{1B}[38;2;256;0;0m▄", "\u{1B}[2J▄",
    "\u{1B}[38;2;1;2;3", "\u{1B}]0;title\u{07}▄", "\u{1B}P▄\u{1B}\\", "\u{1B}[?25l▄",
    "\u{1B}[00000000000000000000000000000000000000000000m▄", "▄▄▄▄▄", "▄\n▄\n▄",
  ])
  func `anything else refuses the picture`(text: String) {
    #expect(picture(text) == nil)
  }

  @Test func `an output cut anywhere is a smaller picture or none`() {
    let bytes = Array("\u{1B}[38;2;255;0;0m▄\u{1B}[48;2;1;2;255m▄▀\u{1B}[0m\n▄".utf8)
    for count in bytes.indices {
      let picture = ChafaOutput.picture(Array(bytes.prefix(count)), columns: 4, rows: 2)
      #expect((picture?.columns ?? 0) <= 3)
    }
    let long = Array(repeating: UInt8(0x20), count: ChafaOutput.limit + 1)
    #expect(ChafaOutput.picture(long, columns: .max, rows: 1) == nil)
  }
}
