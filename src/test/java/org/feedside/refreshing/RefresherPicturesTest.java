package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers see when entries get pictures. */
class RefresherPicturesTest {
    private static final String POST = """
            +++
            title = "Walk"
            date = 2026-01-01
            updated = 2026-01-02
            extra.image = "wall.jpg"
            +++
            Text.
            """;

    private final World world = new World();

    /** Before pictures were read, feeds were as with {@code picture = "none"}. */
    @Test
    void ids_and_dates_of_published_entries_stay_when_they_get_pictures() {
        world.write("feedside.toml", "picture = 'none'\n");
        world.write("content/walk/index.md", POST);
        world.post("other", "2026-01-03", "rust");
        world.refresh();
        var before = List.of(world.text("atom.xml"), world.text("rss.xml"), world.text("feed.json"));
        var other = world.text("tags/rust/atom.xml");

        world.delete("feedside.toml");
        world.restart();
        world.refreshAgain();

        assertThat(world.text("atom.xml")).contains("<media:thumbnail url=\"https://example.org/wall.jpg\" />");
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());
        var after = List.of(world.text("atom.xml"), world.text("rss.xml"), world.text("feed.json"));
        for (var i = 0; i < before.size(); i++) {
            assertThat(withoutPictures(after.get(i))).isEqualTo(withoutDateOfFeed(before.get(i)));
        }
        assertThat(world.text("tags/rust/atom.xml")).isEqualTo(other);
    }

    private static String withoutPictures(String feed) {
        return withoutDateOfFeed(feed)
                .replace(" xmlns:media=\"http://search.yahoo.com/mrss/\"", "")
                .replace("\n<media:thumbnail url=\"https://example.org/wall.jpg\" />", "")
                .replaceFirst(" *\"image\": \"https://example.org/wall.jpg\",\n", "");
    }

    private static String withoutDateOfFeed(String feed) {
        return feed.replaceFirst("<(updated|lastBuildDate)>[^<]*<", "<$1><");
    }

    @Test
    void a_picture_beside_its_post_may_be_added_later_and_be_away_for_a_moment() {
        world.write("content/walk/index.md", POST);
        world.refresh();
        assertThat(world.text("feed.json")).contains("\"image\": \"https://example.org/wall.jpg\"");

        world.write("content/walk/wall.jpg", "a picture");
        world.refresh();
        assertThat(world.text("feed.json")).contains("\"image\": \"https://example.org/walk/wall.jpg\"");

        world.delete("content/walk/wall.jpg");
        world.refresh();
        assertThat(world.text("feed.json")).contains("\"image\": \"https://example.org/walk/wall.jpg\"");
        world.refreshAgain();
        assertThat(world.text("feed.json")).contains("\"image\": \"https://example.org/wall.jpg\"");
    }
}
