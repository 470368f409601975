package org.feedside.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.feeds.Entry;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Format;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PastVersion;

/**
 * A feed in one format, as it is served.
 *
 * @param path where it is served and kept, below base_url and without a leading slash: {@code tags/rust/atom.xml}
 * @param url its public URL
 * @param mediaType as Content-Type says it
 * @param lastModified whole seconds; empty for a document that is made on demand, whose past nobody remembers
 * @param variants at least the identity coding, which stands first
 * @param found where its entries stand in the plain bytes, if the format allows to leave some out
 * @param past the versions that readers may still have, the newest first
 * @param rhythm how often it makes sense to ask for it, if its posts tell
 * @param page the public URL of the page that it is the feed of, if there is one
 * @param about the page about it, if there is one and it is known
 * @param kind who it is for
 */
public record Document(
        String path,
        String url,
        String mediaType,
        Optional<Instant> lastModified,
        List<Variant> variants,
        LazyEntryIndex found,
        List<PastVersion> past,
        Optional<Duration> rhythm,
        Optional<String> page,
        Optional<FeedPage> about,
        Kind kind) {
    private static final Set<String> FEEDS =
            Set.of("application/atom+xml", "application/rss+xml", "application/feed+json");

    /** Who a document is for. */
    public enum Kind {
        /** Feed readers. */
        FEED,
        /** People. */
        PAGE,
        /** The browsers of those who look at a page; of one path, the bytes never change. */
        ASSET
    }

    public Document {
        variants = List.copyOf(variants);
        past = List.copyOf(past);
        if (variants.isEmpty() || variants.get(0).coding() != Coding.IDENTITY) {
            throw new IllegalArgumentException(path + " has no plain bytes");
        }
        if (lastModified
                .filter(time -> !time.equals(time.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent()) {
            throw new IllegalArgumentException(path + " was modified at a fraction of a second: " + lastModified);
        }
    }

    /** A document without a past. */
    public Document(String path, String url, String mediaType, Instant lastModified, List<Variant> variants) {
        this(
                path,
                url,
                mediaType,
                Optional.of(lastModified),
                variants,
                LazyEntryIndex.in(variants.get(0).bytes()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.FEED);
    }

    /** A document of these plain bytes. */
    public static Document of(DocumentState state, Bytes bytes) {
        var file = state.file();
        var document = new Document(
                        file.path(),
                        file.url(),
                        file.format().contentType(),
                        state.lastModified(),
                        List.of(Variant.plain(bytes)))
                .withPast(state.past());
        // A list of feeds says something else than the site's first page.
        return file.format() == Format.OPML ? document : document.withPage(state.page());
    }

    /** A feed that is made on demand. */
    public static Document onDemand(FeedFile file, String page, Bytes bytes) {
        return new Document(file.path(), file.url(), file.format().contentType(), bytes, Kind.FEED).withPage(page);
    }

    /** What people see, which is made on demand. */
    public static Document forPeople(FeedPage at, String mediaType, Bytes bytes, Kind kind) {
        return new Document(at.path(), at.url(), mediaType, bytes, kind);
    }

    private Document(String path, String url, String mediaType, Bytes bytes, Kind kind) {
        this(
                path,
                url,
                mediaType,
                Optional.empty(),
                Encodings.immediate(bytes),
                LazyEntryIndex.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kind);
    }

    /** Whether it is made when somebody asks for it, so that nobody knows when it changes. */
    public boolean isOnDemand() {
        return lastModified.isEmpty();
    }

    /**
     * Whether a hub is told of it (WebSub, section 7): it is a feed, and no list of feeds. When what is made on demand
     * changes, nobody knows.
     */
    public boolean isTopic() {
        return !isOnDemand() && !url.isEmpty() && FEEDS.contains(mediaType.split(";", 2)[0].strip());
    }

    public Variant identity() {
        return variants.get(0);
    }

    public Optional<Variant> variant(Coding coding) {
        return variants.stream().filter(v -> v.coding() == coding).findFirst();
    }

    /** Where they stand in the plain bytes, if the format allows to leave some out. */
    public Optional<EntryIndex> entries() {
        return found.index();
    }

    /** Of the plain bytes: the same in every coding, and on every machine. */
    public String digest() {
        var tag = identity().entityTag();
        return tag.substring(1, tag.length() - 1);
    }

    public Document withVariants(List<Variant> others) {
        return new Document(path, url, mediaType, lastModified, others, found, past, rhythm, page, about, kind);
    }

    public Document withPast(List<PastVersion> versions) {
        return new Document(path, url, mediaType, lastModified, variants, found, versions, rhythm, page, about, kind);
    }

    public Document withRhythm(Optional<Duration> interval) {
        return new Document(path, url, mediaType, lastModified, variants, found, past, interval, page, about, kind);
    }

    public Document withPage(String address) {
        return new Document(
                path, url, mediaType, lastModified, variants, found, past, rhythm, Optional.of(address), about, kind);
    }

    public Document withAbout(Optional<FeedPage> place) {
        return new Document(path, url, mediaType, lastModified, variants, found, past, rhythm, page, place, kind);
    }

    /** This document as the one that comes after another: it remembers that one, and what that one remembered. */
    public Document after(Document previous) {
        var versions = new ArrayList<PastVersion>();
        previous.asPast().ifPresent(versions::add);
        versions.addAll(previous.past());
        versions.removeIf(version -> version.digest().equals(digest()));
        return withPast(PastVersion.remembered(versions));
    }

    private Optional<PastVersion> asPast() {
        return entries().map(index -> new PastVersion(digest(), index.digests()));
    }

    /**
     * The texts of its entries in the plain bytes, if the format has such and these are the entries that it was made of.
     *
     * @param made in the order of the document
     */
    public Optional<Map<Entry, String>> texts(List<Entry> made) {
        return entries().filter(index -> index.ranges().size() == made.size()).map(index -> {
            var texts = new HashMap<Entry, String>();
            for (int i = 0; i < made.size(); i++) {
                texts.put(made.get(i), identity().bytes().text(index.ranges().get(i)));
            }
            return texts;
        });
    }

    /**
     * The feed with only those entries that a reader of the past version has not, or has otherwise.
     *
     * @param digest of the version that the reader has
     */
    public Optional<Bytes> since(String digest) {
        return entries()
                .flatMap(index -> past.stream()
                        .filter(version -> version.digest().equals(digest))
                        .findFirst()
                        .map(version -> identity().bytes().without(index.knownFrom(version))));
    }
}
