extension Command {
  static let looking: [CommandEntry] = [
    CommandEntry(
      .search, .looking, "search", "Searches the full text of all articles.", keys: ["/"],
      panes: [.headlines, .related], argument: "QUERY"),
    CommandEntry(
      .find, .looking, "find", "Finds words in the open article; n and N go from hit to hit.",
      keys: ["/"], panes: [.article], argument: "WORDS"),
    CommandEntry(
      .filter, .looking, "filter", "Narrows this list while you type.", keys: ["f"],
      argument: "QUERY"),
    CommandEntry(
      .query, .looking, "edit the search", "Edits the search of this list.", keys: ["F"]),
    CommandEntry(
      .topics, .looking, "topics",
      "Opens the topics with their counts; Space asks for a topic, keeps it out, lets it go.",
      keys: ["t"]),
    CommandEntry(
      .clearTopics, .looking, "clear topics", "Drops the topics from the filter.", keys: ["T"]),
    CommandEntry(.viewAll, .looking, "all", "Shows all articles.", keys: ["ga"]),
    CommandEntry(.viewUnread, .looking, "unread", "Shows the unread articles.", keys: ["gu"]),
    CommandEntry(
      .viewToday, .looking, "today", "Shows what came since midnight.", keys: ["gt"]),
    CommandEntry(
      .viewBookmarks, .looking, "bookmarks", "Shows the bookmarked articles.", keys: ["gb"]),
    CommandEntry(
      .viewFollowed, .looking, "followed", "Shows the articles that you follow.", keys: ["g&"]),
    CommandEntry(
      .viewStories, .looking, "stories", "Shows what several reports tell.", keys: ["gs"]),
    CommandEntry(
      .viewLongReads, .looking, "long reads", "Shows what takes eight minutes and more.",
      keys: ["gl"]),
    CommandEntry(
      .viewWithoutTopic, .looking, "without topic", "Shows the articles that have no topic.",
      keys: ["g#"]),
    CommandEntry(
      .viewMuted, .looking, "muted", "Shows what rules or M have hidden, with the reason.",
      keys: ["gm"]),
    CommandEntry(
      .views, .looking, "views", "Opens the views, also your own, with their counts.",
      keys: ["gv"]),
    CommandEntry(
      .story, .looking, "story",
      "Shows the story by days, with what each report added; merges it with another, splits it.",
      keys: ["gr"], argument: "merge|split"),
    CommandEntry(
      .quotes, .looking, "quotes", "Shows the quotes that were kept, the newest first.",
      keys: ["gq"]),
    CommandEntry(
      .statistics, .looking, "statistics",
      "Shows how much came and was read: by day, source and topic.", keys: ["gS"]),
    CommandEntry(
      .readings, .looking, "read before", "Lists the articles that you read, the last one first.",
      keys: ["gh"]),
    CommandEntry(
      .sort, .looking, "sort",
      "Sorts by the next order: newest, oldest, relevance; bookmarks also by added, due, folder.",
      keys: ["i"], argument: "newest|oldest|relevance|added|due|folder"),
    CommandEntry(
      .reverse, .looking, "reverse", "Turns the order of time round.", keys: ["I"]),
    CommandEntry(
      .topic, .looking, "topic",
      "Asks for a topic, or keeps out one that begins with -; renames one, or puts it into another.",
      argument: "TOPIC|rename A B|merge A B"),
    CommandEntry(
      .why, .looking, "why", "Tells why the article has a topic.", argument: "topic NAME"),
    CommandEntry(
      .source, .looking, "source", "Shows one publication only.", argument: "NAME"),
    CommandEntry(
      .view, .looking, "view",
      "Goes to a view, keeps this list as one (its key goes after g), or forgets one.",
      argument: "NAME|save NAME [KEY]|remove NAME"),
    CommandEntry(
      .rule, .looking, "try a rule",
      "Shows what a rule of config.toml with this query would take.", argument: "test QUERY"),
    CommandEntry(
      .noSearch, .looking, "end the search", "Ends search and filter."),
  ]

  static let taking: [CommandEntry] = [
    CommandEntry(
      .openInBrowser, .taking, "browser",
      "Opens the article in the browser; with a number, the link of that number.", keys: ["o"],
      counts: true),
    CommandEntry(
      .openInBrowserAndMarkRead, .taking, "browser, mark read",
      "Opens the article in the browser and marks it read.", keys: ["O"]),
    CommandEntry(
      .linkHints, .taking, "links",
      """
      Puts letters on the links to open one; \(key: .linkHints)y copies, \(key: .linkHints)x reads it \
      here, \(key: .linkHints)s bookmarks, \(key: .linkHints)l lists.
      """,
      keys: [";"]),
    CommandEntry(
      .links, .taking, "list of links", "Lists the links of the article with their addresses."),
    CommandEntry(
      .copyAddress, .taking, "copy address", "Copies the article's address.", keys: ["yy"]),
    CommandEntry(.copyTitle, .taking, "copy title", "Copies the headline.", keys: ["yt"]),
    CommandEntry(
      .copyQuote, .taking, "copy quote", "Copies the headline with source, date and address.",
      keys: ["yq"]),
    CommandEntry(
      .copyMarkdown, .taking, "copy Markdown link", "Copies a Markdown link to the article.",
      keys: ["ym"]),
    CommandEntry(
      .handOn, .taking, "hand on", "Hands the article to your bookmark program.", keys: ["B"]),
    CommandEntry(
      .writeFile, .taking, "write to a file",
      "Writes the article to a file: Markdown, HTML, JSON or text, by the end of its name.",
      keys: ["w"], argument: "FILE"),
    CommandEntry(
      .pipe, .taking, "pipe", "Gives the text of the article to a command.", keys: ["|"],
      panes: [.article], argument: "COMMAND"),
    CommandEntry(
      .shell, .taking, "run a command", "Runs a command of yours and comes back.",
      argument: "COMMAND"),
    CommandEntry(
      .media, .taking, "open media",
      "Opens the sound, film or file that came with the article.", keys: ["e"], counts: true),
    CommandEntry(
      .fullText, .taking, "full text",
      "Fetches the article's page and shows its text; again for the feed's text.", keys: ["x"]),
    CommandEntry(
      .changes, .taking, "changes",
      "Shows which words an update added and removed; again for the update before.",
      keys: ["gd"]),
    CommandEntry(
      .copies, .taking, "copies",
      "Shows what the other articles with the same text have; again for the next copy.",
      keys: ["zd"]),
    CommandEntry(
      .markup, .taking, "markup", "Shows what is stored of the article, its text as HTML.",
      keys: ["X"]),
  ]

  static let screen: [CommandEntry] = [
    CommandEntry(.nextPane, .screen, "next pane", "Goes to the next pane.", keys: ["<Tab>"]),
    CommandEntry(
      .previousPane, .screen, "previous pane", "Goes to the previous pane.", keys: ["<S-Tab>"]),
    CommandEntry(.paneLeft, .screen, "pane left", "Goes to the pane on the left.", keys: ["^Wh"]),
    CommandEntry(
      .paneRight, .screen, "pane right", "Goes to the pane on the right.", keys: ["^Wl"]),
    CommandEntry(.paneDown, .screen, "pane below", "Goes to the pane below.", keys: ["^Wj"]),
    CommandEntry(.paneUp, .screen, "pane above", "Goes to the pane above.", keys: ["^Wk"]),
    CommandEntry(
      .zoom, .screen, "zoom", "Gives the whole screen to this pane, or takes it back.",
      keys: ["^Wo"]),
    CommandEntry(
      .zen, .screen, "zen", "Shows nothing but the article, or everything again.", keys: ["Z"]),
    CommandEntry(
      .nextLayout, .screen, "next layout",
      "Goes from all panes to fewer: no related articles, the list alone, the article alone.",
      keys: [")"]),
    CommandEntry(
      .previousLayout, .screen, "previous layout", "Goes back to the layout before.", keys: ["("]),
    CommandEntry(
      .toggleRelated, .screen, "related pane", "Hides or shows the related articles.",
      keys: ["gR"]),
    CommandEntry(
      .widen, .screen, "larger", "Makes this pane larger.", keys: [">"], counts: true),
    CommandEntry(
      .narrow, .screen, "smaller", "Makes this pane smaller.", keys: ["<lt>"], counts: true),
    CommandEntry(
      .toggleDensity, .screen, "dense rows", "Shows each headline in one line, or in full.",
      keys: ["="]),
    CommandEntry(
      .toggleFold, .screen, "fold the story",
      "Shows the reports of a story, or the copies of a text, as one row or each as its own.",
      keys: ["za"]),
    CommandEntry(
      .foldAll, .screen, "fold all stories",
      "Shows each story of the list as one row, and the copies of a text.",
      keys: ["zM"]),
    CommandEntry(
      .unfoldAll, .screen, "open all stories", "Shows each report as a row of its own.",
      keys: ["zR"]),
    CommandEntry(
      .togglePictures, .screen, "pictures",
      "Fetches and shows the pictures of articles, or shows their captions alone.", keys: ["zi"]),
    CommandEntry(
      .themes, .screen, "themes", "Opens the themes; moving tries them at once.", keys: ["gT"]),
    CommandEntry(.redraw, .screen, "redraw", "Paints the screen again.", keys: ["^L"]),
    CommandEntry(.theme, .screen, "theme", "Changes to a theme.", argument: "NAME"),
    CommandEntry(
      .set, .screen, "set", "Changes a setting for this session.",
      argument: "NAME|noNAME|measure=N|NAME?"),
  ]

  static let program: [CommandEntry] = [
    CommandEntry(
      .refresh, .program, "refresh",
      "Fetches the feeds that are due; with a number, all feeds.",
      keys: ["R"], counts: true, argument: "all|NAME"),
    CommandEntry(
      .stopRefresh, .program, "stop", "Ends the running refresh; what came so far stays.",
      keys: ["^G"]),
    CommandEntry(
      .sources, .program, "sources",
      "Opens the feeds: their health, add, remove, rename, tags.", keys: ["gf"]),
    CommandEntry(
      .addFeed, .program, "add a feed",
      "Subscribes to a feed, or to the feed of a page.",
      argument: "ADDRESS [#TOPIC…]"),
    CommandEntry(
      .starterFeeds, .program, "feeds to begin with",
      "Lists well-known public feeds by topic, to choose some.", keys: ["gF"]),
    CommandEntry(
      .removeFeed, .program, "remove a feed",
      "Ends a subscription; bookmarked articles stay.", argument: "NAME"),
    CommandEntry(
      .importPaths, .program, "import", "Adds articles from files, feeds from OPML and urls lists.",
      argument: "PATH…"),
    CommandEntry(
      .commandLine, .program, "command line",
      "Takes a command by its name; Tab completes it.", keys: [":"]),
    CommandEntry(
      .palette, .program, "palette",
      "Finds commands, views, topics, sources and headlines by a few letters.", keys: ["^P"]),
    CommandEntry(
      .editConfig, .program, "edit the settings", "Opens config.toml in your editor.",
      keys: ["E"]),
    CommandEntry(.help, .program, "help", "Shows the keys and what they do.", keys: ["?"]),
    CommandEntry(
      .suspend, .program, "suspend", "Goes to the shell; fg comes back.", keys: ["^Z"]),
    CommandEntry(.quit, .program, "quit", "Ends the reader.", keys: ["Q", "^C^C"]),
  ]
}
