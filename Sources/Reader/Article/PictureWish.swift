/// The picture that an article is to show, and the room that there is for it.
public struct PictureWish: Sendable, Hashable {
  /// Where it is on the web.
  public var address: String
  /// Cells that it may be wide, at least 12.
  public var columns: Int
  /// Cells that it may be high, 4...16.
  public var rows: Int

  /// Takes each fact as it is.
  public init(address: String, columns: Int, rows: Int) {
    self.address = address
    self.columns = columns
    self.rows = rows
  }
}
