package org.feedside.content;

/**
 * The text of a file.
 *
 * @param full the text with its front matter
 * @param bodyStart the index in {@code full} at which the Markdown starts
 * @param bodyLine the line at which the Markdown starts, counted from 1
 */
public record FileText(String full, int bodyStart, int bodyLine) {
    /** The Markdown after the front matter. */
    public String body() {
        return full.substring(bodyStart);
    }
}
