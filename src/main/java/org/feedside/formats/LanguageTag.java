package org.feedside.formats;

/** Converts the language codes of Zola's configuration to language tags (RFC 5646). */
public final class LanguageTag {
    private LanguageTag() {}

    /** Returns a code with hyphens: Zola also accepts {@code zh_CN}. */
    public static String of(String code) {
        return code.replace('_', '-');
    }
}
