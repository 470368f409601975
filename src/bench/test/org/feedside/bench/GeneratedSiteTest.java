package org.feedside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.content.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSiteTest {
    @TempDir
    Path folder = Path.of("");

    private Map<String, String> files(String name, long seed) throws IOException {
        var site = GeneratedSite.in(folder.resolve(name), 30, seed).folder();
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(site)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void the_seed_determines_the_site() throws IOException {
        var site = files("one", 1);

        assertThat(site).hasSize(32);
        assertThat(files("again", 1)).isEqualTo(site);
        assertThat(files("other", 2)).isNotEqualTo(site);
    }

    @Test
    void feedside_reads_every_post_without_a_problem() throws IOException {
        var site = GeneratedSite.in(folder, 300, 1);

        var configuration = configuration(site);
        var library = Library.of(new ContentFolder(new SystemDisk(), configuration), Instant.EPOCH);

        assertThat(library.problems()).isEmpty();
        assertThat(library.sources()).hasSize(300).allSatisfy(source -> {
            assertThat(((Page) source).taxonomies().get("tags")).isNotEmpty();
            assertThat(((Page) source).text().body()).hasSizeBetween(1000, 7000);
        });
    }

    @Test
    void a_saved_post_has_the_given_title_and_tags() throws IOException {
        var site = GeneratedSite.in(folder, 30, 1);

        site.save(29, site.front(29).titled("Another").tagged(site.tags().subList(0, 30)));

        assertThat(Files.readString(site.file(29))).contains("title = \"Another\"");
        var library = Library.of(new ContentFolder(new SystemDisk(), configuration(site)), Instant.EPOCH);
        assertThat(library.sources())
                .filteredOn(s -> ((Page) s).title().equals(Optional.of("Another")))
                .singleElement()
                .satisfies(s -> assertThat(((Page) s).taxonomies().get("tags")).hasSize(30));
    }

    private static Configuration configuration(GeneratedSite site) {
        var read = new SiteFolder(site.folder(), Optional.empty(), Optional.empty()).read(new SystemDisk());
        assertThat(read.problems()).isEmpty();
        return read.value().orElseThrow();
    }
}
