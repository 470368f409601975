package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.Configuration;
import org.feedside.config.Layout;
import org.feedside.config.SiteFolder;
import org.feedside.tools.setup.SettingsSchema;
import org.junit.jupiter.api.Test;

/** The findings of `init` for sites of every generator; `check` must accept the written file. */
class InitTest extends CommandRun {
    private InitTest file(String path, String text) throws IOException {
        write(path, text);
        return this;
    }

    private InitTest post(String path) throws IOException {
        return file(path, "---\ntitle: Hello\ndate: 2025-01-02\n---\nText\n");
    }

    /**
     * Runs `init`, checks that an editor finds no problem and `check` none but that there are no built pages, and returns the
     * configuration.
     */
    private Configuration initialised() throws IOException {
        assertThat(feedside("init", site.toString())).as(err.toString()).isZero();
        assertThat(SettingsSchema.problems(Files.readString(site.resolve("feedside.toml"))))
                .isEmpty();
        assertThat(feedside("check", site.toString())).as(out.toString()).isZero();
        var configuration = new SiteFolder(site, Optional.empty(), Optional.empty())
                .read(new SystemDisk())
                .value()
                .orElseThrow();
        assertThat(out.toString())
                .containsPattern(
                        configuration.site().layout() instanceof Layout.Zola
                                ? "\n1 post, \\d feeds?, no problems\n$"
                                : "`feedside check --find-selector`\n1 post, \\d feeds?, 1 problem\n$");
        return configuration;
    }

    private static Layout.Folder layout(Configuration configuration) {
        return (Layout.Folder) configuration.site().layout();
    }

    @Test
    void a_zola_site_needs_no_settings() throws IOException {
        file("config.toml", "base_url = \"https://a.example\"\ntitle = \"T\"\n").post("content/hello.md");

        var configuration = initialised();

        assertThat(configuration.site().layout()).isInstanceOf(Layout.Zola.class);
        assertThat(out.toString())
                .startsWith("This is a Zola site: its own configuration is sufficient, so no settings are filled in.\n")
                .contains("Written: %s/feedside.toml\nNext: feedside check %s\n".formatted(site, site));
    }

    @Test
    void hugos_configuration_is_read() throws IOException {
        file("hugo.toml", """
                        baseURL = "https://garden.example/blog/"
                        title = "The Kitchen Garden"
                        languageCode = "en-GB"
                        timeZone = "Europe/Berlin"
                        contentDir = "texts"
                        disablePathToLower = true
                        [params]
                        description = "Beans"
                        [params.author]
                        name = "Ines"
                        email = "ines@garden.example"
                        [taxonomies]
                        tag = "tags"
                        crop = "crops"
                        [permalinks]
                        posts = "/:year/:month/:slug/"
                        [outputFormats.RSS]
                        baseName = "feed"
                        """).post("texts/posts/hello.md");

        var configuration = initialised();

        assertThat(configuration.site().baseUrl()).isEqualTo("https://garden.example/blog/");
        assertThat(configuration.site().author()).contains("Ines <ines@garden.example>");
        var language = configuration.site().defaultLanguage();
        assertThat(language.title()).contains("The Kitchen Garden");
        assertThat(language.description()).contains("Beans");
        assertThat(language.code()).isEqualTo("en-GB");
        assertThat(language.feedFilenames()).containsExactly("feed.xml");
        assertThat(configuration.site().isRss("feed.xml")).isTrue();
        assertThat(layout(configuration).taxonomies()).containsExactlyInAnyOrder("tags", "crops");
        assertThat(layout(configuration).defaults())
                .extracting(defaults -> defaults.path() + defaults.values().string("url"))
                .containsExactly("postsOptional[/:year/:month/:slug/]");
        assertThat(configuration.content()).isEqualTo(site.resolve("texts"));
        assertThat(configuration.service().timezone().orElseThrow()).hasToString("Europe/Berlin");
        assertThat(out.toString())
                .contains(
                        "From hugo.toml: author, base_url, content, defaults, description, language, rss, slugs, taxonomies, timezone, title.");
    }

    @Test
    void hugos_older_and_split_configurations_are_read() throws IOException {
        file("config/_default/config.yaml", """
                        baseurl: https://a.example/
                        defaultContentLanguage: de
                        uglyURLs: true
                        languages:
                          de:
                            title: Der Garten
                            params:
                              description: Bohnen
                        """).post("content/posts/hello.md");

        var configuration = initialised();

        assertThat(configuration.site().defaultLanguage().code()).isEqualTo("de");
        assertThat(configuration.site().defaultLanguage().title()).contains("Der Garten");
        assertThat(configuration.site().defaultLanguage().description()).contains("Bohnen");
        assertThat(configuration.site().defaultLanguage().feedFilenames()).containsExactly("index.xml");
        assertThat(layout(configuration).permalink().orElseThrow().text())
                .isEqualTo("/:folders/:slugorcontentbasename.html");
    }

    @Test
    void the_folder_of_hugos_configuration_completes_the_other_files() throws IOException {
        file("config.toml", "baseURL = 'https://a.example/'\ntitle = 'Old'\n")
                .file("config/_default/hugo.toml", "title = 'New'\ndefaultContentLanguage = 'de'\n")
                .file("config/_default/languages.de.toml", "title = 'Der Garten'\n[params]\ndescription = 'Bohnen'\n")
                .post("content/posts/hello.md");

        var language = initialised().site().defaultLanguage();

        assertThat(language.code()).isEqualTo("de");
        assertThat(language.title()).contains("New");
        assertThat(language.description()).contains("Bohnen");
    }

    @Test
    void the_folder_of_the_built_site_is_the_configured_one_and_has_pages() throws IOException {
        file("hugo.toml", "baseURL = 'https://a.example/'\ntitle = 'A'\npublishDir = './docs/'\n")
                .file("public/style.css", "")
                .file("docs/posts/a/index.html", "<p>x</p>")
                .post("content/hello.md");

        assertThat(feedside("init", site.toString())).isZero();

        assertThat(site.resolve("feedside.toml")).content().contains("\nbuilt = \"docs\"");
        assertThat(out.toString())
                .contains(
                        "Note: no element of the built pages has the posts' texts, so contents are computed from Markdown.");
    }

    @Test
    void a_folder_of_assets_is_not_the_built_site() throws IOException {
        file("_config.yml", "url: thestippe.example\ntitle: A\ntitle: B\nemail: a@b.example\n")
                .file("public/style.css", "")
                .file("_site/index.html", "<p>x</p>")
                .post("_posts/2025-01-02-hello.md");

        assertThat(feedside("init", site.toString())).isZero();

        assertThat(site.resolve("feedside.toml"))
                .content()
                .contains("\nbuilt = \"_site\"", "base_url = \"https://thestippe.example\"", "title = \"B\"");
        assertThat(out.toString()).doesNotContain("skipped");
    }

    @Test
    void jekylls_host_is_in_lower_case_as_in_the_ids_of_its_feed() throws IOException {
        file("_config.yml", "url: https://AnnBee.example/Blog\ntitle: A\n").post("_posts/2025-01-02-hello.md");

        assertThat(initialised().site().baseUrl()).isEqualTo("https://annbee.example/Blog");
    }

    @Test
    void each_section_has_its_permalink() throws IOException {
        file("hugo.toml", """
                        baseURL = "https://a.example/"
                        title = "T"
                        [permalinks.page]
                        posts = "/:year/:slug/"
                        notes = "/n/:slug/"
                        """).post("content/posts/hello.md");

        var configuration = initialised();

        assertThat(layout(configuration).permalink()).isEmpty();
        assertThat(layout(configuration).defaults())
                .extracting(defaults -> defaults.path() + defaults.values().string("url"))
                .containsExactly("postsOptional[/:year/:slug/]", "notesOptional[/n/:slug/]");
    }

    @Test
    void jekylls_configuration_is_read() throws IOException {
        file("_config.yml", """
                        title: Slow Trains
                        url: "https://trains.example"
                        baseurl: "/blog"
                        description: >-
                          By rail,
                          slowly
                        author: Ann
                        email: ann@trains.example
                        lang: en-US
                        permalink: /:categories/:title/
                        timezone: Europe/Lisbon
                        feed:
                          path: /feeds/all.xml
                        """).post("_posts/2025-01-02-hello.md");

        var configuration = initialised();

        assertThat(configuration.site().baseUrl()).isEqualTo("https://trains.example/blog");
        assertThat(configuration.site().author()).contains("Ann <ann@trains.example>");
        var language = configuration.site().defaultLanguage();
        assertThat(language.title()).contains("Slow Trains");
        assertThat(language.description()).contains("By rail, slowly");
        assertThat(language.code()).isEqualTo("en-US");
        assertThat(language.feedFilenames()).containsExactly("feeds/all.xml");
        assertThat(layout(configuration).permalink().orElseThrow().text()).isEqualTo("/:categories/:title/");
        assertThat(configuration.service().timezone().orElseThrow()).hasToString("Europe/Lisbon");
    }

    @Test
    void jekylls_permalink_styles_and_the_cname_file_are_read() throws IOException {
        file("_config.yml", "title: T\nurl: \"\"\nbaseurl: \"\"\npermalink: pretty\nauthor:\n  name: Ann\n")
                .file("CNAME", "trains.example\n")
                .post("_posts/2025-01-02-hello.md");

        var configuration = initialised();

        assertThat(configuration.site().baseUrl()).isEqualTo("https://trains.example");
        assertThat(configuration.site().author()).contains("Ann");
        assertThat(configuration.site().defaultLanguage().feedFilenames()).containsExactly("feed.xml");
        assertThat(layout(configuration).permalink().orElseThrow().text())
                .isEqualTo("/:categories/:year/:month/:day/:title/");
        assertThat(out.toString())
                .contains("From CNAME: base_url.\n")
                .contains("From jekyll-feed's usual name: atom.\n");
    }

    @Test
    void an_unknown_placeholder_is_reported() throws IOException {
        file("_config.yml", "title: T\nurl: https://a.example\npermalink: /:wrong/:title/\n")
                .post("_posts/2025-01-02-hello.md");

        assertThat(layout(initialised()).permalink()).isEmpty();
        assertThat(out.toString())
                .contains(
                        "Note: _config.yml has posts at /:wrong/:title/, and the placeholder `:wrong` is unknown: write `permalink` without it.\n");
    }

    @Test
    void eleventys_data_is_read() throws IOException {
        file("package.json", """
                        {
                        	"name": "moths",
                        	"description": "A site",
                        	"homepage": "https://github.com/rue/moths#readme",
                        	"devDependencies": { "@11ty/eleventy": "^3.0.0" }
                        }
                        """)
                .file("eleventy.config.js", """
                        export default async function (eleventyConfig) {
                        	eleventyConfig.addPlugin(feedPlugin, { type: "atom", outputPath: "/feed/feed.xml" });
                        }
                        export const config = { dir: { input: "texts", data: "../_data" } };
                        """)
                .file("_data/metadata.js", """
                        // What the site is called.
                        export default {
                        	title: "Moth Nights",
                        	url: "https://moths.example/",
                        	language: "en",
                        	description: "What comes to light",
                        	author: {
                        		name: "Rue",
                        		email: "rue@moths.example",
                        	},
                        };
                        """)
                .post("texts/blog/hello.md");

        var configuration = initialised();

        assertThat(configuration.site().baseUrl()).isEqualTo("https://moths.example/");
        assertThat(configuration.site().author()).contains("Rue <rue@moths.example>");
        var language = configuration.site().defaultLanguage();
        assertThat(language.title()).contains("Moth Nights");
        assertThat(language.description()).contains("What comes to light");
        assertThat(language.feedFilenames()).containsExactly("feed/feed.xml");
        assertThat(configuration.site().isRss("feed/feed.xml")).isFalse();
        assertThat(configuration.content()).isEqualTo(site.resolve("texts"));
    }

    @Test
    void eleventys_package_json_fills_in_missing_data() throws IOException {
        file("package.json", """
                        { "dependencies": { "@11ty/eleventy": "2" }, "homepage": "https://moths.example",
                          "author": "Rue <rue@moths.example> (https://rue.example)" }
                        """)
                .file("src/_data/site.json", "{\n\t\"title\": \"Moth Nights\"\n}\n")
                .file(".eleventy.js", "module.exports = () => ({ dir: { input: './src/' } });")
                .file("src/feed.njk", "---\npermalink: /rss.xml\n---\n<rss version=\"2.0\">\n")
                .post("src/hello.md");

        var configuration = initialised();

        assertThat(configuration.site().baseUrl()).isEqualTo("https://moths.example");
        assertThat(configuration.site().author()).contains("Rue <rue@moths.example>");
        assertThat(configuration.site().defaultLanguage().title()).contains("Moth Nights");
        assertThat(configuration.site().defaultLanguage().feedFilenames()).containsExactly("rss.xml");
        assertThat(configuration.site().isRss("rss.xml")).isTrue();
    }

    @Test
    void missing_settings_are_listed_and_check_fails_until_they_are_written() throws IOException {
        post("hello.md");

        assertThat(feedside("init", site.toString())).isZero();

        var lines = Files.readAllLines(site.resolve("feedside.toml"));
        var address = lines.indexOf("base_url = \"\"") + 1;
        var title = lines.indexOf("title = \"\"") + 1;
        assertThat(out.toString())
                .startsWith("This is not a Zola, Hugo, Jekyll or Eleventy site, so no settings are filled in.\n")
                .contains("`base_url` could not be determined: write it on line %d.\n".formatted(address))
                .contains("`title` could not be determined: write it on line %d.\n".formatted(title));

        assertThat(feedside("check", site.toString())).isEqualTo(2);
        assertThat(out.toString())
                .contains("feedside.toml:%d:1: error: `base_url` is missing".formatted(address))
                .contains("feedside.toml:%d:1: error: `title` is empty".formatted(title));
    }

    @Test
    void an_unreadable_configuration_is_skipped_and_reported() throws IOException {
        file("hugo.toml", "baseURL = \n").post("content/hello.md");

        assertThat(feedside("init", site.toString())).isZero();

        assertThat(out.toString()).contains("Note: hugo.toml was skipped (line 1: this is not valid TOML");
    }

    @Test
    void an_existing_file_is_never_changed() throws IOException {
        file("zola.toml", "base_url = \"https://a.example\"\n").file("feedside.toml", "limit = 3\n");

        assertThat(feedside("init", site.toString())).isEqualTo(2);

        assertThat(err.toString())
                .isEqualTo(
                        "error: %s/feedside.toml already exists and was not changed: edit it, or move it away and run `feedside init` again\n"
                                .formatted(site));
        assertThat(site.resolve("feedside.toml")).hasContent("limit = 3\n");
    }

    @Test
    void a_missing_folder_is_an_error() {
        assertThat(feedside("init", site.resolve("nowhere").toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("error: there is no folder ");
        assertThat(site).isEmptyDirectory();
    }
}
