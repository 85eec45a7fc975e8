extension Command {
  static let moving: [CommandEntry] = [
    CommandEntry(
      .down, .moving, "down", "Moves the cursor down, or the text up by a line.",
      keys: ["j", "<Down>"], counts: true),
    CommandEntry(
      .up, .moving, "up", "Moves the cursor up, or the text down by a line.",
      keys: ["k", "<Up>"], counts: true),
    CommandEntry(
      .scrollDown, .moving, "scroll down", "Scrolls by a line and leaves the cursor where it is.",
      keys: ["^E"], counts: true),
    CommandEntry(
      .scrollUp, .moving, "scroll up", "Scrolls back by a line and leaves the cursor where it is.",
      keys: ["^Y"], counts: true),
    CommandEntry(
      .halfPageDown, .moving, "half page down", "Goes down by half a screen.", keys: ["^D"],
      counts: true),
    CommandEntry(
      .halfPageUp, .moving, "half page up", "Goes up by half a screen.", keys: ["^U"],
      counts: true),
    CommandEntry(
      .pageDown, .moving, "page down", "Goes down by a screen.", keys: ["^F", "<PageDown>"],
      counts: true),
    CommandEntry(
      .pageUp, .moving, "page up", "Goes up by a screen.", keys: ["^B", "<PageUp>", "b"],
      counts: true),
    CommandEntry(
      .first, .moving, "first", "Goes to the first headline, or to the start of the text.",
      keys: ["gg", "<Home>"]),
    CommandEntry(
      .last, .moving, "last", "Goes to the last headline, or to the end of the text.",
      keys: ["G", "<End>"]),
    CommandEntry(
      .open, .moving, "open", "Opens the article and marks it read.",
      keys: ["<Enter>", "l", "<Right>"]),
    CommandEntry(
      .readOn, .moving, "read on",
      "Opens the article, pages through it, and at its end opens the next unread one.",
      keys: ["<Space>"]),
    CommandEntry(
      .back, .moving, "back", "Goes back by one: to the article before, to the list.",
      keys: ["h", "<Left>", "<Backspace>"]),
    CommandEntry(
      .close, .moving, "close", "Goes back by one; on the list it quits.", keys: ["q"]),
    CommandEntry(
      .otherPaneDown, .moving, "other pane down",
      "On the list it scrolls the article; in the article it opens the next one.",
      keys: ["J"], counts: true),
    CommandEntry(
      .otherPaneUp, .moving, "other pane up",
      "On the list it scrolls the article back; in the article it opens the previous one.",
      keys: ["K"], counts: true),
    CommandEntry(
      .next, .moving, "next unread or hit",
      "Goes to the next hit while a search is lit in the article, else to the next unread one.",
      keys: ["n"], counts: true),
    CommandEntry(
      .previous, .moving, "previous unread or hit",
      "Goes to the previous hit while a search is lit, else to the previous unread article.",
      keys: ["N"], counts: true),
    CommandEntry(
      .nextUnread, .moving, "next unread", "Goes to the next unread article.", keys: ["]u"],
      counts: true),
    CommandEntry(
      .previousUnread, .moving, "previous unread", "Goes to the previous unread article.",
      keys: ["[u"], counts: true),
    CommandEntry(
      .nextBookmark, .moving, "next bookmark", "Goes to the next bookmarked article.",
      keys: ["]b"], counts: true),
    CommandEntry(
      .previousBookmark, .moving, "previous bookmark", "Goes to the previous bookmarked article.",
      keys: ["[b"], counts: true),
    CommandEntry(
      .nextDay, .moving, "next day", "Goes to the first article of the day below.", keys: ["]d"],
      counts: true),
    CommandEntry(
      .previousDay, .moving, "previous day", "Goes to the first article of the day above.",
      keys: ["[d"], counts: true),
    CommandEntry(
      .nextStory, .moving, "next story", "Goes to the next article that belongs to another story.",
      keys: ["]s"], counts: true),
    CommandEntry(
      .previousStory, .moving, "previous story",
      "Goes to the previous article that belongs to another story.", keys: ["[s"], counts: true),
    CommandEntry(
      .nextTopic, .moving, "next of the topic",
      "Goes to the next article that shares a topic with this one.", keys: ["]t"], counts: true),
    CommandEntry(
      .previousTopic, .moving, "previous of the topic",
      "Goes to the previous article that shares a topic with this one.", keys: ["[t"],
      counts: true),
    CommandEntry(
      .setMark, .moving, "set a mark", "Marks this place with the letter that follows.",
      keys: ["m"], argument: "LETTER"),
    CommandEntry(
      .goToMark, .moving, "go to a mark",
      "Goes to the place marked with the letter that follows; '' goes back to before the jump.",
      keys: ["'"], argument: "LETTER"),
    CommandEntry(
      .olderPlace, .moving, "back in history", "Goes back to the article that was open before.",
      keys: ["H"], counts: true),
    CommandEntry(
      .newerPlace, .moving, "forward in history",
      "Goes forward to where \(key: .olderPlace) came from.",
      keys: ["L"], counts: true),
    CommandEntry(
      .cursorToTop, .moving, "cursor to the top", "Scrolls the list until the cursor is on top.",
      keys: ["zt"]),
    CommandEntry(
      .cursorToMiddle, .moving, "cursor to the middle",
      "Scrolls the list until the cursor is in the middle.", keys: ["zz"]),
    CommandEntry(
      .cursorToBottom, .moving, "cursor to the bottom",
      "Scrolls the list until the cursor is at the bottom.", keys: ["zb"]),
  ]

  static let deciding: [CommandEntry] = [
    CommandEntry(
      .toggleRead, .deciding, "read or unread", "Marks the article read, or unread again.",
      keys: ["r"], repeats: true, counts: true),
    CommandEntry(
      .markAllRead, .deciding, "mark all read",
      "Marks everything that this list finds as read; \(key: .undo) undoes it as one step.",
      keys: ["A"]),
    CommandEntry(
      .readAbove, .deciding, "mark read above",
      "Marks everything above the cursor as read, as one step."),
    CommandEntry(
      .readBelow, .deciding, "mark read below",
      "Marks everything below the cursor as read, as one step."),
    CommandEntry(
      .toggleBookmark, .deciding, "bookmark", "Sets or removes the bookmark.", keys: ["s"],
      repeats: true, counts: true),
    CommandEntry(
      .toggleFollowed, .deciding, "follow the story",
      "Follows the story of the article, or no more; \(key: .viewFollowed) shows all that is followed.",
      keys: ["&"],
      repeats: true),
    CommandEntry(
      .editBookmark, .deciding, "bookmark with a note",
      "Bookmarks the article with folder, note and day, or changes what is written there.",
      keys: ["S"]),
    CommandEntry(
      .selectText, .deciding, "choose sentences",
      """
      Chooses sentences of the article; \(key: .keep, in: .sentences) keeps them as a quote, \
      \(key: .copy, in: .sentences) copies them with their source.
      """,
      keys: ["v"], panes: [.article]),
    CommandEntry(
      .chooseRow, .deciding, "select",
      "Selects the article for the next change, or lets go of it; Esc lets go of all.",
      keys: ["v"], panes: [.headlines]),
    CommandEntry(
      .chooseRange, .deciding, "select a range",
      "Selects every article from here to where the cursor goes; again to keep them.",
      keys: ["V"], panes: [.headlines]),
    CommandEntry(
      .chooseAll, .deciding, "select all",
      "Selects everything that the list or its search finds.", keys: ["*", "^A"],
      panes: [.headlines]),
    CommandEntry(
      .addTag, .deciding, "add a topic", "Gives the article a topic of your own.", keys: ["+"],
      repeats: true, argument: "TOPIC"),
    CommandEntry(
      .removeTag, .deciding, "remove a topic", "Takes a topic away from the article.",
      keys: ["-"], panes: [.headlines, .article], repeats: true, argument: "TOPIC"),
    CommandEntry(
      .notRelated, .deciding, "not related",
      "Says that the selected article does not belong beside the open one; \(key: .undo) undoes it.",
      keys: ["-"], panes: [.related]),
    CommandEntry(
      .toggleMute, .deciding, "mute",
      "Hides the article, or shows it again; \(key: .viewMuted) lists the hidden.",
      keys: ["M"], repeats: true, counts: true),
    CommandEntry(
      .hideMore, .deciding, "hide more",
      "Hides the article, its story, its source, a topic or a word of its headline, now and later.",
      keys: ["D"]),
    CommandEntry(
      .undo, .deciding, "undo",
      "Takes back the last change: of read marks, bookmarks, topics, feeds, imports.",
      keys: ["u"], counts: true),
    CommandEntry(
      .redo, .deciding, "redo", "Does again what was taken back.", keys: ["^R"], counts: true),
    CommandEntry(
      .steps, .deciding, "list of changes",
      "Lists what was changed; undoes up to a place, or does it again.", keys: ["U"]),
    CommandEntry(
      .repeat, .deciding, "repeat", "Does the last change again, to the article under the cursor.",
      keys: ["."]),
  ]
}
