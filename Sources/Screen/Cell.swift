/// One place of the screen, in eight bytes, so that rows compare as bytes.
public struct Cell: Sendable, Hashable {
  /// A scalar, an index into the frame's clusters, or `continuation`.
  var glyph: UInt32
  /// What the text in it is.
  public var role: Role
  /// What makes it stand out.
  public var attributes: Attributes
  /// Number of the frame's link that the cell belongs to, or of its colours when it is a part of a
  /// picture; 0 for none.
  var link: UInt16

  /// Marks a glyph that is an index into the frame's clusters.
  static let clusterBit: UInt32 = 1 << 31
  /// The second and later cells of a wide character.
  static let continuation: UInt32 = 0

  /// A space in a look.
  static func blank(_ look: Look) -> Cell {
    Cell(glyph: 0x20, role: look.role, attributes: look.attributes, link: 0)
  }

  /// Whether `link` is the number of its colours.
  var isPictured: Bool { attributes.contains(.pictured) }

  /// The look of the cell.
  public var look: Look { Look(role, attributes) }
}
