import TextLayout

/// What a terminal should be able to show, to be looked at by a person.
enum TestCard {
  /// A part of a line, and the numbers of the control sequence (SGR) that dresses it.
  struct Part {
    var text: String
    var codes: [Int] = []
  }

  /// Each line with what it shows.
  static func lines(usesColor: Bool) -> [[Part]] {
    let letters = [
      [
        Part(text: "letters   "), Part(text: "bold", codes: [1]), Part(text: " "),
        Part(text: "italic", codes: [3]), Part(text: " "),
        Part(text: "underline", codes: [4]), Part(text: " "), Part(text: "faint", codes: [2]),
        Part(text: " "), Part(text: "reverse", codes: [7]),
      ],
      [Part(text: "marks     ● unread  ★ bookmark  ▎cursor  ▸ folded  ⏎ “quotes” … – —")],
    ]
    return letters + (usesColor ? colors : []) + grid
  }

  /// The right edges must stand one under the other.
  private static let grid: [[Part]] = [
    [Part(text: "widths    ┌────────────┐")],
    [Part(text: "          │ plain text │")],
    [Part(text: "          │ 新聞を読む │")],
    [Part(text: "          │ e\u{301}te\u{301} nai\u{308}ve  │")],
    [Part(text: "          │ 🗞 📰 👩‍🚀     │")],
    [Part(text: "          └────────────┘")],
  ]

  private static var colors: [[Part]] {
    let sixteen = (0..<16).map { Part(text: "  ", codes: [$0 < 8 ? 40 + $0 : 92 + $0]) }
    let cube = stride(from: 17, to: 233, by: 6).map { Part(text: " ", codes: [48, 5, $0]) }
    let ramp = (0..<36).map { step in
      Part(text: " ", codes: [48, 2, step * 7, 96, 255 - step * 7])
    }
    return [
      [Part(text: "16        ")] + sixteen, [Part(text: "256       ")] + cube,
      [Part(text: "24 bits   ")] + ramp,
    ]
  }
}
