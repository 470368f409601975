package org.feedside.publishing.state;

import java.util.Optional;

/**
 * A post as readers know it.
 *
 * @param path the path of its URL below base_url, with a leading slash
 * @param page what its built page contained, if its content is from there
 */
public record PostState(String id, String path, Optional<BuiltState> page) {
    public PostState(String id, String path) {
        this(id, path, Optional.empty());
    }

    /**
     * What the page of a published post contained.
     *
     * @param digest the digest of its words
     * @param distance how many words only one of the page and the post's text had
     * @param hasTitle whether the page had the post's title
     */
    public record BuiltState(String digest, int distance, boolean hasTitle) {
        private static final String TITLE = "+title ";

        static BuiltState parse(String text) {
            var hasTitle = text.startsWith(TITLE);
            var rest = hasTitle ? text.substring(TITLE.length()) : text;
            var end = rest.indexOf(' ');
            return new BuiltState(rest.substring(end + 1), Integer.parseInt(rest.substring(0, end)), hasTitle);
        }

        @Override
        public String toString() {
            return (hasTitle ? TITLE : "") + distance + " " + digest;
        }
    }
}
