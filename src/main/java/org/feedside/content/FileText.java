package org.feedside.content;

/**
 * The text of a file.
 *
 * @param whole with its front matter
 * @param bodyStart the index in {@code whole} at which the Markdown starts
 * @param bodyLine the line at which it starts
 */
public record FileText(String whole, int bodyStart, int bodyLine) {
    /** The Markdown behind the front matter. */
    public String body() {
        return whole.substring(bodyStart);
    }
}
