/// One key press, whatever bytes the terminal sent for it.
public enum Key: Sendable, Hashable {
  case character(Character)
  /// With Control; the letter in lower case.
  case control(Character)
  /// With Alt, or after Esc without a pause.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// F1 is 1.
  case function(Int)
}

/// Something that came from the terminal.
public enum InputEvent: Sendable, Hashable {
  case key(Key)
  /// Text that was pasted in one piece; not cleaned yet.
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// The terminal said whether its background is light.
  case background(isLight: Bool)
  /// The program is in the foreground again after a suspension.
  case resumed
  /// The terminal is gone.
  case hangup
  /// The program is asked to end.
  case terminate
}

/// A mouse button or wheel at a cell.
public struct MouseEvent: Sendable, Hashable {
  /// What the mouse did.
  public enum Action: Sendable, Hashable {
    case press, release, drag, wheelUp, wheelDown, middlePress
  }

  /// What was done.
  public var action: Action
  /// At which cell; may lie outside the screen.
  public var position: Position

  /// Takes both as they are.
  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
