package org.feedside.tools.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.PathText;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Configuration;
import org.feedside.content.Page;
import org.feedside.site.Post;

/** Finds shortcodes without a template, and pictures without a file, in the posts of a Zola site. */
final class TextLint {
    /** With this many pictures, of which none exists, the folder is a copy of the site without its pictures. */
    private static final int MANY = 4;

    private static final Pattern CALL = Pattern.compile("\\{([{%])-?\\s*(\\w+)\\s*\\(");
    private static final Pattern PICTURE = Pattern.compile(
            "!\\[[^\\]\\n]*\\]\\(\\s*<?([^)\\s>{}]+)|<img\\b[^>]*?\\ssrc\\s*=\\s*[\"']([^\"'{}]+)[\"']");
    private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*|#.*");

    /** Functions of Tera, which Zola 0.23 also runs in posts. */
    private static final Set<String> FUNCTIONS = Set.of("""
            get_url get_image_metadata get_file_hash get_page get_section get_taxonomy get_taxonomy_url get_taxonomy_term
            trans load_data resize_image now range throw get_random get_env""".split("\\s+", -1));

    private final Disk disk;
    private final Path folder;
    private final Configuration configuration;
    private final List<Diagnostic> problems;
    private final List<Diagnostic> missing = new ArrayList<>();
    private int pictures;

    TextLint(Disk disk, Path folder, Configuration configuration, List<Diagnostic> problems) {
        this.disk = disk;
        this.folder = folder;
        this.configuration = configuration;
        this.problems = problems;
    }

    /** Checks posts. */
    void check(List<Post> posts) {
        posts.forEach(post -> check(post.page()));
        if (missing.size() < pictures || pictures < MANY) {
            problems.addAll(missing);
        }
    }

    private void check(Page page) {
        var markdown = PlainMarkdown.of(page.file(), page.text());
        var calls = CALL.matcher(markdown.text());
        while (calls.find()) {
            var closing = calls.group(1).equals("{") ? "}}" : "%}";
            var end = markdown.text().indexOf(closing, calls.end());
            var next = markdown.text().indexOf("{" + calls.group(1), calls.end());
            var name = calls.group(2);
            if (end < 0 || (next >= 0 && next < end)) {
                problems.add(Code.SHORTCODE.warning(
                        markdown.place(calls.start()),
                        "the shortcode `%s` is not closed: write %s after its arguments".formatted(name, closing)));
            } else if (!FUNCTIONS.contains(name)
                    && !configuration.service().shortcodes().containsKey(name)
                    && isNowhere("templates/shortcodes/", name + ".html", name + ".md")) {
                problems.add(Code.SHORTCODE.warning(
                        markdown.place(calls.start()),
                        "there is no template of the shortcode `%s` in templates/shortcodes: correct the name, or add it"
                                .formatted(name)));
            }
        }
        var found = PICTURE.matcher(markdown.text());
        while (found.find()) {
            var address = Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
            if (URL.matcher(address).matches()) {
                continue;
            }
            pictures++;
            if (isMissing(page, address)) {
                missing.add(Code.MISSING_FILE.warning(
                        markdown.place(found.start()),
                        "there is no picture %s: put it %s, or correct the address"
                                .formatted(address, address.startsWith("/") ? "in `static`" : "beside the post")));
            }
        }
    }

    /** Whether neither the site nor its theme has one of the files. A theme that is not there could have any. */
    private boolean isNowhere(String parent, String... files) {
        var theme = configuration.site().theme().map(name -> "themes/" + name + "/");
        return theme.filter(t -> !exists(disk, folder, t)).isEmpty()
                && Stream.concat(Stream.of(""), theme.stream())
                        .flatMap(root -> Stream.of(files).map(file -> root + parent + file))
                        .noneMatch(file -> exists(disk, folder, file));
    }

    private boolean isMissing(Page page, String address) {
        var path = PercentEncoding.decodedPath(address.replaceFirst("[?#].*$", ""));
        if (address.startsWith("/")) {
            var inside = path.replaceFirst("^/+", "");
            return isNowhere("static/", inside)
                    && !exists(disk, configuration.content(), inside)
                    && !inside.startsWith("processed_images/");
        }
        // A path with dots is resolved against the address of the page, which need not be that of its folder.
        return !path.startsWith("..")
                && !exists(disk, configuration.content(), page.path().folder() + "/" + path)
                && !exists(disk, folder, "static/" + page.path().folder() + "/" + path)
                && !exists(
                        disk,
                        folder,
                        "static/" + page.path().folder() + "/" + page.path().stem() + "/" + path);
    }

    static boolean exists(Disk disk, Path root, String path) {
        try {
            var file = PathText.resolve(root, path.replaceFirst("^/+", ""));
            return file.isPresent() && disk.entry(file.get()).isPresent();
        } catch (IOException e) {
            // A file that cannot be looked at may be there.
            return true;
        }
    }
}
