import Screen

/// How a terminal draws the letters that come next.
struct Pen: Hashable {
  /// How they stand out.
  var attributes: Attributes = []
  /// Numbers of their colours; -1 is the terminal's own.
  var foreground: Int32 = -1
  var background: Int32 = -1

  /// What is seen of attributes where no letter stands.
  private static let seenOnBlanks: Attributes = [.underline, .reverse, .strike]

  /// Whether spaces look the same from both pens.
  func drawsBlanks(as other: Pen) -> Bool {
    let seen = attributes.intersection(Self.seenOnBlanks)
    guard background == other.background, seen == other.attributes.intersection(Self.seenOnBlanks)
    else { return false }
    // Lines and the ground of reversed cells have the colour of letters.
    return seen.isEmpty || foreground == other.foreground
  }
}

/// The control sequences that turn one pen into another.
///
/// Terminals that follow ECMA-48 get one sequence with nothing in it but what changes; others get
/// those of their description, one after the other.
///
/// A class, because it remembers the sequences of colours.
final class PenSequences {
  private let capabilities: Capabilities
  /// Attributes that the terminal draws.
  private let drawn: Attributes
  /// Parameters of colours, by number.
  private var foregrounds: [Int32: [UInt8]] = [:]
  private var backgrounds: [Int32: [UInt8]] = [:]

  init(_ capabilities: Capabilities) {
    self.capabilities = capabilities
    drawn = capabilities.sequences.reduce(into: []) {
      if !$1.sequence.isEmpty { $0.insert($1.attribute) }
    }
  }

  /// The numbers that switch an attribute on and off (SGR).
  private struct Switch {
    let attribute: Attributes
    let on: UInt8
    let off: String
  }

  private static let switches = [
    Switch(attribute: .bold, on: 0x31, off: "22"), Switch(attribute: .dim, on: 0x32, off: "22"),
    Switch(attribute: .italic, on: 0x33, off: "23"),
    Switch(attribute: .underline, on: 0x34, off: "24"),
    Switch(attribute: .reverse, on: 0x37, off: "27"),
    Switch(attribute: .strike, on: 0x39, off: "29"),
  ]

  /// Adds what makes the terminal draw with a pen.
  ///
  /// `old` is the pen that it has; `nil` when that is not known.
  func append(from old: Pen?, to pen: Pen, to bytes: inout [UInt8]) {
    let (old, pen) = (old.map(drawable), drawable(pen))
    guard old != pen else { return }
    guard capabilities.joinsParameters else { return appendNamed(old, pen, to: &bytes) }
    let anew = parameters(ofAll: pen)
    let changed = old.flatMap { changes(from: $0, to: pen) }
    bytes += [0x1B, 0x5B]
    bytes += changed.map { $0.count < anew.count ? $0 : anew } ?? anew
    bytes.append(0x6D)
  }

  /// A pen without what the terminal cannot draw, alone or together with colours.
  private func drawable(_ pen: Pen) -> Pen {
    var drawable = pen
    let isColored = pen.foreground >= 0 || pen.background >= 0
    if isColored { drawable.attributes.subtract(capabilities.withoutColors) }
    drawable.attributes.formIntersection(drawn)
    return drawable
  }

  // MARK: - One sequence

  /// Everything that a pen is, from nothing.
  private func parameters(ofAll pen: Pen) -> [UInt8] {
    var parameters: [UInt8] = [0x30]
    for entry in Self.switches where pen.attributes.contains(entry.attribute) {
      Self.join([entry.on], to: &parameters)
    }
    if pen.foreground >= 0 { Self.join(foreground(pen.foreground), to: &parameters) }
    if pen.background >= 0 { Self.join(background(pen.background), to: &parameters) }
    return parameters
  }

  /// What differs between two pens; `nil` when the terminal cannot take back part of a pen.
  private func changes(from old: Pen, to pen: Pen) -> [UInt8]? {
    let (gone, new) = (
      old.attributes.subtracting(pen.attributes), pen.attributes.subtracting(old.attributes)
    )
    guard gone.isEmpty || capabilities.switchesOff else { return nil }
    var parameters: [UInt8] = []
    // Bold and faint letters are switched off together.
    let takesWeight = !gone.isDisjoint(with: [.bold, .dim])
    if takesWeight { Self.join(Array("22".utf8), to: &parameters) }
    for entry in Self.switches {
      let isWeight = entry.off == "22"
      if gone.contains(entry.attribute), !isWeight {
        Self.join(Array(entry.off.utf8), to: &parameters)
      }
      let isKept = isWeight && takesWeight && pen.attributes.contains(entry.attribute)
      if new.contains(entry.attribute) || isKept {
        Self.join([entry.on], to: &parameters)
      }
    }
    if pen.foreground != old.foreground {
      guard pen.foreground >= 0 || capabilities.switchesOff else { return nil }
      Self.join(foreground(pen.foreground), to: &parameters)
    }
    if pen.background != old.background {
      guard pen.background >= 0 || capabilities.switchesOff else { return nil }
      Self.join(background(pen.background), to: &parameters)
    }
    return parameters
  }

  private static func join(_ parameter: [UInt8], to parameters: inout [UInt8]) {
    if !parameters.isEmpty, !parameter.isEmpty { parameters.append(0x3B) }
    parameters += parameter
  }

  private func foreground(_ color: Int32) -> [UInt8] {
    if let known = foregrounds[color] { return known }
    let parameters =
      color < 0 ? Array("39".utf8) : Capabilities.parameters(of: capabilities.foreground(color))
    foregrounds[color] = parameters ?? []
    return parameters ?? []
  }

  private func background(_ color: Int32) -> [UInt8] {
    if let known = backgrounds[color] { return known }
    let parameters =
      color < 0 ? Array("49".utf8) : Capabilities.parameters(of: capabilities.background(color))
    backgrounds[color] = parameters ?? []
    return parameters ?? []
  }

  // MARK: - The terminal's own sequences

  private func appendNamed(_ old: Pen?, _ pen: Pen, to bytes: inout [UInt8]) {
    var known = Pen()
    if let old, old.attributes.isSubset(of: pen.attributes),
      pen.foreground >= 0 || old.foreground < 0, pen.background >= 0 || old.background < 0
    {
      known = old
    } else {
      bytes += capabilities.reset
    }
    let new = pen.attributes.subtracting(known.attributes)
    for (attribute, sequence) in capabilities.sequences where new.contains(attribute) {
      bytes += sequence
    }
    if pen.foreground >= 0, pen.foreground != known.foreground {
      bytes += capabilities.foreground(pen.foreground)
    }
    if pen.background >= 0, pen.background != known.background {
      bytes += capabilities.background(pen.background)
    }
  }
}
