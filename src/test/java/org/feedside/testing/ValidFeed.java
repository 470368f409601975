package org.feedside.testing;

import static org.jdom2.Namespace.NO_NAMESPACE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;

/**
 * Validates a feed: RFC 4287 for Atom, the RSS Advisory Board's profile for RSS, and the W3C validator's warnings as
 * far as they can be checked offline. <p>Two entries with the same date are allowed: they keep their author's dates.
 */
public final class ValidFeed {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace CONTENT = Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
    private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
    private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");
    private static final Namespace HISTORY = Namespace.getNamespace("http://purl.org/syndication/history/1.0");

    /** The relations of RFC 5005. */
    private static final Set<String> HISTORIC =
            Set.of("current", "first", "last", "next", "next-archive", "prev-archive", "previous");

    /** The other relations that a feed may use. */
    private static final Set<String> OTHERS =
            Set.of("alternate", "self", "enclosure", "related", "via", "hub", "license", "replies", "search");

    private static final Set<String> HEAD =
            Set.of("title", "dateCreated", "dateModified", "ownerName", "ownerEmail", "ownerId");
    private static final Set<String> LINE =
            Set.of("text", "title", "type", "xmlUrl", "htmlUrl", "description", "language", "category", "created");
    private static final Pattern LENGTH = Pattern.compile("\\d+");
    private static final Pattern PICTURE = Pattern.compile("\\.(gif|jpe?g|png)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`/]+/?[^\\s<>\"{}|\\\\^`]*");
    /** The validator's rule for addresses that readers follow: its class {@code rfc2396}, with host and scheme. */
    private static final Pattern URI =
            Pattern.compile("[a-zA-Z][0-9a-zA-Z+.-]*:/{0,2}(\\[[0-9A-Fa-f:]+])?[0-9a-zA-Z;/?:@&=+$._!~*'()%,#-]*");

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>()]+");
    private static final Pattern AUTHOR = Pattern.compile(ADDRESS.pattern() + " \\(.+\\)");
    static final Pattern DAMAGED = Pattern.compile("[\\x80-\\x9F]");
    private static final Instant FIRST_FEEDS = Instant.parse("1990-01-01T00:00:00Z");

    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    private ValidFeed(Instant now) {
        this.now = now;
    }

    /** Returns all problems of a document; empty if it is valid. */
    public static List<String> problems(byte[] bytes, Instant now) {
        if (bytes.length > 0 && bytes[0] == '{') {
            return ValidJsonFeed.problems(bytes, now);
        }
        var check = new ValidFeed(now);
        check.document(bytes);
        return check.problems;
    }

    private void document(byte[] bytes) {
        try {
            var root = parse(bytes);
            characters(root);
            if (is(root, ATOM, "feed")) {
                atom(root);
            } else if (root.getName().equals("rss")) {
                rss(root);
            } else if (is(root, NO_NAMESPACE, "opml")) {
                opml(root);
            } else {
                problem(root, "is neither feed, rss nor opml");
            }
        } catch (JDOMException e) {
            problems.add(
                    "not well-formed: " + Objects.requireNonNull(e.getCause()).getMessage());
        }
    }

    private static Element parse(byte[] bytes) throws JDOMException {
        var builder = new SAXBuilder();
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try {
            return builder.build(new ByteArrayInputStream(bytes)).getRootElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Atom

    private void atom(Element feed) {
        one(feed, ATOM, "id", "title", "updated");
        atMostOne(feed, ATOM, "subtitle", "generator", "icon", "logo", "rights");
        language(feed);
        common(feed);
        if (Collections.frequency(relations(feed), "self") != 1) {
            problem(feed, "needs one link rel=self");
        }
        history(feed, relations(feed));
        each(feed, ATOM, picture -> web(picture, picture.getValue()), "icon", "logo");
        var entries = feed.getChildren("entry", ATOM);
        for (var child : feed.getChildren()) {
            if (!is(child, ATOM, "entry") && !entries.isEmpty() && follows(child, entries.get(0))) {
                problem(child, "follows an entry");
            }
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            entry(entry, !feed.getChildren("author", ATOM).isEmpty(), ids);
        }
    }

    /** RFC 5005: a complete feed has no other documents, and an archive links to the others. */
    private void history(Element owner, List<String> relations) {
        var isComplete = !owner.getChildren("complete", HISTORY).isEmpty();
        var isArchive = !owner.getChildren("archive", HISTORY).isEmpty();
        atMostOne(owner, HISTORY, "complete", "archive");
        if (isComplete && relations.stream().anyMatch(HISTORIC::contains)) {
            problem(owner, "is complete, but names other documents of its history");
        }
        if (isArchive && !isComplete && !relations.contains("prev-archive") && !relations.contains("next-archive")) {
            problem(owner, "is an archive without another");
        }
        if (isArchive && !isComplete && !relations.contains("current")) {
            problem(owner, "is an archive that does not say which document is current");
        }
    }

    private static List<String> relations(Element owner) {
        return owner.getChildren("link", ATOM).stream().map(ValidFeed::relation).toList();
    }

    private static String relation(Element link) {
        return link.getAttributeValue("rel", "alternate");
    }

    private static boolean follows(Element a, Element b) {
        return a.getParent().indexOf(a) > b.getParent().indexOf(b);
    }

    private void entry(Element entry, boolean feedHasAuthor, Set<String> ids) {
        one(entry, ATOM, "id", "title", "updated");
        atMostOne(entry, ATOM, "published", "summary", "content", "rights", "source");
        language(entry);
        common(entry);
        for (var id : entry.getChildren("id", ATOM)) {
            if (!ids.add(id.getValue())) {
                problem(entry, "has the id of another entry: " + id.getValue());
            }
        }
        if (!feedHasAuthor && entry.getChildren("author", ATOM).isEmpty()) {
            problem(entry, "has no author, and neither has the feed");
        }
        if (!relations(entry).contains("alternate")
                && entry.getChildren("content", ATOM).isEmpty()) {
            problem(entry, "needs an alternate link or content");
        }
        thumbnail(entry);
        if (entry.getChildren("content", ATOM).isEmpty()
                && entry.getChildren("summary", ATOM).isEmpty()) {
            problem(entry, "has no text: neither content nor summary");
        }
    }

    /** The W3C validator's rule for {@code media:thumbnail}, and one for each entry. */
    private void thumbnail(Element entry) {
        atMostOne(entry, MEDIA, "thumbnail");
        each(entry, MEDIA, picture -> web(picture, picture.getAttributeValue("url", "")), "thumbnail");
    }

    private void common(Element owner) {
        each(owner, ATOM, id -> matches(id, ABSOLUTE, id.getValue(), "is not an absolute IRI: %s"), "id");
        each(owner, ATOM, this::text, "title", "subtitle", "summary", "content", "rights");
        each(owner, ATOM, this::rfc3339, "updated", "published");
        each(owner, ATOM, this::person, "author", "contributor");
        each(owner, ATOM, this::notBlank, "generator");
        categories(owner);
        links(owner);
        if (owner.getName().equals("entry") && relations(owner).stream().anyMatch(HISTORIC::contains)) {
            problem(owner, "has a link that only a feed may have");
        }
    }

    private void text(Element text) {
        var type = text.getAttributeValue("type", "");
        if (!Set.of("", "text", "html").contains(type)) {
            problem(text, "has the type " + type);
        }
        noElements(text);
        notBlank(text);
        if (type.equals("html")) {
            html(text);
        }
    }

    private void person(Element person) {
        one(person, ATOM, "name");
        atMostOne(person, ATOM, "email");
        each(person, ATOM, this::notBlank, "name");
        each(person, ATOM, email -> matches(email, ADDRESS, email.getValue(), "is no address: %s"), "email");
        each(person, ATOM, uri -> absolute(uri, uri.getValue()), "uri");
    }

    private void categories(Element owner) {
        var seen = new HashSet<String>();
        for (var category : owner.getChildren("category", ATOM)) {
            if (category.getAttributeValue("term", "").isBlank()) {
                problem(category, "needs a term");
            }
            attribute(category, "scheme").ifPresent(scheme -> absolute(category, scheme));
            if (attribute(category, "label").filter(String::isBlank).isPresent()) {
                problem(category, "has a blank label");
            }
            if (!seen.add(category.getAttributeValue("scheme", "") + " " + category.getAttributeValue("term", ""))) {
                problem(category, "occurs twice: " + category.getAttributeValue("term", ""));
            }
        }
    }

    private void links(Element owner) {
        var alternates = new HashSet<String>();
        for (var link : owner.getChildren("link", ATOM)) {
            link(link);
            var type = link.getAttributeValue("type", "");
            if (!type.isEmpty()) {
                matches(link, MEDIA_TYPE, type, "has no media type: %s");
            }
            if (relation(link).equals("alternate")
                    && !alternates.add(type + " " + link.getAttributeValue("hreflang", ""))) {
                problem(owner, "has two alternate links of one type and language");
            }
        }
    }

    /** The rules for an Atom link, wherever it occurs. */
    private void link(Element link) {
        absolute(link, link.getAttributeValue("href", ""));
        if (!HISTORIC.contains(relation(link)) && !OTHERS.contains(relation(link))) {
            problem(link, "has the relation " + relation(link));
        }
        attribute(link, "length").ifPresent(length -> matches(link, LENGTH, length, "has the length `%s`"));
        if (!link.getValue().isBlank()) {
            problem(link, "is not empty");
        }
    }

    private void language(Element element) {
        var language = element.getAttributeValue("lang", Namespace.XML_NAMESPACE);
        if (language != null) {
            tag(element, language);
        }
    }

    private void tag(Element element, String language) {
        matches(element, LANGUAGE, language, "has no language tag: %s");
    }

    private void rfc3339(Element date) {
        var text = date.getValue();
        try {
            if (RFC_3339.matcher(text).matches()) {
                plausible(date, OffsetDateTime.parse(text).toInstant());
                return;
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        problem(date, "is no date of RFC 3339: " + text);
    }

    // RSS

    private void rss(Element rss) {
        if (!rss.getAttributeValue("version", "").equals("2.0")) {
            problem(rss, "is not of version 2.0");
        }
        one(rss, NO_NAMESPACE, "channel").forEach(this::channel);
    }

    private void channel(Element channel) {
        one(channel, NO_NAMESPACE, "title", "link", "description").forEach(this::notBlank);
        atMostOne(channel, NO_NAMESPACE, "language", "lastBuildDate", "pubDate", "generator", "docs", "ttl");
        each(channel, NO_NAMESPACE, language -> tag(language, language.getValue()), "language");
        each(channel, NO_NAMESPACE, link -> web(link, link.getValue()), "link");
        each(channel, NO_NAMESPACE, this::rfc822, "lastBuildDate");
        plain(channel);
        self(channel);
        image(channel);
        var isBehindItem = false;
        var guids = new HashSet<String>();
        for (var child : channel.getChildren()) {
            if (is(child, NO_NAMESPACE, "item")) {
                isBehindItem = true;
                item(child, guids);
            } else if (isBehindItem) {
                problem(child, "follows an item");
            }
        }
    }

    private void self(Element channel) {
        var links = channel.getChildren("link", ATOM);
        var own = links.stream().filter(link -> relation(link).equals("self")).toList();
        if (own.size() != 1) {
            problem(channel, "needs one atom:link rel=self");
        }
        for (var link : own) {
            if (!link.getAttributeValue("type", "").equals("application/rss+xml")) {
                problem(link, "has the type " + link.getAttributeValue("type", ""));
            }
        }
        links.forEach(this::link);
        history(channel, relations(channel));
    }

    /** An image repeats its channel's title and link, and has a type that RSS allows. */
    private void image(Element channel) {
        atMostOne(channel, NO_NAMESPACE, "image");
        for (var image : channel.getChildren("image")) {
            for (var element : one(image, NO_NAMESPACE, "title", "link")) {
                var name = element.getName();
                if (channel.getChildren(name).stream()
                        .noneMatch(same -> same.getValue().equals(element.getValue()))) {
                    problem(image, "has another %s than its channel".formatted(name));
                }
            }
            atMost(image, "width", 144);
            atMost(image, "height", 400);
            for (var url : one(image, NO_NAMESPACE, "url")) {
                web(url, url.getValue());
                if (!PICTURE.matcher(url.getValue()).find()) {
                    problem(url, "is neither GIF, JPEG nor PNG");
                }
            }
        }
    }

    /** RSS 2.0 limits the size of an image, in pixels. */
    private void atMost(Element image, String name, int most) {
        for (var measure : image.getChildren(name)) {
            var text = measure.getValue();
            if (!LENGTH.matcher(text).matches() || text.length() > 3 || Integer.parseInt(text) > most) {
                problem(measure, "is not from 0 to %d: %s".formatted(most, text));
            }
        }
    }

    private void item(Element item, Set<String> guids) {
        atMostOne(item, NO_NAMESPACE, "title", "link", "description", "guid", "pubDate", "author", "comments");
        atMostOne(item, CONTENT, "encoded");
        if (item.getChildren("title").isEmpty()
                && item.getChildren("description").isEmpty()) {
            problem(item, "needs a title or a description");
        }
        each(item, NO_NAMESPACE, this::notBlank, "title", "category");
        each(item, NO_NAMESPACE, link -> web(link, link.getValue()), "link");
        each(item, NO_NAMESPACE, this::rfc822, "pubDate");
        each(item, ATOM, this::rfc3339, "updated");
        one(item, NO_NAMESPACE, "guid").forEach(guid -> guid(item, guid, guids));
        authors(item);
        thumbnail(item);
        texts(item);
        plain(item);
        if (item.getChildren("enclosure").size() > 1) {
            problem(item, "has several enclosures");
        }
        for (var enclosure : item.getChildren("enclosure")) {
            web(enclosure, enclosure.getAttributeValue("url", ""));
            matches(enclosure, LENGTH, enclosure.getAttributeValue("length", ""), "has the length `%s`");
            matches(enclosure, MEDIA_TYPE, enclosure.getAttributeValue("type", ""), "has no media type: %s");
        }
    }

    private void guid(Element item, Element guid, Set<String> guids) {
        notBlank(guid);
        if (!guids.add(guid.getValue())) {
            problem(item, "has the guid of another item: " + guid.getValue());
        }
        if (!guid.getAttributeValue("isPermaLink", "").equals("false")) {
            web(guid, guid.getValue());
        }
    }

    private void authors(Element item) {
        var authors = item.getChildren("author");
        var creators = item.getChildren("creator", DC);
        if (!authors.isEmpty() && !creators.isEmpty()) {
            problem(item, "has author and dc:creator");
        }
        authors.forEach(author -> matches(author, AUTHOR, author.getValue(), "is no address with a name: %s"));
        creators.forEach(this::notBlank);
    }

    private void texts(Element item) {
        var descriptions = item.getChildren("description");
        var contents = item.getChildren("encoded", CONTENT);
        Stream.of(descriptions, contents).flatMap(List::stream).forEach(text -> {
            notBlank(text);
            html(text);
        });
        if (!contents.isEmpty() && (descriptions.isEmpty() || !follows(contents.get(0), descriptions.get(0)))) {
            problem(item, "needs its description before content:encoded");
        }
    }

    /** Elements in which the profile allows no markup. */
    private void plain(Element owner) {
        each(owner, NO_NAMESPACE, this::noElements, "title", "category", "copyright", "generator");
    }

    private void noElements(Element owner) {
        if (!owner.getChildren().isEmpty()) {
            problem(owner, "has elements in it");
        }
    }

    private void rfc822(Element date) {
        try {
            plausible(date, OffsetDateTime.parse(date.getValue(), RFC_822).toInstant());
        } catch (DateTimeException e) {
            problem(date, "is no date of RFC 822: " + date.getValue());
        }
    }

    // OPML

    private void opml(Element opml) {
        if (!opml.getAttributeValue("version", "").equals("2.0")) {
            problem(opml, "is not of version 2.0");
        }
        one(opml, NO_NAMESPACE, "head").forEach(this::head);
        for (var body : one(opml, NO_NAMESPACE, "body")) {
            if (body.getChildren("outline").isEmpty()) {
                problem(body, "needs outline");
            }
            var urls = new HashSet<String>();
            body.getChildren().forEach(line -> outline(line, urls));
        }
    }

    private void head(Element head) {
        for (var child : head.getChildren()) {
            if (!HEAD.contains(child.getQualifiedName())) {
                problem(child, "is not known in a head");
            }
            atMostOne(head, NO_NAMESPACE, child.getQualifiedName());
            notBlank(child);
        }
        each(head, NO_NAMESPACE, this::rfc822, "dateCreated", "dateModified");
    }

    private void outline(Element line, Set<String> urls) {
        for (var attribute : line.getAttributes()) {
            var name = attribute.getQualifiedName();
            if (!LINE.contains(name)) {
                problem(line, "has the attribute " + name);
            } else if (attribute.getValue().isBlank()) {
                problem(line, "has a blank " + name);
            }
        }
        if (attribute(line, "text").isEmpty()) {
            problem(line, "needs text");
        }
        if (line.getAttributeValue("type", "").equals("rss")) {
            subscription(line, urls);
        } else if (line.getAttributes().size() > 1) {
            problem(line, "needs the type rss");
        }
        attribute(line, "language").ifPresent(language -> tag(line, language));
        line.getChildren().forEach(inner -> outline(inner, urls));
    }

    private void subscription(Element line, Set<String> urls) {
        if (attribute(line, "title").isEmpty()) {
            problem(line, "needs a title");
        }
        web(line, line.getAttributeValue("xmlUrl", ""));
        if (!urls.add(line.getAttributeValue("xmlUrl", ""))) {
            problem(line, "occurs twice: " + line.getAttributeValue("xmlUrl", ""));
        }
        attribute(line, "htmlUrl").ifPresent(url -> web(line, url));
    }

    // All

    private void plausible(Element date, Instant instant) {
        if (instant.isBefore(FIRST_FEEDS) || instant.isAfter(now.plus(Duration.ofDays(1)))) {
            problem(date, "is not plausible: " + date.getValue());
        }
    }

    /** Whether an address is a URI that any client can use: in ASCII, and what a URI may not contain percent-encoded. */
    static boolean isUri(String address) {
        return URI.matcher(address).matches() && !BAD_ESCAPE.matcher(address).find();
    }

    private void absolute(Element element, String url) {
        if (!isUri(url)) {
            problem(element, "is not an absolute URL: " + url);
        }
    }

    private void web(Element element, String url) {
        if (!WEB.matcher(url).matches() || !isUri(url)) {
            problem(element, "is no address of the web: " + url);
        }
    }

    private void notBlank(Element element) {
        if (element.getValue().isBlank()) {
            problem(element, "is blank");
        }
    }

    private void html(Element element) {
        ValidHtml.problems(element.getValue()).forEach(text -> problem(element, text));
    }

    private void characters(Element root) {
        if (DAMAGED.matcher(root.getValue()).find()) {
            problem(root, "has control characters (C1)");
        }
    }

    /** Checks that an element has each of these children once, and returns those that it has. */
    private List<Element> one(Element owner, Namespace namespace, String... names) {
        atMostOne(owner, namespace, names);
        var found = new ArrayList<Element>();
        for (var name : names) {
            var child = owner.getChild(name, namespace);
            if (child == null) {
                problem(owner, "needs " + name);
            } else {
                found.add(child);
            }
        }
        return found;
    }

    private void atMostOne(Element owner, Namespace namespace, String... names) {
        for (var name : names) {
            if (owner.getChildren(name, namespace).size() > 1) {
                problem(owner, "has several " + name);
            }
        }
    }

    private static void each(Element owner, Namespace namespace, Consumer<Element> check, String... names) {
        for (var name : names) {
            owner.getChildren(name, namespace).forEach(check);
        }
    }

    private void matches(Element element, Pattern pattern, String text, String problem) {
        if (!pattern.matcher(text).matches()) {
            problem(element, problem.formatted(text));
        }
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.ofNullable(element.getAttributeValue(name));
    }

    private void problem(Element element, String text) {
        problems.add(element.getQualifiedName() + " " + text);
    }

    private static boolean is(Element element, Namespace namespace, String name) {
        return name.equals(element.getName()) && namespace.equals(element.getNamespace());
    }
}
