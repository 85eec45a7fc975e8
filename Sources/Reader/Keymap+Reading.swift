import Articles
public import Screen

/// What is wrong with a binding as someone wrote it.
public enum BindingError: Error, Sendable, Hashable {
  /// There is no such command; perhaps the nearest one is meant.
  case unknownAction(String, nearest: String?)
  /// The command takes no argument.
  case needlessArgument(String)
  /// The name of a key is not known, or there is none.
  case unreadableKeys(String)
  /// More keys than can be typed for one thing.
  case tooManyKeys(limit: Int)
  /// Esc always gives up, and the digits from 1 are counts.
  case fixedKey(String)
}

extension Keymap.Action {
  /// Reads an action as it is typed behind `:`, its command by its whole name.
  /// - Throws: `BindingError` when there is no such command, or it takes no argument.
  public init(parsing line: String) throws(BindingError) {
    let words = line.split(separator: " ")
    let name = words.first.map(String.init) ?? ""
    guard let command = Command(rawValue: name) else {
      throw .unknownAction(name, nearest: NearestName.of(name, among: Command.table.map(\.name)))
    }
    let argument = words.dropFirst().joined(separator: " ")
    guard argument.isEmpty || command.entry.argument != nil else { throw .needlessArgument(name) }
    self.init(command, argument.isEmpty ? nil : argument)
  }
}

extension Keymap {
  /// Keys of one sequence.
  private static let sequenceLimit = 8

  /// Reads a key sequence that may be bound.
  /// - Throws: `BindingError` for what is no sequence, too long, or holds a key that is not free.
  public static func keys(parsing notation: String) throws(BindingError) -> [Key] {
    guard let keys = Key.sequence(notation), let first = keys.first else {
      throw .unreadableKeys(notation)
    }
    guard keys.count <= sequenceLimit else { throw .tooManyKeys(limit: sequenceLimit) }
    guard !keys.contains(.escape) else { throw .fixedKey(Key.escape.notation) }
    if case .character(let digit) = first, digit.isASCII, let value = digit.wholeNumberValue,
      value > 0
    {
      throw .fixedKey(first.notation)
    }
    return keys
  }

  /// Two bindings of which one begins with the keys of the other where both work, the shorter one
  /// first; `nil` when each can be typed.
  public static func overlap(in layer: [Binding]) -> (short: Int, long: Int)? {
    for (first, one) in layer.enumerated() where !one.actions.isEmpty {
      for (second, other) in layer.enumerated() where second != first && !other.actions.isEmpty {
        let isLonger = other.keys.count > one.keys.count || second > first
        guard isLonger, other.keys.starts(with: one.keys), !one.panes.isDisjoint(with: other.panes)
        else { continue }
        return (first, second)
      }
    }
    return nil
  }
}
