package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output of `snippet` for sites of every kind. `.ci/readers` tests the documented blocks with the real programs. */
class SnippetTest extends CommandRun {
    @BeforeEach
    void write_a_site() throws IOException {
        site = site.resolve("my-site");
        Files.createDirectories(site.resolve("content"));
        configured("");
    }

    private void configured(String lines) throws IOException {
        write("zola.toml", """
                        base_url = "https://blog.example.org"
                        title = "my site"
                        taxonomies = [{ name = "tags" }]
                        %s
                        """.formatted(lines));
    }

    /** Returns the output, with the site's folder replaced by {@code /srv}. */
    private String snippet(String name) {
        out.getBuffer().setLength(0);
        assertThat(feedside("snippet", site.toString(), name))
                .as(err.toString())
                .isZero();
        return out.toString().replace(site.toString(), "/srv/my-site");
    }

    @ParameterizedTest
    @CsvSource({
        "autodiscovery, html, pages.md",
        "nginx, nginx, servers.md",
        "caddy, caddyfile, servers.md",
        "apache, apache, servers.md"
    })
    void the_documentation_contains_the_printed_blocks(String name, String language, String file) throws IOException {
        assertThat(blocks(Path.of("src/docs", file), language)).contains(snippet(name));
    }

    /** It has no fallback to files, so it needs one location for all feeds. */
    @Test
    void the_short_block_of_the_readme_sends_the_same_paths_to_the_service() throws IOException {
        assertThat(feedside("snippet", "src/sample", "nginx")).isZero();
        var printed = out.toString();

        var shown = blocks(Path.of("README.md"), "nginx").get(0);

        var feeds = all("location ~ \\(\\^\\|/\\)\\((.*)\\)\\$ \\{", shown);
        assertThat(feeds).hasSize(1);
        assertThat(feeds.get(0).split("\\|"))
                .containsExactlyElementsOf(all("location ~ \\(\\^\\|/\\)(.*)\\$ \\{", printed));
        assertThat(all("location (/.*) \\{", shown)).isEqualTo(all("location (/.*) \\{", printed));
        for (var directive : List.of("(proxy_pass .*;)", "(proxy_set_header .*;)")) {
            assertThat(Set.copyOf(all(directive, shown))).isEqualTo(Set.copyOf(all(directive, printed)));
        }
    }

    /** The code blocks in a language, in their order. */
    private static List<String> blocks(Path file, String language) throws IOException {
        return Pattern.compile("^```%s\n(.*?)^```$".formatted(language), Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(file))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void without_a_name_all_snippets_are_printed() {
        assertThat(feedside("snippet", site.toString())).isZero();

        assertThat(out.toString())
                .contains("{# templates/base.html", "# In the server block of", "# In the Caddyfile.")
                .contains("# /etc/apache2/conf-available/feedside.conf", "# /etc/systemd/system/feedside.service");
    }

    @Test
    void several_snippets_are_printed_in_the_given_order() {
        assertThat(feedside("snippet", "systemd", site.toString(), "caddy")).isZero();

        assertThat(out.toString()).startsWith("# /etc/systemd/").contains("\n\n# In the Caddyfile.\n");
    }

    @Test
    void a_misspelt_name_is_reported() {
        assertThat(feedside("snippet", site.toString(), "ngnix")).isEqualTo(2);

        assertThat(err.toString())
                .isEqualTo("error: `ngnix` is neither a folder nor the name of a snippet; did you mean `nginx`?\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_unreadable_site_is_reported() throws IOException {
        write("feedside.toml", "prot = 1\n");

        assertThat(feedside("snippet", site.toString(), "nginx")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown key `prot`");
    }

    @Test
    void a_site_below_a_path_keeps_its_files_without_it() throws IOException {
        write("zola.toml", "base_url = \"https://example.org/my.blog/\"\ntitle = \"T\"\n");

        assertThat(snippet("nginx"))
                .contains("location ~ ^/my\\.blog/(.*/)?atom\\.xml$ {\n")
                .contains(
                        "location @atom_on_disk {\n    rewrite ^/my\\.blog(/.*)$ $1 break;\n    root /srv/my-site/feeds;\n")
                .contains("location /my.blog/feeds/ {\n");
        assertThat(snippet("caddy"))
                .startsWith(
                        "# In the Caddyfile.\nexample.org {\n    handle_path /my.blog/* {\n        @atom path_regexp (^|/)atom\\.xml$\n")
                .contains("        @pages path /feeds/*\n")
                .contains("    handle_errors {\n        handle_path /my.blog/* {\n            @atom path_regexp");
        assertThat(snippet("apache"))
                .contains("    Alias /my.blog /srv/my-site/feeds\n")
                .contains("ProxyPassMatch \"^/my\\.blog/(.*/)?atom\\.xml$\" balancer://feedside\n")
                .contains("ProxyPass /my.blog/feeds/ http://127.0.0.1:8080/my.blog/feeds/ retry=1\n");
    }

    @Test
    void feeds_of_all_languages_are_sent_to_the_service_with_their_types() throws IOException {
        configured("""
                feed_filenames = ["feed.xml", "rss.xml"]
                [languages.fr]
                feed_filenames = ["nouvelles.xml", "my-rss.xml"]
                """);

        assertThat(snippet("nginx"))
                .contains("location ~ (^|/)(atom\\.xml|feed\\.xml|nouvelles\\.xml)$ {")
                .contains("location ~ (^|/)(rss\\.xml|my-rss\\.xml)$ {");
        assertThat(snippet("apache")).contains("<FilesMatch \"^(atom\\.xml|feed\\.xml|nouvelles\\.xml)$\">");
        assertThat(snippet("autodiscovery"))
                .contains(
                        "{% if lang == \"en\" %}\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"All posts\" href=\"{{ get_url(path='feed.xml', lang=lang, trailing_slash=false) }}\">\n{% endif %}\n")
                .contains(
                        "{% if lang == \"fr\" %}\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"All posts\" href=\"{{ get_url(path='nouvelles.xml', lang=lang, trailing_slash=false) }}\">\n{% endif %}\n")
                .contains("href=\"{{ get_url(path='feed.json', lang=lang, trailing_slash=false) }}\"")
                .contains("href=\"{{ term.permalink }}atom.xml\"");
    }

    @Test
    void the_settings_are_used() throws IOException {
        write("feedside.toml", """
                host = "0.0.0.0"
                port = 9000
                pages = ""
                section_feeds = true
                [feeds.essays]
                title = "Essays & more"
                rule = "posts - links"
                """);

        assertThat(snippet("nginx"))
                .contains("proxy_pass http://127.0.0.1:9000;")
                .doesNotContain("/feeds/ {", "no_pages");
        assertThat(snippet("caddy"))
                .contains("reverse_proxy @atom 127.0.0.1:9000")
                .doesNotContain("@pages");
        assertThat(snippet("apache"))
                .contains("BalancerMember http://127.0.0.1:9000 retry=1", "Listen 127.0.0.1:8999")
                .doesNotContain("\nProxyPass ");
        assertThat(snippet("autodiscovery"))
                .contains(
                        "title=\"Essays &amp; more\" href=\"{{ get_url(path='essays/atom.xml', trailing_slash=false) }}\"")
                .doesNotContain("generate_feeds");
    }

    @Test
    void other_folders_and_urls_are_used() {
        assertThat(feedside(
                        "snippet",
                        site.toString(),
                        "--feeds",
                        "/var/lib/my feeds",
                        "--public",
                        "/srv/www",
                        "--base-url",
                        "http://localhost:1111"))
                .isZero();

        assertThat(out.toString())
                .contains("    root \"/var/lib/my feeds\";\n")
                .contains("\nhttp://localhost:1111 {\n")
                .contains("    root * /srv/www\n")
                .contains("<Directory \"/var/lib/my feeds\">")
                .contains(" serve " + site + " --feeds \"/var/lib/my feeds\"\n")
                .contains("ReadWritePaths=\"/var/lib/my feeds\"\n");
    }

    @Test
    void the_templates_of_each_taxonomy_are_named() throws IOException {
        write(
                "zola.toml",
                "base_url = \"https://e.example\"\ntaxonomies = [{ name = \"tags\" }, { name = \"places\" }]\n");
        assertThat(snippet("autodiscovery"))
                .contains("{# templates/taxonomy_single.html (or tags/single.html, places/single.html): ");

        write("zola.toml", "base_url = \"https://e.example\"\n");
        assertThat(snippet("autodiscovery")).doesNotContain("term");
    }

    @Test
    void other_generators_get_plain_html_with_absolute_urls() throws IOException {
        Files.delete(site.resolve("zola.toml"));
        Files.createDirectories(site.resolve("_site"));
        write("feedside.toml", """
                [site]
                base_url = "https://trains.example/blog"
                title = "Slow & \\"Steady\\""
                rss = ["index.xml"]
                taxonomies = ["tags", "Places"]
                """);

        assertThat(snippet("autodiscovery")).isEqualTo("""
                <!-- In the head of every page. -->
                <link rel="alternate" type="application/rss+xml" title="Slow &amp; &quot;Steady&quot;" href="https://trains.example/blog/index.xml">
                <link rel="alternate" type="application/feed+json" title="Slow &amp; &quot;Steady&quot;" href="https://trains.example/blog/feed.json">

                <!-- In the head of a term's page, before the others, as many readers take the first; replace TERM with the term as it appears in the address of its page. -->
                <link rel="alternate" type="application/rss+xml" title="TERM" href="https://trains.example/blog/tags/TERM/index.xml">
                <link rel="alternate" type="application/rss+xml" title="TERM" href="https://trains.example/blog/places/TERM/index.xml">
                """);
        assertThat(snippet("caddy")).contains("root * /srv/my-site/_site\n");
    }

    @Test
    void the_unit_is_the_packages_unit_with_the_paths_of_the_site() throws IOException {
        var packages = Files.readString(Path.of("src/main/resources/org/feedside/tools/setup/feedside.service"));

        var lines = snippet("systemd").lines().toList();

        assertThat(lines)
                .containsAll(packages.lines()
                        .dropWhile(line -> line.startsWith("#"))
                        .filter(line -> !line.matches("(Description|EnvironmentFile|ExecStart|StateDirectory)=.*"))
                        .toList())
                .contains("Description=Feeds of my site", "ReadWritePaths=/srv/my-site/feeds")
                .anyMatch(line -> line.matches("ExecStart=/\\S+ -jar \\S+ serve /srv/my-site"))
                .noneMatch(line -> line.contains("${") || line.contains("%"));
    }

    @Test
    void a_port_of_the_command_is_used() {
        assertThat(feedside("snippet", site.toString(), "nginx", "systemd", "--port", "9090"))
                .isZero();

        assertThat(out.toString())
                .contains("proxy_pass http://127.0.0.1:9090;")
                .containsPattern("ExecStart=.* --port 9090\n")
                .contains("ExecReload=/bin/kill -HUP $MAINPID")
                .doesNotContain("8080");
    }

    @Test
    void special_characters_of_systemd_are_escaped() throws IOException {
        write("zola.toml", "base_url = \"https://e.example\"\ntitle = \"100% posts\"\n");

        assertThat(snippet("systemd")).contains("Description=Feeds of 100%% posts\n");
    }
}
