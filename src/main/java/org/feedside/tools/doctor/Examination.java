package org.feedside.tools.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The visits of all simulated readers to one feed.
 *
 * @param visits in order
 * @param plain one more without compression, if the compressed feed had no entity tag
 * @param entry a visit to the page of the first entry, if that is on the host of the feed
 */
record Examination(URI feed, List<Visit> visits, Optional<Visit> plain, Optional<Visit> entry) {
    /** The maximum number of requests of a reader whose validators change each time. */
    private static final int MAX_TRIES = 3;

    Examination {
        visits = List.copyOf(visits);
    }

    /**
     * Lets the readers visit a feed one after the other. The first one that gets the feed repeats its request with the
     * validators it received; the others send these validators right away, as subscribers do, so that a server that
     * limits downloads counts only a few.
     *
     * @param pages the visits to pages of entries so far: most feeds of a site have the same first entry
     */
    static Examination of(URI feed, Fetcher web, Map<URI, Visit> pages) throws InterruptedException {
        var visits = new ArrayList<Visit>();
        var known = Validators.NONE;
        for (var reader : SimulatedReader.values()) {
            for (var tries = 0; tries < MAX_TRIES; tries++) {
                var visit = Visit.of(web, reader, feed, known);
                visits.add(visit);
                var latest =
                        visit.download().map(d -> Validators.of(d.fields())).orElse(known);
                if (latest.isEmpty() || latest.equals(known)) {
                    break;
                }
                known = latest;
            }
            if (visits.get(visits.size() - 1).answer() instanceof FetchResult.Missing missing
                    && missing.failure().isGeneral()) {
                break;
            }
        }
        // Requests that were not sent say nothing about a feed, unless none was sent.
        if (visits.size() > 1) {
            visits.removeIf(Visit::isNotAsked);
        }
        return new Examination(feed, visits, plain(feed, web, visits), entry(web, visits, pages));
    }

    private static Optional<Visit> plain(URI feed, Fetcher web, List<Visit> visits) throws InterruptedException {
        var first =
                visits.stream().filter(visit -> visit.download().isPresent()).findFirst();
        var isOfInterest = first.flatMap(Visit::download)
                .filter(d -> d.fields().has("Content-Encoding") && !d.fields().has("ETag"))
                .isPresent();
        return isOfInterest
                ? Optional.of(Visit.of(
                        (address, fields) -> web.get(address, uncompressed(fields)),
                        first.orElseThrow().reader(),
                        feed,
                        Validators.NONE))
                : Optional.empty();
    }

    private static Optional<Visit> entry(Fetcher web, List<Visit> visits, Map<URI, Visit> pages)
            throws InterruptedException {
        for (var visit : visits) {
            var page = visit.feed()
                    .flatMap(content -> content.feed().entries().stream().findFirst())
                    .flatMap(link -> WebAddress.resolved(visit.address(), link))
                    // At a local address the service is asked directly, which has no pages.
                    .filter(link -> !WebAddress.isLocal(link)
                            && WebAddress.host(link).equals(WebAddress.host(visit.address())));
            if (page.isPresent()) {
                if (!pages.containsKey(page.get())) {
                    pages.put(page.get(), Visit.of(web, visit.reader(), page.get(), Validators.NONE));
                }
                return Optional.ofNullable(pages.get(page.get()));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> uncompressed(Map<String, String> fields) {
        var plain = new TreeMap<>(fields);
        plain.put("Accept-Encoding", "identity");
        return plain;
    }

    /** Returns whether any server responded. */
    boolean isReached() {
        return visits.stream()
                .anyMatch(visit ->
                        visit.received().isPresent() || !visit.redirects().isEmpty());
    }

    Stream<FetchResult.Received> downloads() {
        return visits.stream().flatMap(visit -> visit.download().stream());
    }

    /** Returns whether any reader was served. */
    boolean isServed() {
        return visits.stream().anyMatch(Visit::isServed);
    }

    /** Returns whether this is the reader's last visit. */
    boolean isLast(Visit visit) {
        var ofReader = visits.stream().filter(other -> other.reader() == visit.reader());
        return ofReader.reduce((earlier, later) -> later).equals(Optional.of(visit));
    }

    /** Returns the download that had these validators. */
    Optional<FetchResult.Received> cameWith(Validators known) {
        return downloads().filter(d -> Validators.of(d.fields()).equals(known)).findFirst();
    }
}
