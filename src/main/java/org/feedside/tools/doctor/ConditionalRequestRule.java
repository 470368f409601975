package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether a conditional request gets a 304 while nothing has changed (publishing.md, section 1.1). */
final class ConditionalRequestRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.isServed() && !visit.known().isEmpty() && all.isLast(visit)
                ? Optional.of(visit.download().stream()
                        .map(d -> ignored(visit.known(), Validators.of(d.fields())))
                        .toList())
                : Optional.empty();
    }

    private static Remark ignored(Validators known, Validators latest) {
        var effect = "Readers download the whole feed at each poll, although nothing is new.";
        if (!latest.equals(known)) {
            return Remark.warning(
                    "has a different %s in each response".formatted(known.names()),
                    effect,
                    "if several servers respond, make them agree; if the feed is generated for each request, keep the time"
                            + " and random values out of it. Feedside derives tags from the bytes alone.");
        }
        if (known.isWeak()) {
            return Remark.warning(
                    "has a weak tag (W/), and a request with this tag gets the whole feed",
                    effect,
                    "a proxy that compresses weakens the tag, and the server behind it does not recognise the weak one: let"
                            + " Feedside compress, which recognises both.");
        }
        return Remark.warning(
                "returns the whole feed, not 304, to a request with its own %s".formatted(known.names()),
                effect,
                "pass If-None-Match and If-Modified-Since to Feedside. nginx: no `proxy_set_header If-None-Match`, and with"
                        + " `proxy_cache` also `proxy_cache_revalidate on`; Caddy: no `request_header -If-None-Match`."
                        + " Apache 2.4.58 or later: `DeflateAlterETag NoChange`.");
    }
}
