import Articles
import Screen

/// A picture that came, and what was asked for.
struct LoadedPicture: Sendable, Hashable {
  var blocks: BlockPicture
  var wish: PictureWish
}

extension ArticlePane {
  /// Columns and rows below which a picture shows nothing.
  private static let (leastColumns, leastRows) = (12, 4)
  /// Rows of the highest picture.
  private static let mostRows = 16

  /// The picture that the article has and the pane has room for: two thirds of its rows at most.
  var pictureWish: PictureWish? {
    guard let outline, let address = outline.pictureAddress else { return nil }
    let wish = PictureWish(
      address: address, article: outline.article.head.id, columns: margins.textColumns,
      rows: min(Self.mostRows, rows * 2 / 3))
    return wish.columns >= Self.leastColumns && wish.rows >= Self.leastRows ? wish : nil
  }

  /// Whether a picture that is there can stay: it belongs to the article and has room.
  func hasRoom(for picture: LoadedPicture) -> Bool {
    guard let wish = pictureWish, wish.address == picture.wish.address else { return false }
    return picture.blocks.columns <= wish.columns && picture.blocks.rows <= wish.rows
  }
}

extension PassageFrame {
  /// The lines of a picture in the middle of the text block; only their places, no cells.
  func lines(of picture: BlockPicture) -> [ArticleLine] {
    let column = indented + max(0, (textColumns - picture.columns) / 2)
    return (0..<picture.rows).map { row in
      var line = line(isFirst: row == 0, start: row)
      line.picture = ArticleLine.PicturePart(row: row, column: column)
      return line
    }
  }
}
