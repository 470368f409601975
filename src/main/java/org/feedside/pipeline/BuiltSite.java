package org.feedside.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.built.BuiltFolder;
import org.feedside.built.BuiltPages;
import org.feedside.built.BuiltPages.PageFile;
import org.feedside.built.QuietFolder;
import org.feedside.config.BuiltConfig;
import org.feedside.config.Configuration;
import org.feedside.config.SiteConfig;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;
import org.feedside.markup.built.ContentPage;
import org.feedside.markup.built.PageFacts;
import org.feedside.site.Post;
import org.feedside.site.Site;
import org.feedside.site.SiteCache;

/** Decides by the built pages which posts are on the site, and at which addresses. Kept between refreshes. */
public final class BuiltSite {
    private final SiteCache byRules = new SiteCache();
    private final QuietFolder folder = new QuietFolder();
    private final AddressSearch search = new AddressSearch();

    /** Since when the pages of published posts are missing. */
    private final Map<SourcePath, Instant> gone = new HashMap<>();

    /**
     * The files of a site as the built pages decide.
     *
     * @param files the pages, by the files of their posts
     * @param kept the posts that keep their published version, because their page is missing for a moment
     * @param until when the first of them is removed
     */
    record Members(
            List<ContentFile> sources,
            Map<SourcePath, PageFile> files,
            Map<SourcePath, ContentFile> kept,
            Optional<Instant> until,
            List<Diagnostic> problems) {}

    /** Returns the problem of a setting that makes no content certain; empty if there is none. */
    public static Optional<Diagnostic> problem(SiteFolder site, Configuration configuration) {
        return configuration
                .service()
                .built()
                .flatMap(BuiltConfig::selector)
                .filter(selector -> !ContentPage.isSelector(selector))
                .map(selector -> Code.VALUE.error(
                        site.folder().resolve(SiteFolder.SETTINGS_FILE),
                        "`content_selector` must be a CSS selector, as in content_selector = \"article\", not %s"
                                .formatted(selector)));
    }

    /** Returns until when to wait for the folder to be quiet; empty if it is, or if none is configured. */
    public Optional<Instant> unquietUntil(Disk disk, Path site, Configuration configuration, Instant now) {
        var service = configuration.service();
        // A single build waits for nothing.
        return service.built()
                .flatMap(built -> folder.look(
                        disk, built.in(site), service.settle().isZero() ? Duration.ZERO : built.settle(), now));
    }

    /** Returns whether the pages are still those that the last look found. */
    public boolean isUnchanged(Disk disk, Configuration configuration) {
        return configuration.service().built().isEmpty() || folder.isUnchanged(disk);
    }

    /** Returns the folders in which a change may concern the pages. */
    public Set<Path> watched() {
        return folder.watched();
    }

    public BuiltPages pages() {
        return folder.pages();
    }

    Optional<BuiltFolder> folder() {
        return folder.folder();
    }

    /** Returns which files are on the site. */
    Members members(SiteInput input, Site.View view) {
        var configuration = input.configuration();
        if (!folder.hasLooked()) {
            unquietUntil(input.disk(), input.folder(), configuration, input.now());
        }
        var rules = byRules.at(input.library().sources(), configuration.site(), configuration.known(), view);
        return new Decision(input).of(rules);
    }

    /** One decision about all posts. */
    private final class Decision {
        private final SiteInput input;
        private final SiteConfig config;
        private final Duration stay;
        private final Map<SourcePath, PageFile> files = new TreeMap<>();
        private final Map<SourcePath, String> addresses = new TreeMap<>();
        private final Map<SourcePath, ContentFile> kept = new TreeMap<>();
        private final Set<SourcePath> removed = new TreeSet<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private final Set<String> titles = new HashSet<>();
        private Optional<Instant> until = Optional.empty();

        Decision(SiteInput input) {
            this.input = input;
            this.config = input.configuration().site();
            this.stay = input.configuration().service().shrinkAfter();
        }

        Members of(Site rules) {
            var missing = new ArrayList<Post>();
            for (var post : rules.posts()) {
                pages().find(post.path(), Stream.of("", basePath()))
                        .or(() -> elsewhere(post))
                        .ifPresentOrElse(file -> files.put(post.page().path(), file), () -> missing.add(post));
            }
            gone.keySet()
                    .retainAll(missing.stream().map(post -> post.page().path()).toList());
            if (!missing.isEmpty()) {
                rules.posts()
                        .forEach(post ->
                                post.page().title().map(PageFacts::title).ifPresent(titles::add));
            }
            missing.forEach(this::search);
            if (pages().files().isEmpty()) {
                problems.clear();
                problems.add(Code.NOT_BUILT.error(
                        config.file(), "the folder of `built` has no pages: build the site, or correct `built`"));
            }
            var used = new HashMap<String, Integer>();
            files.values().forEach(file -> used.merge(file.path(), 1, Integer::sum));
            files.values().removeIf(file -> used.getOrDefault(file.path(), 0) > 1);
            var sources = input.library().sources().stream()
                    .filter(source -> !removed.contains(source.path()))
                    .map(source -> Optional.ofNullable(kept.get(source.path())).orElseGet(() -> placed(source)))
                    .toList();
            return new Members(sources, files, kept, until, problems);
        }

        /** The path of base_url, which may be a folder of the built site or not. */
        private String basePath() {
            return BuiltPages.urlPath(config.url("").replaceFirst("^https?://[^/]*/", ""))
                    .substring(1);
        }

        /** Returns the page of a post in the folder of its language, or at an address in lower case, and takes its address. */
        private Optional<PageFile> elsewhere(Post post) {
            var language = post.language().code().toLowerCase(Locale.ROOT) + "/";
            var found = pages().find(post.path(), Stream.of(language, basePath() + language))
                    .or(() -> pages().findSimplified(post.path(), Stream.of("", basePath(), language)));
            found.ifPresent(file -> folder().ifPresent(
                            f -> addresses.put(post.page().path(), search.urlPath(file.path(), f, pages(), config))));
            return found;
        }

        private ContentFile placed(ContentFile source) {
            var address = Optional.ofNullable(addresses.get(source.path()));
            return source instanceof Page page
                    ? address.map(page::withBuiltPath).orElse(page)
                    : source;
        }

        private void search(Post post) {
            var path = post.page().path();
            var taken = new HashSet<String>();
            files.values().forEach(file -> taken.add(file.path()));
            var found = folder().map(f -> search.find(post, f, pages(), taken, titles))
                    .orElse(List.of());
            var page = found.size() == 1 ? pages().file(found.get(0)) : Optional.<PageFile>empty();
            if (page.isPresent()) {
                var address = search.urlPath(found.get(0), folder().orElseThrow(), pages(), config);
                files.put(path, page.get());
                addresses.put(path, address);
                gone.remove(path);
                if (!address.equals(post.path())) {
                    problems.add(Code.BUILT_PAGE.advice(
                            Place.startOf(post.page().file()),
                            "its page is at %s, not at %s as the generator's rules say: the feeds have the address of the page"
                                    .formatted(address, post.path())));
                }
                return;
            }
            if (found.size() > 1) {
                problems.add(Code.BUILT_PAGE.error(
                        post.page().file(),
                        "several pages may be this post's (%s), so it is left out: write its address in its front matter"
                                .formatted(String.join(", ", found))));
            }
            keepOrRemove(post, found.isEmpty());
        }

        /** A post whose page is gone keeps its published version for a while: a build may have failed half-way. */
        private void keepOrRemove(Post post, boolean isReported) {
            var path = post.page().path();
            var known = Optional.ofNullable(input.before().posts().get(path.path()));
            var since = gone.merge(path, input.now(), (then, current) -> then.isAfter(current) ? current : then);
            var published = known.filter(p -> input.now().isBefore(since.plus(stay)))
                    .flatMap(p -> input.library()
                            .published(path)
                            .flatMap(source -> source instanceof Page page
                                    ? Optional.of(page.withBuiltPath(p.path()))
                                    : Optional.empty()));
            if (published.isPresent()) {
                kept.put(path, published.get());
                until = Stream.concat(until.stream(), Stream.of(since.plus(stay)))
                        .min(Instant::compareTo);
            } else {
                removed.add(path);
            }
            if (isReported) {
                problems.add(Code.NOT_BUILT.advice(
                        Place.startOf(post.page().file()),
                        published.isPresent()
                                ? "its page %s is gone, so it is removed soon: build the site again to keep it"
                                        .formatted(post.path())
                                : "its page %s is not built yet, so it is in no feed: build the site"
                                        .formatted(post.path())));
            }
        }
    }
}
