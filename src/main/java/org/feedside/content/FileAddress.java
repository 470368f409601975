package org.feedside.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where front matter says that a file is: at an http or https address, at a path of the site such as
 * {@code /audio/1.mp3}, or beside the page, as in {@code 1.mp3}.
 */
public record FileAddress(String text) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://(?:[^\\s/?#@]*@)?[^\\s/?#@:.][^\\s/?#@]*(?:[/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//)");
    private static final Pattern PART_WITHOUT_MEANING = Pattern.compile("(?<=^|/)\\./");

    public FileAddress {
        text = simple(text);
        var mistake = mistake(text);
        if (mistake.isPresent()) {
            throw new IllegalArgumentException("`%s` %s".formatted(text, mistake.get()));
        }
    }

    /** What is wrong with a text that is no address of a file. */
    static Optional<String> mistake(String written) {
        var text = simple(written);
        if (text.isEmpty()) {
            return Optional.of("is empty");
        } else if (hasControls(text)) {
            return Optional.of("has control characters");
        } else if (isElsewhere(text)) {
            return ADDRESS.matcher(text).matches() ? Optional.empty() : Optional.of("is no http or https address");
        }
        var parts = parts(text);
        if (parts.contains("..")) {
            return Optional.of("leads out of its folder");
        } else if (parts.stream().anyMatch(part -> part.contains("\\") || hasControls(part))) {
            return Optional.of("has characters that no name of a file should have");
        }
        var last = parts.get(parts.size() - 1);
        return last.isBlank() || last.equals(".") ? Optional.of("names no file") : Optional.empty();
    }

    /** Whether it is an address of its own, on this site or another. */
    public boolean isElsewhere() {
        return isElsewhere(text);
    }

    /** Whether it is a path of the site. */
    public boolean isOfSite() {
        return !isElsewhere() && text.startsWith("/");
    }

    /** Whether the file stands in the page's own folder, or below it. */
    public boolean isBesidePage() {
        return !isElsewhere() && !isOfSite();
    }

    /** The file's path below its folder as a file system knows it: decoded, with no slash at the start. */
    String path() {
        return String.join(
                "/", parts(text).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** The file's own name; empty if the address has no path. */
    String fileName() {
        var path = withoutQuery(isElsewhere() ? text.substring(text.indexOf("//") + 2) : "/" + text);
        return path.contains("/") ? path.substring(path.lastIndexOf('/') + 1) : "";
    }

    private static String simple(String text) {
        var stripped = text.strip();
        return isElsewhere(stripped)
                ? stripped
                : PART_WITHOUT_MEANING.matcher(stripped).replaceAll("");
    }

    private static boolean isElsewhere(String text) {
        return SCHEME.matcher(text).lookingAt();
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static List<String> parts(String text) {
        return Arrays.asList(decoded(withoutQuery(text)).split("/", -1));
    }

    private static String withoutQuery(String text) {
        return text.split("[?#]", 2)[0];
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
