import CNCurses
import Screen

/// Turns what curses reads into keys, pastes and mouse events.
struct KeyReader {
  /// Codes above curses' own for the marks around a paste.
  private static let pasteStart: Int32 = 1001
  private static let pasteEnd: Int32 = 1002
  /// UTF-8 bytes of a paste that are kept.
  private static let pasteLimit = 1 << 20

  /// Text of a paste whose end has not come yet.
  private var paste: String?
  /// The terminal's answer about its background, which must not be taken for keys.
  var answer = BackgroundAnswer()

  /// Teaches curses the marks that terminals put around a paste; curses must be running.
  init() {
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
  }

  /// Everything that waits; never blocks.
  mutating func read() -> [InputEvent] {
    var events: [InputEvent] = []
    var code = wint_t(0)
    var isAhead = false
    while events.count < 10_000 {
      let kind = isAhead ? OK : nc_read(&code)
      isAhead = false
      switch kind {
      case KEY_CODE_YES:
        if let event = event(function: Int32(bitPattern: code)) { events.append(event) }
      case OK where answer.isUnfinished:
        if let isLight = answer.take(code) { events.append(.background(isLight: isLight)) }
      case OK where code == 27 && answer.isAwaited && paste == nil:
        let next = nc_read(&code)
        if next == OK, answer.begins(with: code) { continue }
        events.append(.key(.escape))
        if next == KEY_CODE_YES {
          if let event = event(function: Int32(bitPattern: code)) { events.append(event) }
        }
        isAhead = next == OK
      case OK: if let event = event(character: code) { events.append(event) }
      default: return events
      }
    }
    return events
  }

  private mutating func event(character code: wint_t) -> InputEvent? {
    if paste != nil {
      if let scalar = Unicode.Scalar(code), let size = paste?.utf8.count, size < Self.pasteLimit {
        paste?.unicodeScalars.append(code == 13 ? "\n" : scalar)
      }
      return nil
    }
    return Self.key(character: code).map { .key($0) }
  }

  private mutating func event(function code: Int32) -> InputEvent? {
    switch code {
    case Self.pasteStart:
      paste = ""
      return nil
    case Self.pasteEnd:
      defer { paste = nil }
      return paste.map { .paste($0) }
    case KEY_MOUSE: return Self.mouse()
    default: return paste == nil ? Self.key(function: code).map { .key($0) } : nil
    }
  }

  static func key(character code: wint_t) -> Key? {
    switch code {
    case 0: .control(" ")
    case 9: .tab
    case 10, 13: .enter
    case 27: .escape
    case 8, 127: .backspace
    case 1...26: Unicode.Scalar(code + 96).map { .control(Character($0)) }
    case 28...31: Unicode.Scalar(code + 64).map { .control(Character($0)) }
    case 0x80...0x9F: nil
    default: Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  static func key(function code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_F0 + 1...KEY_F0 + 24: .function(Int(code - KEY_F0))
    default: nil
    }
  }

  private static func mouse() -> InputEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let place = Position(column: Int(event.x), row: Int(event.y))
    let action: MouseEvent.Action? =
      if event.bstate & nc_wheel_up() != 0 {
        .wheelUp
      } else if event.bstate & nc_wheel_down() != 0 {
        .wheelDown
      } else if event.bstate & nc_left_down() != 0 {
        .press
      } else if event.bstate & nc_left_up() != 0 {
        .release
      } else if event.bstate & nc_middle_down() != 0 {
        .middlePress
      } else if event.bstate & nc_moved() != 0 { .drag } else { nil }
    return action.map { .mouse(MouseEvent($0, at: place)) }
  }
}
