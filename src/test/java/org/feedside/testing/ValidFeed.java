package org.feedside.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates a feed: RFC 4287 for Atom, the RSS Advisory Board's profile for RSS, and the W3C validator's warnings as
 * far as they can be checked offline. <p>Two entries with the same date are allowed: they keep their author's dates.
 */
public final class ValidFeed {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DC = "http://purl.org/dc/elements/1.1/";

    static final String HISTORY = "http://purl.org/syndication/history/1.0";

    /** The relations of RFC 5005. */
    private static final Set<String> HISTORIC =
            Set.of("current", "first", "last", "next", "next-archive", "prev-archive", "previous");

    private static final Set<String> RELATIONS = Set.of(
            "alternate",
            "self",
            "enclosure",
            "related",
            "via",
            "hub",
            "license",
            "replies",
            "search",
            "current",
            "first",
            "last",
            "next",
            "next-archive",
            "prev-archive",
            "previous");
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
            } else if (root.getLocalName().equals("rss")) {
                rss(root);
            } else if (is(root, null, "opml")) {
                opml(root);
            } else {
                problem(root, "is neither feed, rss nor opml");
            }
        } catch (SAXException e) {
            problems.add("not well-formed: " + e.getMessage());
        }
    }

    private static Element parse(byte[] bytes) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // Atom

    private void atom(Element feed) {
        for (var name : List.of("id", "title", "updated")) {
            one(feed, ATOM, name);
        }
        for (var name : List.of("subtitle", "generator", "icon", "logo", "rights")) {
            atMostOne(feed, ATOM, name);
        }
        language(feed);
        common(feed);
        if (children(feed, ATOM, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .count()
                != 1) {
            problem(feed, "needs one link rel=self");
        }
        history(feed, relations(feed));
        for (var name : List.of("icon", "logo")) {
            children(feed, ATOM, name).forEach(picture -> web(picture, picture.getTextContent()));
        }
        var entries = children(feed, ATOM, "entry");
        for (var child : children(feed)) {
            if (!is(child, ATOM, "entry") && !entries.isEmpty() && follows(child, entries.get(0))) {
                problem(child, "follows an entry");
            }
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            entry(entry, !children(feed, ATOM, "author").isEmpty(), ids);
        }
    }

    /** RFC 5005: a complete feed has no other documents, and an archive links to the others. */
    private void history(Element owner, List<String> relations) {
        var isComplete = !children(owner, HISTORY, "complete").isEmpty();
        var isArchive = !children(owner, HISTORY, "archive").isEmpty();
        for (var name : List.of("complete", "archive")) {
            atMostOne(owner, HISTORY, name);
        }
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
        return children(owner, ATOM, "link").stream()
                .map(link -> link.hasAttribute("rel") ? link.getAttribute("rel") : "alternate")
                .toList();
    }

    private static boolean follows(Element a, Element b) {
        return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING) != 0;
    }

    private void entry(Element entry, boolean feedHasAuthor, Set<String> ids) {
        for (var name : List.of("id", "title", "updated")) {
            one(entry, ATOM, name);
        }
        for (var name : List.of("published", "summary", "content", "rights", "source")) {
            atMostOne(entry, ATOM, name);
        }
        language(entry);
        common(entry);
        for (var id : children(entry, ATOM, "id")) {
            if (!ids.add(id.getTextContent())) {
                problem(entry, "has the id of another entry: " + id.getTextContent());
            }
        }
        if (!feedHasAuthor && children(entry, ATOM, "author").isEmpty()) {
            problem(entry, "has no author, and neither has the feed");
        }
        var hasAlternate = children(entry, ATOM, "link").stream().anyMatch(ValidFeed::isAlternate);
        if (!hasAlternate && children(entry, ATOM, "content").isEmpty()) {
            problem(entry, "needs an alternate link or content");
        }
        if (children(entry, ATOM, "content").isEmpty()
                && children(entry, ATOM, "summary").isEmpty()) {
            problem(entry, "has no text: neither content nor summary");
        }
    }

    private void common(Element owner) {
        children(owner, ATOM, "id").forEach(this::id);
        for (var name : List.of("title", "subtitle", "summary", "content", "rights")) {
            children(owner, ATOM, name).forEach(this::text);
        }
        for (var name : List.of("updated", "published")) {
            children(owner, ATOM, name).forEach(this::rfc3339);
        }
        for (var name : List.of("author", "contributor")) {
            children(owner, ATOM, name).forEach(this::person);
        }
        children(owner, ATOM, "generator").forEach(this::notBlank);
        categories(owner);
        links(owner);
        if (owner.getLocalName().equals("entry") && relations(owner).stream().anyMatch(HISTORIC::contains)) {
            problem(owner, "has a link that only a feed may have");
        }
    }

    private void id(Element id) {
        if (!ABSOLUTE.matcher(id.getTextContent()).matches()) {
            problem(id, "is not an absolute IRI: " + id.getTextContent());
        }
    }

    private void text(Element text) {
        var type = text.getAttribute("type");
        if (!Set.of("", "text", "html").contains(type)) {
            problem(text, "has the type " + type);
        }
        if (!children(text).isEmpty()) {
            problem(text, "has elements in it");
        }
        notBlank(text);
        if (type.equals("html")) {
            html(text);
        }
    }

    private void person(Element person) {
        one(person, ATOM, "name");
        atMostOne(person, ATOM, "email");
        children(person, ATOM, "name").forEach(this::notBlank);
        for (var email : children(person, ATOM, "email")) {
            if (!ADDRESS.matcher(email.getTextContent()).matches()) {
                problem(email, "is no address: " + email.getTextContent());
            }
        }
        for (var uri : children(person, ATOM, "uri")) {
            absolute(uri, uri.getTextContent());
        }
    }

    private void categories(Element owner) {
        var seen = new HashSet<String>();
        for (var category : children(owner, ATOM, "category")) {
            if (category.getAttribute("term").isBlank()) {
                problem(category, "needs a term");
            }
            if (category.hasAttribute("scheme")) {
                absolute(category, category.getAttribute("scheme"));
            }
            if (category.hasAttribute("label") && category.getAttribute("label").isBlank()) {
                problem(category, "has a blank label");
            }
            if (!seen.add(category.getAttribute("scheme") + " " + category.getAttribute("term"))) {
                problem(category, "occurs twice: " + category.getAttribute("term"));
            }
        }
    }

    private void links(Element owner) {
        var alternates = new HashSet<String>();
        for (var link : children(owner, ATOM, "link")) {
            relation(link);
            var type = link.getAttribute("type");
            if (!type.isEmpty() && !MEDIA_TYPE.matcher(type).matches()) {
                problem(link, "has no media type: " + type);
            }
            if (isAlternate(link) && !alternates.add(type + " " + link.getAttribute("hreflang"))) {
                problem(owner, "has two alternate links of one type and language");
            }
        }
    }

    /** The rules for an Atom link, wherever it occurs. */
    private void relation(Element link) {
        absolute(link, link.getAttribute("href"));
        if (link.hasAttribute("rel") && !RELATIONS.contains(link.getAttribute("rel"))) {
            problem(link, "has the relation " + link.getAttribute("rel"));
        }
        if (link.hasAttribute("length")
                && !LENGTH.matcher(link.getAttribute("length")).matches()) {
            problem(link, "has the length `%s`".formatted(link.getAttribute("length")));
        }
        if (!link.getTextContent().isBlank()) {
            problem(link, "is not empty");
        }
    }

    private static boolean isAlternate(Element link) {
        return !link.hasAttribute("rel") || link.getAttribute("rel").equals("alternate");
    }

    private void language(Element element) {
        if (element.hasAttributeNS(XMLConstants.XML_NS_URI, "lang")) {
            tag(element, element.getAttributeNS(XMLConstants.XML_NS_URI, "lang"));
        }
    }

    private void tag(Element element, String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            problem(element, "has no language tag: " + language);
        }
    }

    private void rfc3339(Element date) {
        var text = date.getTextContent();
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
        if (!rss.getAttribute("version").equals("2.0")) {
            problem(rss, "is not of version 2.0");
        }
        var channel = one(rss, null, "channel");
        if (channel == null) {
            return;
        }
        for (var name : List.of("title", "link", "description")) {
            var element = one(channel, null, name);
            if (element != null) {
                notBlank(element);
            }
        }
        for (var name : List.of("language", "lastBuildDate", "pubDate", "generator", "docs", "ttl")) {
            atMostOne(channel, null, name);
        }
        children(channel, null, "language").forEach(language -> tag(language, language.getTextContent()));
        children(channel, null, "link").forEach(link -> web(link, link.getTextContent()));
        children(channel, null, "lastBuildDate").forEach(this::rfc822);
        plain(channel);
        self(channel);
        image(channel);
        var isBehindItem = false;
        var guids = new HashSet<String>();
        for (var child : children(channel)) {
            if (is(child, null, "item")) {
                isBehindItem = true;
                item(child, guids);
            } else if (isBehindItem) {
                problem(child, "follows an item");
            }
        }
    }

    private void self(Element channel) {
        var links = children(channel, ATOM, "link");
        var own = links.stream()
                .filter(link -> link.getAttribute("rel").equals("self"))
                .toList();
        if (own.size() != 1) {
            problem(channel, "needs one atom:link rel=self");
        }
        for (var link : own) {
            if (!link.getAttribute("type").equals("application/rss+xml")) {
                problem(link, "has the type " + link.getAttribute("type"));
            }
        }
        links.forEach(this::relation);
        history(channel, relations(channel));
    }

    /** An image repeats its channel's title and link, and has a type that RSS allows. */
    private void image(Element channel) {
        atMostOne(channel, null, "image");
        for (var image : children(channel, null, "image")) {
            for (var name : List.of("title", "link")) {
                var element = one(image, null, name);
                var values = children(channel, null, name).stream()
                        .map(Element::getTextContent)
                        .toList();
                if (element != null && !values.contains(element.getTextContent())) {
                    problem(image, "has another %s than its channel".formatted(name));
                }
            }
            atMost(image, "width", 144);
            atMost(image, "height", 400);
            var url = one(image, null, "url");
            if (url != null) {
                web(url, url.getTextContent());
                if (!PICTURE.matcher(url.getTextContent()).find()) {
                    problem(url, "is neither GIF, JPEG nor PNG");
                }
            }
        }
    }

    /** RSS 2.0 limits the size of an image, in pixels. */
    private void atMost(Element image, String name, int most) {
        for (var measure : children(image, null, name)) {
            var text = measure.getTextContent();
            if (!LENGTH.matcher(text).matches() || text.length() > 3 || Integer.parseInt(text) > most) {
                problem(measure, "is not from 0 to %d: %s".formatted(most, text));
            }
        }
    }

    private void item(Element item, Set<String> guids) {
        for (var name : List.of("title", "link", "description", "guid", "pubDate", "author", "comments")) {
            atMostOne(item, null, name);
        }
        atMostOne(item, CONTENT, "encoded");
        if (children(item, null, "title").isEmpty()
                && children(item, null, "description").isEmpty()) {
            problem(item, "needs a title or a description");
        }
        children(item, null, "title").forEach(this::notBlank);
        children(item, null, "link").forEach(link -> web(link, link.getTextContent()));
        children(item, null, "pubDate").forEach(this::rfc822);
        children(item, ATOM, "updated").forEach(this::rfc3339);
        guid(item, guids);
        authors(item);
        texts(item);
        plain(item);
        for (var category : children(item, null, "category")) {
            notBlank(category);
        }
        if (children(item, null, "enclosure").size() > 1) {
            problem(item, "has several enclosures");
        }
        for (var enclosure : children(item, null, "enclosure")) {
            web(enclosure, enclosure.getAttribute("url"));
            if (!LENGTH.matcher(enclosure.getAttribute("length")).matches()) {
                problem(enclosure, "has the length `%s`".formatted(enclosure.getAttribute("length")));
            }
            if (!MEDIA_TYPE.matcher(enclosure.getAttribute("type")).matches()) {
                problem(enclosure, "has no media type: " + enclosure.getAttribute("type"));
            }
        }
    }

    private void guid(Element item, Set<String> guids) {
        var guid = one(item, null, "guid");
        if (guid == null) {
            return;
        }
        notBlank(guid);
        if (!guids.add(guid.getTextContent())) {
            problem(item, "has the guid of another item: " + guid.getTextContent());
        }
        if (!guid.getAttribute("isPermaLink").equals("false")) {
            web(guid, guid.getTextContent());
        }
    }

    private void authors(Element item) {
        var authors = children(item, null, "author");
        var creators = children(item, DC, "creator");
        if (!authors.isEmpty() && !creators.isEmpty()) {
            problem(item, "has author and dc:creator");
        }
        for (var author : authors) {
            if (!AUTHOR.matcher(author.getTextContent()).matches()) {
                problem(author, "is no address with a name: " + author.getTextContent());
            }
        }
        creators.forEach(this::notBlank);
    }

    private void texts(Element item) {
        var descriptions = children(item, null, "description");
        var contents = children(item, CONTENT, "encoded");
        for (var text : descriptions) {
            notBlank(text);
            html(text);
        }
        for (var text : contents) {
            notBlank(text);
            html(text);
        }
        if (!contents.isEmpty() && (descriptions.isEmpty() || !follows(contents.get(0), descriptions.get(0)))) {
            problem(item, "needs its description before content:encoded");
        }
    }

    /** Elements in which the profile allows no markup. */
    private void plain(Element owner) {
        for (var name : List.of("title", "category", "copyright", "generator")) {
            for (var element : children(owner, null, name)) {
                if (!children(element).isEmpty()) {
                    problem(element, "has elements in it");
                }
            }
        }
    }

    private void rfc822(Element date) {
        try {
            plausible(date, OffsetDateTime.parse(date.getTextContent(), RFC_822).toInstant());
        } catch (DateTimeException e) {
            problem(date, "is no date of RFC 822: " + date.getTextContent());
        }
    }

    // OPML

    private void opml(Element opml) {
        if (!opml.getAttribute("version").equals("2.0")) {
            problem(opml, "is not of version 2.0");
        }
        var head = one(opml, null, "head");
        if (head != null) {
            head(head);
        }
        var body = one(opml, null, "body");
        if (body != null) {
            if (children(body, null, "outline").isEmpty()) {
                problem(body, "needs outline");
            }
            var urls = new HashSet<String>();
            children(body).forEach(line -> outline(line, urls));
        }
    }

    private void head(Element head) {
        for (var child : children(head)) {
            if (!HEAD.contains(child.getNodeName())) {
                problem(child, "is not known in a head");
            }
            atMostOne(head, null, child.getNodeName());
            notBlank(child);
        }
        for (var name : List.of("dateCreated", "dateModified")) {
            children(head, null, name).forEach(this::rfc822);
        }
    }

    private void outline(Element line, Set<String> urls) {
        var attributes = line.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var name = attributes.item(i).getNodeName();
            if (!LINE.contains(name)) {
                problem(line, "has the attribute " + name);
            } else if (attributes.item(i).getNodeValue().isBlank()) {
                problem(line, "has a blank " + name);
            }
        }
        if (!line.hasAttribute("text")) {
            problem(line, "needs text");
        }
        if (line.getAttribute("type").equals("rss")) {
            subscription(line, urls);
        } else if (attributes.getLength() > 1) {
            problem(line, "needs the type rss");
        }
        if (line.hasAttribute("language")) {
            tag(line, line.getAttribute("language"));
        }
        children(line).forEach(inner -> outline(inner, urls));
    }

    private void subscription(Element line, Set<String> urls) {
        if (!line.hasAttribute("title")) {
            problem(line, "needs a title");
        }
        web(line, line.getAttribute("xmlUrl"));
        if (!urls.add(line.getAttribute("xmlUrl"))) {
            problem(line, "occurs twice: " + line.getAttribute("xmlUrl"));
        }
        if (line.hasAttribute("htmlUrl")) {
            web(line, line.getAttribute("htmlUrl"));
        }
    }

    // All

    private void plausible(Element date, Instant instant) {
        if (instant.isBefore(FIRST_FEEDS) || instant.isAfter(now.plus(Duration.ofDays(1)))) {
            problem(date, "is not plausible: " + date.getTextContent());
        }
    }

    private void absolute(Element element, String url) {
        if (!ABSOLUTE.matcher(url).matches() || BAD_ESCAPE.matcher(url).find()) {
            problem(element, "is not an absolute URL: " + url);
        }
    }

    private void web(Element element, String url) {
        if (!WEB.matcher(url).matches() || BAD_ESCAPE.matcher(url).find()) {
            problem(element, "is no address of the web: " + url);
        }
    }

    private void notBlank(Element element) {
        if (element.getTextContent().isBlank()) {
            problem(element, "is blank");
        }
    }

    private void html(Element element) {
        ValidHtml.problems(element.getTextContent()).forEach(text -> problem(element, text));
    }

    private void characters(Element root) {
        if (DAMAGED.matcher(root.getTextContent()).find()) {
            problem(root, "has control characters (C1)");
        }
    }

    private @Nullable Element one(Element owner, @Nullable String namespace, String name) {
        var found = children(owner, namespace, name);
        if (found.isEmpty()) {
            problem(owner, "needs " + name);
            return null;
        }
        atMostOne(owner, namespace, name);
        return found.get(0);
    }

    private void atMostOne(Element owner, @Nullable String namespace, String name) {
        if (children(owner, namespace, name).size() > 1) {
            problem(owner, "has several " + name);
        }
    }

    private void problem(Element element, String text) {
        problems.add(element.getNodeName() + " " + text);
    }

    private static boolean is(Node node, @Nullable String namespace, String name) {
        return name.equals(node.getLocalName()) && java.util.Objects.equals(namespace, node.getNamespaceURI());
    }

    private static List<Element> children(Element owner, @Nullable String namespace, String name) {
        return children(owner).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    private static List<Element> children(Element owner) {
        var children = new ArrayList<Element>();
        for (var child = owner.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Prints nothing on the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
