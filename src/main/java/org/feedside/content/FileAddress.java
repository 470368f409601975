package org.feedside.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.text.PercentEncoding;

/**
 * The address of a file in front matter: an http or https URL, a path of the site such as {@code /audio/1.mp3}, or a
 * path relative to the page's folder such as {@code 1.mp3}.
 */
public record FileAddress(String text) {
    private static final Pattern HTTP_URL =
            Pattern.compile("(?i)https?://(?:[^\\s/?#@]*@)?[^\\s/?#@:.][^\\s/?#@]*(?:[/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//)");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?<=^|/)\\./");

    public FileAddress {
        text = normalized(text);
        var error = error(text);
        if (error.isPresent()) {
            throw new IllegalArgumentException("`%s` %s".formatted(text, error.get()));
        }
    }

    /** Returns why a text is not the address of a file; empty if it is one. */
    static Optional<String> error(String written) {
        var text = normalized(written);
        if (text.isEmpty()) {
            return Optional.of("is empty");
        } else if (hasControls(text)) {
            return Optional.of("has control characters");
        } else if (isUrl(text)) {
            return HTTP_URL.matcher(text).matches() ? Optional.empty() : Optional.of("is not an http or https URL");
        }
        var parts = parts(text);
        if (parts.contains("..")) {
            return Optional.of("leads out of its folder");
        } else if (parts.stream().anyMatch(part -> part.contains("\\") || hasControls(part))) {
            return Optional.of("has characters that are not allowed in file names");
        }
        var last = parts.get(parts.size() - 1);
        return last.isBlank() || last.equals(".") ? Optional.of("does not name a file") : Optional.empty();
    }

    /** Whether it is an absolute URL, on this site or another. */
    public boolean isUrl() {
        return isUrl(text);
    }

    /** Whether it is a path of the site. */
    public boolean isSitePath() {
        return !isUrl() && text.startsWith("/");
    }

    /** Whether the file is in the page's folder or below it. */
    public boolean isBesidePage() {
        return !isUrl() && !isSitePath();
    }

    /** The path of the file below its folder, percent-decoded, without a leading slash. */
    String path() {
        return String.join(
                "/", parts(text).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** The name of the file; empty if the URL has no path. */
    String fileName() {
        var path = withoutQuery(isUrl() ? text.substring(text.indexOf("//") + 2) : "/" + text);
        return path.contains("/") ? path.substring(path.lastIndexOf('/') + 1) : "";
    }

    private static String normalized(String text) {
        var stripped = text.strip();
        return isUrl(stripped) ? stripped : DOT_SEGMENT.matcher(stripped).replaceAll("");
    }

    private static boolean isUrl(String text) {
        return SCHEME.matcher(text).lookingAt();
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static List<String> parts(String text) {
        return Arrays.asList(PercentEncoding.decodedPath(withoutQuery(text)).split("/", -1));
    }

    private static String withoutQuery(String text) {
        return text.split("[?#]", 2)[0];
    }
}
