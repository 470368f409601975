package org.feedside.tools.doctor;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Severity;
import org.feedside.markup.discovery.AlternateLink;

/** Examines feeds from outside, one request at a time. */
public final class Doctor {
    /** No more feeds are asked at once: a page may name thousands. */
    public static final int MOST_FEEDS = 12;

    private final Fetcher web;

    Doctor(Fetcher web) {
        this.web = web;
    }

    /** A doctor for the web as it is. */
    public static Doctor ofTheWeb() {
        return new Doctor(HttpFetcher.patient());
    }

    /** The address that a person means, if it is one of the web; without a scheme it is taken for https. */
    public static Optional<URI> address(String text) {
        return WebAddress.parse(text);
    }

    /** The feeds to ask: that of the address, or those that the page there names, at most as many as are asked at once. */
    public List<URI> feeds(URI address) throws InterruptedException {
        return WebAddress.isLikelyFeed(address)
                ? List.of(address)
                : page(address).map(Doctor::named).orElse(List.of(address));
    }

    /** What a page lacks that names no feed. */
    public static Finding namesNoFeed(URI page) {
        return new Finding(
                Severity.WARNING,
                page.toString(),
                List.of(SimulatedReader.values()),
                true,
                "this page names no feed",
                "Who gives a reader the address of the page finds nothing to subscribe to.",
                "put `<link rel=\"alternate\" type=\"application/atom+xml\" href=\"…\">` into its head (`feedside"
                        + " snippet` prints the lines), or ask with the feed's own address.");
    }

    public Diagnosis examine(URI feed) throws InterruptedException {
        return Diagnosis.of(Examination.of(feed, web));
    }

    /** The page at an address, if it is one for any of the readers; those that are blocked say nothing of that. */
    private Optional<Visit> page(URI address) throws InterruptedException {
        var journey = new RedirectChain(web);
        for (var reader : SimulatedReader.values()) {
            var visit = journey.of(reader, address, Validators.NONE);
            if (visit.content() instanceof BodyContent.OfPage
                    && BotChallenge.of(visit).isEmpty()) {
                return Optional.of(visit);
            }
            if (visit.content().mayBeFeed() || visit.received().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<URI> named(Visit visit) {
        var html = visit.content() instanceof BodyContent.OfPage page ? page.html() : "";
        return AlternateLink.in(html, visit.address().toString()).stream()
                .filter(AlternateLink::isFeed)
                .flatMap(link -> WebAddress.parse(link.href()).stream())
                .distinct()
                .limit(MOST_FEEDS)
                .toList();
    }
}
