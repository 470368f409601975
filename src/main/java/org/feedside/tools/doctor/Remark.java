package org.feedside.tools.doctor;

import java.net.URI;
import org.feedside.base.diagnostics.Severity;

/**
 * A problem of one visit.
 *
 * @param what what was seen
 * @param effect what it does to readers
 * @param remedy what to do
 */
public record Remark(Severity severity, String what, String effect, String remedy) {
    private static final int MAX_SHOWN = 400;

    public Remark {
        what = shown(what);
    }

    /** The text contains what servers sent, which could carry terminal escape sequences. */
    private static String shown(String text) {
        var plain = text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        return plain.length() > MAX_SHOWN ? plain.substring(0, MAX_SHOWN) + "…" : plain;
    }

    static Remark error(String what, String effect, String remedy) {
        return new Remark(Severity.ERROR, what, effect, remedy);
    }

    static Remark warning(String what, String effect, String remedy) {
        return new Remark(Severity.WARNING, what, effect, remedy);
    }

    static Remark advice(String what, String effect, String remedy) {
        return new Remark(Severity.ADVICE, what, effect, remedy);
    }

    /** Returns the remark for a URL other than the feed's own. */
    Remark at(URI address) {
        return new Remark(severity, "%s (at %s)".formatted(what, address), effect, remedy);
    }
}
