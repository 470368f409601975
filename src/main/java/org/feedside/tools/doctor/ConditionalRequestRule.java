package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether who asks with what came gets a short answer as long as nothing is new (publishing.md, section 1.1). */
final class ConditionalRequestRule implements Rule {
    private static final String APACHE = "Apache: `DeflateAlterETag NoChange`, from 2.4.58 on.";

    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        return visit.isServed() && !visit.known().isEmpty() && all.isLast(visit)
                ? Optional.of(visit.download()
                        .map(d -> List.of(ignored(visit.known(), Validators.of(d.fields()))))
                        .orElse(List.of()))
                : Optional.empty();
    }

    private static Remark ignored(Validators known, Validators latest) {
        var effect = "Readers load all of it with each visit, though nothing is new.";
        if (!latest.equals(known)) {
            return Remark.warning(
                    "has another %s with each answer".formatted(known.names()),
                    effect,
                    "if several servers answer, let all tell the same; if the feed is made for each request, keep the time"
                            + " and anything random out of it. Feedside's tags are made from the bytes alone.");
        }
        if (known.isWeak()) {
            return Remark.warning(
                    "has a tag that was weakened (W/), and is sent in full to who asks with it",
                    effect,
                    "what compresses in front weakens the tag, and what stands behind does not know the weak one: let"
                            + " Feedside compress, which knows both.");
        }
        return Remark.warning(
                "is sent in full to who asks with the %s that came, in place of a 304".formatted(known.names()),
                effect,
                "let If-None-Match and If-Modified-Since through to Feedside: nginx: no `proxy_set_header If-None-Match`, and with"
                        + " `proxy_cache` also `proxy_cache_revalidate on`; Caddy: no `request_header -If-None-Match`. "
                        + APACHE);
    }
}
