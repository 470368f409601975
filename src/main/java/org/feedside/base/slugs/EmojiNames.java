package org.feedside.base.slugs;

import java.util.Optional;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/** GitHub's names of emoji. The library loads its tables at the first call. */
public final class EmojiNames {
    private static final String EMOJI_PRESENTATION = "\uFE0F";

    private EmojiNames() {}

    /** The emoji with a GitHub name such as {@code smile}. */
    public static Optional<String> emoji(String name) {
        return EmojiManager.getByGithubAlias(name).map(Emoji::getEmoji);
    }

    /** The first GitHub name of an emoji, or else its Unicode name, with spaces between the words. */
    static Optional<String> name(int codePoint) {
        var character = Character.toString(codePoint);
        return EmojiManager.getEmoji(character)
                .or(() -> EmojiManager.getEmoji(character + EMOJI_PRESENTATION))
                .map(emoji -> emoji.getGithubAliases().stream()
                        .findFirst()
                        .map(alias -> alias.replace(":", "").replace('_', ' '))
                        .orElseGet(emoji::getDescription));
    }
}
