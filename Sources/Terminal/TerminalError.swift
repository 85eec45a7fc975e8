/// Why the reader cannot draw.
public enum TerminalError: Error, Sendable, Hashable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// `TERM` is not set.
  case unnamed
  /// The system has no description of the terminal that `TERM` names.
  case unknown(String)
  /// The terminal cannot place the cursor.
  case tooSimple(String)
  /// The system has no file descriptor left.
  case noDescriptor
}
