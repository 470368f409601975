package org.feedside.formats;

import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Enclosure;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.feeds.History;
import org.feedside.feeds.Person;

/** A feed of one entry, with one addition that a table names. */
final class SmallFeed {
    static final PageDate UPDATED = PageDate.parse("2025-01-15").orElseThrow();

    private static final String FOLDER = "https://example.org/tags/x/";
    private static final String OLDER = FOLDER + "archive/1/";
    private static final String NEWER = FOLDER + "archive/3/";
    private static final String ABOUT = "https://example.org/feeds/tags/x/";
    private static final String AUDIO = "https://example.org/a.mp3";

    private SmallFeed() {}

    static Feed with(String what) {
        return new Feed(
                FOLDER,
                Optional.of(new FeedPage("feeds/tags/x/", ABOUT)).filter(page -> what.equals("about")),
                "en",
                "Site - x",
                Optional.empty(),
                List.of(new Person("Ann", Optional.empty())),
                Optional.of(UPDATED),
                List.of(entry(what)),
                Format.OF_FEEDS.stream().map(SmallFeed::file).toList(),
                history(what),
                picture(what, "icon"),
                picture(what, "logo"),
                Optional.of("https://hub.example.org/").filter(hub -> what.equals("hub")));
    }

    private static FeedFile file(Format format) {
        var url = FOLDER + format.fileName();
        return new FeedFile(format.fileName(), url, url, format);
    }

    private static History history(String what) {
        return switch (what) {
            case "complete" -> new History.Complete();
            case "current" -> new History.Current(OLDER);
            case "oldest archive" -> new History.Archive(Optional.empty(), Optional.of(NEWER), FOLDER);
            case "archive" -> new History.Archive(Optional.of(OLDER), Optional.of(NEWER), FOLDER);
            case "newest archive" -> new History.Archive(Optional.of(OLDER), Optional.empty(), FOLDER);
            default -> new History.Newest();
        };
    }

    /** {@code icon x.png} is an icon of this name; {@code icon, logo x.png} are both. */
    private static Optional<String> picture(String what, String kind) {
        return Optional.of("https://example.org/" + kind + what.substring(what.lastIndexOf(' ') + 1))
                .filter(url -> what.contains(kind));
    }

    private static Entry entry(String what) {
        return new Entry(
                FOLDER,
                FOLDER,
                "en",
                "A",
                UPDATED,
                UPDATED,
                List.of(),
                List.of(),
                Optional.of("Short").filter(text -> !what.equals("summary")),
                "<p>Text</p>",
                !what.equals("summary"),
                Optional.empty(),
                Optional.of("https://example.org/p.jpg?a&b").filter(url -> what.equals("picture")),
                enclosure(what));
    }

    private static Optional<Enclosure> enclosure(String what) {
        return switch (what) {
            case "enclosure" -> Optional.of(new Enclosure(AUDIO, 12_345_678_901L, "audio/mpeg"));
            case "enclosure of unknown length" -> Optional.of(new Enclosure(AUDIO, 0, "audio/mpeg"));
            default -> Optional.empty();
        };
    }
}
