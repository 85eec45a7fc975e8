/// How a row knows that its story is followed.
///
/// What is kept is the article at which the user said so; its story may get another number when the
/// articles are analysed again, and then it is that story which is followed.
enum FollowedStories {
  /// Whether `article a`, or another report of its story, is followed.
  static let column = """
    (a.followed OR a.story IS NOT NULL AND EXISTS (
      SELECT 1 FROM article f INDEXED BY article_followed WHERE f.followed = 1 AND f.story = a.story))
    """

  /// The articles of all followed stories, as `article a`; `w.id` is the id.
  static let tables = """
    (SELECT id FROM article INDEXED BY article_followed WHERE followed = 1
      UNION SELECT m.id FROM article f INDEXED BY article_followed
        CROSS JOIN article m INDEXED BY article_story ON m.story = f.story
      WHERE f.followed = 1) w CROSS JOIN article a ON a.id = w.id
    """
}
