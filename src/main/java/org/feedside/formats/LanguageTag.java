package org.feedside.formats;

/** Language tags (RFC 5646) of the codes that Zola's configurations hold. */
public final class LanguageTag {
    private LanguageTag() {}

    /** A code with the hyphens of a tag: Zola takes {@code zh_CN} too. */
    public static String of(String code) {
        return code.replace('_', '-');
    }
}
