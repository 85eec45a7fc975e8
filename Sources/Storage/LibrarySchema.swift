import GRDB

/// The tables of `library.sqlite`: what the reader's user decided, and nothing that can be fetched
/// again.
///
/// Articles stand in it by their keys, so it outlives the file of articles.
enum LibrarySchema {
  /// "BSLI".
  static let applicationID = 0x4253_4C49
  /// Raised with each migration.
  static let version = 10

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 library") { db in
      try db.execute(
        sql: """
          CREATE TABLE library (id INTEGER PRIMARY KEY CHECK (id = 1), identity INTEGER NOT NULL);
          INSERT INTO library VALUES (1, random());
          CREATE TABLE read_state (key INTEGER PRIMARY KEY);
          CREATE TABLE bookmark (
            key INTEGER PRIMARY KEY,
            added INTEGER NOT NULL,
            kept INTEGER NOT NULL,
            copy BLOB NOT NULL);
          CREATE TABLE topic_choice (
            key INTEGER NOT NULL,
            topic TEXT NOT NULL,
            wanted INTEGER NOT NULL,
            PRIMARY KEY (key, topic)) WITHOUT ROWID;
          CREATE TABLE step (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            undone INTEGER NOT NULL DEFAULT 0,
            payload BLOB NOT NULL);
          CREATE TABLE journal (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            step INTEGER NOT NULL);
          PRAGMA application_id = \(applicationID);
          PRAGMA user_version = 1;
          """)
    }
    migrator.registerMigration("2 subscriptions") { db in
      try db.execute(
        sql: """
          CREATE TABLE subscription (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL UNIQUE,
            added INTEGER NOT NULL,
            title TEXT,
            site TEXT,
            tags TEXT NOT NULL,
            folder TEXT NOT NULL,
            hidden INTEGER NOT NULL,
            origin INTEGER NOT NULL,
            command TEXT,
            target TEXT,
            attributes TEXT NOT NULL);
          CREATE TABLE view (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE kept_unread (key INTEGER PRIMARY KEY);
          PRAGMA user_version = 2;
          """)
    }
    migrator.registerMigration("3 shelf") { db in
      try db.execute(sql: BookmarkRows.libraryTables)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 keys of views") { db in
      try db.execute(sql: "ALTER TABLE view ADD COLUMN key TEXT; PRAGMA user_version = 4")
    }
    migrator.registerMigration("5 rules") { db in
      try db.execute(
        sql: """
          CREATE TABLE muted (key INTEGER PRIMARY KEY, reason TEXT NOT NULL);
          CREATE TABLE highlighted (key INTEGER PRIMARY KEY);
          PRAGMA user_version = 5;
          """)
    }
    migrator.registerMigration("6 follows") { db in
      try db.execute(
        sql: "CREATE TABLE followed (key INTEGER PRIMARY KEY); PRAGMA user_version = 6")
    }
    migrator.registerMigration("7 unrelated") { db in
      try db.execute(sql: UnrelatedArticles.table + "PRAGMA user_version = 7")
    }
    migrator.registerMigration("8 renamed topics") { db in
      try db.execute(sql: TopicRenames.table + "PRAGMA user_version = 8")
    }
    migrator.registerMigration("9 stories by hand") { db in
      try db.execute(sql: StoryPins.table + "PRAGMA user_version = 9")
    }
    migrator.registerMigration("10 mutings and readings") { db in
      try db.execute(sql: MutingRow.table + ReadingLog.table + "PRAGMA user_version = 10")
    }
    return migrator
  }
}
