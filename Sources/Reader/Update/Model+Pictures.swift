import Screen

extension Model {
  /// Asks for the picture of the open article, once in each size; nothing is asked for while
  /// pictures are not to be shown.
  mutating func askForPicture() -> [Effect] {
    let wish = showsPictures && drawsPictures ? articlePane.pictureWish : nil
    guard wish != askedPicture else { return [] }
    askedPicture = wish
    // A picture of another size stays until the right one comes.
    if wish?.address != articlePane.picture?.wish.address { articlePane.use(nil as LoadedPicture?) }
    return [.loadPicture(wish, request(.picture))]
  }

  mutating func takeIn(_ picture: BlockPicture, _ wish: PictureWish) {
    guard wish == askedPicture else { return }
    articlePane.use(LoadedPicture(blocks: picture, wish: wish))
  }

  /// Shows pictures, or captions alone.
  mutating func showPictures(_ areShown: Bool) {
    guard drawsPictures else {
      return complain("images: a picture needs 256 colours, and this terminal shows fewer")
    }
    showsPictures = areShown
    if !showsPictures {
      say("Pictures hidden: none is asked for")
    } else if articlePane.article != nil, articlePane.pictureWish == nil {
      say("Pictures shown; this article has none")
    } else {
      say("Pictures shown: their servers are asked for them")
    }
  }
}
