import GRDB

/// The tables of `articles.sqlite`: everything that feeds and pages can give again.
enum ArticlesSchema {
  /// "BSAR": tells the file from other programs' databases and from the library.
  static let applicationID = 0x4253_4152
  /// Raised with each migration.
  static let version = 10

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 articles") { db in
      try db.execute(sql: tables)
      try db.execute(sql: indexes)
      try db.execute(sql: triggers)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 feeds") { db in
      try db.execute(sql: feeds)
      try noteParts(in: db)
      // The index holds scripts without spaces in another way: it is made anew, in the background.
      try db.execute(
        sql: """
          INSERT INTO words (words) VALUES ('delete-all');
          INSERT OR IGNORE INTO index_queue SELECT id FROM article;
          """)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 shelf") { db in
      try db.execute(sql: BookmarkRows.articlesTables)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 full texts") { db in
      try db.execute(sql: fullTexts)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5 rules") { db in
      try db.execute(sql: rules)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6 follows") { db in
      try db.execute(
        sql: """
          ALTER TABLE article ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
          CREATE INDEX article_followed ON article (followed) WHERE followed = 1;
          PRAGMA user_version = 6;
          """)
    }
    migrator.registerMigration("7 unrelated") { db in
      try db.execute(sql: UnrelatedArticles.table + "PRAGMA user_version = 7")
    }
    migrator.registerMigration("8 copies") { db in
      try db.execute(sql: ArticleCopies.column + "PRAGMA user_version = 8")
    }
    migrator.registerMigration("9 renamed topics") { db in
      try db.execute(sql: TopicRenames.table + "PRAGMA user_version = 9")
    }
    migrator.registerMigration("10 stories by hand") { db in
      try db.execute(sql: StoryPins.table + StoryPins.column + "PRAGMA user_version = 10")
    }
    return migrator
  }

  /// What rules and the user's hand hid or marked; the queue holds articles that no rule saw yet.
  private static let rules = """
    ALTER TABLE article ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN reason TEXT;
    ALTER TABLE article ADD COLUMN highlighted INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_muted ON article (muted) WHERE muted = 1;
    CREATE INDEX article_highlighted ON article (highlighted) WHERE highlighted = 1;
    CREATE TABLE rule_queue (article INTEGER PRIMARY KEY);
    ALTER TABLE tally ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE tally ADD COLUMN muted_unread INTEGER NOT NULL DEFAULT 0;
    CREATE TRIGGER article_hidden AFTER UPDATE OF muted, unread ON article
      WHEN old.muted <> new.muted OR new.muted AND old.unread <> new.unread BEGIN
      UPDATE tally SET muted = muted + new.muted - old.muted,
        muted_unread = muted_unread + new.muted * new.unread - old.muted * old.unread
        WHERE id = 1;
    END;
    CREATE TRIGGER article_hidden_removed AFTER DELETE ON article WHEN old.muted BEGIN
      UPDATE tally SET muted = muted - 1, muted_unread = muted_unread - old.unread WHERE id = 1;
    END;
    """

  /// The texts of articles' own pages.
  ///
  /// `other` is the one of the two texts, the feed's and the page's, that does not stand in `text`;
  /// the queue holds articles whose page is to be fetched.
  private static let fullTexts = """
    CREATE TABLE full_text (
      article INTEGER PRIMARY KEY,
      shown INTEGER NOT NULL,
      outdated INTEGER NOT NULL DEFAULT 0,
      fetched INTEGER NOT NULL,
      other BLOB NOT NULL);
    CREATE TABLE full_text_queue (
      article INTEGER PRIMARY KEY,
      attempts INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL DEFAULT 0);
    """

  private static let tables = """
    CREATE TABLE tally (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      articles INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0,
      bookmarks INTEGER NOT NULL DEFAULT 0,
      library INTEGER,
      applied INTEGER NOT NULL DEFAULT 0,
      changes INTEGER NOT NULL DEFAULT 0);
    INSERT INTO tally (id) VALUES (1);
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL,
      articles INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      key INTEGER NOT NULL,
      content INTEGER NOT NULL,
      unread INTEGER NOT NULL DEFAULT 1,
      bookmarked INTEGER NOT NULL DEFAULT 0,
      source INTEGER NOT NULL,
      story INTEGER,
      published INTEGER NOT NULL,
      updated INTEGER,
      fetched INTEGER NOT NULL,
      words INTEGER NOT NULL,
      title TEXT NOT NULL,
      topics TEXT NOT NULL DEFAULT '',
      authors TEXT NOT NULL,
      link TEXT,
      guid TEXT,
      language TEXT);
    CREATE TABLE text (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE identity (hash INTEGER PRIMARY KEY, article INTEGER NOT NULL);
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL,
      replaced INTEGER NOT NULL,
      copy BLOB NOT NULL);
    CREATE TABLE topic (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      articles INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE article_topic (
      topic INTEGER NOT NULL,
      article INTEGER NOT NULL,
      origin INTEGER NOT NULL,
      confidence REAL NOT NULL,
      PRIMARY KEY (topic, article)) WITHOUT ROWID;
    CREATE TABLE analysis (
      article INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      topics TEXT NOT NULL,
      vector BLOB NOT NULL);
    CREATE TABLE analysis_queue (article INTEGER PRIMARY KEY);
    CREATE TABLE related (
      article INTEGER NOT NULL,
      other INTEGER NOT NULL,
      score REAL NOT NULL,
      relation INTEGER NOT NULL,
      PRIMARY KEY (article, other)) WITHOUT ROWID;
    CREATE TABLE index_queue (article INTEGER PRIMARY KEY);
    CREATE VIRTUAL TABLE words USING fts5 (
      title, body, source, authors,
      content='', columnsize=0, detail=column, tokenize='unicode61 remove_diacritics 2');
    """

  /// Notes what the articles of an earlier version have besides their texts.
  private static func noteParts(in db: Database) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM article")
    for id in ids {
      do {
        guard let stored = try ArticleRows.stored(id, in: db) else { continue }
        try db.cachedStatement(sql: "UPDATE article SET parts = ? WHERE id = ?")
          .execute(arguments: [ArticleParts(stored.draft).rawValue, id])
      } catch StoreError.unreadableArticle {
        // A damaged text has no parts; whoever opens the article is told.
      }
    }
  }

  /// What fetching needs to know of each feed; what the user wants of it stands in the library.
  private static let feeds = """
    CREATE TABLE feed (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE,
      title TEXT,
      site TEXT,
      moved TEXT,
      etag TEXT,
      modified TEXT,
      checked INTEGER,
      succeeded INTEGER,
      due INTEGER,
      failures INTEGER NOT NULL DEFAULT 0,
      problem TEXT,
      gone INTEGER NOT NULL DEFAULT 0,
      interval INTEGER,
      topics TEXT NOT NULL DEFAULT '');
    ALTER TABLE article ADD COLUMN feed INTEGER;
    ALTER TABLE article ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_feed ON article (feed, unread) WHERE feed IS NOT NULL;
    CREATE TABLE expired (hash INTEGER PRIMARY KEY, second INTEGER NOT NULL);
    """

  private static let indexes = """
    CREATE INDEX article_unread ON article (unread) WHERE unread = 1;
    CREATE INDEX article_bookmarked ON article (bookmarked) WHERE bookmarked = 1;
    CREATE INDEX article_source ON article (source);
    CREATE INDEX article_source_unread ON article (source) WHERE unread = 1;
    CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
    CREATE INDEX article_topic_article ON article_topic (article);
    CREATE INDEX revision_article ON revision (article);
    """

  /// The numbers that the reader always sees follow the rows that they count.
  private static let triggers = """
    CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
      UPDATE tally SET articles = articles + 1, unread = unread + new.unread,
        bookmarks = bookmarks + new.bookmarked WHERE id = 1;
      UPDATE source SET articles = articles + 1, unread = unread + new.unread
        WHERE id = new.source;
    END;
    CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
      UPDATE tally SET articles = articles - 1, unread = unread - old.unread,
        bookmarks = bookmarks - old.bookmarked WHERE id = 1;
      UPDATE source SET articles = articles - 1, unread = unread - old.unread
        WHERE id = old.source;
    END;
    CREATE TRIGGER article_moved AFTER UPDATE OF source ON article
      WHEN old.source <> new.source BEGIN
      UPDATE source SET articles = articles - 1, unread = unread - old.unread
        WHERE id = old.source;
      UPDATE source SET articles = articles + 1, unread = unread + old.unread
        WHERE id = new.source;
    END;
    CREATE TRIGGER article_read AFTER UPDATE OF unread ON article
      WHEN old.unread <> new.unread BEGIN
      UPDATE tally SET unread = unread + new.unread - old.unread WHERE id = 1;
      UPDATE source SET unread = unread + new.unread - old.unread WHERE id = new.source;
      UPDATE topic SET unread = unread + new.unread - old.unread
        WHERE id IN (SELECT topic FROM article_topic WHERE article = new.id);
    END;
    CREATE TRIGGER article_kept AFTER UPDATE OF bookmarked ON article
      WHEN old.bookmarked <> new.bookmarked BEGIN
      UPDATE tally SET bookmarks = bookmarks + new.bookmarked - old.bookmarked WHERE id = 1;
    END;
    CREATE TRIGGER topic_given AFTER INSERT ON article_topic BEGIN
      UPDATE topic SET articles = articles + 1,
        unread = unread + (SELECT unread FROM article WHERE id = new.article)
        WHERE id = new.topic;
    END;
    CREATE TRIGGER topic_taken AFTER DELETE ON article_topic BEGIN
      UPDATE topic SET articles = articles - 1,
        unread = unread - (SELECT unread FROM article WHERE id = old.article)
        WHERE id = old.topic;
    END;
    """
}
