package org.feedside.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.built.BuiltPages;
import org.feedside.built.BuiltPages.PageFile;
import org.feedside.config.BuiltConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.LastGoodText;
import org.feedside.content.Page;
import org.feedside.content.SourcePath;
import org.feedside.markup.built.PageContent;
import org.feedside.publishing.state.PostState;
import org.feedside.publishing.state.PostState.BuiltState;
import org.feedside.site.Post;
import org.feedside.site.Site;

/** The files of a site in one refresh, without the posts that wait for their pages. */
public final class BuiltReading {
    private final SiteInput input;
    private final Optional<BuiltConfig> built;
    private final Site.View view;
    private final BuiltSite.Members members;
    private final Map<SourcePath, Optional<ContentFile>> held = new TreeMap<>();
    private final Set<SourcePath> kept = new HashSet<>();

    /** The kept posts whose published HTML is lost, so that it is computed. */
    private final Set<SourcePath> lost = new HashSet<>();

    private final List<Diagnostic> problems = new ArrayList<>();
    private Map<SourcePath, PageContent> contents = Map.of();
    private Optional<Instant> until;
    private Optional<Instant> postponed = Optional.empty();

    BuiltReading(SiteInput input) {
        this.input = input;
        var service = input.configuration().service();
        this.built = service.built();
        this.view = new Site.View(
                input.now(),
                service.timezone().orElse(input.options().systemTimezone()),
                input.options().drafts(),
                service.future());
        this.members = built.isPresent()
                ? input.cache().built().members(input, view)
                : new BuiltSite.Members(input.library().sources(), Map.of(), Map.of(), Optional.empty(), List.of());
        this.until = members.until();
        kept.addAll(members.kept().keySet());
        problems.addAll(members.problems());
    }

    Site site() {
        var sources = held.isEmpty()
                ? members.sources()
                : members.sources().stream()
                        .flatMap(source ->
                                held.containsKey(source.path()) ? held.get(source.path()).stream() : Stream.of(source))
                        .toList();
        return input.cache()
                .sites()
                .at(sources, input.configuration().site(), input.configuration().known(), view);
    }

    PageTexts texts() {
        var selector = built.flatMap(BuiltConfig::selector);
        return selector.isPresent()
                ? new PageTexts(
                        input.cache().built().folder(),
                        selector,
                        pages(members.files()),
                        input.cache().edits().earlierTexts(),
                        kept)
                : PageTexts.NONE;
    }

    private Map<SourcePath, PageFile> pages(Map<SourcePath, PageFile> files) {
        var usable = new TreeMap<>(files);
        usable.keySet().removeAll(lost);
        return usable;
    }

    /** Takes posts back to their published version that must wait for their pages; returns whether there are more of them. */
    boolean holdBack(Collection<Post> shown, Map<SourcePath, PageContent> found) {
        contents = found;
        var isMore = false;
        if (built.flatMap(BuiltConfig::selector).isEmpty()) {
            return isMore;
        }
        for (var post : shown) {
            var path = post.page().path();
            if (kept.contains(path)) {
                isMore |= isLost(post) && lost.add(path);
            } else if (members.files().containsKey(path)) {
                var page = Objects.requireNonNull(members.files().get(path));
                var content = Optional.ofNullable(found.get(path));
                var wait = input.cache()
                        .edits()
                        .of(path, PageEdits.digest(input.library(), path), page, content, input.before(), input.now());
                wait.ifPresent(w -> hold(post, w));
                isMore |= wait.isPresent();
            }
        }
        return isMore;
    }

    private void hold(Post post, PageEdits.Wait wait) {
        var path = post.page().path();
        held.put(
                path,
                input.library()
                        .published(path)
                        .map(source -> source instanceof Page page
                                        && post.page().builtPath().isPresent()
                                ? page.withBuiltPath(post.path())
                                : source));
        kept.add(path);
        until = Stream.concat(until.stream(), wait.until().stream()).min(Instant::compareTo);
        problems.add(Code.NOT_BUILT.advice(
                Place.startOf(post.page().file()),
                input.before().posts().containsKey(path.path())
                        ? "it was edited after its page was built, so its published version stays: build the site"
                        : "its page may be that of an older version, so it is in no feed yet: build the site"));
    }

    /**
     * Returns whether the published content of a post cannot be known after a restart, because its page is another one or
     * gone. Nothing is published then while the page may return.
     */
    private boolean isLost(Post post) {
        var path = post.page().path();
        var published =
                Optional.ofNullable(input.before().posts().get(path.path())).flatMap(PostState::page);
        var isSame = Optional.ofNullable(contents.get(path))
                .filter(content -> published
                        .filter(p -> content.digest().equals(p.digest()) || !PageEdits.isWorse(content, p))
                        .isPresent())
                .isPresent();
        if (published.isEmpty() || isSame || input.cache().renders().hasPublished(post.page())) {
            return false;
        }
        var end = input.cache().edits().until(path, input.now()).or(() -> members.until());
        postponed = Stream.concat(postponed.stream(), end.stream()).max(Instant::compareTo);
        return end.isEmpty();
    }

    /** Returns until when nothing is published, because the content of a post cannot be known. */
    public Optional<Instant> postponed() {
        return postponed;
    }

    /** Returns when a post is published, or removed, that waits now. */
    public Optional<Instant> until() {
        return until;
    }

    /** Returns the built page of a post. */
    Optional<PageFile> file(SourcePath post) {
        return Optional.ofNullable(members.files().get(post));
    }

    BuiltPages pages() {
        return built.isPresent() ? input.cache().built().pages() : BuiltPages.NONE;
    }

    /** Returns the HTML of the site's home page. */
    Optional<String> homePage() {
        return pages().file("index.html")
                .flatMap(page -> input.cache().built().folder().flatMap(f -> f.text(page.path())));
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** Returns the text of a file that its post was made from. */
    Optional<LastGoodText> text(SourcePath path) {
        return kept.contains(path)
                ? Optional.ofNullable(input.before().goodTexts().get(path.path()))
                : input.library().lastGoodText(path);
    }

    /** Returns what the built page of a post contains, if its content is from there. */
    Optional<BuiltState> state(SourcePath path) {
        return Optional.ofNullable(contents.get(path))
                .map(content -> new BuiltState(content.digest(), content.distance(), content.hasTitle()));
    }
}
