package org.feedside.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.toml.Table;
import org.feedside.config.Defaults;
import org.feedside.config.Layout;
import org.feedside.content.FolderKeys.KeyValue;

/** Reads a page or a section from the front matter keys of Hugo, Jekyll and Eleventy. */
final class FolderFrontMatterReader {
    private static final String[] PUBLISH_DATE = {"publishDate", "pubdate"};
    private static final Set<String> FILE_TIME_WORDS =
            Set.of("created", "last modified", "git created", "git last modified");
    private static final Map<String, String> SINGULARS = Map.of("tags", "tag", "categories", "category");

    private final Layout.Folder layout;
    private final FolderConventions conventions;
    private final SourcePath path;
    private final boolean isJekylls;
    private final List<Defaults> inherited;
    private final String file;
    private final FrontMatter frontMatter;
    private final FolderKeys keys;
    private final FolderDates dates;
    private final DatedName name;

    FolderFrontMatterReader(
            Layout.Folder layout,
            FolderConventions conventions,
            SourcePath path,
            String file,
            FrontMatter frontMatter,
            List<Defaults> inherited) {
        this.layout = layout;
        this.conventions = conventions;
        this.isJekylls = conventions.isJekylls(path);
        this.inherited = inherited;
        this.path = path;
        this.file = file;
        this.frontMatter = frontMatter;
        this.keys = new FolderKeys(frontMatter.values());
        this.dates = new FolderDates(layout.timezone(), isJekylls);
        this.name = DatedName.of(path.pageName());
    }

    ContentFile read() {
        return path.isSection() ? section() : page();
    }

    private ContentFile section() {
        return new Section(
                path,
                file,
                keys.text("title"),
                keys.text("description"),
                // Hugo builds the pages in a draft section, so the {@code draft} key of a section is ignored.
                false,
                keys.bool("generate_feeds", conventions.sectionsHaveFeeds()),
                Optional.empty(),
                false,
                SortBy.NONE,
                FolderData.cascade(path, keys),
                frontMatter.text());
    }

    private ContentFile page() {
        var publishDate = publishDate();
        var unknown = inherited.stream().filter(data -> !data.isKnown()).findFirst();
        unknown.ifPresent(data -> keys.error(
                "permalink",
                "the post is left out, because only the generator knows its data in %s: write `permalink` and the like in the post"
                        .formatted(data.values().place().file())));
        return new Page(
                path,
                file,
                keys.text("title").or(() -> Optional.of(titleOf(name.rest()))),
                keys.textOrNone("summary", "excerpt", "description"),
                date().or(() -> publishDate).or(() -> name.date().flatMap(dates::parse)),
                keys.date(dates, "lastmod", "last_modified_at", "updated", "modified"),
                publishDate,
                keys.date(dates, "expiryDate", "unpublishdate"),
                isDraft(),
                isRendered(),
                isRendered() && isListed(),
                keys.text("slug"),
                address(),
                aliases(),
                taxonomies(),
                Optional.empty(),
                authors(),
                enclosure(),
                PictureReader.read(frontMatter.values()),
                Optional.empty(),
                frontMatter.text());
    }

    private Optional<PageDate> date() {
        var found = keys.find("date");
        if (found.isPresent()
                && FolderKeys.scalar(found.get().content())
                        .filter(text -> FILE_TIME_WORDS.contains(text.toLowerCase(Locale.ROOT)))
                        .isPresent()) {
            keys.error(
                    found.get().key(),
                    "`date` refers to the time of the file, which changes with every copy: write the date itself, such as 2025-01-15");
            return Optional.empty();
        }
        return found.flatMap(f -> keys.date(dates, f));
    }

    /** The key {@code published} is a boolean in Jekyll and a date in Hugo. */
    private Optional<PageDate> publishDate() {
        var published =
                keys.find("published").filter(f -> FolderKeys.toBoolean(f).isEmpty());
        return keys.find(PUBLISH_DATE).or(() -> published).flatMap(f -> keys.date(dates, f));
    }

    private boolean isDraft() {
        return keys.bool("draft", keys.is("published", false) || (isJekylls && path.isJekyllDraft()));
    }

    /** Whether the generator writes the page. */
    private boolean isRendered() {
        return !keys.is("permalink", false)
                && !keys.bool("headless", false)
                && buildAllows("render")
                // In _posts, Jekyll ignores files without a date in their names.
                && (!isJekylls || path.isJekyllDraft() || name.date().isPresent())
                && (conventions.isWrittenWithoutFrontMatter()
                        || frontMatter.text().bodyStart() > 0);
    }

    private boolean isListed() {
        return !keys.is("eleventyExcludeFromCollections", true)
                && buildAllows("list")
                && keys.bool("include_in_feeds", true);
    }

    /** Whether Hugo's {@code build} table allows {@code render} or {@code list}. */
    private boolean buildAllows(String key) {
        return keys.table("build")
                .or(() -> keys.table("_build"))
                .flatMap(build -> build.find(key))
                .flatMap(found -> FolderKeys.scalar(found.content()))
                .filter(text -> text.equals("never") || text.equals("false"))
                .isEmpty();
    }

    private Optional<String> address() {
        var found = keys.find(conventions.addressKeys(path));
        if (found.isEmpty() || FolderKeys.toBoolean(found.get()).isPresent()) {
            return Optional.empty();
        }
        var key = found.get().key();
        var address = FolderKeys.scalar(found.get().content()).map(conventions::address);
        if (address.isEmpty()) {
            keys.error(key, "`%s` must be a path, as in %s: /about/".formatted(key, key));
        } else if (address.get().contains("{{") || address.get().contains("{%")) {
            keys.error(
                    key,
                    "`%s` is a template that only the generator can fill in: write the path itself, or set `permalink` in feedside.toml, as in permalink = \"/blog/:fileslug/\""
                            .formatted(key));
        }
        return address.filter(text -> !text.isBlank());
    }

    /** The paths that Hugo, or Jekyll's redirect plugin, redirects to the page. Other values are ignored. */
    private List<String> aliases() {
        var aliases = new ArrayList<String>();
        for (var key : List.of("aliases", "redirect_from")) {
            keys.find(key).stream()
                    .flatMap(found -> found.elements().stream())
                    .flatMap(alias -> FolderKeys.scalar(alias.content()).stream())
                    .filter(path -> !path.isBlank())
                    .forEach(aliases::add);
        }
        return aliases;
    }

    private Map<String, List<String>> taxonomies() {
        var taxonomies = new LinkedHashMap<String, List<String>>();
        var excluded = keys.find("eleventyExcludeFromCollections")
                .filter(found -> FolderKeys.toBoolean(found).isEmpty())
                .map(found -> keys.names(found, ","))
                .orElse(List.of());
        for (var taxonomy : layout.taxonomies()) {
            var terms = new LinkedHashSet<String>();
            if (taxonomy.equals("categories") && isJekylls) {
                terms.addAll(path.foldersAbovePosts());
            }
            // Only Jekyll splits a string of several words into several terms.
            keys.find(taxonomy)
                    .map(found -> keys.names(found, isJekylls ? "\\s+" : ","))
                    .ifPresent(terms::addAll);
            Optional.ofNullable(SINGULARS.get(taxonomy))
                    .flatMap(singular -> keys.find(singular))
                    .map(found -> keys.names(found, "\\R"))
                    .ifPresent(terms::addAll);
            terms.removeAll(layout.ignoredTerms());
            excluded.forEach(terms::remove);
            taxonomies.put(taxonomy, List.copyOf(terms));
        }
        TermLimit.error(taxonomies).ifPresent(error -> keys.error(termsKey(), error));
        return taxonomies;
    }

    /** The first key that holds terms. */
    private String termsKey() {
        return layout.taxonomies().stream()
                .sorted()
                .flatMap(taxonomy -> keys.find(taxonomy).stream())
                .map(KeyValue::key)
                .findFirst()
                .orElse("tags");
    }

    private List<String> authors() {
        var found = keys.find("authors", "author");
        if (found.isEmpty()) {
            return List.of();
        }
        return found.get().elements().stream()
                .flatMap(element -> author(element).stream())
                .toList();
    }

    private Optional<String> author(KeyValue found) {
        if (found.content() instanceof Table table) {
            var person = new FolderKeys(table);
            var name = person.text("name");
            var email = person.text("email");
            return name.isPresent() && email.isPresent()
                    ? Optional.of("%s <%s>".formatted(name.get(), email.get()))
                    // jekyll-import writes the users of a WordPress site like this. Their e-mail addresses were never
                    // public.
                    : name.or(() -> person.text("display_name"))
                            .or(() -> person.text("login"))
                            .or(() -> email);
        }
        var author = FolderKeys.scalar(found.content());
        if (author.isEmpty()) {
            keys.error(found.key(), "`%s` must be a name, or a table with `name` and `email`".formatted(found.key()));
        }
        return author.filter(text -> !text.isBlank());
    }

    /** An empty value is ignored: templates for new posts have the key without a value. */
    private Optional<PageEnclosure> enclosure() {
        return keys.find("enclosure")
                .filter(found -> !found.content().equals(""))
                .flatMap(found -> EnclosureReader.read(path, frontMatter.values(), found.key()));
    }

    /** The title that Jekyll gives to a page without one; an entry must have a title (RFC 4287, section 4.1.2). */
    private static String titleOf(String name) {
        var words = new ArrayList<String>();
        for (var word : name.split("[-_ ]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return String.join(" ", words);
    }
}
