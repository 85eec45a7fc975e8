import Screen
import Testing
import TextLayout

@testable import Terminal

/// A terminal as ECMA-48 has it: what stands in each cell after the bytes that it got.
private struct PaperTerminal {
  struct Place: Equatable {
    var text = " "
    var look = ""
    var link = ""
  }

  let size: Size
  var cells: [Place]
  var (row, column) = (0, 0)
  private var (look, link) = ([String: String](), "")

  init(_ size: Size) {
    self.size = size
    cells = Array(repeating: Place(), count: size.columns * size.rows)
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x0D: column = 0
      case 0x0A: row += 1
      case 0x1B: control(&rest)
      default: write(scalar)
      }
    }
  }

  private mutating func control(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = rest.popFirst() else { return }
    if kind == "]" {
      var text = ""
      while let next = rest.popFirst(), next.value != 0x1B { text.unicodeScalars.append(next) }
      rest.removeFirst()
      link =
        text.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      return
    }
    var text = ""
    while let next = rest.popFirst() {
      guard !("@"..."~").contains(next) else {
        perform(next, text.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
        return
      }
      text.unicodeScalars.append(next)
    }
  }

  private mutating func perform(_ final: Unicode.Scalar, _ parameters: [String]) {
    let numbers = parameters.map { Int($0) ?? 1 }
    switch final {
    case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case "C": column += numbers.first ?? 1
    case "J": cells = Array(repeating: Place(), count: cells.count)
    case "m": dress(parameters.map { Int($0) ?? 0 })
    default: Issue.record("unknown sequence \(final)")
    }
  }

  private mutating func dress(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: look = [:]
      case 22: (look["1"], look["2"]) = (nil, nil)
      case 23, 24, 27, 29: look[String(number - 20)] = nil
      case 39, 49: look[String(number - 1)] = nil
      case 38, 48:
        look[String(number)] = String(rest.dropFirst().first ?? -1)
        rest = rest.dropFirst(2)
      default: look[String(number)] = ""
      }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let width = Character(scalar).cellWidth
    guard width > 0 else {
      cells[row * size.columns + column - 1].text.unicodeScalars.append(scalar)
      return
    }
    // The colour of letters shows on letters alone.
    let seen = scalar == " " ? look.filter { ["4", "48", "7", "9"].contains($0.key) } : look
    let dress = seen.sorted { $0.key < $1.key }.map { "\($0):\($1)" }.joined(separator: " ")
    for extra in 0..<width {
      cells[row * size.columns + column + extra] = Place(
        text: extra == 0 ? String(scalar) : "", look: dress, link: link)
    }
    column += width
  }

  func rowText(_ row: Int) -> String {
    cells[row * size.columns..<(row + 1) * size.columns].map(\.text).joined()
  }
}

struct PainterTests {
  private static let capabilities = Capabilities(
    reset: Array("\u{1B}[m".utf8), bold: [0x1B, 0x5B, 0x31, 0x6D], dim: [0x1B, 0x5B, 0x32, 0x6D],
    italic: [0x1B, 0x5B, 0x33, 0x6D], underline: [0x1B, 0x5B, 0x34, 0x6D],
    reverse: [0x1B, 0x5B, 0x37, 0x6D], strike: [0x1B, 0x5B, 0x39, 0x6D],
    clear: Array("\u{1B}[J".utf8),
    foreground: { Array("\u{1B}[38;5;\($0)m".utf8) },
    background: { Array("\u{1B}[48;5;\($0)m".utf8) },
    place: { Array("\u{1B}[\($0 + 1);\($1 + 1)H".utf8) })

  private static let theme = Theme(
    name: "test", isDark: true,
    styles: [
      .text: .init(foreground: .rgb(red: 200, green: 200, blue: 200)),
      .headline: .init(attributes: .bold), .dim: .init(attributes: .dim),
      .selected: .init(background: .rgb(red: 60, green: 60, blue: 60), attributes: [.bold]),
      .topic: .init(foreground: .rgb(red: 250, green: 100, blue: 100), attributes: .italic),
    ])

  private static func painter(_ capabilities: Capabilities = capabilities) -> Painter {
    var painter = Painter(capabilities, PaintBox(theme, depth: .palette(256)))
    painter.marksLinks = true
    return painter
  }

  /// What a terminal shows that is told the frames one after the other.
  private static func shown(_ frames: [Frame], _ painter: Painter) -> PaperTerminal {
    var (painter, previous) = (painter, Frame?.none)
    var terminal = PaperTerminal(frames[0].size)
    for frame in frames {
      terminal.take(painter.sequence(for: frame, since: previous))
      previous = frame
    }
    return terminal
  }

  private static func frame(_ random: inout some RandomNumberGenerator, after old: Frame?) -> Frame
  {
    let size = Size(columns: 24, rows: 5)
    var frame = old ?? Frame(size: size)
    let texts = ["plain", "新聞を読む", "e\u{301}te\u{301}", "🗞 a", "– x –", "   ", "♻︎", "A", "  b"]
    let roles: [Role] = [.text, .headline, .dim, .selected, .topic]
    let attributes: [Attributes] = [[], [], .strike, .underline, .bold, .reverse]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let look = Look(
        roles.randomElement(using: &random) ?? .text,
        attributes.randomElement(using: &random) ?? [])
      let area = Rect(
        column: .random(in: 0..<24, using: &random), row: .random(in: 0..<5, using: &random),
        columns: .random(in: 1..<12, using: &random), rows: 1)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: frame.fill(area, look)
      default:
        frame.write(
          CleanText(texts.randomElement(using: &random) ?? ""), look, column: area.column,
          row: area.row, columns: area.columns,
          link: Bool.random(using: &random) ? "https://a.example/\(area.row)" : nil)
      }
    }
    return frame
  }

  @Test(arguments: 0..<200)
  func `a frame drawn by difference looks as if it had been drawn alone`(seed: UInt64) {
    var random = SystemLike(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    var frames: [Frame] = []
    for index in 0..<6 {
      // Every third frame has tables of characters and links of its own.
      frames.append(Self.frame(&random, after: index % 3 == 0 ? nil : frames.last))
    }
    var capabilities = Self.capabilities
    capabilities.joinsParameters = seed % 4 != 0
    capabilities.switchesOff = seed % 3 != 0
    capabilities.movesByStandard = seed % 5 != 0
    let painter = Self.painter(capabilities)
    let step = Self.shown(frames, painter)
    let alone = Self.shown([frames[5]], Self.painter())
    let different = step.cells.indices.filter { step.cells[$0] != alone.cells[$0] }
    #expect(different.isEmpty, "seed \(seed)")
    for row in 0..<5 { #expect(step.rowText(row).trimmed == frames[5].rowText(row)) }
  }

  @Test func `nothing is written for a frame that is shown already`() {
    var frame = Frame(size: Size(columns: 20, rows: 2))
    frame.write(CleanText("Harbour"), Look(.headline), column: 1, row: 0, columns: 19)
    var painter = Self.painter()
    _ = painter.sequence(for: frame, since: nil)
    #expect(painter.sequence(for: frame, since: frame).isEmpty)
  }

  @Test func `one changed letter costs one letter and one move`() {
    var frame = Frame(size: Size(columns: 20, rows: 2))
    frame.write(CleanText("Harbour 1 open"), Look(.headline), column: 1, row: 0, columns: 19)
    var painter = Self.painter()
    _ = painter.sequence(for: frame, since: nil)
    let old = frame
    frame.write(CleanText("Harbour 2 open"), Look(.headline), column: 1, row: 0, columns: 19)
    let bytes = painter.sequence(for: frame, since: old)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\u{1B}[1;10H\u{1B}[1m2"
        || String(decoding: bytes, as: UTF8.self) == "\u{1B}[1;10H2")
  }

  @Test func `the last cell stays empty where a letter in it would move the screen`() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    for row in 0..<2 {
      frame.write(CleanText("abcd"), Look(.text), column: 0, row: row, columns: 4)
    }
    var capabilities = Self.capabilities
    capabilities.keepsLastCell = false
    let terminal = Self.shown([frame], Self.painter(capabilities))
    #expect(terminal.rowText(0) == "abcd" && terminal.rowText(1) == "abc ")
  }

  @Test func `waits for old terminals are left out of capabilities`() {
    let bytes = Array("\u{1B}[m\u{0F}$<2>x$".utf8)
    #expect(Capabilities.withoutWaits(bytes) == Array("\u{1B}[m\u{0F}x$".utf8))
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Random numbers that come again for the same seed.
private struct SystemLike: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
